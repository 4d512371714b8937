package io.dcsdk.optimizer;

import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.placement.LocationEstimate;
import io.dcsdk.optimizer.placement.PlacementFormulation;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.search.MixedIntegerSolver;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.search.SolveResult;
import io.dcsdk.placement.PlaceableWorkload;
import io.dcsdk.placement.PlacementProblem;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A feasible placement to start the search from: where workloads are comes from estimates, what is bought at each location from a
 * small program of its own. Where a location turns out too small it is believed to have less room, and all is placed again.
 * What it finds is checked exactly; that it finds nothing means nothing.
 */
final class StartingPlacement {
    private static final int MOST_ROUNDS = 8;
    private static final double LESS_ROOM = 0.93;
    private static final int LEAST_LOCATIONS = 2;
    private static final long MOST_CHOICES = 2_000_000;
    private static final long NODES = 200;
    private static final Rational GAP = Rational.of(1, 1_000_000);

    private final LpEngine engine;
    private final PlacementFormulation formulation;
    private final PlacementProblem problem;
    private final SolveLimits limits;
    private final long start;
    private final Map<String, Optional<Map<String, Rational>>> known = new HashMap<>();

    /**
     * A finder.
     *
     * @param limits of the whole solve
     * @param start when that began, in {@link System#nanoTime()}
     */
    StartingPlacement(LpEngine engine, PlacementFormulation formulation, SolveLimits limits, long start) {
        this.engine = engine;
        this.formulation = formulation;
        this.problem = formulation.problem();
        this.limits = limits;
        this.start = start;
    }

    /** A feasible point of the formulation's program, if one is met. */
    Optional<List<Rational>> find() {
        List<LocationEstimate> estimates = formulation.estimates();
        long parts =
                problem.workloads().stream().mapToLong(PlaceableWorkload::count).sum();
        long choices = parts * estimates.size() * estimates.size();
        if (estimates.size() < LEAST_LOCATIONS || choices > MOST_CHOICES) {
            return Optional.empty();
        }
        double[] rooms =
                estimates.stream().mapToDouble(LocationEstimate::kilowatts).toArray();
        for (int round = 0; round < MOST_ROUNDS && !isLate(); round++) {
            Optional<Map<String, SortedMap<String, Integer>>> placed =
                    new RoughPlacement(problem, estimates, rooms).find();
            if (placed.isEmpty()) {
                return Optional.empty();
            }
            Map<String, Map<String, Rational>> own = new HashMap<>();
            boolean isComplete = true;
            for (int s = 0; s < rooms.length; s++) {
                String id = estimates.get(s).location();
                SortedMap<String, Integer> here = placed.get().get(id);
                if (here == null) {
                    continue;
                }
                Optional<Map<String, Rational>> bought = bought(id, here);
                if (bought.isEmpty()) {
                    isComplete = false;
                    double drawn = drawn(estimates.get(s), here);
                    rooms[s] = LESS_ROOM * Math.min(rooms[s], drawn);
                } else {
                    own.put(id, bought.get());
                }
            }
            if (isComplete) {
                Map<String, Map<String, Integer>> counts = new HashMap<>(placed.get());
                return formulation.point(counts, own);
            }
        }
        return Optional.empty();
    }

    private static double drawn(LocationEstimate estimate, SortedMap<String, Integer> parts) {
        double sum = 0;
        for (Map.Entry<String, Integer> part : parts.entrySet()) {
            sum += part.getValue() * estimate.draw().getOrDefault(part.getKey(), 0.0);
        }
        return sum;
    }

    private boolean isLate() {
        return limits.cancelled().getAsBoolean()
                || Duration.ofNanos(System.nanoTime() - start)
                                .compareTo(limits.deadline().dividedBy(2))
                        > 0;
    }

    /** What is bought at a location for these parts, by the names of its own program; empty if nothing was found. */
    private Optional<Map<String, Rational>> bought(String id, SortedMap<String, Integer> parts) {
        return known.computeIfAbsent(id + parts, key -> {
            LinearProgram program = DesignFormulation.of(problem.at(problem.location(id), parts))
                    .program();
            Duration left = limits.deadline().minusNanos(System.nanoTime() - start);
            if (left.isNegative() || left.isZero()) {
                return Optional.empty();
            }
            SolveResult result = new MixedIntegerSolver(engine)
                    .solve(
                            program,
                            limits.withDeadline(left)
                                    .withKeepProof(false)
                                    .withNodes(NODES)
                                    .withRelativeGap(GAP));
            return result.point().map(point -> {
                Map<String, Rational> values = new HashMap<>();
                for (int j = 0; j < point.size(); j++) {
                    values.put(program.variables().get(j).name(), point.get(j));
                }
                return values;
            });
        });
    }
}
