package io.dcsdk.optimizer;

import io.dcsdk.optimizer.placement.LocationEstimate;
import io.dcsdk.placement.PlaceableWorkload;
import io.dcsdk.placement.PlacementProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A placement by estimates: parts go one by one, the largest first, to where they count least, then single parts are moved,
 * locations closed and opened, as long as that is worth while. A local search of capacitated facility location (Korupolu, Plaxton
 * and Rajaraman 2000 analyse these moves). Deterministic; cost of a pass: parts × locations^2.
 */
final class RoughPlacement {
    private static final int MOST_PASSES = 60;
    private static final double WORTH = 1e-9;

    private final PlacementProblem problem;
    private final List<LocationEstimate> estimates;
    private final double[] rooms;
    /** The workload of each part. */
    private final List<PlaceableWorkload> parts = new ArrayList<>();

    private final double[][] prices;
    private final double[][] draws;
    private int[] places = new int[0];
    private int[][] counts = new int[0][];
    private double[] drawn = new double[0];
    private int[] used = new int[0];

    /**
     * A placement under construction.
     *
     * @param rooms kilowatts that each location is believed to have room for
     */
    RoughPlacement(PlacementProblem problem, List<LocationEstimate> estimates, double[] rooms) {
        this.problem = problem;
        this.estimates = estimates;
        this.rooms = rooms.clone();
        for (PlaceableWorkload workload : problem.workloads()) {
            for (int k = 0; k < workload.count(); k++) {
                parts.add(workload);
            }
        }
        parts.sort(Comparator.<PlaceableWorkload>comparingDouble(workload -> size(estimates, workload))
                .reversed());
        prices = new double[parts.size()][estimates.size()];
        draws = new double[parts.size()][estimates.size()];
        for (int part = 0; part < parts.size(); part++) {
            for (int s = 0; s < estimates.size(); s++) {
                String name = parts.get(part).name();
                prices[part][s] = estimates.get(s).price().getOrDefault(name, Double.POSITIVE_INFINITY);
                draws[part][s] = estimates.get(s).draw().getOrDefault(name, 0.0);
            }
        }
    }

    private static double size(List<LocationEstimate> estimates, PlaceableWorkload workload) {
        return estimates.stream()
                .mapToDouble(estimate -> estimate.price().getOrDefault(workload.name(), 0.0))
                .max()
                .orElse(0);
    }

    /** Parts by location and workload; empty if some part found no room. */
    Optional<Map<String, SortedMap<String, Integer>>> find() {
        places = new int[parts.size()];
        Arrays.fill(places, -1);
        counts = new int[estimates.size()][problem.workloads().size()];
        drawn = new double[estimates.size()];
        used = new int[estimates.size()];
        for (int part = 0; part < parts.size(); part++) {
            int best = bestFor(part, -1, true);
            if (best < 0) {
                return Optional.empty();
            }
            put(part, best);
        }
        boolean improved = true;
        for (int pass = 0; pass < MOST_PASSES && improved; pass++) {
            improved = moveParts();
            improved |= closeLocations();
            improved |= openLocations();
        }
        return problem.leastLocations().filter(least -> usedCount() < least).isPresent()
                ? Optional.empty()
                : Optional.of(result());
    }

    private Map<String, SortedMap<String, Integer>> result() {
        Map<String, SortedMap<String, Integer>> placed = new TreeMap<>();
        for (int part = 0; part < parts.size(); part++) {
            placed.computeIfAbsent(estimates.get(places[part]).location(), id -> new TreeMap<>())
                    .merge(parts.get(part).name(), 1, Integer::sum);
        }
        return placed;
    }

    private long usedCount() {
        return Arrays.stream(used).filter(count -> count > 0).count();
    }

    private int indexOf(int part) {
        return problem.workloads().indexOf(parts.get(part));
    }

    private void put(int part, int location) {
        places[part] = location;
        counts[location][indexOf(part)]++;
        drawn[location] += draws[part][location];
        used[location]++;
    }

    private int take(int part) {
        int from = places[part];
        counts[from][indexOf(part)]--;
        drawn[from] -= draws[part][from];
        used[from]--;
        places[part] = -1;
        return from;
    }

    private boolean fits(int part, int location) {
        return prices[part][location] < Double.POSITIVE_INFINITY
                && counts[location][indexOf(part)] < parts.get(part).most()
                && drawn[location] + draws[part][location] <= rooms[location];
    }

    private double price(int part, int location) {
        return prices[part][location]
                + (used[location] == 0 ? estimates.get(location).opening() : 0);
    }

    private int bestFor(int part, int not, boolean mayOpen) {
        boolean isOpenAllowed = mayOpen
                && problem.mostLocations().filter(most -> usedCount() >= most).isEmpty();
        int best = -1;
        for (int s = 0; s < estimates.size(); s++) {
            if (s != not
                    && (used[s] > 0 || isOpenAllowed)
                    && fits(part, s)
                    && (best < 0 || price(part, s) < price(part, best))) {
                best = s;
            }
        }
        return best;
    }

    private boolean moveParts() {
        boolean improved = false;
        for (int part = 0; part < parts.size(); part++) {
            int from = take(part);
            int best = bestFor(part, -1, true);
            boolean isWorthIt = best >= 0 && price(part, best) < price(part, from) * (1 - WORTH) && best != from;
            put(part, isWorthIt ? best : from);
            improved |= isWorthIt;
        }
        return improved;
    }

    private boolean closeLocations() {
        boolean improved = false;
        for (int s = 0; s < estimates.size(); s++) {
            if (used[s] == 0
                    || problem.leastLocations()
                            .filter(least -> usedCount() <= least)
                            .isPresent()) {
                continue;
            }
            int closed = s;
            improved |= tryMoves(s, part -> places[part] == closed, true);
        }
        return improved;
    }

    /** All parts that count less at a location move there; the opening may pay for itself. */
    private boolean openLocations() {
        boolean improved = false;
        for (int s = 0; s < estimates.size(); s++) {
            int opened = s;
            boolean isAllowed =
                    problem.mostLocations().filter(most -> usedCount() >= most).isEmpty();
            if (used[s] == 0 && isAllowed) {
                improved |= tryMoves(s, part -> prices[part][opened] < prices[part][places[part]], false);
            }
        }
        return improved;
    }

    /** Which parts a move is about. */
    private interface Moved {
        boolean test(int part);
    }

    private boolean tryMoves(int location, Moved moved, boolean away) {
        int[] before = places.clone();
        double objective = objective();
        boolean isPossible = true;
        for (int part = 0; part < parts.size() && isPossible; part++) {
            if (moved.test(part)) {
                int from = take(part);
                int to = away ? bestFor(part, location, false) : (fits(part, location) ? location : from);
                isPossible = to >= 0;
                put(part, isPossible ? to : from);
            }
        }
        if (isPossible && objective() < objective * (1 - WORTH)) {
            return true;
        }
        for (int part = 0; part < parts.size(); part++) {
            if (places[part] != before[part]) {
                take(part);
                put(part, before[part]);
            }
        }
        return false;
    }

    private double objective() {
        double sum = 0;
        for (int part = 0; part < parts.size(); part++) {
            sum += prices[part][places[part]];
        }
        for (int s = 0; s < estimates.size(); s++) {
            sum += used[s] > 0 ? estimates.get(s).opening() : 0;
        }
        return sum;
    }
}
