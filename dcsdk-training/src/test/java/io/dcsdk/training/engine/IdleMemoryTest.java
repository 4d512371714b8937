package io.dcsdk.training.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class IdleMemoryTest {
    private static int timesIn(int steps, int every) {
        AtomicInteger times = new AtomicInteger();
        IdleMemory memory = new IdleMemory(every, times::incrementAndGet);
        for (int step = 0; step < steps; step++) {
            memory.stepTaken();
        }
        return times.get();
    }

    @Test
    void isGivenBackOnceInSoManySteps() {
        assertEquals(0, timesIn(6, 7));
        assertEquals(1, timesIn(7, 7));
        assertEquals(3, timesIn(22, 7));
    }

    @Test
    void staysForEverWithoutANumberOfSteps() {
        assertEquals(0, timesIn(50, 0));
    }
}
