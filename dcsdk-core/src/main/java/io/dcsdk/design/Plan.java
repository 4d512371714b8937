package io.dcsdk.design;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Ratio;
import java.util.List;

/**
 * A design that meets a problem: what to buy, what it costs and draws, how far every constraint is from breaking, and how
 * far the plan can be from the best one.
 *
 * @param problem the problem, with its catalogue
 * @param selection what is chosen
 * @param billOfMaterials the same as a list with prices
 * @param cost C by part
 * @param energy E by part
 * @param loads electrical loads
 * @param objective C + lambda E
 * @param lowerBound no feasible design has a smaller objective than this
 * @param gap (objective − lower bound) / objective
 * @param constraints every constraint with its slack
 * @param provenance input, versions, machine
 */
public record Plan(
        DesignProblem problem,
        Selection selection,
        List<ItemCount> billOfMaterials,
        Cost cost,
        EnergyUse energy,
        Loads loads,
        Money objective,
        Money lowerBound,
        Ratio gap,
        List<ConstraintReport> constraints,
        Provenance provenance) {
    /** Checks the components. */
    public Plan {
        ItemRules rules = ItemRules.of("plan", "");
        rules.required("problem", problem);
        rules.required("selection", selection);
        billOfMaterials = rules.list("billOfMaterials", billOfMaterials);
        rules.required("cost", cost);
        rules.required("energy", energy);
        rules.required("loads", loads);
        rules.required("objective", objective);
        rules.required("lowerBound", lowerBound);
        rules.required("gap", gap);
        constraints = rules.list("constraints", constraints);
        rules.required("provenance", provenance);
    }
}
