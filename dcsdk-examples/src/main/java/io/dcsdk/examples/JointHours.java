package io.dcsdk.examples;

import io.dcsdk.cooling.FacilityTable;
import io.dcsdk.cooling.FacilityYear;
import io.dcsdk.design.CoolingChoice;
import io.dcsdk.optimizer.joint.JointPlan;
import io.dcsdk.optimizer.joint.JointProblem;
import io.dcsdk.optimizer.sizing.Profile;
import io.dcsdk.optimizer.supply.SupplySystem;
import io.dcsdk.quantity.Power;
import io.dcsdk.series.StepTable;
import java.util.Optional;

/** A design with its supply step by step: the facility, then its supply. */
final class JointHours {
    private JointHours() {}

    /**
     * The table of a plan.
     *
     * @param problem what was solved
     * @param facility supply and cooling plants of the document
     * @param plan a plan of it
     */
    static StepTable of(JointProblem problem, FacilityInput facility, JointPlan plan) {
        SupplySystem supply = facility.supply();
        Power meanIt = plan.evaluation().loads().meanIt();
        Optional<FacilityYear> year =
                plan.selection().cooling().map(CoolingChoice::system).flatMap(item -> facility.year(item, meanIt));
        StepTable steps = year.filter(known -> supply.calendar().axis().isEmpty())
                .map(known -> StepTable.at(known.itLoad().axis()))
                .orElseGet(() -> SupplyHours.steps(supply));
        StepTable table = year.map(known -> FacilityTable.appended(steps, "", known))
                .orElseGet(() -> constant(steps, facility.equipment(meanIt), plan.load()));
        return SupplyHours.appended(table, supply, problem.supplying(plan.load()), plan.supply());
    }

    /** What is known where the document states the overhead of cooling and no plant. */
    private static StepTable constant(StepTable steps, Profile equipment, Profile facility) {
        return steps.with("IT", "MW", equipment::at)
                .with("facility", "MW", facility::at)
                .with("PUE", "", step -> equipment.at(step) > 0 ? facility.at(step) / equipment.at(step) : Double.NaN);
    }
}
