package io.dcsdk.training.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
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
import io.dcsdk.training.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a step minimises, against the formulas written out in Java. */
final class ObjectiveTest {
    private static final long[] NONE = new long[0];
    private static final int LABELS = 3;
    private static final int ROWS = 6;
    private static final int WIDTH = 5;
    private static final List<Double> WEIGHTS = List.of(0.25, 2.0, 1.5);

    private static ModelConfig model(double dropout) {
        return new ModelConfig(
                Architecture.BERT,
                Head.TOKEN_CLASSIFICATION,
                20,
                8,
                1,
                2,
                12,
                WIDTH,
                2,
                0,
                1e-12,
                Activation.GELU,
                dropout,
                dropout,
                dropout,
                0.5,
                List.of("A", "B", "C"));
    }

    private static final StateLayout LAYOUT = StateLayout.of(model(0));

    /** Rows with padding, and with tokens whose label does not count. */
    private static TokenRows rows() {
        Random random = new Random(4);
        long[] ids = random.longs(ROWS * WIDTH, 1, 20).toArray();
        long[] labels = random.longs(ROWS * WIDTH, 0, LABELS).toArray();
        long[] mask = new long[ROWS * WIDTH];
        Arrays.fill(mask, 1);
        for (int row = 0; row < ROWS; row++) {
            labels[row * WIDTH] = -100;
            for (int at = WIDTH - row % 3; at < WIDTH; at++) {
                mask[row * WIDTH + at] = 0;
                labels[row * WIDTH + at] = -100;
                ids[row * WIDTH + at] = 0;
            }
        }
        return new TokenRows(ROWS, WIDTH, ids, NONE, mask, labels);
    }

    private static ProgramOptions options(double smoothing, boolean weighted, double clip) {
        return new ProgramOptions(
                ComputePrecision.FP32,
                Kernels.forProcessors(),
                0.9,
                0.999,
                1e-8,
                0.01,
                clip,
                smoothing,
                weighted ? WEIGHTS : List.of(),
                false);
    }

    private static ProgramSession session(ModelConfig model, ProgramOptions options) {
        StateLayout layout = StateLayout.of(model);
        ProgramSession session = ProgramSession.open(layout, options, ComputeDevice.cpu());
        session.load(SessionState.fresh(layout.flatten(parameter -> FreshParameter.of(model, parameter, 9))));
        return session;
    }

    private static double weightOfLabels(TokenRows rows, boolean weighted) {
        return Arrays.stream(rows.labels())
                .filter(label -> label >= 0)
                .mapToDouble(label -> weighted ? WEIGHTS.get((int) label) : 1)
                .sum();
    }

    @ParameterizedTest
    @CsvSource({"0, false", "0, true", "0.1, false", "0.3, true"})
    void lossAndItsGradientFollowTheFormula(double smoothing, boolean weighted) {
        TokenRows rows = rows();
        try (ProgramSession session = session(model(0), options(smoothing, weighted, 1))) {
            float[] logits = session.logits(rows).toFloats();
            double total = weightOfLabels(rows, weighted);
            double loss = 0;
            double[] biasGradient = new double[LABELS];
            for (int cell = 0; cell < ROWS * WIDTH; cell++) {
                int label = (int) rows.labels()[cell];
                if (label < 0) {
                    continue;
                }
                double[] target = target(label, smoothing, weighted);
                double[] shares = softmax(logits, cell * LABELS);
                double mass = Arrays.stream(target).sum();
                for (int i = 0; i < LABELS; i++) {
                    loss -= target[i] * Math.log(shares[i]) / total;
                    biasGradient[i] += (mass * shares[i] - target[i]) / total;
                }
            }
            LossGradient found = session.gradient(rows, total, 0);
            assertEquals(loss, found.loss(), 1e-5);
            ParameterSpec bias = LAYOUT.parameters().stream()
                    .filter(parameter -> parameter.name().equals("classifier.bias"))
                    .findFirst()
                    .orElseThrow();
            float[] actual = LAYOUT.slice(found.gradient(), bias).toFloats();
            for (int i = 0; i < LABELS; i++) {
                assertEquals(biasGradient[i], actual[i], 1e-5);
            }
        }
    }

