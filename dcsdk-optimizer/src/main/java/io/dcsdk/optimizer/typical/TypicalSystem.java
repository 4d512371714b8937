package io.dcsdk.optimizer.typical;

import com.google.common.collect.ImmutableMap;
import io.dcsdk.optimizer.sizing.Activity;
import io.dcsdk.optimizer.sizing.AnnualLimit;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.EnergySystemBuilder;
import io.dcsdk.optimizer.sizing.Limit;
import io.dcsdk.optimizer.sizing.Node;
import io.dcsdk.optimizer.sizing.Port;
import io.dcsdk.optimizer.sizing.Prices;
import io.dcsdk.optimizer.sizing.Profile;
import io.dcsdk.optimizer.sizing.Reservoir;
import io.dcsdk.series.typical.TypicalDays;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A system of one day's steps in which each typical day has nodes, activities and reservoirs of its own, all over the same capacities:
 * so each storage ends each day as it began it. What an activity costs, and what it counts for annual limits, is multiplied by the
 * days that the typical day stands for.
 *
 * <p>Where capacities change by period, as for monthly peaks, a typical day that stands for days of several periods is there once for
 * each of them, with the share of its days.
 */
final class TypicalSystem {
    /** Equations of a step: the work grows with their third power. */
    static final int MOST_NODES = 480;

    /** A day in the system: which day of the horizon, in which periods, and how many days it stands for. */
    private record Copy(int day, List<Integer> periods, int weight) {}

    private final EnergySystem system;
    private final int perDay;
    private final List<Copy> copies = new ArrayList<>();
    private final int[] copyOfDay;

    TypicalSystem(EnergySystem system, TypicalDays days) {
        this.system = system;
        perDay = days.stepsPerDay();
        copyOfDay = new int[days.assignment().size()];
        Map<List<Integer>, Integer> weights = new LinkedHashMap<>();
        Map<List<Integer>, Integer> indices = new LinkedHashMap<>();
        for (int day = 0; day < days.assignment().size(); day++) {
            List<Integer> key = new ArrayList<>();
            key.add(days.days().get(days.assignment().get(day)).day());
            key.addAll(periods(day));
            copyOfDay[day] = indices.computeIfAbsent(List.copyOf(key), absent -> indices.size());
            weights.merge(List.copyOf(key), 1, Integer::sum);
        }
        weights.forEach((key, weight) -> copies.add(new Copy(key.get(0), key.subList(1, key.size()), weight)));
        int nodes = copies.size() * system.nodes().size();
        if (nodes > MOST_NODES) {
            throw new IllegalArgumentException(
                    "Typical days (%d, with their periods %d) of a system with %d nodes: they make %d equations a step, more than %d"
                                    .formatted(
                                            days.days().size(),
                                            copies.size(),
                                            system.nodes().size(),
                                            nodes,
                                            MOST_NODES)
                            + "\nMaybe use fewer typical days, or size the whole year.");
        }
    }

    int copies() {
        return copies.size();
    }

    /** The period of each activity in each step of a day, where it has several. */
    private List<Integer> periods(int day) {
        List<Integer> periods = new ArrayList<>();
        for (Activity activity : system.activities()) {
            if (activity.limit().capacities().size() > 1) {
                for (int t = 0; t < perDay; t++) {
                    periods.add(activity.limit().periodOf(day * perDay + t));
                }
            }
        }
        return periods;
    }

    EnergySystem reduced() {
        EnergySystemBuilder reduced = EnergySystem.builder(perDay, Profile.constant(system.hours(0)));
        system.capacities().forEach(reduced::capacity);
        for (int k = 0; k < copies.size(); k++) {
            int copy = k;
            int first = copies.get(k).day() * perDay;
            for (Node node : system.nodes()) {
                reduced.node(new Node(
                        named(node.name(), k),
                        day(node.demand(), first, 1),
                        node.reservoir().map(reservoir -> of(reservoir, first))));
            }
            int used = 0;
            for (Activity activity : system.activities()) {
                boolean isByPeriod = activity.limit().capacities().size() > 1;
                reduced.activity(new Activity(
                        named(activity.name(), k),
                        activity.ports().stream()
                                .map(port -> new Port(named(port.node(), copy), port.coefficient()))
                                .toList(),
                        isByPeriod ? byPeriod(activity.limit(), copies.get(k), used) : all(activity.limit(), first),
                        day(activity.cost(), first, copies.get(k).weight())));
                used += isByPeriod ? perDay : 0;
            }
        }
        system.limits().forEach(limit -> reduced.limit(limit(limit)));
        return reduced.build();
    }

    /**
     * The reduced system's prices on all days: each day has those of the day that stands for it, and a price of that one is of all
     * the days that it stands for.
     */
    Prices prices(Prices reduced) {
        int nodes = system.nodes().size();
        double[] prices = new double[system.steps() * nodes];
        for (int t = 0; t < system.steps(); t++) {
            int copy = copyOfDay[t / perDay];
            for (int n = 0; n < nodes; n++) {
                prices[t * nodes + n] = reduced.at(copy * nodes + n, t % perDay)
                        / copies.get(copy).weight();
            }
        }
        double[] limits = IntStream.range(0, system.limits().size())
                .mapToDouble(reduced::ofLimit)
                .toArray();
        return Prices.of(system, prices, limits);
    }

    private static String named(String name, int copy) {
        return "%s, day %d".formatted(name, copy + 1);
    }

    private Reservoir of(Reservoir reservoir, int first) {
        return new Reservoir(
                reservoir.capacity(),
                reservoir.hours(),
                reservoir.hourlyLoss(),
                reservoir.level(),
                day(reservoir.availability(), first, 1));
    }

    private Limit all(Limit limit, int first) {
        return Limit.of(limit.capacities().get(0), day(limit.availability(), first, 1));
    }

    private Limit byPeriod(Limit limit, Copy copy, int used) {
        return Limit.byPeriod(
                limit.capacities(),
                IntStream.range(0, perDay)
                        .map(t -> copy.periods().get(used + t))
                        .toArray());
    }

    private AnnualLimit limit(AnnualLimit limit) {
        ImmutableMap.Builder<String, Profile> counts = ImmutableMap.builder();
        for (int k = 0; k < copies.size(); k++) {
            int copy = k;
            limit.coefficients()
                    .forEach((activity, profile) -> counts.put(
                            named(activity, copy),
                            day(
                                    profile,
                                    copies.get(copy).day() * perDay,
                                    copies.get(copy).weight())));
        }
        ImmutableMap.Builder<String, Double> shares = ImmutableMap.builder();
        for (int k = 0; k < copies.size(); k++) {
            int copy = k;
            limit.shares()
                    .forEach((node, share) -> shares.put(
                            named(node, copy), share * copies.get(copy).weight()));
        }
        return new AnnualLimit(
                limit.name(), counts.buildOrThrow(), limit.weights(), limit.most(), shares.buildOrThrow());
    }

    private Profile day(Profile profile, int first, int times) {
        if (profile.length() == 1) {
            return Profile.constant(times * profile.at(0));
        }
        return Profile.of(IntStream.range(first, first + perDay)
                .mapToDouble(t -> times * profile.at(t))
                .toArray());
    }
}
