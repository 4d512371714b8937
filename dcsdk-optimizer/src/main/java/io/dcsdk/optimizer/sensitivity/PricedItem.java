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
        Catalog catalog = problem.items();
        return problem.withCatalog(catalog.with(overlay(Money.of(other, Money.Unit.USD), other)));
    }

    private CatalogOverlay overlay(Money other, BigDecimal each) {
        return new CatalogOverlay(
                "price",
                List.of(),
                item instanceof Server server ? List.of(server(server, other)) : List.of(),
                List.of(),
                item instanceof StorageUnit unit ? List.of(storage(unit, other)) : List.of(),
                item instanceof NetworkSwitch networkSwitch ? List.of(networkSwitch(networkSwitch, other)) : List.of(),
                item instanceof CoolingSystem system ? List.of(cooling(system, other)) : List.of(),
                item instanceof Supply supply
                        ? List.of(supply(supply, PowerPrice.of(each, PowerPrice.Unit.USD_PER_KILOWATT)))
                        : List.of(),
                item instanceof SecurityControl control ? List.of(control(control, other)) : List.of());
    }

    private static Server server(Server item, Money price) {
        return new Server(
                item.id(),
                item.name(),
                item.accelerator(),
                item.acceleratorCount(),
                item.processor(),
                item.memory(),
                item.interfaces(),
                item.idlePower(),
                item.maxPower(),
                item.rackUnits(),
                item.weight(),
                price,
                item.maintenance(),
                item.sustainedEfficiency(),
                item.embodiedCarbon(),
                item.available(),
                item.sources());
    }

    private static StorageUnit storage(StorageUnit item, Money price) {
        return new StorageUnit(
                item.id(),
                item.name(),
                item.kind(),
                item.rawCapacity(),
                item.durability(),
                item.readRate(),
                item.writeRate(),
                item.metadataOperationsPerSecond(),
                item.protocols(),
                item.idlePower(),
                item.maxPower(),
                item.rackUnits(),
                item.weight(),
                price,
                item.maintenance(),
                item.available(),
                item.sources());
    }

    private static NetworkSwitch networkSwitch(NetworkSwitch item, Money price) {
        return new NetworkSwitch(
                item.id(),
                item.name(),
                item.ports(),
                item.portRate(),
                price,
                item.maintenance(),
                item.idlePower(),
                item.maxPower(),
                item.rackUnits(),
                item.weight(),
                item.cablePrice(),
                item.sources());
    }

    private static CoolingSystem cooling(CoolingSystem item, Money price) {
        return new CoolingSystem(
                item.id(),
                item.name(),
                item.kind(),
                item.unitCapacity(),
                price,
                item.unitMaintenance(),
                item.overhead(),
                item.peakOverhead(),
                item.maxPowerPerRack(),
                item.waterUsage(),
                item.available(),
                item.sources());
    }

    private static Supply supply(Supply item, PowerPrice price) {
        return new Supply(
                item.id(),
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

    private static SecurityControl control(SecurityControl item, Money price) {
        return new SecurityControl(
                item.id(),
                item.name(),
                item.kind(),
                price,
                item.annual(),
                item.perServer(),
                item.staff(),
                item.overhead(),
                item.covers(),
                item.sources());
    }
}
