package io.dcsdk.training.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.training.checkpoint.Checkpoint;
import io.dcsdk.training.checkpoint.WeightBinding;
import io.dcsdk.training.model.Head;
import io.dcsdk.training.model.ModelConfig;
import io.dcsdk.training.model.ParameterSpec;
import io.dcsdk.training.program.ComputePrecision;
import io.dcsdk.training.program.Kernels;
import io.dcsdk.training.program.ProgramOptions;
import io.dcsdk.training.program.StateLayout;
import io.dcsdk.training.safetensors.SafetensorsReader;
import io.dcsdk.training.tensor.Tensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The training program against tensors that HuggingFace transformers and torch.optim.AdamW computed in binary32 for small
 * random checkpoints without dropout.
 */
final class ReferenceTest {
    private static final long[] NONE = new long[0];

    static Stream<Arguments> everyCaseOnProcessors() {
        return Stream.of("bert-token", "bert-sequence", "bert-qa", "distilbert-token", "roberta-token")
                .flatMap(name -> ProcessorKernels.all().map(kernels -> Arguments.of(name, kernels)));
    }

    static Stream<Arguments> labelledTokensOnProcessors() {
        return everyCaseOnProcessors()
                .filter(arguments -> arguments.get()[0].toString().endsWith("-token"));
    }

