package io.dcsdk.optimizer.uncertainty;

import io.dcsdk.design.EnergyUse;
import io.dcsdk.design.Selection;
import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.Money;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What happens in a year. Money is as it is paid in that year, without interest.
 *
 * @param year from 1
 * @param inUse what is in use; servers and storage units of later years have {@code .y2} and so on behind their
 *     identifiers
 * @param bought servers and storage units bought for the year, by identifier
 * @param retired those of earlier years that are in use no more, by identifier
 * @param spent what is spent on other things, by asset
 * @param purchases what is paid for all that is bought
 * @param running maintenance and software
 * @param energy E of the year
 * @param energyCost lambda E
 * @param salvage what units bring that leave at the end of the year
 */
public record YearPlan(
        int year,
        Selection inUse,
        SortedMap<String, Long> bought,
        SortedMap<String, Long> retired,
        SortedMap<String, Money> spent,
        Money purchases,
        Money running,
        EnergyUse energy,
        Money energyCost,
        Money salvage) {
    /** Checks the components. */
    public YearPlan {
        ItemRules rules = ItemRules.of("year", String.valueOf(year));
        rules.atLeast("year", year, 1);
        rules.required("inUse", inUse);
        bought = new TreeMap<>(bought == null ? Map.of() : bought);
        retired = new TreeMap<>(retired == null ? Map.of() : retired);
        spent = new TreeMap<>(spent == null ? Map.of() : spent);
        rules.nonNegative("purchases", purchases);
        rules.nonNegative("running", running);
        rules.required("energy", energy);
        rules.nonNegative("energyCost", energyCost);
        rules.nonNegative("salvage", salvage);
    }

    @Override
    public SortedMap<String, Long> bought() {
        return new TreeMap<>(bought);
    }

    @Override
    public SortedMap<String, Long> retired() {
        return new TreeMap<>(retired);
    }

    @Override
    public SortedMap<String, Money> spent() {
        return new TreeMap<>(spent);
    }
}
