package io.dcsdk.training.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.dcsdk.training.model.Activation;
import io.dcsdk.training.model.Architecture;
import io.dcsdk.training.model.FreshParameter;
import io.dcsdk.training.model.Head;
import io.dcsdk.training.model.ModelConfig;
import io.dcsdk.training.program.ComputePrecision;
import io.dcsdk.training.program.Kernels;
import io.dcsdk.training.program.ProgramOptions;
import io.dcsdk.training.program.StateLayout;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Computing activations again changes time and memory, and not a bit of the result, with dropout and without. */
final class RecomputationTest {
    private static final long[] NONE = new long[0];
    private static final long[] IDS = {2, 3, 4, 5, 6, 1};
    private static final int STEPS = 4;

    static Stream<Arguments> everyProgram() {
        return Arrays.stream(Architecture.values()).flatMap(architecture -> Arrays.stream(Head.values())
                .flatMap(head -> Stream.concat(
                        ProcessorKernels.all()
                                .flatMap(kernels -> Stream.of(
                                        Arguments.of(architecture, head, 0.0, kernels, ComputePrecision.FP32),
                                        Arguments.of(architecture, head, 0.2, kernels, ComputePrecision.FP32))),
                        Stream.of(
                                Arguments.of(architecture, head, 0.2, Kernels.forGpus(), ComputePrecision.FP32),
                                Arguments.of(architecture, head, 0.2, Kernels.forGpus(), ComputePrecision.BF16)))));
    }

    @ParameterizedTest
    @MethodSource("everyProgram")
    void gradientsAndStepsHaveTheSameBits(
            Architecture architecture, Head head, double dropout, Kernels kernels, ComputePrecision precision) {
        StateLayout layout = StateLayout.of(model(architecture, head, dropout));
        ProgramOptions options = ProgramOptions.defaults().with(precision, kernels);
        SessionState fresh =
                SessionState.fresh(layout.flatten(parameter -> FreshParameter.of(layout.config(), parameter, 1)));
        try (ProgramSession usual = ProgramSession.open(layout, options, ComputeDevice.cpu());
                ProgramSession again =
                        ProgramSession.open(layout, options.withRecomputeActivations(true), ComputeDevice.cpu())) {
            for (TokenRows rows : List.of(rows(head, NONE), rows(head, new long[] {1, 1, 1, 1, 1, 0}))) {
                usual.load(fresh);
                again.load(fresh);
                LossGradient expected = usual.gradient(rows, 6, 3);
                LossGradient found = again.gradient(rows, 6, 3);
                assertEquals(expected.loss(), found.loss());
                assertArrayEquals(
                        expected.gradient().toFloats(), found.gradient().toFloats());
                assertEquals(
                        dropout == 0,
                        Arrays.equals(
                                expected.gradient().toFloats(),
                                usual.gradient(rows, 6, 4).gradient().toFloats()),
                        "another seed drops other elements");
                ByteBuffer before = usual.parameters().bytes();
                for (int step = 0; step < STEPS; step++) {
                    List<TokenRows> parts = step % 2 == 0 ? List.of(rows) : List.of(rows, rows(head, NONE));
                    usual.step(parts, 1e-2, 6, step);
                    again.step(parts, 1e-2, 6, step);
                }
                assertEquals(usual.results(), again.results());
                assertFalse(before.equals(usual.parameters().bytes()), "it learns");
                assertEquals(usual.parameters().bytes(), again.parameters().bytes());
                assertEquals(
                        usual.save().secondMoments().bytes(),
                        again.save().secondMoments().bytes());
                assertArrayEquals(
                        usual.logits(rows).toFloats(), again.logits(rows).toFloats());
            }
        }
    }

    private static TokenRows rows(Head head, long[] mask) {
        long[] labels =
                switch (head) {
                    case TOKEN_CLASSIFICATION -> new long[] {0, 1, 2, 0, 1, 2};
                    case SEQUENCE_CLASSIFICATION -> new long[] {0, 2};
                    case QUESTION_ANSWERING -> new long[] {0, 2, 1, 1};
                };
        return new TokenRows(2, 3, IDS, NONE, mask, labels);
    }

    private static ModelConfig model(Architecture architecture, Head head, double dropout) {
        return new ModelConfig(
                architecture,
                head,
                20,
                8,
                3,
                2,
                12,
                10,
                architecture == Architecture.DISTILBERT ? 0 : 2,
                1,
                1e-12,
                Activation.GELU,
                dropout,
                dropout,
                dropout,
                0.02,
                head == Head.QUESTION_ANSWERING ? List.of("start", "end") : List.of("A", "B", "C"));
    }
}
