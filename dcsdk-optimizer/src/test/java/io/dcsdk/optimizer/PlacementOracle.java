package io.dcsdk.optimizer;

import io.dcsdk.design.Evaluation;
import io.dcsdk.design.Selection;
import io.dcsdk.design.Site;
import io.dcsdk.item.CatalogItem;
import io.dcsdk.placement.Location;
import io.dcsdk.placement.LocationSelection;
import io.dcsdk.placement.PlaceableWorkload;
import io.dcsdk.placement.PlacementEvaluation;
import io.dcsdk.placement.PlacementProblem;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Brute force over placements: every way to place every part, judged without the algebra. */
final class PlacementOracle {
    private final PlacementProblem problem;
    private final Map<String, Optional<Money>> known = new HashMap<>();
    private final Map<String, List<Candidate>> allowed = new HashMap<>();
    private Optional<Money> best = Optional.empty();

    private PlacementOracle(PlacementProblem problem) {
        this.problem = problem;
    }

    /** The minimum where nothing but the number of locations holds for several of them together. */
    static Optional<Money> apart(PlacementProblem problem) {
        PlacementOracle oracle = new PlacementOracle(problem);
        oracle.everyPlacement(oracle::sumOfLocations);
        return oracle.best;
    }

    /** The minimum over all counts from 0 to {@code most} of servers and storage units, with as few racks as do. */
    static Optional<Money> together(PlacementProblem problem, int most) {
        PlacementOracle oracle = new PlacementOracle(problem);
        oracle.everyPlacement(placed -> oracle.everySelection(placed, most));
        return oracle.best;
    }

    private void everyPlacement(Consumer<Map<String, SortedMap<String, Integer>>> judge) {
        Map<String, SortedMap<String, Integer>> placed = new TreeMap<>();
        problem.locations().forEach(location -> placed.put(location.id(), new TreeMap<>()));
        place(0, 0, 0, placed, judge);
    }

    private void place(
            int workload,
            int location,
            int done,
            Map<String, SortedMap<String, Integer>> placed,
            Consumer<Map<String, SortedMap<String, Integer>>> judge) {
        if (workload == problem.workloads().size()) {
            judge.accept(placed);
            return;
        }
        PlaceableWorkload part = problem.workloads().get(workload);
        if (location == problem.locations().size()) {
            if (done == part.count()) {
                place(workload + 1, 0, 0, placed, judge);
            }
            return;
        }
        Location here = problem.locations().get(location);
        // Residency and latency are said here once more, in words of their own.
        boolean isAllowed = problem.residency().stream()
                        .filter(rule -> part.data().contains(rule.data()))
                        .allMatch(rule -> here.jurisdictions().stream()
                                .anyMatch(code -> rule.jurisdictions().contains(code)))
                && problem.populations().stream()
                        .filter(people -> part.users().contains(people.id()))
                        .map(people -> Objects.requireNonNull(people.roundTrip().get(here.id())))
                        .allMatch(time -> time.compareTo(part.latency().orElseThrow()) <= 0);
        int most =
                isAllowed ? Math.min(part.count() - done, part.mostPerLocation().orElse(part.count())) : 0;
        SortedMap<String, Integer> parts = Objects.requireNonNull(placed.get(here.id()));
        for (int count = 0; count <= most; count++) {
            if (count > 0) {
                parts.put(part.name(), count);
            }
            place(workload, location + 1, done + count, placed, judge);
        }
        parts.remove(part.name());
    }

    private boolean isNumberAllowed(long used) {
        return problem.mostLocations().filter(most -> used > most).isEmpty()
                && problem.leastLocations().filter(least -> used < least).isEmpty();
    }

    private void sumOfLocations(Map<String, SortedMap<String, Integer>> placed) {
        long used = placed.values().stream().filter(parts -> !parts.isEmpty()).count();
        if (!isNumberAllowed(used)) {
            return;
        }
        Money sum = Money.ZERO;
        for (Location location : problem.locations()) {
            SortedMap<String, Integer> parts = Objects.requireNonNull(placed.get(location.id()));
            if (parts.isEmpty()) {
                continue;
            }
            Optional<Money> there =
                    known.computeIfAbsent(location.id() + parts, key -> DesignOracle.search(problem.at(location, parts))
                            .minimum());
            if (there.isEmpty()) {
                return;
            }
            sum = sum.plus(there.get()).plus(location.opening(problem.finance()));
        }
        offer(sum);
    }

    private void offer(Money objective) {
        if (best.isEmpty() || objective.compareTo(best.get()) < 0) {
            best = Optional.of(objective);
        }
    }

    /** A selection that its location alone allows, and what it counts there. */
    private record Candidate(LocationSelection selection, Money objective, double cost, double energy, double carbon) {}

