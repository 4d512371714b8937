package io.dcsdk.training.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

final class LearningRateProperties {
    @Property
    void risesToThePeakAtTheEndOfWarmUpAndNeverAfterwards(
            @ForAll Decay decay,
            @ForAll @DoubleRange(min = 0.01, max = 1) double peak,
            @ForAll @IntRange(max = 50) int warmup,
            @ForAll @IntRange(min = 1, max = 50) int rest) {
        LearningRate rates = new LearningRate(decay, peak, warmup, warmup + rest);
        assertEquals(peak, rates.at(warmup), 1e-15);
        for (int step = 0; step < warmup + rest + 5; step++) {
            double rate = rates.at(step);
            double next = rates.at(step + 1);
            assertTrue(rate >= 0 && rate <= peak, "step " + step + ": " + rate);
            assertTrue(step < warmup ? next > rate : next <= rate, "step " + step + ": " + rate + ", then " + next);
        }
    }

    @Property
    void fallsToNothingAtTheEndUnlessItIsConstant(
            @ForAll Decay decay,
            @ForAll @IntRange(max = 50) int warmup,
            @ForAll @IntRange(min = 1, max = 50) int rest) {
        LearningRate rates = new LearningRate(decay, 0.5, warmup, warmup + rest);
        double end = decay == Decay.CONSTANT ? 0.5 : 0;
        assertEquals(end, rates.at(warmup + rest), 1e-15);
        assertEquals(end, rates.at(warmup + rest + 100), 1e-15);
    }

    @Property
    void linearAndCosineMeetHalfWay(
            @ForAll @IntRange(max = 50) int warmup, @ForAll @IntRange(min = 1, max = 50) int half) {
        for (Decay decay : new Decay[] {Decay.LINEAR, Decay.COSINE}) {
            assertEquals(0.25, new LearningRate(decay, 0.5, warmup, warmup + 2L * half).at(warmup + half), 1e-15);
        }
    }

    @Property
    void sharesOfTheRunAreRoundedUpToSteps(
            @ForAll @DoubleRange(min = 0, max = 1) double share, @ForAll @IntRange(min = 1, max = 10_000) int steps) {
        long warmup = LearningRate.warmedUp(Decay.LINEAR, 1, share, steps).warmupSteps();
        BigDecimal exact = BigDecimal.valueOf(share).multiply(BigDecimal.valueOf(steps));
        BigDecimal excess = BigDecimal.valueOf(warmup).subtract(exact);
        assertTrue(excess.signum() >= 0 && excess.compareTo(BigDecimal.ONE) < 0, warmup + " steps");
    }

    /** 0.28 × 25 is 7.000000000000001 in binary, and was rounded up to 8. */
    @Example
    void aShareThatIsWholeInDecimalsIsNotRoundedUp() {
        assertEquals(7, LearningRate.warmedUp(Decay.LINEAR, 1, 0.28, 25).warmupSteps());
    }
}
