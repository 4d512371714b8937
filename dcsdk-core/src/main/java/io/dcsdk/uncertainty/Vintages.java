package io.dcsdk.uncertainty;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.compute.Server;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.storage.StorageUnit;
import java.util.ArrayList;
import java.util.List;

/** A catalogue with the servers and storage units of each year of purchase; those of year 1 keep their identifiers. */
final class Vintages {
    private Vintages() {}

    static String id(String id, int year) {
        return year == 1 ? id : id + ".y" + year;
    }

    /** The items that can be in use in a year: those of all years up to it. */
    static Catalog upTo(int year, Catalog catalog, PriceTrend prices, PowerTrend powers) {
        List<Server> servers = new ArrayList<>();
        List<StorageUnit> storage = new ArrayList<>();
        for (int bought = 1; bought <= year; bought++) {
            for (Server server : catalog.servers()) {
                servers.add(of(
                        server,
                        bought,
                        Powers.of(prices.servers().orElse(Ratio.ONE), bought - 1),
                        Powers.of(powers.servers().orElse(Ratio.ONE), bought - 1)));
            }
            for (StorageUnit unit : catalog.storage()) {
                storage.add(of(
                        unit,
                        bought,
                        Powers.of(prices.storage().orElse(Ratio.ONE), bought - 1),
                        Powers.of(powers.storage().orElse(Ratio.ONE), bought - 1)));
            }
        }
        return new Catalog(
                catalog.name(),
                catalog.accelerators(),
                servers,
                catalog.software(),
                storage,
                catalog.switches(),
                catalog.cooling(),
                catalog.supplies(),
                catalog.controls());
    }

    private static Server of(Server item, int year, Ratio price, Ratio power) {
        return item.withId(id(item.id(), year))
                .withPower(item.idlePower().times(power), item.maxPower().times(power))
                .withPrice(item.price().times(price));
    }

    private static StorageUnit of(StorageUnit item, int year, Ratio price, Ratio power) {
        return item.withId(id(item.id(), year))
                .withPower(item.idlePower().times(power), item.maxPower().times(power))
                .withPrice(item.price().times(price));
    }
}
