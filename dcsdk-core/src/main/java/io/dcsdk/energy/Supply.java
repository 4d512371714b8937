package io.dcsdk.energy;

import io.dcsdk.item.CatalogItem;
import io.dcsdk.item.ItemRules;
import io.dcsdk.item.Source;
import io.dcsdk.quantity.CarbonIntensity;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.EnergyPrice;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.MoneyRate;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.PowerPrice;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.TimeSpan;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A supply of electric power whose capacity can be chosen.
 *
 * @param id identifier
 * @param name name
 * @param kind where the energy comes from
 * @param tariff price of the energy taken, at least 0
 * @param carbonIntensity carbon of the energy taken, at least 0
 * @param capacityFactor annual mean output over capacity, 0 to 1; 0 for a battery, which makes no energy
 * @param firmShare share of the capacity that can be counted on at peak load, 0 to 1
 * @param renewable whether the energy counts as renewable
 * @param price capital cost of capacity, at least 0
 * @param maintenanceShare share of the capital cost spent on upkeep a year, 0 to 1
 * @param maximum most capacity that can be had, if there is a limit; at least 0
 * @param sources sources of the figures
 */
public record Supply(
        String id,
        String name,
        SupplyKind kind,
        EnergyPrice tariff,
        CarbonIntensity carbonIntensity,
        Ratio capacityFactor,
        Ratio firmShare,
        boolean renewable,
        PowerPrice price,
        Ratio maintenanceShare,
        Optional<Power> maximum,
        List<Source> sources)
        implements CatalogItem {
    /** Checks the components. */
    public Supply {
        ItemRules rules = ItemRules.ofItem(Supply.class, "supply", id, name, sources);
        rules.required("kind", kind);
        rules.nonNegative("tariff", tariff);
        rules.nonNegative("carbonIntensity", carbonIntensity);
        rules.share("capacityFactor", capacityFactor);
        if (kind == SupplyKind.BATTERY && !capacityFactor.isZero()) {
            throw rules.broken(
                    "capacityFactor",
                    capacityFactor,
                    "is not zero although a battery makes no energy",
                    "it belongs to the supply that charges the battery.");
        }
        rules.share("firmShare", firmShare);
        rules.nonNegative("price", price);
        rules.share("maintenanceShare", maintenanceShare);
        maximum = Objects.requireNonNullElse(maximum, Optional.empty());
        maximum.ifPresent(power -> rules.nonNegative("maximum", power));
        sources = rules.list("sources", sources);
    }

    /**
     * This supply under another identifier.
     *
     * @param other the new identifier
     * @return the supply under another identifier; all else is the same
     * @throws io.dcsdk.item.ItemException if it is no identifier
     */
    public Supply withId(String other) {
        return edition(other, price, maximum);
    }

    /**
     * This supply at another price of capacity.
     *
     * @param other the new price, at least 0
     * @return the supply at another price; all else is the same
     * @throws io.dcsdk.item.ItemException if it is negative
     */
    public Supply withPrice(PowerPrice other) {
        return edition(id, other, maximum);
    }

    /**
     * This supply with another limit of its capacity.
     *
     * @param most most capacity that can be had, if there is a limit; at least 0
     * @return the supply with another limit, or none; all else is the same
     * @throws io.dcsdk.item.ItemException if it is negative
     */
    public Supply withMaximum(Optional<Power> most) {
        return edition(id, price, most);
    }

    /** The one place that names all components. */
    private Supply edition(String newId, PowerPrice cost, Optional<Power> most) {
        return new Supply(
                newId,
                name,
                kind,
                tariff,
                carbonIntensity,
                capacityFactor,
                firmShare,
                renewable,
                cost,
                maintenanceShare,
                most,
                sources);
    }

    /**
     * The energy that a capacity gives in a year of 365 days.
     *
     * @param capacity the capacity, at least 0
     * @return capacity × capacityFactor × 8760 h; zero for a battery
     * @throws io.dcsdk.item.ItemException if the capacity is negative
     */
    public Energy annualEnergy(Power capacity) {
        return checked(capacity).times(capacityFactor).times(TimeSpan.years(1));
    }

    /**
     * The part of a capacity that counts towards peak power.
     *
     * @param capacity the capacity, at least 0
     * @return capacity × firmShare
     * @throws io.dcsdk.item.ItemException if the capacity is negative
     */
    public Power firmPower(Power capacity) {
        return checked(capacity).times(firmShare);
    }

    /**
     * What a capacity costs to build.
     *
     * @param capacity the capacity, at least 0
     * @return capacity × price
     * @throws io.dcsdk.item.ItemException if the capacity is negative
     */
    public Money capitalCost(Power capacity) {
        return checked(capacity).times(price);
    }

    /**
     * What a capacity costs to keep up.
     *
     * @param capacity the capacity, at least 0
     * @return capitalCost × maintenanceShare a year
     * @throws io.dcsdk.item.ItemException if the capacity is negative
     */
    public MoneyRate maintenance(Power capacity) {
        return capitalCost(capacity).times(maintenanceShare).dividedBy(TimeSpan.years(1));
    }

    private Power checked(Power capacity) {
        return ItemRules.of("supply", id).nonNegative("capacity", capacity);
    }
}
