package io.dcsdk.benchmarks.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDList;
import ai.djl.pytorch.jni.JniUtils;
import io.dcsdk.training.program.ComputePrecision;
import io.dcsdk.training.program.StateLayout;
import io.dcsdk.training.program.StepProgram;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A variant is worth timing only if it computes the same step. */
final class StepVariantTest {
    private static final TrainingShape SHAPE = new TrainingShape(2, 64, 300);
    private static final int STEPS = 4;

    /** What some steps leave: parameters, first moments, and the result of each step. */
    private record Trace(List<Float> parameters, List<Float> moments, List<Float> results) {
        double distance(Trace other) {
            return Trace.distance(parameters, other.parameters);
        }

        static double distance(List<Float> some, List<Float> others) {
            double sum = 0;
            for (int i = 0; i < some.size(); i++) {
                sum += Math.pow(some.get(i) - others.get(i), 2);
            }
            return Math.sqrt(sum);
        }

        static double norm(List<Float> some) {
            return distance(some, some.stream().map(value -> 0f).toList());
        }
    }

    private static Trace trace(StepVariant variant, ComputePrecision precision, int steps) {
        try (ProgramFixture program =
                ProgramFixture.open(SHAPE, List.of(StepFixture.fullRows(SHAPE, 4, 12)), precision, variant)) {
            float[] results = new float[3 * steps];
            for (int i = 0; i < steps; i++) {
                JniUtils.setSeed(17 + i);
                try (NDList result = program.step(0)) {
                    System.arraycopy(result.singletonOrThrow().toFloatArray(), 0, results, 3 * i, 3);
                }
            }
            return new Trace(list(program.parameters()), list(program.firstMoments()), list(results));
        }
    }

    private static List<Float> list(float[] values) {
        Float[] boxed = new Float[values.length];
        for (int i = 0; i < values.length; i++) {
            boxed[i] = values[i];
        }
        return List.of(boxed);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "ONE_DNN_PRODUCTS",
                "ONE_DNN_RECOMPUTED",
                "DENSE_WORD_GRADIENT",
                "THREE_PROJECTIONS",
                "ADAMW_PER_TENSOR",
                "ADAMW_UNFUSED",
                "CLIPPING_ON_THE_HOST",
                "MASK_WITHOUT_PADDING",
                "RECOMPUTED"
            })
    void computesTheSameStep(StepVariant variant) {
        Trace before = trace(StepVariant.PROCESSORS, ComputePrecision.FP32, 0);
        Trace usual = trace(StepVariant.PROCESSORS, ComputePrecision.FP32, STEPS);
        Trace found = trace(variant, ComputePrecision.FP32, STEPS);
        assertTrue(usual.results().get(1) > 1, "gradients are clipped: " + usual.results());
        for (int i = 0; i < usual.results().size(); i++) {
            assertEquals(
                    usual.results().get(i),
                    found.results().get(i),
                    1e-4 * Math.abs(usual.results().get(i)));
        }
        double moved = usual.distance(before);
        assertTrue(moved > 0, "the usual step moves the parameters");
        // Where the true gradient is zero AdamW follows what rounding leaves, in whole steps.
        assertTrue(found.distance(usual) < 0.1 * moved, found.distance(usual) + " of " + moved);
        double error = Trace.distance(found.moments(), usual.moments());
        assertTrue(error < 1e-3 * Trace.norm(usual.moments()), error + " of " + Trace.norm(usual.moments()));
    }

    @Test
    void castsAtEachUseComeCloseInBfloat16() {
        Trace usual = trace(StepVariant.PROCESSORS, ComputePrecision.BF16, STEPS);
        Trace found = trace(StepVariant.CAST_AT_EACH_USE, ComputePrecision.BF16, STEPS);
        for (int i = 0; i < usual.results().size(); i++) {
            assertEquals(
                    usual.results().get(i),
                    found.results().get(i),
                    0.03 * Math.abs(usual.results().get(i)));
        }
        assertFalse(usual.results().equals(found.results()), "rounded elsewhere");
    }

    @ParameterizedTest
    @EnumSource(names = {"DROPOUT_OF_THE_ENGINE", "FUSED_ATTENTION"})
    void dropsOtherElementsAndStillLearns(StepVariant variant) {
        Trace before = trace(variant, ComputePrecision.FP32, 0);
        Trace found = trace(variant, ComputePrecision.FP32, STEPS);
        assertTrue(found.distance(before) > 0);
        assertEquals(0f, found.results().get(3 * STEPS - 1), "not spoiled");
    }

    @Test
    void castsAreOfBfloat16Only() {
        IllegalStateException fault = assertThrows(
                IllegalStateException.class,
                () -> StepVariant.CAST_AT_EACH_USE.archive(StateLayout.of(SHAPE.config()), ComputePrecision.FP32));
        assertTrue(
                String.valueOf(fault.getMessage()).startsWith("text of the training program: 0 places are like"),
                fault.getMessage());
    }

    @Test
    void theUsualProgramIsThatOfTheSdkByteForByte() {
        StateLayout layout = StateLayout.of(SHAPE.config());
        StepProgram program = StepProgram.of(layout, StepVariant.PROCESSORS.options(ComputePrecision.FP32));
        byte[] usual = StepVariant.PROCESSORS.archive(layout, ComputePrecision.FP32);
        assertArrayEquals(program.archive(), usual);
        assertFalse(Arrays.equals(usual, StepVariant.ADAMW_UNFUSED.archive(layout, ComputePrecision.FP32)));
    }

    @Test
    void threeProjectionsLeaveNoneOfTheStackedOnes() {
        String text = SeparateProjections.in(
                StepProgram.of(StateLayout.of(SHAPE.config()), StepVariant.PROCESSORS.options(ComputePrecision.BF16))
                        .text());
        assertFalse(text.contains("torch.unbind"), text);
        assertFalse(text.contains("#"), text);
        // Of two layers, each with and without a mask: four of the training pass, four of inference.
        assertEquals(
                8 * (3 + 3) + 2,
                Pattern.compile("torch\\.linear\\(").matcher(text).results().count(),
                "three projections and three others a layer, and the two classifiers");
    }
}
