package io.dcsdk.placement;

import io.dcsdk.design.Provenance;
import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.CarbonMass;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Ratio;
import java.util.List;

/**
 * A placement that meets a problem: which workload runs where, what is bought at each location, and how far all of it can be
 * from the best one. Figures are over the horizon.
 *
 * @param problem the problem, with its catalogue
 * @param locations the locations in use, in the order of the problem
 * @param workloads where each workload runs, in the order of the problem
 * @param cost C of all locations, with the costs of opening
 * @param energy E of all locations
 * @param carbon carbon of that energy
 * @param objective {@code Σ C_s + lambda_s E_s + opening_s}
 * @param lowerBound no feasible placement has a smaller objective than this
 * @param gap (objective − lower bound) / objective
 * @param provenance input, versions, machine
 */
public record Placement(
        PlacementProblem problem,
        List<LocationPlan> locations,
        List<PlacedWorkload> workloads,
        Money cost,
        Energy energy,
        CarbonMass carbon,
        Money objective,
        Money lowerBound,
        Ratio gap,
        Provenance provenance) {
    /** Checks the components. */
    public Placement {
        ItemRules rules = ItemRules.of("placement", "");
        rules.required("problem", problem);
        locations = rules.list("locations", locations);
        workloads = rules.list("workloads", workloads);
        rules.required("cost", cost);
        rules.required("energy", energy);
        rules.required("carbon", carbon);
        rules.required("objective", objective);
        rules.required("lowerBound", lowerBound);
        rules.required("gap", gap);
        rules.required("provenance", provenance);
    }
}
