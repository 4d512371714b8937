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
        return new Server(
                id(item.id()),
                item.name(),
                item.accelerator(),
                item.acceleratorCount(),
                item.processor(),
                item.memory(),
                item.interfaces(),
                item.idlePower(),
                more(item.maxPower()),
                more(item.rackUnits()),
                item.weight(),
                dearer(item.price()),
                item.maintenance(),
                item.sustainedEfficiency(),
                item.embodiedCarbon(),
                item.available(),
                item.sources());
    }

    private StorageUnit of(StorageUnit item) {
        return new StorageUnit(
                id(item.id()),
                item.name(),
                item.kind(),
                item.rawCapacity(),
                item.durability(),
                item.readRate(),
                item.writeRate(),
                item.metadataOperationsPerSecond(),
                item.protocols(),
                item.idlePower(),
                more(item.maxPower()),
                more(item.rackUnits()),
                item.weight(),
                dearer(item.price()),
                item.maintenance(),
                item.available(),
                item.sources());
    }

    private NetworkSwitch of(NetworkSwitch item) {
        return new NetworkSwitch(
                id(item.id()),
                item.name(),
                item.ports(),
                item.portRate(),
                dearer(item.price()),
                item.maintenance(),
                item.idlePower(),
                more(item.maxPower()),
                more(item.rackUnits()),
                item.weight(),
                dearer(item.cablePrice()),
                item.sources());
    }

    private CoolingSystem of(CoolingSystem item) {
        return new CoolingSystem(
                id(item.id()),
                item.name(),
                item.kind(),
                item.unitCapacity(),
                dearer(item.unitPrice()),
                item.unitMaintenance(),
                more(item.overhead()),
                more(item.peakOverhead()),
                item.maxPowerPerRack(),
                item.waterUsage(),
                item.available(),
                item.sources());
    }

    private Supply of(Supply item) {
        PowerPrice price = random.nextBoolean() ? item.price() : item.price().plus(PowerPrice.parse("10 USD/kW"));
        return new Supply(
                id(item.id()),
                item.name(),
                item.kind(),
                item.tariff(),
                item.carbonIntensity(),
                item.capacityFactor(),
                item.firmShare(),
                item.renewable(),
                price,
                item.maintenanceShare(),
                item.maximum(),
                item.sources());
    }

    private SecurityControl of(SecurityControl item) {
        return new SecurityControl(
                id(item.id()),
                item.name(),
                item.kind(),
                dearer(item.price()),
                item.annual(),
                item.perServer(),
                more(item.staff()),
                item.overhead(),
                item.covers(),
                item.sources());
    }
}
