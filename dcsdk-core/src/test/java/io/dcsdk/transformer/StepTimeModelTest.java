package io.dcsdk.transformer;

import static io.dcsdk.transformer.PublishedShapes.A100;
import static io.dcsdk.transformer.PublishedShapes.gpt;
import static io.dcsdk.transformer.TransformerShapeTest.assertMessage;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class StepTimeModelTest {
    private static final StepTimeModel MODEL = StepTimeModel.calibrated();
    private static final TransformerShape SHAPE = gpt(4096, 32, 32);

    @Provide
    Arbitrary<ParallelismPlan> plans() {
        return Combinators.combine(
                        Arbitraries.of(1, 2, 4, 8, 16),
                        Arbitraries.of(1, 2, 4, 8),
                        Arbitraries.of(1, 2, 4),
                        Arbitraries.of(1, 2, 4),
                        Arbitraries.of(Recomputation.class),
                        Arbitraries.of(true, false),
                        Arbitraries.of(ZeroStage.class),
                        Arbitraries.of(AttentionKernel.class))
                .as((t, p, v, b, recomputation, sequenceParallel, zero, attention) -> new ParallelismPlan(
                        256, t, p, p == 1 ? 1 : v, 2048, b, recomputation, sequenceParallel, zero, attention));
    }

    @Property
    void everyPartIsFiniteAndNotNegativeAndTheyAddUp(@ForAll("plans") ParallelismPlan plan) {
        StepTime time = MODEL.estimate(SHAPE, plan, A100);
        StepTimeBreakdown b = time.breakdown();
        double[] parts = {
            b.matrixSeconds(),
            b.attentionSeconds(),
            b.elementWiseSeconds(),
            b.recomputationSeconds(),
            b.vocabularySeconds(),
            b.tensorCommunicationSeconds(),
            b.pipelineCommunicationSeconds(),
            b.bubbleSeconds(),
            b.dataCommunicationSeconds(),
            b.optimizerSeconds(),
            b.fixedSeconds()
        };
        double sum = 0;
        for (double part : parts) {
            assertTrue(part >= 0 && Double.isFinite(part), () -> plan + " " + b);
            sum += part;
        }
        assertEquals(time.seconds(), sum, 1e-12 * sum);
        assertEquals(plan.tensor() > 1, b.tensorCommunicationSeconds() > 0);
        assertEquals(plan.pipeline() > 1, b.bubbleSeconds() > 0);
        assertEquals(plan.pipeline() > 1, b.pipelineCommunicationSeconds() > 0);
        assertTrue(time.mfu() > 0 && time.mfu() <= time.hfu() && time.hfu() < 1);
        assertEquals(time.hardwareTflopsPerGpu(), time.hfu() * 312, 1e-9);
        assertEquals(time.modelTflopsPerGpu(), time.mfu() * 312, 1e-9);
        assertEquals(b.bubbleSeconds() / sum, time.bubbleShare(), 1e-12);
    }

    @Property
    void betterHardwareIsNeverSlower(
            @ForAll("plans") ParallelismPlan plan,
            @ForAll @IntRange(min = 0, max = 3) int figure,
            @ForAll @DoubleRange(min = 1.01, max = 10) double factor) {
        TrainingHardware better = new TrainingHardware(
                "better",
                A100.peakFlopPerSecond() * (figure == 0 ? factor : 1),
                A100.memoryBytes(),
                A100.memoryBytesPerSecond() * (figure == 1 ? factor : 1),
                A100.gpusPerNode(),
                A100.intraNodeBytesPerSecondPerDirection() * (figure == 2 ? factor : 1),
                A100.interNodeBytesPerSecondPerDirection() * (figure == 3 ? factor : 1));
        double before = MODEL.estimate(SHAPE, plan, A100).seconds();
        double after = MODEL.estimate(SHAPE, plan, better).seconds();
        // Gradient reduction hides behind computation, so faster computation alone may expose as much as it saves.
        assertTrue(after <= before * (1 + 1e-12), () -> plan + " " + before + " " + after);
        if (figure <= 1 && plan.zeroStage().number() <= 1) {
            assertTrue(after < before);
        }
    }

    @Property
    void moreRecomputationIsNeverFaster(@ForAll("plans") ParallelismPlan plan) {
        boolean parallel = plan.sequenceParallel();
        double none = seconds(plan.withActivations(new ActivationPolicy(Recomputation.NONE, parallel)));
        double selective = seconds(plan.withActivations(new ActivationPolicy(Recomputation.SELECTIVE, parallel)));
        double full = seconds(plan.withActivations(new ActivationPolicy(Recomputation.FULL, parallel)));
        // Where communication hides all computation they differ by rounding alone.
        double slack = 1 + 1e-12;
        assertTrue(none <= selective * slack && selective <= full * slack, none + " " + selective + " " + full);
    }

    private static double seconds(ParallelismPlan plan) {
        return MODEL.estimate(SHAPE, plan, A100).seconds();
    }

    @Test
    void interleavingDividesTheBubble() {
        ParallelismPlan plan = ParallelismPlan.of(64, 8, 8, 64).withActivations(ActivationPolicy.parse("full"));
        double plain = MODEL.estimate(SHAPE, plan, A100).breakdown().bubbleSeconds();
        double four =
                MODEL.estimate(SHAPE, plan.withInterleave(4), A100).breakdown().bubbleSeconds();
        assertTrue(four > plain / 4 && four < plain / 3.5, plain + " " + four);
    }

    @Test
    void interleavedStepPaysForItsLastPartialGroup() {
        ParallelismPlan whole = ParallelismPlan.of(64, 8, 8, 16).withInterleave(2);
        ParallelismPlan partial = ParallelismPlan.of(64, 8, 8, 12).withInterleave(2);
        assertEquals(
                MODEL.estimate(SHAPE, whole, A100).seconds(),
                MODEL.estimate(SHAPE, partial, A100).seconds(),
                1e-12);
    }

    @Property
    void matrixProductsSaturateWithTheirSmallestDimension(@ForAll @IntRange(min = 16, max = 8192) int k) {
        OperationTime operation = new OperationTime(A100, StepTimeCoefficients.calibrated());
        double narrow = 2.0 * 8192 * 8192 * k / operation.product(8192, 8192, k);
        double wide = 2.0 * 8192 * 8192 * (k + 16) / operation.product(8192, 8192, k + 16);
        assertTrue(narrow < wide && wide < 0.89 * A100.peakFlopPerSecond());
    }

    @Test
    void allReduceFollowsTheAlphaBetaModel() {
        StepTimeCoefficients coefficients = StepTimeCoefficients.calibrated();
        CommunicationTime communication = new CommunicationTime(A100, coefficients);
        assertEquals(20e-6 + 2 * 7.0 / 8 * 1e9 / (0.70 * 300e9), communication.allReduce(1e9, 8, 1), 1e-12);
        assertEquals(20e-6 + 3.0 / 4 * 1e9 / (0.45 * 25e9), communication.gatherOrScatter(1e9, 4, 8), 1e-12);
        assertEquals(20e-6 + 15.0 / 16 * 1e9 / (0.45 * 200e9), communication.gatherOrScatter(1e9, 16, 1), 1e-12);
        assertEquals(0, communication.allReduce(1e9, 1, 8));
        assertEquals(20e-6 + 1e9 / (0.45 * 25e9), communication.pointToPoint(1e9, false), 1e-12);
    }

    @Property
    void bestMicrobatchBeatsEveryOtherThatFits(
            @ForAll @IntRange(min = 0, max = 3) int log2Pipeline, @ForAll Recomputation recomputation) {
        ParallelismPlan plan = ParallelismPlan.of(64, 4, 1 << log2Pipeline, 1024)
                .withActivations(new ActivationPolicy(recomputation, true));
        PlannedStep best = MODEL.bestMicrobatch(SHAPE, plan, A100).orElseThrow();
        assertTrue(best.memory().fits(A100));
        int share = plan.batch() / plan.data();
        for (int b = 1; b <= share; b++) {
            if (share % b == 0) {
                ParallelismPlan other = plan.withMicrobatch(b);
                assertTrue(!TrainingMemory.of(SHAPE, other).fits(A100)
                        || best.time().seconds() <= seconds(other));
            }
        }
        assertEquals(seconds(best.plan()), best.time().seconds());
    }

    @Test
    void findsNoMicrobatchWhereNotOneSequenceFits() {
        assertTrue(MODEL.bestMicrobatch(gpt(25_600, 128, 160), ParallelismPlan.of(8, 8, 1, 8), A100)
                .isEmpty());
    }

    @Test
    void saysWhatIsWrongWithACoefficientOrAFigure() {
        assertMessage(
                "matrixEfficiency (89.0) of step-time coefficients: must lie between 0 and 1\n"
                        + "Maybe a percentage was given: divide it by 100.",
                () -> new StepTimeCoefficients(89, 0.5, 0.75, 0.7, 0.45, 0.45, 0.25, 3e-6, 20e-6, 0.04));
        assertMessage(
                "memoryEfficiency (0.0) of step-time coefficients: must be a finite number above 0\n"
                        + "Maybe a percentage was given: divide it by 100.",
                () -> new StepTimeCoefficients(0.89, 0.5, 0, 0.7, 0.45, 0.45, 0.25, 3e-6, 20e-6, 0.04));
        assertMessage(
                "kernelSeconds (-1.0) of step-time coefficients: must be a finite number of seconds, at least 0\n"
                        + "Maybe 0 was meant: leave this cost out.",
                () -> new StepTimeCoefficients(0.89, 0.5, 0.75, 0.7, 0.45, 0.45, 0.25, -1, 20e-6, 0.04));
        assertMessage(
                "peakFlopPerSecond (NaN) of training hardware X: must be a finite number above 0\n"
                        + "Maybe the data sheet gives it in another unit: convert to the base unit (FLOP/s, bytes, "
                        + "bytes/s).",
                () -> new TrainingHardware("X", Double.NaN, 1, 1, 1, 1, 1));
    }
}