    /** As torch's cross entropy: of the smoothed target each label counts with its own weight, of the rest the true one. */
    private static double[] target(int label, double smoothing, boolean weighted) {
        double[] target = new double[LABELS];
        for (int i = 0; i < LABELS; i++) {
            double weight = weighted ? WEIGHTS.get(i) : 1;
            target[i] = weight * (smoothing / LABELS + (i == label ? 1 - smoothing : 0));
        }
        return target;
    }

    private static double[] softmax(float[] logits, int from) {
        double sum = 0;
        double[] shares = new double[LABELS];
        for (int i = 0; i < LABELS; i++) {
            shares[i] = Math.exp(logits[from + i]);
            sum += shares[i];
        }
        for (int i = 0; i < LABELS; i++) {
            shares[i] /= sum;
        }
        return shares;
    }

    @Test
    void theGradientIsTheSlopeOfTheLoss() {
        TokenRows rows = rows();
        try (ProgramSession session = session(model(0), options(0.1, true, 1))) {
            double total = weightOfLabels(rows, true);
            float[] start = session.parameters().toFloats();
            float[] gradient = session.gradient(rows, total, 0).gradient().toFloats();
            Random random = new Random(2);
            for (int trial = 0; trial < 20; trial++) {
                // Along a random direction, for single elements drown in rounding.
                float[] direction = new float[start.length];
                double expected = 0;
                for (int i = 0; i < start.length; i++) {
                    direction[i] = gradient[i] == 0 ? 0 : (float) random.nextGaussian();
                    expected += (double) direction[i] * gradient[i];
                }
                double step = 1e-3;
                double slope = (loss(session, rows, total, start, direction, step)
                                - loss(session, rows, total, start, direction, -step))
                        / (2 * step);
                assertEquals(expected, slope, 2e-2 * Math.max(1, Math.abs(expected)));
            }
        }
    }