    private void everySelection(Map<String, SortedMap<String, Integer>> placed, int most) {
        List<List<Candidate>> candidates = new ArrayList<>();
        placed.forEach((id, parts) -> {
            if (!parts.isEmpty()) {
                candidates.add(allowed.computeIfAbsent(id + parts, key -> candidates(id, new TreeMap<>(parts), most)));
            }
        });
        combine(candidates, new ArrayList<>(), Money.ZERO, new double[3]);
    }

    private void combine(List<List<Candidate>> candidates, List<LocationSelection> chosen, Money sum, double[] taken) {
        if ((best.isPresent() && sum.compareTo(best.get()) >= 0) || isClearlyTooMuch(taken)) {
            return;
        }
        if (chosen.size() == candidates.size()) {
            PlacementEvaluation evaluation = PlacementEvaluation.of(problem, chosen);
            if (evaluation.feasible()) {
                offer(evaluation.objective());
            }
            return;
        }
        for (Candidate candidate : candidates.get(chosen.size())) {
            double[] more = {taken[0] + candidate.cost(), taken[1] + candidate.energy(), taken[2] + candidate.carbon()};
            chosen.add(candidate.selection());
            combine(candidates, chosen, sum.plus(candidate.objective()), more);
            chosen.remove(chosen.size() - 1);
        }
    }

    /** Above a joint limit by more than rounding: what remains is judged by the evaluation. */
    private boolean isClearlyTooMuch(double[] taken) {
        return exceeds(taken[0], problem.finance().budget())
                || exceeds(taken[1], problem.energyLimit())
                || exceeds(taken[2], problem.carbonLimit());
    }

    private static boolean exceeds(double taken, Optional<? extends Quantity<?>> limit) {
        return limit.isPresent() && taken > limit.get().base().doubleValue() * (1 + 1e-9) + 1e-9;
    }

    /** The cheapest first. */
    private List<Candidate> candidates(String id, SortedMap<String, Integer> parts, int most) {
        Location location = problem.location(id);
        List<Candidate> found = new ArrayList<>();
        for (Selection selection : selections(location, most)) {
            Evaluation evaluation = Evaluation.of(problem.at(location, parts), selection);
            if (evaluation.feasible()) {
                found.add(new Candidate(
                        new LocationSelection(id, parts, selection),
                        evaluation.objective().plus(location.opening(problem.finance())),
                        evaluation
                                .cost()
                                .total()
                                .plus(location.opening(problem.finance()))
                                .base()
                                .doubleValue(),
                        evaluation.energy().total().base().doubleValue(),
                        location.carbonIntensity()
                                .times(evaluation.energy().total())
                                .base()
                                .doubleValue()));
            }
        }
        found.sort(Comparator.comparing(Candidate::objective));
        return found;
    }

    private List<Selection> selections(Location location, int most) {
        List<CatalogItem> items = new ArrayList<>(problem.items().servers());
        items.addAll(problem.items().storage());
        List<Selection> found = new ArrayList<>();
        int ways = 1;
        for (int k = 0; k < items.size(); k++) {
            ways *= most + 1;
        }
        for (int way = 0; way < ways; way++) {
            SortedMap<String, Long> servers = new TreeMap<>();
            SortedMap<String, Long> storage = new TreeMap<>();
            int rest = way;
            for (int k = 0; k < items.size(); k++) {
                boolean isServer = k < problem.items().servers().size();
                (isServer ? servers : storage).put(items.get(k).id(), (long) (rest % (most + 1)));
                rest /= most + 1;
            }
            long racks = racks(location, servers, storage);
            found.add(new Selection(
                    servers, storage, Optional.empty(), racks, Optional.empty(), new TreeMap<>(), new TreeSet<>()));
        }
        return found;
    }

    private long racks(Location location, SortedMap<String, Long> servers, SortedMap<String, Long> storage) {
        double units = 0;
        double watts = 0;
        for (var server : problem.items().servers()) {
            long count = servers.getOrDefault(server.id(), 0L);
            units += (double) count * server.rackUnits();
            watts += count * server.maxPower().base().doubleValue();
        }
        for (var unit : problem.items().storage()) {
            long count = storage.getOrDefault(unit.id(), 0L);
            units += (double) count * unit.rackUnits();
            watts += count * unit.maxPower().base().doubleValue();
        }
        var site = location.site().orElse(Site.UNLIMITED);
        double bySpace = units / site.unitsPerRack();
        double draw = watts;
        double byPower = site.powerPerRack()
                .map(limit -> draw / limit.base().doubleValue())
                .orElse(0.0);
        return (long) Math.ceil(Math.max(bySpace, byPower) - 1e-9);
    }
}
