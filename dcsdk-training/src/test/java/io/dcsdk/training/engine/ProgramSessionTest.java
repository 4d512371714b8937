package io.dcsdk.training.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
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
import io.dcsdk.training.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a session takes and refuses. */
final class ProgramSessionTest {
    private static final long[] NONE = new long[0];

    static ModelConfig model(Architecture architecture, Head head) {
        return new ModelConfig(
                architecture,
                head,
                20,
                8,
                2,
                2,
                12,
                10,
                architecture == Architecture.DISTILBERT ? 0 : 2,
                1,
                1e-12,
                Activation.GELU,
                0.1,
                0.1,
                0.1,
                0.02,
                head == Head.QUESTION_ANSWERING ? List.of("start", "end") : List.of("A", "B", "C"));
    }

    private static final StateLayout LAYOUT = StateLayout.of(model(Architecture.BERT, Head.TOKEN_CLASSIFICATION));
    private static final TokenRows ROWS =
            new TokenRows(2, 3, new long[] {2, 3, 4, 5, 6, 7}, NONE, NONE, new long[] {0, 1, 2, 0, 1, 2});

    private static Tensor parameters(StateLayout layout) {
        return layout.flatten(parameter -> FreshParameter.of(layout.config(), parameter, 1));
    }

    private static ProgramSession open() {
        return ProgramSession.open(LAYOUT, ProgramOptions.defaults(), ComputeDevice.cpu());
    }

    @ParameterizedTest
    @EnumSource
    void everyArchitectureAndHeadTrainsInBothPrecisions(Architecture architecture) {
        for (Head head : Head.values()) {
            StateLayout layout = StateLayout.of(model(architecture, head));
            for (ComputePrecision precision : ComputePrecision.values()) {
                ProgramOptions usual = ProgramOptions.defaults();
                ProgramOptions options = new ProgramOptions(
                        precision,
                        precision == ComputePrecision.BF16 ? Kernels.forGpus() : Kernels.forProcessors(),
                        usual.beta1(),
                        usual.beta2(),
                        usual.epsilon(),
                        0.01,
                        1,
                        0.1,
                        head == Head.QUESTION_ANSWERING ? List.of() : List.of(1.0, 2.0, 0.5),
                        architecture == Architecture.ROBERTA);
                long[] labels =
                        switch (head) {
                            case TOKEN_CLASSIFICATION -> new long[] {0, 1, 2, 0, 1, 2};
                            case SEQUENCE_CLASSIFICATION -> new long[] {0, 2};
                            case QUESTION_ANSWERING -> new long[] {0, 2, 1, 1};
                        };
                TokenRows rows = new TokenRows(2, 3, ROWS.inputIds(), NONE, new long[] {1, 1, 1, 1, 1, 0}, labels);
                try (ProgramSession session = ProgramSession.open(layout, options, ComputeDevice.cpu())) {
                    session.load(SessionState.fresh(parameters(layout)));
                    for (int step = 0; step < 15; step++) {
                        session.step(List.of(rows), 1e-2, labels.length, step);
                    }
                    List<StepResult> results = session.results();
                    String what = head + " " + precision;
                    assertTrue(results.get(14).loss() < results.get(0).loss(), what + results);
                    assertEquals(15, session.save().updates());
                }
            }
        }
    }

    @Test
    void aStateIsReadBackAsItWasWritten() {
        try (ProgramSession session = open();
                ProgramSession other = open()) {
            session.load(SessionState.fresh(parameters(LAYOUT)));
            for (int step = 0; step < 3; step++) {
                session.step(List.of(ROWS, ROWS), 1e-2, 12, step);
            }
            SessionState state = session.save();
            other.load(state);
            assertEquals(state.parameters().bytes(), other.save().parameters().bytes());
            assertEquals(
                    state.firstMoments().bytes(), other.save().firstMoments().bytes());
            assertEquals(
                    state.secondMoments().bytes(), other.save().secondMoments().bytes());
            assertEquals(3, other.save().updates());
            session.step(List.of(ROWS), 1e-2, 6, 9);
            other.step(List.of(ROWS), 1e-2, 6, 9);
            assertEquals(session.parameters().bytes(), other.parameters().bytes());
        }
    }

    @Test
    void notANumberSpoilsTheSessionAndMovesNothing() {
        try (ProgramSession session = open()) {
            float[] broken = parameters(LAYOUT).toFloats();
            broken[LAYOUT.offset("classifier.bias")] = Float.NaN;
            session.load(SessionState.fresh(Tensor.of(broken, broken.length)));
            session.step(List.of(ROWS), 1e-2, 6, 0);
            session.step(List.of(ROWS, ROWS), 1e-2, 6, 1);
            for (StepResult result : session.results()) {
                assertTrue(result.spoiled() && Double.isNaN(result.loss()), result::toString);
            }
            assertArrayEquals(broken, session.parameters().toFloats());
            assertEquals(0, session.save().updates());
            assertTrue(Float.isNaN(session.logits(ROWS).toFloats()[0]));
        }
    }

    @Test
    void aSessionForInferenceRefusesToTrain() {
        try (ProgramSession session =
                ProgramSession.openForInference(LAYOUT, ComputePrecision.FP32, ComputeDevice.cpu())) {
            Tensor parameters = parameters(LAYOUT);
            session.load(parameters);
            assertEquals(parameters.bytes(), session.parameters().bytes());
            assertEquals(List.of(2L, 3L, 3L), session.logits(ROWS).shape());
            String refusal = "session: it was opened to run forward only\nMaybe open it with ProgramSession.open.";
            for (Executable training : List.<Executable>of(
                    () -> session.step(List.of(ROWS), 1e-2, 6, 0),
                    () -> session.load(SessionState.fresh(parameters)),
                    session::save)) {
                assertEquals(
                        refusal,
                        assertThrows(IllegalStateException.class, training).getMessage());
            }
        }
    }

