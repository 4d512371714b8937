package io.dcsdk.optimizer.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.sizing.Activity;
import io.dcsdk.optimizer.sizing.Capacity;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.EnergySystemBuilder;
import io.dcsdk.optimizer.sizing.Limit;
import io.dcsdk.optimizer.sizing.Node;
import io.dcsdk.optimizer.sizing.Profile;
import io.dcsdk.optimizer.sizing.RandomSystems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What must hold of every dispatch, whatever the numbers. */
final class StorageDispatchProperties {
    private static EnergySystem system(int seed) {
        return RandomSystems.oneStorage(new Random(seed), false);
    }

    private static Optional<StorageDispatch> solve(EnergySystem system) {
        return StorageDispatch.solve(system, RandomSystems.amounts(system));
    }

    private static double cost(EnergySystem system) {
        return solve(system).map(found -> found.audit().cost()).orElse(Double.POSITIVE_INFINITY);
    }

    private static EnergySystem changed(
            EnergySystem system, UnaryOperator<Profile> series, UnaryOperator<Profile> prices) {
        EnergySystemBuilder changed = EnergySystem.builder(system.steps(), Profile.constant(system.hours(0)));
        system.capacities().forEach(changed::capacity);
        for (Node node : system.nodes()) {
            changed.node(new Node(node.name(), series.apply(node.demand()), node.reservoir()));
        }
        for (Activity activity : system.activities()) {
            Limit limit = Limit.of(
                    activity.limit().capacities().get(0),
                    series.apply(activity.limit().availability()));
            changed.activity(new Activity(
                    activity.name(), activity.ports(), limit, series.apply(prices.apply(activity.cost()))));
        }
        return changed.build();
    }

    private static Profile shifted(Profile profile, int by) {
        if (profile.length() == 1) {
            return profile;
        }
        double[] values = new double[profile.length()];
        for (int t = 0; t < values.length; t++) {
            values[(t + by) % values.length] = profile.at(t);
        }
        return Profile.of(values);
    }

    @Property(tries = 300)
    void energyIsConserved(@ForAll @IntRange(min = 0) int seed) {
        EnergySystem system = system(seed);
        Optional<StorageDispatch> found = solve(system);
        Assume.that(found.isPresent());
        double brought = 0;
        double needed = 0;
        for (int t = 0; t < system.steps(); t++) {
            needed += system.hours(t) * system.nodes().get(0).demand().at(t);
            for (int j = 0; j < system.activities().size(); j++) {
                Activity activity = system.activities().get(j);
                double power = found.get().dispatch().power(j, t);
                double total = activity.ports().stream()
                        .mapToDouble(port -> port.coefficient())
                        .sum();
                brought += system.hours(t) * power * total;
            }
            // What stands in the storage and fades.
            Node storage = system.nodes().get(1);
            double kept = system.retention(storage.reservoir().orElseThrow(), t);
            brought -= (1 - kept) * found.get().dispatch().levelBefore(1, t);
        }
        assertEquals(needed, brought, 1e-9 * (1 + needed));
        assertTrue(found.get().audit().imbalance() <= 1e-12);
    }

    @Property(tries = 300)
    void moreOfAnythingNeverRaisesTheCostOfOperation(
            @ForAll @IntRange(min = 0) int seed, @ForAll @IntRange(min = 0, max = 9) int which) {
        EnergySystem system = system(seed);
        List<Double> amounts = RandomSystems.amounts(system);
        List<Double> more = new ArrayList<>(amounts);
        int raised = which % amounts.size();
        more.set(raised, more.get(raised) + 1);
        Optional<StorageDispatch> before = StorageDispatch.solve(system, amounts);
        Assume.that(before.isPresent());
        // The audit would refuse more than what is given: state the system with it.
        EnergySystemBuilder larger = EnergySystem.builder(system.steps(), Profile.constant(system.hours(0)));
        for (int c = 0; c < more.size(); c++) {
            larger.capacity(Capacity.given(system.capacities().get(c).name(), more.get(c)));
        }
        system.nodes().forEach(larger::node);
        system.activities().forEach(larger::activity);
        double after = cost(larger.build());
        double known = before.get().audit().cost();
        assertTrue(after <= known + 1e-9 * (1 + known), () -> after + " > " + known);
    }

    @Property(tries = 300)
    void pricesTimesAFactorCostAsMuchMore(@ForAll @IntRange(min = 0) int seed) {
        EnergySystem system = system(seed);
        double known = cost(system);
        Assume.that(known < Double.POSITIVE_INFINITY);
        double scaled = cost(changed(system, profile -> profile, prices -> prices.times(3.7)));
        assertEquals(3.7 * known, scaled, 1e-9 * (1 + known));
    }

    @Property(tries = 300)
    void aYearWithoutBeginningCostsTheSameWhereverItIsCut(
            @ForAll @IntRange(min = 0) int seed, @ForAll @IntRange(min = 0, max = 7) int by) {
        EnergySystem system = system(seed);
        Assume.that(system.nodes().get(1).reservoir().orElseThrow().level().isEmpty());
        double known = cost(system);
        double cut = cost(changed(system, profile -> shifted(profile, by), prices -> prices));
        if (known == Double.POSITIVE_INFINITY) {
            assertEquals(known, cut);
        } else {
            assertEquals(known, cut, 1e-9 * (1 + known));
        }
    }
}
