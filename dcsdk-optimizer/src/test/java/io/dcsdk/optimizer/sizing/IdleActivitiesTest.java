package io.dcsdk.optimizer.sizing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A limit leaves at rest what counts for it, if it grants nothing and nothing can be taken back. */
final class IdleActivitiesTest {
    private static final Profile SOMETIMES = Profile.of(0, 2, 0, 1);

    /** The steps in which the grid has to rest under one limit; the sun never does. */
    private static List<Integer> idle(AnnualLimit limit) {
        EnergySystem system = EnergySystem.builder(4, Profile.constant(1))
                .capacity(Capacity.given("grid", 4))
                .capacity(new Capacity("plant", 1, 5, 10))
                .bus("bus", Profile.constant(1))
                .source("grid", "bus", Limit.of("grid"), Profile.constant(100))
                .source("sun", "bus", Limit.of("plant"), Profile.constant(0))
                .limit(limit)
                .build();
        IdleActivities idle = IdleActivities.of(system);
        assertEquals(
                List.of(),
                IntStream.range(0, 4).filter(t -> idle.contains(1, t)).boxed().toList());
        return IntStream.range(0, 4).filter(t -> idle.contains(0, t)).boxed().toList();
    }

    private static AnnualLimit limit(Profile ofGrid, Map<String, Double> weights, double most) {
        return new AnnualLimit("cap", Map.of("grid", ofGrid), weights, most);
    }

    @Test
    void whatCountsForALimitOfZeroRestsWhereItCounts() {
        assertEquals(List.of(1, 3), idle(limit(SOMETIMES, Map.of(), 0)));
    }

    @Test
    void aLimitThatGrantsSomethingOrContradictsItselfLeavesNothingAtRest() {
        assertEquals(List.of(), idle(limit(SOMETIMES, Map.of(), 1e-9)));
        assertEquals(List.of(), idle(limit(SOMETIMES, Map.of(), -1)));
    }

    @Test
    void whatIsBuiltAtLeastUsesALimitUpAndWhatMayBeBuiltWidensIt() {
        assertEquals(List.of(1, 3), idle(limit(SOMETIMES, Map.of("plant", 2.0), 2)));
        assertEquals(List.of(), idle(limit(SOMETIMES, Map.of("plant", 2.0), 10)));
        assertEquals(List.of(), idle(limit(SOMETIMES, Map.of("plant", -2.0), 0)));
        assertEquals(List.of(1, 3), idle(limit(SOMETIMES, Map.of("plant", -2.0), -10)));
        assertEquals(List.of(1, 3), idle(limit(SOMETIMES, Map.of("plant", -0.0), 0)));
    }

    @Test
    void whatCanBeTakenBackLeavesNothingAtRest() {
        assertEquals(List.of(), idle(limit(Profile.of(1, 1, -1, 1), Map.of(), 0)));
    }

    @Test
    void aShareOfTheDemandIsGranted() {
        assertEquals(
                List.of(), idle(new AnnualLimit("cap", Map.of("grid", SOMETIMES), Map.of(), 0, Map.of("bus", 0.5))));
        assertEquals(
                List.of(1, 3),
                idle(new AnnualLimit("cap", Map.of("grid", SOMETIMES), Map.of(), -2, Map.of("bus", 0.5))));
    }
}
