package io.dcsdk.optimizer.explanation;

import io.dcsdk.item.ItemRules;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a repair may change, and what changes weigh. Moves are relative to the figure, so that units do not matter: with equal
 * weights, 10 % more money weigh as much as 10 % less compute.
 *
 * <p>Where the area of the floor may move, the load that it carries on each square metre stays as it is, since the mass that it
 * carries is the product of both: keep {@code floor-area} to have {@code floor-load} moved.
 *
 * @param kept requirements and limits that stay as they are
 * @param weights above zero, by name; 1 for those that are absent
 */
public record RepairRules(SortedSet<String> kept, SortedMap<String, BigDecimal> weights) {
    /** Checks the components. */
    public RepairRules {
        ItemRules rules = ItemRules.of("repair rules", "");
        kept = new TreeSet<>(rules.list("kept", kept));
        weights = new TreeMap<>(rules.required("weights", weights));
        weights.forEach((name, weight) -> {
            if (weight == null || weight.signum() <= 0) {
                throw rules.broken(
                        "weights." + name, String.valueOf(weight), "is not above zero", "keep " + name + " instead.");
            }
        });
    }

    /**
     * Everything may move, and weighs the same.
     *
     * @return the default
     */
    public static RepairRules equal() {
        return new RepairRules(new TreeSet<>(), new TreeMap<>());
    }

    @Override
    public SortedSet<String> kept() {
        return new TreeSet<>(kept);
    }

    @Override
    public SortedMap<String, BigDecimal> weights() {
        return new TreeMap<>(weights);
    }

    /**
     * The same, with more that stays as it is.
     *
     * @param names requirements and limits
     * @return the rules
     */
    public RepairRules keeping(Collection<String> names) {
        SortedSet<String> more = kept();
        more.addAll(names);
        return new RepairRules(more, weights);
    }

    /**
     * The same, with another weight.
     *
     * @param name a requirement or limit
     * @param weight what its relative move is multiplied with, above zero
     * @return the rules
     */
    public RepairRules weighing(String name, BigDecimal weight) {
        SortedMap<String, BigDecimal> more = weights();
        more.put(name, weight);
        return new RepairRules(kept, more);
    }

    /** Refuses names that a problem does not have. */
    void requireKnown(Collection<String> known) {
        SortedSet<String> named = kept();
        named.addAll(weights.keySet());
        named.removeAll(known);
        if (!named.isEmpty()) {
            throw ItemRules.of("repair rules", "")
                    .broken(
                            "name",
                            named.first(),
                            "is no requirement or limit of the problem",
                            "use some of " + String.join(", ", new TreeSet<>(known)) + ".");
        }
    }
}
