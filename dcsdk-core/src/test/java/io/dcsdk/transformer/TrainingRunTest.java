package io.dcsdk.transformer;

import static io.dcsdk.transformer.TransformerShapeTest.assertMessage;
import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

final class TrainingRunTest {
    private static final TrainingRun GPT3 = new TrainingRun(175e9, 300e9, 1024);

    /** arXiv 2104.04473 section 5.1: 34 days at 140 TFLOP/s. */
    @Test
    void gpt3TakesThirtyFourDays() {
        assertEquals(33.9, GPT3.days(140e12, Recomputation.FULL), 0.05);
        assertEquals(6 * 175e9 * 300e9, GPT3.hardwareFlop(Recomputation.SELECTIVE));
    }

    @Property
    void requiredRateInvertsDays(@ForAll @DoubleRange(min = 0.1, max = 1000) double days, @ForAll Recomputation kept) {
        assertEquals(days, GPT3.days(GPT3.requiredFlopPerSecondPerGpu(days, kept), kept), 1e-9 * days);
        assertEquals(days * 24 * 1024, GPT3.gpuHours(days), 1e-9);
    }

    @Test
    void stepsAreWhole() {
        TrainingRun run = new TrainingRun(1e9, 1001, 1);
        assertEquals(2 * 43_200 / 86_400.0, run.daysAtStepTime(43_200, 1000));
    }

    @Test
    void saysWhatIsMissing() {
        assertMessage(
                "tokens (0.0) of training run: must be a finite number above 0\n"
                        + "Maybe trillions were meant: multiply by 1e12.",
                () -> new TrainingRun(1e9, 0, 1));
        assertMessage(
                "days (0.0) of training run: must be a finite number above 0\nMaybe the duration of the run was meant.",
                () -> GPT3.gpuHours(0));
    }
}
