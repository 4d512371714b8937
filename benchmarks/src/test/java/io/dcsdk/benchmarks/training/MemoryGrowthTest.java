package io.dcsdk.benchmarks.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class MemoryGrowthTest {
    @Test
    void growthCountsFromTheEndOfTheFirstFifth() {
        MemoryGrowth growth = new MemoryGrowth();
        for (double size : new double[] {50, 100, 101, 103, 102, 104, 104, 104, 104, 105}) {
            growth.add(size);
        }
        assertEquals(5, growth.percent(), 1e-9);
    }

    @Test
    void tooFewPointsAreNoGrowth() {
        MemoryGrowth growth = new MemoryGrowth();
        growth.add(1);
        assertEquals(
                "points (1) of a memory run: fewer than 5\nMaybe run more steps.",
                assertThrows(IllegalStateException.class, growth::percent).getMessage());
    }

    @Test
    void aHeapIsFixedIfItBeginsAtItsLimitAndIsTouched() {
        assertTrue(JavaHeap.isFixed("268435456", "268435456", "true"));
        assertFalse(JavaHeap.isFixed("268435456", "268435456", "false"));
        assertFalse(JavaHeap.isFixed("134217728", "268435456", "true"));
        assertTrue(JavaHeap.usedMebibytes() > 0);
        assertTrue(JavaHeap.takenMebibytes() >= JavaHeap.usedMebibytes() / 2);
    }
}
