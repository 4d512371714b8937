package io.dcsdk.optimizer;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.compute.Server;
import io.dcsdk.energy.CoolingSystem;
import io.dcsdk.energy.Supply;
import io.dcsdk.network.NetworkSwitch;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.PowerPrice;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.security.SecurityControl;
import io.dcsdk.storage.StorageUnit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Catalogues with a second edition of each item that is worse, or the same, in every respect. */
final class WorseItems {
    private final Random random;

    private WorseItems(Random random) {
        this.random = random;
    }

    /** The worse edition of {@code x} is called {@code worse-x} and stands behind the items of its kind. */
    static Catalog added(Catalog catalog, Random random) {
        WorseItems worse = new WorseItems(random);
        List<Server> servers = new ArrayList<>(catalog.servers());
        catalog.servers().forEach(item -> servers.add(worse.of(item)));
        List<StorageUnit> storage = new ArrayList<>(catalog.storage());
        catalog.storage().forEach(item -> storage.add(worse.of(item)));
        List<NetworkSwitch> switches = new ArrayList<>(catalog.switches());
        catalog.switches().forEach(item -> switches.add(worse.of(item)));
        List<CoolingSystem> cooling = new ArrayList<>(catalog.cooling());
        catalog.cooling().forEach(item -> cooling.add(worse.of(item)));
        List<Supply> supplies = new ArrayList<>(catalog.supplies());
        catalog.supplies().forEach(item -> supplies.add(worse.of(item)));
        List<SecurityControl> controls = new ArrayList<>(catalog.controls());
        catalog.controls().forEach(item -> controls.add(worse.of(item)));
        return new Catalog(
                catalog.name(),
                catalog.accelerators(),
                servers,
                catalog.software(),
                storage,
                switches,
                cooling,
                supplies,
                controls);
    }

    static String id(String of) {
        return "worse-" + of;
    }

    private Money dearer(Money price) {
        return random.nextBoolean() ? price : price.plus(Money.dollars(1 + random.nextInt(3000)));
    }

    private Power more(Power power) {
        return random.nextBoolean() ? power : power.plus(Power.watts(1 + random.nextInt(300)));
    }

    private Ratio more(Ratio ratio) {
        return random.nextBoolean() ? ratio : ratio.plus(Ratio.of(new BigDecimal("0.05")));
    }

    private int more(int count) {
        return count + random.nextInt(2);
    }

    private Server of(Server item) {
        return item.withId(id(item.id()))
                .withPower(item.idlePower(), more(item.maxPower()))
                .withRackUnits(more(item.rackUnits()))
                .withPrice(dearer(item.price()));
    }

    private StorageUnit of(StorageUnit item) {
        return item.withId(id(item.id()))
                .withPower(item.idlePower(), more(item.maxPower()))
                .withRackUnits(more(item.rackUnits()))
                .withPrice(dearer(item.price()));
    }

    private NetworkSwitch of(NetworkSwitch item) {
        return item.withId(id(item.id()))
                .withPrice(dearer(item.price()))
                .withPower(item.idlePower(), more(item.maxPower()))
                .withRackUnits(more(item.rackUnits()))
                .withCablePrice(dearer(item.cablePrice()));
    }

    private CoolingSystem of(CoolingSystem item) {
        return item.withId(id(item.id()))
                .withUnitPrice(dearer(item.unitPrice()))
                .withOverhead(more(item.overhead()), more(item.peakOverhead()));
    }

    private Supply of(Supply item) {
        PowerPrice price = random.nextBoolean() ? item.price() : item.price().plus(PowerPrice.parse("10 USD/kW"));
        return item.withId(id(item.id())).withPrice(price);
    }

    private SecurityControl of(SecurityControl item) {
        return item.withId(id(item.id())).withPrice(dearer(item.price())).withStaff(more(item.staff()));
    }
}
