package io.dcsdk.optimizer.placement;

import io.dcsdk.design.Outcome.Conflict;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.plan.ProvenConflict;
import io.dcsdk.placement.Location;
import io.dcsdk.placement.PlaceableWorkload;
import io.dcsdk.placement.PlacementProblem;
import io.dcsdk.security.ResidencyRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The requirements, limits and rules that a proof of infeasibility rests on. Where the rules of residency and latency are rows, the
 * proof says which of them take part. In {@link PlacementFormulation#of} they are variables that are not there: a proof over that
 * algebra rests on every rule that took a place away, whatever rows it uses.
 */
public final class PlacementConflict {
    private PlacementConflict() {}

    /**
     * The conflict that a proof proves.
     *
     * @param formulation the problem as algebra, with its rules as rows or without
     * @param infeasible a proof over that algebra that it is infeasible
     * @return what cannot hold together, in the order of the program; rules that are no rows follow, each with the row that it would be
     */
    public static List<Conflict> of(PlacementFormulation formulation, Certificate infeasible) {
        List<Conflict> conflict =
                new ArrayList<>(ProvenConflict.of(formulation.program(), formulation.requirementOfRow(), infeasible));
        LinearProgram stated =
                PlacementFormulation.withRules(formulation.problem()).program();
        if (!stated.digest().equals(formulation.program().digest())) {
            Map<String, String> rules = rules(formulation.problem());
            for (int row = 0; row < stated.constraints().size(); row++) {
                String owner = rules.get(stated.constraints().get(row).name());
                if (owner != null) {
                    conflict.add(new Conflict(owner, stated.describe(row)));
                }
            }
        }
        return conflict;
    }

    /** The owner of every row that keeps a workload from a location, by the row's name. */
    private static Map<String, String> rules(PlacementProblem problem) {
        Map<String, String> rules = new HashMap<>();
        for (Location location : problem.locations()) {
            for (PlaceableWorkload workload : problem.workloads()) {
                String variable = PlacementNames.place(workload, location);
                for (ResidencyRule rule : problem.residencyAgainst(workload, location)) {
                    String owner = PlacementNames.residency(rule);
                    rules.put(PlacementNames.forbidden(owner, variable), owner);
                }
                if (!problem.isNear(workload, location)) {
                    String owner = PlacementNames.latency(workload);
                    rules.put(PlacementNames.forbidden(owner, variable), owner);
                }
            }
        }
        return rules;
    }
}
