package io.dcsdk.optimizer.joint;

import io.dcsdk.design.Evaluation;
import io.dcsdk.design.Selection;
import io.dcsdk.item.ItemRules;
import io.dcsdk.optimizer.sizing.Dispatch;
import io.dcsdk.optimizer.sizing.DispatchAudit;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.Profile;
import io.dcsdk.optimizer.sizing.Sizing;
import java.util.ArrayList;
import java.util.List;

/**
 * A joint plan as it is saved: what follows from the rest is left out.
 *
 * @param selection what is chosen
 * @param amounts MW or MWh of the supply's capacities
 * @param powers MW at step × activities + activity
 * @param levels MWh at the end of a step at step × nodes + node
 * @param startLevels MWh before the first step, one for each node
 * @param prices currency per MWh at step × nodes + node
 * @param limitMultipliers one for each annual limit of the supply
 */
public record JointPlanDocument(
        Selection selection,
        List<Double> amounts,
        List<Double> powers,
        List<Double> levels,
        List<Double> startLevels,
        List<Double> prices,
        List<Double> limitMultipliers) {
    /** Checks the components. */
    public JointPlanDocument {
        ItemRules rules = rules();
        rules.required("selection", selection);
        amounts = rules.list("amounts", amounts);
        powers = rules.list("powers", powers);
        levels = rules.list("levels", levels);
        startLevels = rules.list("startLevels", startLevels);
        prices = rules.list("prices", prices);
        limitMultipliers = rules.list("limitMultipliers", limitMultipliers);
    }

    private static ItemRules rules() {
        return ItemRules.of("joint plan", "");
    }

    static JointPlanDocument of(JointProblem problem, JointPlan plan) {
        EnergySystem system = problem.supply();
        Dispatch dispatch = plan.supply().dispatch();
        List<Double> powers = new ArrayList<>();
        List<Double> levels = new ArrayList<>();
        List<Double> startLevels = new ArrayList<>();
        for (int n = 0; n < system.nodes().size(); n++) {
            startLevels.add(dispatch.levelBefore(n, 0));
        }
        for (int t = 0; t < system.steps(); t++) {
            for (int j = 0; j < system.activities().size(); j++) {
                powers.add(dispatch.power(j, t));
            }
            for (int n = 0; n < system.nodes().size(); n++) {
                levels.add(dispatch.level(n, t));
            }
        }
        return new JointPlanDocument(
                plan.selection(),
                plan.supply().amounts(),
                powers,
                levels,
                startLevels,
                SavedNumbers.prices(system, plan.supply().prices()),
                SavedNumbers.multipliers(system, plan.supply().prices()));
    }

    JointPlan read(JointProblem problem) {
        EnergySystem system = problem.supply();
        if (amounts.size() != system.capacities().size()) {
            throw rules().broken(
                            "amounts",
                            amounts.size(),
                            "are not one for each of " + system.capacities().size() + " capacities",
                            "the result is of another problem.");
        }
        Dispatch dispatch = new Dispatch(
                system, SavedNumbers.array(powers), SavedNumbers.array(levels), SavedNumbers.array(startLevels));
        Evaluation evaluation = Evaluation.of(problem.design(), selection);
        Profile load = JointPlan.loadOf(problem, selection, evaluation);
        return JointPlan.of(
                problem,
                selection,
                new Sizing.Design(
                        amounts,
                        dispatch,
                        SavedNumbers.prices(system, prices, limitMultipliers),
                        DispatchAudit.of(problem.supplying(load), amounts, dispatch)));
    }
}
