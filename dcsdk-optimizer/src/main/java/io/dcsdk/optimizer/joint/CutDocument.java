package io.dcsdk.optimizer.joint;

import com.google.common.collect.ImmutableMap;
import io.dcsdk.item.ItemRules;
import io.dcsdk.item.KebabName;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A cut as it is saved.
 *
 * @param kind {@code cost} or {@code limit}
 * @param constant of the cut
 * @param perKilowatt by cooling system
 * @param prices currency per MWh at step × nodes + node
 * @param limitMultipliers one for each annual limit of the supply
 */
public record CutDocument(
        String kind,
        BigDecimal constant,
        SortedMap<String, BigDecimal> perKilowatt,
        List<Double> prices,
        List<Double> limitMultipliers) {
    /** Checks the components. */
    public CutDocument {
        ItemRules rules = rules();
        rules.required("kind", kind);
        rules.required("constant", constant);
        perKilowatt = new TreeMap<>(rules.required("perKilowatt", perKilowatt));
        prices = rules.list("prices", prices);
        limitMultipliers = rules.list("limitMultipliers", limitMultipliers);
    }

    private static ItemRules rules() {
        return ItemRules.of("supply cut", "");
    }

    @Override
    public SortedMap<String, BigDecimal> perKilowatt() {
        return new TreeMap<>(perKilowatt);
    }

    static CutDocument of(JointProblem problem, SupplyCut cut) {
        return new CutDocument(
                KebabName.of(cut.kind()),
                cut.constant(),
                new TreeMap<>(cut.perKilowatt()),
                SavedNumbers.prices(problem.supply(), cut.prices()),
                SavedNumbers.multipliers(problem.supply(), cut.prices()));
    }

    SupplyCut read(JointProblem problem) {
        if (!perKilowatt.keySet().equals(new TreeMap<>(problem.factors()).keySet())) {
            throw rules().broken(
                            "perKilowatt",
                            perKilowatt.keySet(),
                            "are not the cooling systems of the problem",
                            "the result is of another problem.");
        }
        ImmutableMap.Builder<String, BigDecimal> ordered = ImmutableMap.builder();
        for (Map.Entry<String, BigDecimal> entry : inOrder(problem)) {
            ordered.put(entry);
        }
        return new SupplyCut(
                KebabName.parse(SupplyCut.Kind.class, "kind of cut", kind),
                constant,
                ordered.buildOrThrow(),
                SavedNumbers.prices(problem.supply(), prices, limitMultipliers));
    }

    private List<Map.Entry<String, BigDecimal>> inOrder(JointProblem problem) {
        return problem.factors().keySet().stream()
                .map(id -> Map.entry(id, perKilowatt.getOrDefault(id, BigDecimal.ZERO)))
                .toList();
    }
}
