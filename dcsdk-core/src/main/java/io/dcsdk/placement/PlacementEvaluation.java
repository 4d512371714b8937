package io.dcsdk.placement;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.Evaluation;
import io.dcsdk.design.Violation;
import io.dcsdk.quantity.CarbonMass;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.TimeSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a placement costs, draws and breaks, worked out from the items themselves, in exact decimals and without the algebra
 * that the optimiser solves: the second opinion on every placement.
 *
 * @param locations figures of each location, in the order given
 * @param workloads where each workload runs, in the order of the problem
 * @param cost C of all locations, with the costs of opening
 * @param energy E of all locations
 * @param carbon carbon of that energy
 * @param objective {@code Σ C_s + lambda_s E_s + opening_s}
 * @param violations requirements and limits that are broken; empty for a feasible placement
 */
public record PlacementEvaluation(
        List<LocationPlan> locations,
        List<PlacedWorkload> workloads,
        Money cost,
        Energy energy,
        CarbonMass carbon,
        Money objective,
        List<Violation> violations) {
    /** Keeps its own lists. */
    public PlacementEvaluation {
        locations = List.copyOf(locations);
        workloads = List.copyOf(workloads);
        violations = List.copyOf(violations);
    }

    /**
     * Evaluates a placement.
     *
     * @param problem the problem, with its catalogue
     * @param selections what is placed and chosen at each location in use
     * @return the evaluation
     * @throws io.dcsdk.item.ItemException if the problem has no catalogue, or a location, workload or item is not known
     */
    public static PlacementEvaluation of(PlacementProblem problem, List<LocationSelection> selections) {
        List<LocationPlan> plans = new ArrayList<>();
        List<Violation> violations = new ArrayList<>();
        Money cost = Money.ZERO;
        Money objective = Money.ZERO;
        Energy energy = Energy.ZERO;
        CarbonMass carbon = CarbonMass.ZERO;
        for (LocationSelection selection : selections) {
            Location location = problem.location(selection.location());
            selection.parts().keySet().forEach(problem::workload);
            DesignProblem there = problem.at(location, selection.parts());
            Evaluation evaluation = Evaluation.of(there, selection.selection());
            LocationPlan plan = plan(problem, location, selection, evaluation);
            plans.add(plan);
            cost = cost.plus(plan.cost().total()).plus(plan.opening());
            objective = objective.plus(plan.objective());
            energy = energy.plus(plan.energy().total());
            carbon = carbon.plus(plan.carbon());
            evaluation
                    .violations()
                    .forEach(broken ->
                            violations.add(new Violation(broken.constraint() + "." + location.id(), broken.message())));
        }
        List<PlacedWorkload> placed = problem.workloads().stream()
                .map(workload -> placed(problem, workload, plans))
                .toList();
        violations.addAll(PlacementCheck.of(problem, plans, cost, energy, carbon));
        return new PlacementEvaluation(plans, placed, cost, energy, carbon, objective, violations);
    }

    private static LocationPlan plan(
            PlacementProblem problem, Location location, LocationSelection selection, Evaluation evaluation) {
        Money opening = location.opening(problem.finance());
        return new LocationPlan(
                location.id(),
                selection.parts(),
                selection.selection(),
                evaluation.cost(),
                opening,
                evaluation.energy(),
                location.carbonIntensity().times(evaluation.energy().total()),
                evaluation.loads(),
                evaluation.objective().plus(opening));
    }

    private static PlacedWorkload placed(
            PlacementProblem problem, PlaceableWorkload workload, List<LocationPlan> plans) {
        SortedMap<String, Integer> parts = new TreeMap<>();
        for (LocationPlan plan : plans) {
            int count = plan.parts().getOrDefault(workload.name(), 0);
            if (count > 0) {
                parts.merge(plan.location(), count, Integer::sum);
            }
        }
        Optional<TimeSpan> longest = parts.keySet().stream()
                .flatMap(id -> problem.latency(workload, problem.location(id)).stream())
                .max(TimeSpan::compareTo);
        return new PlacedWorkload(workload.name(), parts, longest);
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