    @ParameterizedTest
    @MethodSource("everyCaseOnProcessors")
    void equalsTransformersInLossLogitsAndGradients(String name, Kernels kernels) {
        try (Reference reference = Reference.open(name);
                ProgramSession session = reference.session(ComputePrecision.FP32, kernels)) {
            reference.checkLogits(session, 1e-5);
            LossGradient found = session.gradient(reference.rows(), reference.labelWeight(), 1);
            assertEquals(reference.floats("loss")[0], found.loss(), 1e-5);
            for (ParameterSpec parameter : session.layout().parameters()) {
                float[] expected = reference.floats("grad." + parameter.name());
                float[] actual =
                        session.layout().slice(found.gradient(), parameter).toFloats();
                double error = distance(expected, actual);
                assertTrue(
                        error <= Math.max(1e-5 * norm(expected), 1e-7 * Math.sqrt(expected.length)),
                        () -> parameter.name() + ": " + error + " of " + norm(expected));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyCaseOnProcessors")
    void equalsTransformersAfterOptimizerSteps(String name, Kernels kernels) {
        try (Reference reference = Reference.open(name);
                ProgramSession session = reference.session(ComputePrecision.FP32, kernels)) {
            Tensor before = session.parameters();
            reference.train(session, List.of(reference.rows()), 1e-4);
            Tensor after = session.parameters();
            assertFalse(before.bytes().equals(after.bytes()), "training must move the parameters");
            for (ParameterSpec parameter : session.layout().parameters()) {
                float[] expected = reference.floats("after." + parameter.name());
                float[] actual = session.layout().slice(after, parameter).toFloats();
                double bound = 1e-4;
                if (norm(reference.floats("grad." + parameter.name())) <= 1e-7 * Math.sqrt(expected.length)) {
                    // The true gradient is zero (key biases; what shifts all logits of a question). AdamW makes whole
                    // steps of what rounding leaves, here, there and in transformers itself: up to the sum of all
                    // rates.
                    bound = reference.sumOfRates();
                } else {
                    assertTrue(distance(expected, actual) <= 1e-4 * norm(expected), parameter.name());
                }
                for (int i = 0; i < expected.length; i++) {
                    assertEquals(expected[i], actual[i], bound, parameter.name() + " " + i);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bert-token", "bert-sequence", "bert-qa", "distilbert-token", "roberta-token"})
    void staysCloseInBfloat16(String name) {
        try (Reference reference = Reference.open(name);
                ProgramSession session = reference.session(ComputePrecision.BF16, Kernels.forProcessors())) {
            reference.checkLogits(session, 2e-2);
            reference.train(session, List.of(reference.rows()), 2e-2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bert-token", "distilbert-token", "roberta-token"})
    void theKernelsOfGpusGiveTheSame(String name) {
        try (Reference reference = Reference.open(name);
                ProgramSession session = reference.session(ComputePrecision.FP32, Kernels.forGpus())) {
            reference.checkLogits(session, 1e-5);
            reference.train(session, List.of(reference.rows()), 1e-4);
        }
    }

    @ParameterizedTest
    @MethodSource("labelledTokensOnProcessors")
    void partsOfAStepAddUpToTheWhole(String name, Kernels kernels) {
        try (Reference reference = Reference.open(name);
                ProgramSession session = reference.session(ComputePrecision.FP32, kernels)) {
            reference.train(session, reference.parts(), 1e-4);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bert-token", "distilbert-token", "roberta-token"})
    void replicasAddUpToTheWholeAndStayEqual(String name) {
        try (Reference reference = Reference.open(name);
                ProgramSession one = reference.session(ComputePrecision.FP32, Kernels.forProcessors());
                DataParallelSession two = DataParallelSession.open(
                        one.layout(), ProgramOptions.defaults(), List.of(ComputeDevice.cpu(), ComputeDevice.cpu()))) {
            two.load(one.save());
            reference.train(two, reference.parts(), 1e-4);
            reference.train(one, reference.parts(), 1e-4);
            assertTrue(distance(one.parameters().toFloats(), two.parameters().toFloats())
                    <= 1e-5 * norm(one.parameters().toFloats()));
            for (ParameterSpec parameter : one.layout().parameters()) {
                assertArrayEquals(
                        one.layout()
                                .slice(two.replica(0).parameters(), parameter)
                                .toFloats(),
                        one.layout()
                                .slice(two.replica(1).parameters(), parameter)
                                .toFloats(),
                        parameter.name());
            }
        }
    }

    private static double norm(float[] values) {
        return distance(values, new float[values.length]);
    }

    private static double distance(float[] a, float[] b) {
        assertEquals(a.length, b.length);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += ((double) a[i] - b[i]) * ((double) a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }

    /** One folder of the shared references. */
    private record Reference(Checkpoint checkpoint, SafetensorsReader tensors, JsonNode run) implements AutoCloseable {
        static Reference open(String name) {
            Path folder = Path.of(System.getProperty("dcsdk.shared", "../../shared"), "reference", name);
            Assumptions.assumeTrue(Files.isDirectory(folder), "skipped: there is no " + folder);
            return new Reference(
                    Checkpoint.open(folder),
                    SafetensorsReader.open(folder.resolve("reference.safetensors")),
                    JsonMapper.builder()
                            .build()
                            .readTree(folder.resolve("reference.json").toFile()));
        }

        ModelConfig model() {
            return checkpoint.config();
        }

        ProgramSession session(ComputePrecision precision, Kernels kernels) {
            ProgramOptions usual = ProgramOptions.defaults();
            ProgramOptions options = new ProgramOptions(
                    precision,
                    kernels,
                    usual.beta1(),
                    usual.beta2(),
                    run.path("eps").asDouble(1e-8),
                    run.path("weight_decay").asDouble(),
                    1.0,
                    0,
                    List.of(),
                    false);
            StateLayout layout = StateLayout.of(model());
            ProgramSession session = ProgramSession.open(layout, options, ComputeDevice.cpu());
            try (WeightBinding weights = checkpoint.bind(model())) {
                session.load(SessionState.fresh(
                        layout.flatten(parameter -> weights.tensor(parameter).orElseThrow())));
            }
            return session;
        }

        float[] floats(String name) {
            return tensors.tensor(name).toFloats();
        }

        TokenRows rows() {
            Tensor ids = tensors.tensor("input_ids");
            int rows = Math.toIntExact(ids.shape().get(0));
            int width = Math.toIntExact(ids.shape().get(1));
            long[] types = tensors.header().entries().containsKey("token_type_ids")
                    ? tensors.tensor("token_type_ids").toLongs()
                    : NONE;
            return new TokenRows(
                    rows,
                    width,
                    ids.toLongs(),
                    types,
                    tensors.tensor("attention_mask").toLongs(),
                    labels(rows));
        }

        private long[] labels(int rows) {
            if (model().head() != Head.QUESTION_ANSWERING) {
                return tensors.tensor("labels").toLongs();
            }
            long[] first = tensors.tensor("start_positions").toLongs();
            long[] last = tensors.tensor("end_positions").toLongs();
            long[] both = new long[2 * rows];
            for (int i = 0; i < rows; i++) {
                both[2 * i] = first[i];
                both[2 * i + 1] = last[i];
            }
            return both;
        }

        /** The rows one by one. */
        List<TokenRows> parts() {
            TokenRows all = rows();
            List<TokenRows> parts = new ArrayList<>();
            int width = all.width();
            for (int i = 0; i < all.rows(); i++) {
                parts.add(new TokenRows(
                        1,
                        width,
                        row(all.inputIds(), i, width),
                        row(all.tokenTypeIds(), i, width),
                        row(all.mask(), i, width),
                        row(all.labels(), i, width)));
            }
            return parts;
        }

        private static long[] row(long[] all, int row, int width) {
            return all.length == 0 ? all : Arrays.copyOfRange(all, row * width, (row + 1) * width);
        }

        double labelWeight() {
            long[] labels = rows().labels();
            long counted = Arrays.stream(labels).filter(label -> label != -100).count();
            return model().head() == Head.QUESTION_ANSWERING ? counted / 2.0 : counted;
        }

        void checkLogits(ProgramSession session, double tolerance) {
            float[] found = session.logits(rows()).toFloats();
            long[] mask = rows().mask();
            if (model().head() == Head.QUESTION_ANSWERING) {
                float[] first = floats("start_logits");
                float[] last = floats("end_logits");
                for (int i = 0; i < first.length; i++) {
                    if (mask[i] == 1) {
                        assertEquals(first[i], found[2 * i], tolerance);
                        assertEquals(last[i], found[2 * i + 1], tolerance);
                    }
                }
                return;
            }
            float[] expected = floats("logits");
            int labels = model().labels().size();
            assertEquals(expected.length, found.length);
            for (int i = 0; i < expected.length; i++) {
                if (model().head() == Head.SEQUENCE_CLASSIFICATION || mask[i / labels] == 1) {
                    assertEquals(expected[i], found[i], tolerance);
                }
            }
        }

        private double rate(int step) {
            return run.has("lr_per_step")
                    ? run.path("lr_per_step").path(step).asDouble()
                    : run.path("learning_rate").asDouble();
        }

        double sumOfRates() {
            return IntStream.range(0, run.path("steps").asInt())
                    .mapToDouble(this::rate)
                    .sum();
        }

        void train(TrainingSession session, List<TokenRows> parts, double tolerance) {
            int steps = run.path("steps").asInt();
            for (int i = 0; i < steps; i++) {
                session.step(parts, rate(i), labelWeight(), i);
            }
            List<StepResult> results = session.results();
            for (int i = 0; i < steps; i++) {
                assertEquals(
                        run.path("loss_per_step").path(i).asDouble(),
                        results.get(i).loss(),
                        tolerance,
                        "step " + i);
                assertFalse(results.get(i).spoiled());
            }
        }

        @Override
        public void close() {
            tensors.close();
        }
    }
}
