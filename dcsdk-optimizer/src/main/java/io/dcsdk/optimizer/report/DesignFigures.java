package io.dcsdk.optimizer.report;

import io.dcsdk.design.Cost;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.EnergyUse;
import io.dcsdk.design.ItemCount;
import io.dcsdk.design.Loads;
import io.dcsdk.design.Plan;
import io.dcsdk.design.Selection;
import io.dcsdk.optimizer.joint.JointPlan;
import io.dcsdk.optimizer.joint.JointProblem;
import io.dcsdk.quantity.Money;
import java.util.List;

/**
 * What a design is, costs and draws, whoever planned it.
 *
 * @param problem the problem, with its catalogue
 * @param selection what is chosen
 * @param billOfMaterials the same as a list with prices
 * @param cost C by part
 * @param energy E by part
 * @param loads electrical loads
 * @param objective C + lambda E
 */
record DesignFigures(
        DesignProblem problem,
        Selection selection,
        List<ItemCount> billOfMaterials,
        Cost cost,
        EnergyUse energy,
        Loads loads,
        Money objective) {
    static DesignFigures of(Plan plan) {
        return new DesignFigures(
                plan.problem(),
                plan.selection(),
                plan.billOfMaterials(),
                plan.cost(),
                plan.energy(),
                plan.loads(),
                plan.objective());
    }

    static DesignFigures of(JointProblem problem, JointPlan plan) {
        return new DesignFigures(
                problem.design(),
                plan.selection(),
                plan.billOfMaterials(),
                plan.evaluation().cost(),
                plan.evaluation().energy(),
                plan.evaluation().loads(),
                plan.evaluation().objective());
    }
}
