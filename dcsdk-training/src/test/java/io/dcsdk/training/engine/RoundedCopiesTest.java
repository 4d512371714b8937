package io.dcsdk.training.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.training.model.Architecture;
import io.dcsdk.training.model.FreshParameter;
import io.dcsdk.training.model.Head;
import io.dcsdk.training.program.ComputePrecision;
import io.dcsdk.training.program.Kernels;
import io.dcsdk.training.program.ProgramOptions;
import io.dcsdk.training.program.StateLayout;
import io.dcsdk.training.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Products in bf16 take copies of the parameters, which must be those of the parameters as they are at every time. */
final class RoundedCopiesTest {
    private static final long[] NONE = new long[0];
    private static final TokenRows ROWS =
            new TokenRows(2, 3, new long[] {2, 3, 4, 5, 6, 7}, NONE, NONE, new long[] {0, 1, 2, 0, 1, 2});

    static Stream<Arguments> programs() {
        return Arrays.stream(Head.values()).flatMap(head -> Stream.of(Kernels.forProcessors(), Kernels.forGpus())
                .flatMap(kernels -> Stream.of(false, true).map(recomputes -> Arguments.of(head, kernels, recomputes))));
    }

    private static StateLayout layout(Head head) {
        return StateLayout.of(ProgramSessionTest.model(Architecture.BERT, head));
    }

    private static TokenRows rows(Head head) {
        return new TokenRows(
                2,
                3,
                ROWS.inputIds(),
                NONE,
                NONE,
                switch (head) {
                    case TOKEN_CLASSIFICATION -> ROWS.labels();
                    case SEQUENCE_CLASSIFICATION -> new long[] {0, 2};
                    case QUESTION_ANSWERING -> new long[] {0, 2, 1, 1};
                });
    }

    private static Tensor parameters(StateLayout layout, int seed) {
        return layout.flatten(parameter -> FreshParameter.of(layout.config(), parameter, seed));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void theyFollowEveryUpdateAndEveryLoad(Head head, Kernels kernels, boolean recomputes) {
        StateLayout layout = layout(head);
        ProgramOptions options =
                ProgramOptions.defaults().with(ComputePrecision.BF16, kernels).withRecomputeActivations(recomputes);
        TokenRows rows = rows(head);
        try (ProgramSession session = ProgramSession.open(layout, options, ComputeDevice.cpu());
                ProgramSession other = ProgramSession.open(layout, options, ComputeDevice.cpu())) {
            session.load(SessionState.fresh(parameters(layout, 1)));
            float[] before = session.logits(rows).toFloats();
            session.step(List.of(rows), 1e-2, 6, 1);
            assertSame(session, other, rows);
            assertFalse(Arrays.equals(before, session.logits(rows).toFloats()));
            session.step(List.of(rows, rows), 1e-2, 12, 2);
            assertSame(session, other, rows);
            session.load(SessionState.fresh(parameters(layout, 2)));
            assertSame(session, other, rows);
        }
    }

    /** The logits and the next step of a session are those of one that has just been given its parameters. */
    private static void assertSame(ProgramSession session, ProgramSession fresh, TokenRows rows) {
        fresh.load(session.save());
        assertArrayEquals(fresh.logits(rows).toFloats(), session.logits(rows).toFloats());
        LossGradient expected = fresh.gradient(rows, 6, 3);
        LossGradient found = session.gradient(rows, 6, 3);
        assertEquals(expected.loss(), found.loss());
        assertEquals(expected.gradient().bytes(), found.gradient().bytes());
    }

    @Test
    void replicasAndSessionsForInferenceHaveThemToo() {
        StateLayout layout = layout(Head.TOKEN_CLASSIFICATION);
        ProgramOptions options = ProgramOptions.defaults().with(ComputePrecision.BF16, Kernels.forProcessors());
        try (DataParallelSession several =
                        DataParallelSession.open(layout, options, List.of(ComputeDevice.cpu(), ComputeDevice.cpu()));
                ProgramSession inference =
                        ProgramSession.openForInference(layout, ComputePrecision.BF16, ComputeDevice.cpu());
                ProgramSession fresh = ProgramSession.open(layout, options, ComputeDevice.cpu())) {
            several.load(SessionState.fresh(parameters(layout, 1)));
            several.step(List.of(ROWS, ROWS), 1e-2, 12, 1);
            for (int i = 0; i < 2; i++) {
                assertSame(several.replica(i), fresh, ROWS);
            }
            float[] expected = fresh.logits(ROWS).toFloats();
            inference.load(parameters(layout, 2));
            assertFalse(Arrays.equals(expected, inference.logits(ROWS).toFloats()));
            inference.load(several.parameters());
            assertArrayEquals(expected, inference.logits(ROWS).toFloats(), 2e-3f);
        }
    }

    @Test
    void aSpoiledStepLeavesThemAsTheyWere() {
        StateLayout layout = layout(Head.TOKEN_CLASSIFICATION);
        ProgramOptions options = ProgramOptions.defaults().with(ComputePrecision.BF16, Kernels.forProcessors());
        try (ProgramSession session = ProgramSession.open(layout, options, ComputeDevice.cpu())) {
            session.load(SessionState.fresh(parameters(layout, 1)));
            float[] before = session.logits(ROWS).toFloats();
            // Logits do not overflow, but the loss is multiplied by 1 over a weight that is as good as none.
            session.step(List.of(ROWS), 1e-2, Double.MIN_NORMAL, 1);
            assertTrue(session.results().get(0).spoiled());
            assertArrayEquals(before, session.logits(ROWS).toFloats());
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void segmentsThatAreLeftOutAreThoseOfTheFirstSegment(Head head, Kernels kernels, boolean recomputes) {
        StateLayout layout = layout(head);
        TokenRows rows = rows(head);
        TokenRows written = new TokenRows(2, 3, rows.inputIds(), new long[6], NONE, rows.labels());
        TokenRows second = new TokenRows(2, 3, rows.inputIds(), new long[] {1, 1, 1, 1, 1, 1}, NONE, rows.labels());
        for (ComputePrecision precision : ComputePrecision.values()) {
            ProgramOptions options =
                    ProgramOptions.defaults().with(precision, kernels).withRecomputeActivations(recomputes);
            try (ProgramSession session = ProgramSession.open(layout, options, ComputeDevice.cpu())) {
                session.load(SessionState.fresh(parameters(layout, 1)));
                float[] leftOut = session.logits(rows).toFloats();
                assertArrayEquals(session.logits(written).toFloats(), leftOut);
                assertFalse(Arrays.equals(session.logits(second).toFloats(), leftOut));
                assertEquals(
                        session.gradient(written, 6, 3).gradient().bytes(),
                        session.gradient(rows, 6, 3).gradient().bytes());
                session.step(List.of(rows, written), 1e-2, 12, 1);
                Tensor both = session.parameters();
                session.load(SessionState.fresh(parameters(layout, 1)));
                session.step(List.of(written, rows), 1e-2, 12, 1);
                assertEquals(both.bytes(), session.parameters().bytes());
            }
        }
    }
}
