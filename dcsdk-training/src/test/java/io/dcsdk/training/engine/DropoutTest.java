package io.dcsdk.training.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.training.model.Activation;
import io.dcsdk.training.model.Architecture;
import io.dcsdk.training.model.FreshParameter;
import io.dcsdk.training.model.Head;
import io.dcsdk.training.model.ModelConfig;
import io.dcsdk.training.program.ComputePrecision;
import io.dcsdk.training.program.Kernels;
import io.dcsdk.training.program.ProgramOptions;
import io.dcsdk.training.program.StateLayout;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Dropout seen from outside: of one token, the gradient of the classifier's weights is an outer product with the dropped
 * hidden vector, so its zeros are the dropped elements.
 */
final class DropoutTest {
    private static final int HIDDEN = 257; // no multiple of the four elements that one random number serves
    private static final int DRAWS = 200;
    private static final long[] NONE = new long[0];

    @ParameterizedTest
    @CsvSource({"0.1, true, FP32", "0.1, false, FP32", "0.5, true, FP32", "0.9, true, FP32", "0.25, true, BF16"})
    void dropsTheShareThatWasAskedForAndKeepsTheMean(double probability, boolean bits, ComputePrecision precision) {
        ModelConfig model = model(probability);
        StateLayout layout = StateLayout.of(model);
        ProgramOptions options = ProgramOptions.defaults().with(precision, new Kernels(false, bits, bits, false));
        TokenRows rows = new TokenRows(1, 1, new long[] {3}, NONE, NONE, new long[] {1});
        long[] dropped = new long[4];
        double kept = 0;
        double whole = 0;
        try (ProgramSession session = ProgramSession.open(layout, options, ComputeDevice.cpu());
                ProgramSession without = ProgramSession.open(
                        StateLayout.of(model(0)),
                        options.with(ComputePrecision.FP32, options.kernels()),
                        ComputeDevice.cpu())) {
            SessionState state =
                    SessionState.fresh(layout.flatten(parameter -> FreshParameter.of(model, parameter, 5)));
            session.load(state);
            without.load(state);
            float[] all = classifierRow(without, layout, rows, 0);
            for (long seed = 0; seed < DRAWS; seed++) {
                float[] row = classifierRow(session, layout, rows, seed);
                for (int i = 0; i < HIDDEN; i++) {
                    if (row[i] == 0) {
                        dropped[i % 4]++;
                    }
                    kept += row[i] / all[i];
                    whole++;
                }
            }
        }
        double share = (dropped[0] + dropped[1] + dropped[2] + dropped[3]) / (double) (DRAWS * HIDDEN);
        double deviation = Math.sqrt(probability * (1 - probability) / (DRAWS * HIDDEN));
        assertEquals(probability, share, 5 * deviation);
        for (long of : dropped) {
            assertEquals(probability, of / (DRAWS * HIDDEN / 4.0), 0.005 + 10 * deviation, "each lane by itself");
        }
        // Labels are near one half each, so the error of the logit hardly depends on what was dropped.
        assertEquals(1, kept / whole, 0.02 + 5 * deviation / (1 - probability));
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void theSeedAndNothingElseSaysWhatIsDropped(boolean bits) {
        ModelConfig model = model(0.5);
        StateLayout layout = StateLayout.of(model);
        ProgramOptions options =
                ProgramOptions.defaults().with(ComputePrecision.FP32, new Kernels(false, bits, bits, false));
        TokenRows rows = new TokenRows(1, 1, new long[] {3}, NONE, NONE, new long[] {1});
        try (ProgramSession session = ProgramSession.open(layout, options, ComputeDevice.cpu())) {
            session.load(SessionState.fresh(layout.flatten(parameter -> FreshParameter.of(model, parameter, 5))));
            float[] first = classifierRow(session, layout, rows, 11);
            float[] other = classifierRow(session, layout, rows, 12);
            float[] again = classifierRow(session, layout, rows, 11);
            int differ = 0;
            for (int i = 0; i < HIDDEN; i++) {
                assertEquals(first[i], again[i]);
                differ += first[i] == 0 ^ other[i] == 0 ? 1 : 0;
            }
            assertTrue(differ > HIDDEN / 4, "about half of all elements");
        }
    }

    private static float[] classifierRow(ProgramSession session, StateLayout layout, TokenRows rows, long seed) {
        float[] row = new float[HIDDEN];
        var flat = session.gradient(rows, 1, seed).gradient().bytes().asFloatBuffer();
        flat.get(layout.offset("classifier.weight"), row);
        return row;
    }

    private static ModelConfig model(double classifierDropout) {
        return new ModelConfig(
                Architecture.BERT,
                Head.TOKEN_CLASSIFICATION,
                20,
                HIDDEN,
                1,
                1,
                8,
                4,
                2,
                0,
                1e-12,
                Activation.GELU,
                0,
                0,
                classifierDropout,
                0.02,
                List.of("O", "B-X"));
    }
}