    @Test
    void inferenceAndTrainingSessionsGiveTheSameLogits() {
        try (ProgramSession training = open();
                ProgramSession inference =
                        ProgramSession.openForInference(LAYOUT, ComputePrecision.FP32, ComputeDevice.cpu())) {
            training.load(parameters(LAYOUT));
            inference.load(parameters(LAYOUT));
            assertArrayEquals(
                    training.logits(ROWS).toFloats(), inference.logits(ROWS).toFloats(), 1e-5f);
        }
    }

    @Test
    void aStateOfAnotherModelIsRefused() {
        try (ProgramSession session = open()) {
            assertEquals(
                    "buffer (16) of the state: the model has %d elements\nMaybe it is of another model."
                            .formatted(LAYOUT.size()),
                    message(() -> session.load(SessionState.fresh(Tensor.of(new float[16], 16)))));
        }
    }

    @Test
    void aStepNeedsAPart() {
        try (ProgramSession session = open()) {
            assertEquals(
                    "parts of a step: there is none\nMaybe the batch is empty.",
                    message(() -> session.step(List.of(), 1e-2, 6, 0)));
        }
    }

    @Test
    void tokenRowsMustHoldWhatTheySay() {
        assertEquals(
                "size (0 × 3) of token rows: there is no token\nMaybe the batch is empty.",
                message(() -> new TokenRows(0, 3, NONE, NONE, NONE, NONE)));
        assertEquals(
                "input ids (5) of token rows: 6 are needed\nMaybe the batch was built for another width.",
                message(() -> new TokenRows(2, 3, new long[5], NONE, NONE, NONE)));
        assertEquals(
                "token type ids (1) of token rows: 6 are needed\nMaybe the batch was built for another width.",
                message(() -> new TokenRows(2, 3, new long[6], new long[1], NONE, NONE)));
        assertEquals(
                "mask (1) of token rows: 6 are needed\nMaybe the batch was built for another width.",
                message(() -> new TokenRows(2, 3, new long[6], NONE, new long[1], NONE)));
        assertThrows(ArithmeticException.class, () -> new TokenRows(1 << 16, 1 << 16, NONE, NONE, NONE, NONE));
        assertDoesNotThrow(() -> new TokenRows(2, 3, new long[9], new long[9], new long[9], NONE));
    }

    @Test
    void rowsThatTheModelCannotTakeAreRefusedBeforeTheEngineSeesThem() {
        try (ProgramSession session = open()) {
            assertEquals(
                    "length (11 tokens) of row 0: the model has 10 positions\nMaybe read long texts in windows.",
                    message(() -> session.logits(new TokenRows(1, 11, new long[11], NONE, NONE, NONE))));
            assertEquals(
                    "token id (20) of token rows, element 1: the model has 20 of them\nMaybe the tokenizer is of another model.",
                    message(() -> session.logits(new TokenRows(1, 2, new long[] {1, 20}, NONE, NONE, NONE))));
            assertEquals(
                    "token type id (-1) of token rows, element 0: the model has 2 of them\nMaybe use 0 throughout.",
                    message(() -> session.logits(new TokenRows(1, 1, new long[1], new long[] {-1}, NONE, NONE))));
            assertEquals(
                    "labels (0) of token rows: 2 are needed\nMaybe the rows were built for logits.",
                    message(() ->
                            session.step(List.of(new TokenRows(1, 2, new long[2], NONE, NONE, NONE)), 1e-2, 1, 0)));
            assertEquals(
                    "label (3) of token rows, element 1: the model has 3 of them\nMaybe use -100 for what does not count.",
                    message(() -> session.step(
                            List.of(new TokenRows(1, 2, new long[2], NONE, NONE, new long[] {-100, 3})), 1e-2, 1, 0)));
        }
    }

    @Test
    void paddingOfRobertaTakesNoPosition() {
        // 10 rows of the table, of which padding takes two.
        StateLayout layout = StateLayout.of(model(Architecture.ROBERTA, Head.TOKEN_CLASSIFICATION));
        try (ProgramSession session = ProgramSession.open(layout, ProgramOptions.defaults(), ComputeDevice.cpu())) {
            session.load(parameters(layout));
            long[] ids = new long[12];
            Arrays.fill(ids, 1);
            Arrays.fill(ids, 0, 8, 5);
            long[] mask = new long[12];
            Arrays.fill(mask, 0, 8, 1);
            float[] padded =
                    session.logits(new TokenRows(1, 12, ids, NONE, mask, NONE)).toFloats();
            float[] alone =
                    session.logits(new TokenRows(1, 8, ids, NONE, NONE, NONE)).toFloats();
            assertArrayEquals(alone, Arrays.copyOf(padded, alone.length), 1e-5f);
            ids[8] = 5;
            assertEquals(
                    "length (9 tokens) of row 0: the model has 8 positions\nMaybe read long texts in windows.",
                    message(() -> session.logits(new TokenRows(1, 12, ids, NONE, mask, NONE))));
        }
    }

    private static String message(Executable refused) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, refused).getMessage());
    }
}
