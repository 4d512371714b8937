package io.dcsdk.optimizer.typical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.sizing.Activity;
import io.dcsdk.optimizer.sizing.AnnualLimit;
import io.dcsdk.optimizer.sizing.Capacity;
import io.dcsdk.optimizer.sizing.CapacityEvaluation;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.EnergySystemBuilder;
import io.dcsdk.optimizer.sizing.Limit;
import io.dcsdk.optimizer.sizing.Port;
import io.dcsdk.optimizer.sizing.Profile;
import io.dcsdk.optimizer.sizing.Reservoir;
import io.dcsdk.optimizer.sizing.Sizing;
import io.dcsdk.optimizer.sizing.SizingOptimizer;
import io.dcsdk.optimizer.sizing.SizingOptions;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Typical days are another problem; what is reported is about the whole one. */
final class TypicalSizingTest {
    private static final SizingOptions OPTIONS = SizingOptions.defaults();

    private static Profile series(Random random, int steps, double low, double high) {
        return Profile.of(
                random.doubles(steps).map(value -> low + (high - low) * value).toArray());
    }

    /** Days of four steps of six hours: sun, grid with a charged peak in each half, carbon, and perhaps a battery. */
    private static EnergySystem system(long seed, int days, boolean battery, boolean peaks) {
        Random random = new Random(seed);
        int steps = 4 * days;
        EnergySystemBuilder system = EnergySystem.builder(steps, Profile.constant(6))
                .bus("site", series(random, steps, 5, 10))
                .capacity(new Capacity("sun", 0, 50, 100 + 100 * random.nextDouble()))
                .source("sun", "site", Limit.of("sun", series(random, steps, 0, 1)), Profile.constant(0));
        Limit grid = Limit.of("grid");
        if (peaks) {
            int[] halves = new int[steps];
            for (int t = steps / 2; t < steps; t++) {
                halves[t] = 1;
            }
            grid = Limit.byPeriod(List.of("first", "second"), halves);
            system.capacity(new Capacity("first", 0, 20, 30)).capacity(new Capacity("second", 0, 20, 50));
        } else {
            system.capacity(new Capacity("grid", 0, 20, 40));
        }
        system.activity(new Activity("grid", List.of(new Port("site", 1)), grid, series(random, steps, 1, 9)));
        system.limit(new AnnualLimit("cap", Map.of("grid", Profile.constant(0.4)), 6.0 * 0.4 * 10 * steps));
        if (battery) {
            system.capacity(new Capacity("battery", 0, 100, 3))
                    .storage("battery", "site", "battery", Reservoir.cyclic("battery", 4), 0.9, 0.9);
        }
        return system.build();
    }

    private static double cost(Sizing sizing) {
        return sizing.design().orElseThrow().cost();
    }

    @Property(tries = 12)
    void allDaysWithoutStorageAreTheProblemItself(@ForAll @IntRange(min = 0, max = 1000) int seed) {
        for (boolean peaks : new boolean[] {false, true}) {
            EnergySystem system = system(seed, 6, false, peaks);
            Sizing whole = SizingOptimizer.solve(system, OPTIONS);
            TypicalSizing typical = TypicalSizing.solve(system, 6, OPTIONS);
            assertEquals(0, typical.days().objective());
            assertEquals(cost(whole), cost(typical.onTypicalDays()), 3e-6 * cost(whole));
            Sizing evaluated = typical.onAllDays().orElseThrow().sizing();
            assertEquals(cost(whole), cost(evaluated), 6e-6 * cost(whole));
            // The prices of all days are those of the problem itself, so they prove its cost.
            assertTrue(evaluated.gap() < 1e-4, "gap " + evaluated.gap());
        }
    }

    @Property(tries = 12)
    void whatIsReportedIsADesignOfTheWholeProblemAboveItsBound(
            @ForAll @IntRange(min = 0, max = 1000) int seed, @ForAll @IntRange(min = 1, max = 8) int most) {
        EnergySystem system = system(seed, 8, true, true);
        Sizing whole = SizingOptimizer.solve(system, OPTIONS);
        TypicalSizing typical = TypicalSizing.solve(system, most, OPTIONS);
        if (most == 8) {
            // Storage that ends each day as it began it may do less than storage that need not.
            assertTrue(cost(typical.onTypicalDays()) >= whole.bound());
        }
        Sizing evaluated = typical.onAllDays().orElseThrow().sizing();
        // The grid's peaks follow from the dispatch and may always be 20 MW, so there is a design.
        assertTrue(evaluated.design().orElseThrow().audit().isFeasible());
        assertTrue(cost(evaluated) >= whole.bound());
        assertTrue(evaluated.bound() <= cost(whole) * (1 + 1e-9), evaluated.bound() + " " + cost(whole));
        double dispatch = typical.onAllDays().orElseThrow().dispatch().gap();
        assertTrue(dispatch <= OPTIONS.gap(), "dispatch " + dispatch);
    }

    @Test
    void theBestCapacitiesCostWhatTheyCost() {
        EnergySystem system = system(5, 8, true, false);
        Sizing whole = SizingOptimizer.solve(system, OPTIONS);
        CapacityEvaluation evaluation =
                CapacityEvaluation.of(system, whole.design().orElseThrow().amounts(), OPTIONS);
        assertEquals(cost(whole), cost(evaluation.sizing()), 1e-5 * cost(whole));
        assertTrue(evaluation.sizing().bound() <= cost(whole));
        // The prices of the whole problem are the proof; those of the dispatch alone are not.
        Sizing proven = evaluation
                .withPrices(system, whole.design().orElseThrow().prices())
                .sizing();
        assertTrue(proven.gap() < 1e-4, "gap " + proven.gap());
    }

    @Test
    void capacitiesThatDoNotDoAreSaidNotToDo() {
        EnergySystem system = EnergySystem.builder(2, Profile.constant(12))
                .bus("site", Profile.of(1, 3))
                .capacity(new Capacity("grid", 0, 5, 1))
                .source("grid", "site", Limit.of("grid"), Profile.constant(1))
                .build();
        CapacityEvaluation evaluation = CapacityEvaluation.of(system, List.of(2.0), OPTIONS);
        assertEquals(Sizing.Status.INFEASIBLE, evaluation.dispatch().status());
        assertEquals(Sizing.Status.UNKNOWN, evaluation.sizing().status());
        assertTrue(evaluation.sizing().design().isEmpty());
        assertThrows(IllegalArgumentException.class, () -> CapacityEvaluation.of(system, List.of(), OPTIONS));
    }

    @Test
    void theDayOfTheHighestDemandIsAmongTheTypicalOnes() {
        EnergySystem system = system(9, 8, true, false);
        TypicalSizing typical = TypicalSizing.solve(system, 1, OPTIONS);
        assertEquals(
                0,
                typical.days().errors().stream()
                        .filter(error -> error.series().equals("demand of site"))
                        .findFirst()
                        .orElseThrow()
                        .peak());
        assertEquals(1, typical.days().days().size());
        assertEquals(8, typical.days().days().get(0).weight());
    }
}
