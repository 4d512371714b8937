package io.dcsdk.optimizer.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** By a clock that the tests move. */
final class StopSignalTest {
    private static final long SECOND = 1_000_000_000;

    private final AtomicLong clock = new AtomicLong(77);
    private final StopSignal stop =
            StopSignal.of(SolveLimits.defaults().withDeadline(Duration.ofSeconds(10)), clock::get);

    @Test
    void aSearchLeavesWhatIsReservedAndWhatIsReservedBeside() {
        stop.reserve((double) (2 * SECOND));
        assertEquals(8 * SECOND, stop.nanosecondsOfSearch());
        stop.alsoReserve((double) (3 * SECOND));
        assertEquals(8 * SECOND, stop.nanosecondsOfSearch());
        stop.reserve((double) SECOND);
        assertEquals(6 * SECOND, stop.nanosecondsOfSearch());
        clock.addAndGet(6 * SECOND - 1);
        assertFalse(stop.getAsBoolean());
        assertEquals(Optional.empty(), stop.reasonOfSearch());
        clock.addAndGet(1);
        assertTrue(stop.getAsBoolean());
        assertEquals(Optional.of(Termination.DEADLINE), stop.reasonOfSearch());
        // What is reserved can still be used.
        assertEquals(Optional.empty(), stop.reason());
        assertEquals(4 * SECOND, stop.nanosecondsLeft());
    }

    @Test
    void theLatestReservationBesideCounts() {
        stop.alsoReserve((double) (3 * SECOND));
        stop.alsoReserve((double) SECOND);
        stop.reserve(0);
        assertEquals(9 * SECOND, stop.nanosecondsOfSearch());
    }
}
