package io.dcsdk.design;

import io.dcsdk.quantity.Money;
import java.util.List;

/**
 * What a selection costs, draws and breaks, worked out from the items themselves, in exact decimals and without the
 * algebra that the optimiser solves: the second opinion on every plan.
 *
 * @param cost C by part
 * @param energy E by part
 * @param loads electrical loads
 * @param footprint carbon and water, which count in neither C nor E
 * @param objective C + lambda E
 * @param violations requirements and limits that the selection breaks; empty for a feasible one
 */
public record Evaluation(
        Cost cost, EnergyUse energy, Loads loads, Footprint footprint, Money objective, List<Violation> violations) {
    /** Keeps its own list. */
    public Evaluation {
        violations = List.copyOf(violations);
    }

    /**
     * Evaluates a selection.
     *
     * @param problem the problem, with its catalogue
     * @param selection what is chosen
     * @return the evaluation
     * @throws io.dcsdk.item.ItemException if the problem has no catalogue, or the selection names an item that the
     *     catalogue does not have
     */
    public static Evaluation of(DesignProblem problem, Selection selection) {
        ChosenItems chosen = ChosenItems.of(problem, selection);
        Loads loads = LoadModel.of(problem, chosen);
        Cost cost = CostModel.of(problem, chosen);
        EnergyUse energy = EnergyUse.of(problem.finance(), loads);
        Money objective = cost.total().plus(problem.lambda().price().times(energy.total()));
        Footprint footprint = Footprint.of(problem, chosen, loads);
        return new Evaluation(
                cost, energy, loads, footprint, objective, RequirementCheck.of(problem, chosen, loads, cost));
    }

    /**
     * Whether every requirement and limit holds.
     *
     * @return true without violations
     */
    public boolean feasible() {
        return violations.isEmpty();
    }
}
