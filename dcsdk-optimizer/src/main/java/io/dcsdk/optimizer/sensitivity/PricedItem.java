package io.dcsdk.optimizer.sensitivity;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.catalog.CatalogOverlay;
import io.dcsdk.compute.Server;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.energy.CoolingSystem;
import io.dcsdk.energy.Supply;
import io.dcsdk.item.CatalogItem;
import io.dcsdk.network.NetworkSwitch;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.PowerPrice;
import io.dcsdk.security.SecurityControl;
import io.dcsdk.storage.StorageUnit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * An item of the catalogue with its purchase price, which can be changed.
 *
 * @param item the item
 * @param category what it is
 * @param unit {@code USD}, or {@code USD/kW} for supplies
 * @param price the price that the catalogue says
 */
record PricedItem(CatalogItem item, String category, String unit, BigDecimal price) {
    private static final String DOLLARS = "USD";

    /** What of a problem's catalogue it can buy, in the order of the catalogue; supplies only if they are planned. */
    static List<PricedItem> of(DesignProblem problem) {
        Catalog catalog = problem.items();
        List<PricedItem> list = new ArrayList<>();
        catalog.servers().forEach(item -> list.add(priced(item, "server", item.price())));
        catalog.storage().forEach(item -> list.add(priced(item, "storage", item.price())));
        if (problem.fabricOrNonBlocking().sized()) {
            catalog.switches().forEach(item -> list.add(priced(item, "switch", item.price())));
        }
        catalog.cooling().forEach(item -> list.add(priced(item, "cooling", item.unitPrice())));
        if (problem.supply().isPresent()) {
            for (Supply item : catalog.supplies()) {
                BigDecimal each = dollarsPerKilowatt(item.price());
                list.add(new PricedItem(item, "supply", "USD/kW", each));
            }
        }
        if (problem.policy().isPresent()) {
            catalog.controls().forEach(item -> list.add(priced(item, "control", item.price())));
        }
        return list;
    }

    private static PricedItem priced(CatalogItem item, String category, Money price) {
        return new PricedItem(item, category, DOLLARS, price.base());
    }

    private static BigDecimal dollarsPerKilowatt(PowerPrice price) {
        return price.base().divide(PowerPrice.Unit.USD_PER_KILOWATT.factor()).stripTrailingZeros();
    }

    Rational stated() {
        return Rational.of(price);
    }

    /** The problem with another price of this item; nothing else differs. */
    DesignProblem at(DesignProblem problem, BigDecimal other) {
        CatalogItem dearer = at(other);
        return problem.withCatalog(problem.items()
                .with(new CatalogOverlay(
                        "price",
                        List.of(),
                        only(Server.class, dearer),
                        List.of(),
                        only(StorageUnit.class, dearer),
                        only(NetworkSwitch.class, dearer),
                        only(CoolingSystem.class, dearer),
                        only(Supply.class, dearer),
                        only(SecurityControl.class, dearer))));
    }

    private CatalogItem at(BigDecimal other) {
        Money money = Money.of(other, Money.Unit.USD);
        if (item instanceof Server server) {
            return server.withPrice(money);
        }
        if (item instanceof StorageUnit unit) {
            return unit.withPrice(money);
        }
        if (item instanceof NetworkSwitch networkSwitch) {
            return networkSwitch.withPrice(money);
        }
        if (item instanceof CoolingSystem system) {
            return system.withUnitPrice(money);
        }
        if (item instanceof SecurityControl control) {
            return control.withPrice(money);
        }
        if (item instanceof Supply supply) {
            return supply.withPrice(PowerPrice.of(other, PowerPrice.Unit.USD_PER_KILOWATT));
        }
        throw new IllegalStateException(
                "item (%s) of prices: is of no priced kind\nMaybe this is a fault of the SDK; please report it."
                        .formatted(item.id()));
    }

    private static <T> List<T> only(Class<T> kind, CatalogItem item) {
        return kind.isInstance(item) ? List.of(kind.cast(item)) : List.of();
    }
}