    private static double loss(
            ProgramSession session, TokenRows rows, double total, float[] start, float[] direction, double step) {
        float[] moved = start.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += (float) (step * direction[i]);
        }
        session.load(SessionState.fresh(Tensor.of(moved, moved.length)));
        return session.gradient(rows, total, 0).loss();
    }

    @Test
    void gradientsOfPartsAddUpToThatOfTheWhole() {
        TokenRows rows = rows();
        try (ProgramSession session = session(model(0), options(0, true, 1))) {
            double total = weightOfLabels(rows, true);
            LossGradient whole = session.gradient(rows, total, 0);
            double loss = 0;
            float[] sum = new float[LAYOUT.size()];
            for (int row = 0; row < ROWS; row++) {
                LossGradient part = session.gradient(row(rows, row), total, 0);
                loss += part.loss();
                float[] values = part.gradient().toFloats();
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += values[i];
                }
            }
            assertEquals(whole.loss(), loss, 1e-6);
            assertArrayEquals(whole.gradient().toFloats(), sum, 1e-5f);
        }
    }

    @Test
    void gradientsByRowsTrainAsDenseOnesDoWhateverRowsAStepLooksUp() {
        TokenRows all = rows();
        List<List<TokenRows>> steps = List.of(
                List.of(row(all, 0)),
                List.of(row(all, 1), row(all, 2), row(all, 3)),
                List.of(row(all, 4)),
                List.of(row(all, 5), row(all, 5)),
                List.of(row(all, 0)));
        List<float[]> ends = new ArrayList<>();
        for (boolean byRows : new boolean[] {true, false}) {
            ProgramOptions options =
                    ProgramOptions.defaults().with(ComputePrecision.FP32, new Kernels(false, true, byRows, false));
            try (ProgramSession session = session(model(0), options)) {
                for (List<TokenRows> step : steps) {
                    session.step(step, 0.01, 7, 3);
                    session.gradient(row(all, 3), 1, 9); // looked at in between, as nobody does in training
                }
                float[] end = new float[LAYOUT.size()];
                session.parameters().bytes().asFloatBuffer().get(end);
                ends.add(end);
            }
        }
        assertArrayEquals(ends.get(1), ends.get(0), 2e-6f);
    }

    private static TokenRows row(TokenRows all, int row) {
        return new TokenRows(
                1,
                WIDTH,
                Arrays.copyOfRange(all.inputIds(), row * WIDTH, (row + 1) * WIDTH),
                NONE,
                Arrays.copyOfRange(all.mask(), row * WIDTH, (row + 1) * WIDTH),
                Arrays.copyOfRange(all.labels(), row * WIDTH, (row + 1) * WIDTH));
    }

    @Test
    void theFirstStepOfAdamWMovesEveryParameterByTheRateAgainstItsGradient() {
        TokenRows rows = rows();
        try (ProgramSession session = session(model(0), options(0, false, 0))) {
            double total = weightOfLabels(rows, false);
            float[] before = session.parameters().toFloats();
            LossGradient gradient = session.gradient(rows, total, 0);
            session.step(List.of(rows), 1e-2, total, 0);
            StepResult result = session.results().get(0);
            assertEquals(gradient.loss(), result.loss(), 1e-6);
            float[] slopes = gradient.gradient().toFloats();
            double squares = 0;
            for (float slope : slopes) {
                squares += (double) slope * slope;
            }
            assertEquals(Math.sqrt(squares), result.gradientNorm(), 1e-5);
            float[] after = session.parameters().toFloats();
            for (ParameterSpec parameter : LAYOUT.parameters()) {
                int from = LAYOUT.offset(parameter.name());
                for (int i = from; i < from + parameter.elements(); i++) {
                    double decay = parameter.decays() ? 1e-2 * 0.01 * before[i] : 0;
                    double slope = slopes[i];
                    double expected = before[i] - decay - 1e-2 * slope / (Math.abs(slope) + 1e-8);
                    if (Math.abs(slope) > 1e-5 || slope == 0) {
                        assertEquals(expected, after[i], 1e-5, parameter.name());
                    }
                }
            }
        }
    }

    @Test
    void clippingScalesTheGradientToTheNorm() {
        TokenRows rows = rows();
        try (ProgramSession free = session(model(0), options(0, false, 0));
                ProgramSession clipped = session(model(0), options(0, false, 0.01))) {
            double total = weightOfLabels(rows, false);
            free.step(List.of(rows), 1e-3, total, 0);
            clipped.step(List.of(rows), 1e-3, total, 0);
            double norm = free.results().get(0).gradientNorm();
            assertEquals(norm, clipped.results().get(0).gradientNorm(), 1e-6, "the norm is that before clipping");
            float[] whole = free.save().firstMoments().toFloats();
            float[] scaled = clipped.save().firstMoments().toFloats();
            assertTrue(norm > 0.1);
            for (int i = 0; i < whole.length; i++) {
                assertEquals(whole[i] * 0.01 / norm, scaled[i], 1e-7);
            }
        }
    }

    @Test
    void rowsWithoutLabelsHaveNoLossAndNoGradient() {
        TokenRows rows = rows();
        Arrays.fill(rows.labels(), -100);
        try (ProgramSession session = session(model(0), options(0.1, true, 1))) {
            session.step(List.of(rows), 1e-3, 1, 0);
            assertEquals(new StepResult(0, 0, false), session.results().get(0));
            EngineException refused =
                    assertThrows(EngineException.class, () -> session.step(List.of(rows), 1e-3, 0, 0));
            assertEquals(
                    "label weight (0.0) of a step: it is not positive\nMaybe no token has a label.",
                    refused.getMessage());
        }
    }

    @Test
    void dropoutIsDrawnFromTheSeedAlone() {
        TokenRows rows = rows();
        double total = weightOfLabels(rows, false);
        try (ProgramSession session = session(model(0.3), options(0, false, 1))) {
            double first = session.gradient(rows, total, 5).loss();
            double other = session.gradient(rows, total, 6).loss();
            assertEquals(first, session.gradient(rows, total, 5).loss());
            assertFalse(first == other);
            assertArrayEquals(
                    session.logits(rows).toFloats(),
                    session.logits(rows).toFloats(),
                    "there is no dropout in inference");
        }
    }

    @Test
    void paddingChangesNothing() {
        TokenRows rows = rows();
        try (ProgramSession session = session(model(0), options(0, false, 1))) {
            float[] padded = session.logits(rows).toFloats();
            for (int row = 0; row < ROWS; row++) {
                int length = WIDTH - row % 3;
                float[] alone = session.logits(new TokenRows(
                                1,
                                length,
                                Arrays.copyOfRange(rows.inputIds(), row * WIDTH, row * WIDTH + length),
                                NONE,
                                NONE,
                                NONE))
                        .toFloats();
                for (int i = 0; i < alone.length; i++) {
                    assertEquals(padded[row * WIDTH * LABELS + i], alone[i], 1e-5);
                }
            }
        }
    }
}
