package io.dcsdk.reliability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.dcsdk.item.ItemException;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.TimeSpan;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class ReliabilityTest {
    private static final Reliability LLAMA = Reliability.observed(16384, TimeSpan.days(54), 419);

    @Test
    void findsTheMeanTimeBetweenFailuresOfTheLlamaRun() {
        assertEquals(3.093, LLAMA.meanTimeBetweenFailures(16384).in(TimeSpan.Unit.HOUR), 0.0005);
        assertEquals(5.785, LLAMA.acceleratorMeanTimeBetweenFailures().in(TimeSpan.Unit.YEAR), 0.001);
    }

    @Example
    void expectsWhatWasSeen() {
        assertEquals(419, LLAMA.expectedFailures(16384, TimeSpan.days(54)).value(), 1e-12);
        assertEquals(Math.exp(-1), LLAMA.survival(16384, LLAMA.meanTimeBetweenFailures(16384)), 1e-12);
        assertEquals(1, LLAMA.survival(16384, TimeSpan.ZERO));
        assertEquals(Ratio.ZERO, LLAMA.expectedFailures(1, TimeSpan.ZERO));
    }

    @Property
    void meanTimeIsInverseToTheNumberOfAccelerators(
            @ForAll @LongRange(min = 1, max = 1_000_000) long some,
            @ForAll @LongRange(min = 1, max = 1000) long times) {
        double once = LLAMA.meanTimeBetweenFailures(some).in(TimeSpan.Unit.SECOND);
        double more = LLAMA.meanTimeBetweenFailures(some * times).in(TimeSpan.Unit.SECOND);
        assertEquals(once, more * times, once * 1e-14);
    }

    @Test
    void refusesARunWithoutFailures() {
        ItemException refused = assertThrows(ItemException.class, () -> Reliability.observed(16, TimeSpan.days(1), 0));
        assertEquals("interruptions (0) of reliability: is below 1\nMaybe correct the count.", refused.getMessage());
    }
}
