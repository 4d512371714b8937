package io.dcsdk.training.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.training.model.Activation;
import io.dcsdk.training.model.Architecture;
import io.dcsdk.training.model.FreshParameter;
import io.dcsdk.training.model.Head;
import io.dcsdk.training.model.ModelConfig;
import io.dcsdk.training.model.ParameterSpec;
import io.dcsdk.training.program.ComputePrecision;
import io.dcsdk.training.program.Kernels;
import io.dcsdk.training.program.ProgramOptions;
import io.dcsdk.training.program.StateLayout;
import io.dcsdk.training.program.StepProgram;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Products by oneDNN and by the engine's own library are the same but for rounding, whatever the widths. */
final class OneDnnProductsTest {
    private static final Kernels USUAL = Kernels.forProcessors();
    private static final Kernels ONE_DNN = USUAL.withOneDnnProducts(true);
    private static final double ROUNDING = 1e-5;

    @BeforeAll
    static void needsOneDnn() {
        Assumptions.assumeTrue(ProcessorKernels.haveOneDnn(), "the engine has oneDNN on x86 only");
    }

    /** Widths below and above the blocks of the library, rows that fill none. */
    @ParameterizedTest
    @CsvSource({
        "4, 1, 5, 1, 1",
        "6, 2, 7, 1, 3",
        "16, 2, 24, 3, 5",
        "30, 3, 33, 2, 7",
        "64, 1, 100, 2, 9",
        "72, 2, 256, 5, 3",
        "96, 4, 300, 7, 11",
        "130, 2, 128, 4, 33",
        "132, 3, 513, 16, 4",
        "312, 12, 1200, 2, 17"
    })
    void gradientsAndLogitsAreTheSame(int hidden, int heads, int wide, int rows, int width) {
        StateLayout layout = StateLayout.of(model(hidden, heads, wide, 0.0));
        SessionState fresh =
                SessionState.fresh(layout.flatten(parameter -> FreshParameter.of(layout.config(), parameter, 3)));
        TokenRows batch = batch(rows, width);
        try (ProgramSession usual = open(layout, USUAL);
                ProgramSession oneDnn = open(layout, ONE_DNN)) {
            usual.load(fresh);
            oneDnn.load(fresh);
            LossGradient expected = usual.gradient(batch, rows * width, 1);
            LossGradient found = oneDnn.gradient(batch, rows * width, 1);
            assertEquals(expected.loss(), found.loss(), ROUNDING * expected.loss());
            double whole = norm(expected.gradient().toFloats());
            assertTrue(whole > 0);
            for (ParameterSpec parameter : layout.parameters()) {
                float[] one = layout.slice(expected.gradient(), parameter).toFloats();
                float[] other = layout.slice(found.gradient(), parameter).toFloats();
                double error = distance(one, other);
                assertTrue(
                        error <= ROUNDING * (norm(one) + 1e-2 * whole),
                        parameter.name() + ": " + error + " of " + norm(one) + " and " + whole);
            }
            float[] logits = usual.logits(batch).toFloats();
            assertTrue(distance(logits, oneDnn.logits(batch).toFloats()) <= ROUNDING * (1 + norm(logits)));
        }
    }

    @Test
    void dropoutDropsTheSameElements() {
        StateLayout layout = StateLayout.of(model(64, 2, 96, 0.3));
        SessionState fresh =
                SessionState.fresh(layout.flatten(parameter -> FreshParameter.of(layout.config(), parameter, 3)));
        TokenRows batch = batch(4, 6);
        try (ProgramSession usual = open(layout, USUAL);
                ProgramSession oneDnn = open(layout, ONE_DNN)) {
            usual.load(fresh);
            oneDnn.load(fresh);
            float[] one = usual.gradient(batch, 24, 5).gradient().toFloats();
            assertTrue(distance(one, oneDnn.gradient(batch, 24, 5).gradient().toFloats()) <= ROUNDING * norm(one));
            assertTrue(
                    distance(one, oneDnn.gradient(batch, 24, 6).gradient().toFloats()) > 0.1 * norm(one),
                    "another seed drops others");
        }
    }

    @Test
    void programsInBfloat16AreTheSame() {
        StateLayout layout = StateLayout.of(model(64, 2, 96, 0.1));
        ProgramOptions half = ProgramOptions.defaults().with(ComputePrecision.BF16, USUAL);
        assertArrayEquals(
                StepProgram.of(layout, half).archive(),
                StepProgram.of(layout, half.with(ComputePrecision.BF16, ONE_DNN))
                        .archive());
    }

    private static ProgramSession open(StateLayout layout, Kernels kernels) {
        return ProgramSession.open(
                layout, ProgramOptions.defaults().with(ComputePrecision.FP32, kernels), ComputeDevice.cpu());
    }

    /** Full rows if there is one row only, else the last of them half padded. */
    private static TokenRows batch(int rows, int width) {
        Random random = new Random(7);
        int cells = rows * width;
        long[] ids = random.longs(cells, 2, 40).toArray();
        long[] labels = random.longs(cells, 0, 3).toArray();
        long[] mask = new long[rows > 1 ? cells : 0];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = i < cells - width / 2 ? 1 : 0;
        }
        return new TokenRows(rows, width, ids, new long[0], mask, labels);
    }

    private static double norm(float[] values) {
        return distance(values, new float[values.length]);
    }

    private static double distance(float[] some, float[] others) {
        double sum = 0;
        for (int i = 0; i < some.length; i++) {
            sum += Math.pow((double) some[i] - others[i], 2);
        }
        return Math.sqrt(sum);
    }

    private static ModelConfig model(int hidden, int heads, int wide, double dropout) {
        return new ModelConfig(
                Architecture.BERT,
                Head.TOKEN_CLASSIFICATION,
                40,
                hidden,
                2,
                heads,
                wide,
                64,
                2,
                0,
                1e-12,
                Activation.GELU,
                dropout,
                dropout,
                dropout,
                0.05,
                List.of("A", "B", "C"));
    }
}
