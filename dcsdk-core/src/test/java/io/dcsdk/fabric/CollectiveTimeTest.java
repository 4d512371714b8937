package io.dcsdk.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.QuantityException;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.TimeSpan;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class CollectiveTimeTest {
    private static final CollectiveLink LINK =
            new CollectiveLink(TimeSpan.parse("5 us"), DataRate.parse("50 GB/s"), Ratio.of(0.8));
    private static final CollectiveLink NVLINK =
            new CollectiveLink(TimeSpan.parse("1 us"), DataRate.parse("450 GB/s"), Ratio.of(0.8));
    private static final double TOLERANCE = 1e-12;

    @Test
    void followsThePublishedFormulaInOneStep() {
        DataSize size = DataSize.gigabytes(1);
        double alpha = 5e-6;
        double rate = 50 * 0.8;
        for (Collective collective : Collective.values()) {
            double factor =
                    switch (collective) {
                        case ALL_REDUCE -> 2 * 7 / 8.0;
                        case REDUCE_SCATTER, ALL_GATHER, ALL_TO_ALL -> 7 / 8.0;
                        case BROADCAST -> 1;
                    };
            CollectiveTime time = CollectiveTime.flat(collective, CollectiveAlgorithm.ONE_STEP, 8, size, LINK);
            assertEquals(alpha + factor / rate, seconds(time), TOLERANCE, collective.name());
        }
    }

    @Test
    void countsTheStepsOfRingsAndTrees() {
        assertEquals(14, CollectiveAlgorithm.RING.steps(Collective.ALL_REDUCE, 8));
        assertEquals(7, CollectiveAlgorithm.RING.steps(Collective.ALL_GATHER, 8));
        assertEquals(6, CollectiveAlgorithm.TREE.steps(Collective.ALL_REDUCE, 8));
        assertEquals(4, CollectiveAlgorithm.TREE.steps(Collective.BROADCAST, 9));
        assertEquals(0, CollectiveAlgorithm.RING.steps(Collective.BROADCAST, 1));
        // Bits of 1..7: 1+1+2+1+2+2+3 = 12 parts of an eighth.
        assertEquals(12 / 8.0, CollectiveAlgorithm.TREE.factor(Collective.ALL_TO_ALL, 8));
        assertEquals(7 / 8.0, CollectiveAlgorithm.RING.factor(Collective.ALL_TO_ALL, 8));
    }

    @Test
    void reachesTheRateOfTheLinkWithLargeData() {
        CollectiveTime time =
                CollectiveTime.flat(Collective.ALL_REDUCE, CollectiveAlgorithm.RING, 64, DataSize.terabytes(10), LINK);
        assertEquals(40, time.busBandwidth().in(DataRate.Unit.GIGABYTE_PER_SECOND), 1e-3);
        assertEquals(40 / (2 * 63 / 64.0), time.algorithmBandwidth().in(DataRate.Unit.GIGABYTE_PER_SECOND), 1e-3);
    }

    @Test
    void addsTheStagesOfAHierarchy() {
        DataSize size = DataSize.gigabytes(8);
        CollectiveTime time =
                CollectiveTime.hierarchical(Collective.ALL_REDUCE, CollectiveAlgorithm.RING, 16, 8, size, NVLINK, LINK);
        double inNode = 2 * (7e-6 + 8 * 7 / 8.0 / 360);
        double between = 30 * 5e-6 + 1 * 2 * 15 / 16.0 / 40;
        assertEquals(inNode + between, seconds(time), TOLERANCE);
        assertEquals(128, time.ranks());
        CollectiveTime exchange = CollectiveTime.hierarchical(
                Collective.ALL_TO_ALL, CollectiveAlgorithm.ONE_STEP, 16, 8, size, NVLINK, LINK);
        assertEquals(1e-6 + 7.0 / 360 + 5e-6 + 8 * 15 / 16.0 / 40, seconds(exchange), TOLERANCE);
        CollectiveTime broadcast = CollectiveTime.hierarchical(
                Collective.BROADCAST, CollectiveAlgorithm.ONE_STEP, 16, 8, size, NVLINK, LINK);
        assertEquals(2 * (1e-6 + 7.0 / 360) + 5e-6 + 1 / 40.0, seconds(broadcast), TOLERANCE);
    }

    @Test
    void takesNoTimeAlone() {
        for (CollectiveAlgorithm algorithm : CollectiveAlgorithm.values()) {
            for (Collective collective : Collective.values()) {
                CollectiveTime alone = CollectiveTime.flat(collective, algorithm, 1, DataSize.gigabytes(1), LINK);
                assertTrue(alone.total().isZero());
                assertThrows(QuantityException.class, alone::algorithmBandwidth);
            }
        }
    }

    @Test
    void saysWhatIsWrong() {
        assertEquals(
                "ranks (0) of collective ALL_REDUCE: are fewer than 1\nMaybe count the GPUs.",
                assertThrows(FabricException.class, () -> Collective.ALL_REDUCE.factor(0))
                        .getMessage());
        assertEquals(
                "efficiency (1.5) of collective link: is not above 0 and at most 1\nMaybe write 0.9 for 90 %.",
                assertThrows(
                                FabricException.class,
                                () -> new CollectiveLink(TimeSpan.ZERO, DataRate.parse("1 GB/s"), Ratio.of(1.5)))
                        .getMessage());
        assertThrows(
                FabricException.class,
                () -> CollectiveTime.flat(Collective.BROADCAST, CollectiveAlgorithm.RING, 2, DataSize.bytes(-1), LINK));
    }

    @Property
    void hierarchyOfOneLevelIsFlat(
            @ForAll Collective collective,
            @ForAll CollectiveAlgorithm algorithm,
            @ForAll @IntRange(min = 1, max = 64) int ranks,
            @ForAll @IntRange(min = 0, max = 1_000_000) int kilobytes) {
        DataSize size = DataSize.bytes(kilobytes * 1e3);
        assertEquals(
                CollectiveTime.flat(collective, algorithm, ranks, size, NVLINK).total(),
                CollectiveTime.hierarchical(collective, algorithm, 1, ranks, size, NVLINK, LINK)
                        .total());
        assertEquals(
                CollectiveTime.flat(collective, algorithm, ranks, size, LINK).total(),
                CollectiveTime.hierarchical(collective, algorithm, ranks, 1, size, NVLINK, LINK)
                        .total());
    }

    @Property
    void timeGrowsWithRanksAndSizeAndAllReduceIsTwoHalves(
            @ForAll Collective collective,
            @ForAll CollectiveAlgorithm algorithm,
            @ForAll @IntRange(min = 2, max = 5_000) int ranks,
            @ForAll @IntRange(min = 0, max = 1_000_000) int kilobytes) {
        DataSize size = DataSize.bytes(kilobytes * 1e3);
        CollectiveTime time = CollectiveTime.flat(collective, algorithm, ranks, size, LINK);
        CollectiveTime more = CollectiveTime.flat(collective, algorithm, ranks + 1, size, LINK);
        CollectiveTime larger = CollectiveTime.flat(collective, algorithm, ranks, size.plus(DataSize.bytes(1)), LINK);
        assertTrue(more.latency().compareTo(time.latency()) >= 0);
        // An all-to-all by TREE forwards fewer bits over n just past a power of two.
        if (collective != Collective.ALL_TO_ALL || algorithm != CollectiveAlgorithm.TREE) {
            assertTrue(more.transfer().compareTo(time.transfer()) >= 0);
        }
        assertTrue(larger.total().compareTo(time.total()) > 0);
        assertTrue(algorithm.factor(collective, ranks) >= collective.factor(ranks));
        if (kilobytes > 0) {
            assertTrue(time.busBandwidth().compareTo(LINK.payload()) <= 0);
        }
        if (algorithm != CollectiveAlgorithm.ONE_STEP) {
            double halves = seconds(CollectiveTime.flat(Collective.REDUCE_SCATTER, algorithm, ranks, size, LINK))
                    + seconds(CollectiveTime.flat(Collective.ALL_GATHER, algorithm, ranks, size, LINK));
            double whole = seconds(CollectiveTime.flat(Collective.ALL_REDUCE, algorithm, ranks, size, LINK));
            assertEquals(whole, halves, 1e-12 * (1 + whole));
        }
    }

    private static double seconds(CollectiveTime time) {
        return time.total().in(TimeSpan.Unit.SECOND);
    }
}
