package io.dcsdk.energy;

import io.dcsdk.item.CatalogItem;
import io.dcsdk.item.ItemRules;
import io.dcsdk.item.Source;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.MoneyRate;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.Ratio;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A way to remove the heat of the IT equipment, built of equal units.
 *
 * @param id identifier
 * @param name name
 * @param kind how heat leaves a rack
 * @param unitCapacity heat that one unit removes, above zero
 * @param unitPrice price of one unit, installed
 * @param unitMaintenance support, water and repair per year and unit
 * @param overhead cooling energy over IT energy in a year
 * @param peakOverhead cooling power over IT power on the hottest design day, at full load
 * @param maxPowerPerRack most IT power that one rack may have, above zero
 * @param available how many units can be had at most, if there is a limit; at least 0
 * @param sources sources of the figures
 */
public record CoolingSystem(
        String id,
        String name,
        CoolingKind kind,
        Power unitCapacity,
        Money unitPrice,
        MoneyRate unitMaintenance,
        Ratio overhead,
        Ratio peakOverhead,
        Power maxPowerPerRack,
        Optional<Integer> available,
        List<Source> sources)
        implements CatalogItem {
    /** Checks the components. */
    public CoolingSystem {
        ItemRules rules = ItemRules.ofItem(CoolingSystem.class, "cooling system", id, name, sources);
        rules.required("kind", kind);
        rules.positive("unitCapacity", unitCapacity);
        rules.nonNegative("unitPrice", unitPrice);
        rules.nonNegative("unitMaintenance", unitMaintenance);
        rules.nonNegative("overhead", overhead);
        rules.nonNegative("peakOverhead", peakOverhead);
        rules.positive("maxPowerPerRack", maxPowerPerRack);
        available = Objects.requireNonNullElse(available, Optional.empty());
        available.ifPresent(count -> rules.atLeast("available", count, 0));
        sources = rules.list("sources", sources);
    }

    /**
     * This cooling system under another identifier.
     *
     * @param other the new identifier
     * @return the cooling system under another identifier; all else is the same
     * @throws io.dcsdk.item.ItemException if it is no identifier
     */
    public CoolingSystem withId(String other) {
        return edition(other, unitPrice, overhead, peakOverhead, available);
    }

    /**
     * This cooling system at another price.
     *
     * @param other the new price of one unit, at least 0
     * @return the cooling system at another price; all else is the same
     * @throws io.dcsdk.item.ItemException if it is negative
     */
    public CoolingSystem withUnitPrice(Money other) {
        return edition(id, other, overhead, peakOverhead, available);
    }

    /**
     * This cooling system with another overhead.
     *
     * @param mean cooling energy over IT energy in a year, at least 0
     * @param peak cooling power over IT power at the peak, at least 0
     * @return the cooling system with another overhead; all else is the same
     * @throws io.dcsdk.item.ItemException if one is negative
     */
    public CoolingSystem withOverhead(Ratio mean, Ratio peak) {
        return edition(id, unitPrice, mean, peak, available);
    }

    /**
     * This cooling system with another limit of how many can be had.
     *
     * @param most how many can be had at most, if there is a limit; at least 0
     * @return the cooling system with another limit, or none; all else is the same
     * @throws io.dcsdk.item.ItemException if it is negative
     */
    public CoolingSystem withAvailable(Optional<Integer> most) {
        return edition(id, unitPrice, overhead, peakOverhead, most);
    }

    /** The one place that names all components. */
    private CoolingSystem edition(String newId, Money cost, Ratio mean, Ratio peak, Optional<Integer> most) {
        return new CoolingSystem(
                newId, name, kind, unitCapacity, cost, unitMaintenance, mean, peak, maxPowerPerRack, most, sources);
    }

    /**
     * How many units remove some heat, with spares.
     *
     * @param heat the heat, at least 0; all IT power becomes heat
     * @param spares units beyond the need, at least 0: 1 for N+1
     * @return ceil(heat / unitCapacity) + spares; 0 for no heat
     * @throws io.dcsdk.item.ItemException if an argument is negative
     */
    public long units(Power heat, int spares) {
        ItemRules rules = ItemRules.of("cooling system", id);
        rules.nonNegative("heat", heat);
        rules.atLeast("spares", spares, 0);
        return heat.isZero() ? 0 : heat.piecesOf(unitCapacity) + spares;
    }
}
