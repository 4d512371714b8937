package io.dcsdk.training.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.training.model.Activation;
import io.dcsdk.training.model.Architecture;
import io.dcsdk.training.model.Head;
import io.dcsdk.training.model.ModelConfig;
import io.dcsdk.training.model.ParameterSpec;
import io.dcsdk.training.safetensors.SafetensorsReader;
import io.dcsdk.training.tensor.ElementType;
import io.dcsdk.training.tensor.HalfPrecision;
import io.dcsdk.training.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class CheckpointWriterTest {
    private static final ModelConfig BERT = SmallModels.config(Architecture.BERT, Head.TOKEN_CLASSIFICATION);

    @TempDir
    Path folder;

    private Set<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return new TreeSet<>(
                    entries.map(e -> String.valueOf(e.getFileName())).toList());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "BERT, TOKEN_CLASSIFICATION",
        "BERT, SEQUENCE_CLASSIFICATION",
        "BERT, QUESTION_ANSWERING",
        "ROBERTA, TOKEN_CLASSIFICATION",
        "ROBERTA, SEQUENCE_CLASSIFICATION",
        "ROBERTA, QUESTION_ANSWERING",
        "DISTILBERT, TOKEN_CLASSIFICATION",
        "DISTILBERT, SEQUENCE_CLASSIFICATION",
        "DISTILBERT, QUESTION_ANSWERING",
    })
    void aWrittenFolderGivesTheModelBack(Architecture architecture, Head head) throws IOException {
        ModelConfig model = SmallModels.config(architecture, head);
        SmallModels.write(folder, model);

        Checkpoint checkpoint = Checkpoint.open(folder);
        assertEquals(model, checkpoint.config());
        assertEquals(head, checkpoint.head().orElseThrow());
        try (WeightBinding binding = checkpoint.bind(model)) {
            assertEquals(List.of(), binding.fresh());
            assertEquals(List.of(), binding.ignored());
            for (ParameterSpec parameter : binding.parameters()) {
                assertEquals(
                        SmallModels.weight(parameter).bytes(),
                        binding.tensor(parameter).orElseThrow().bytes(),
                        parameter.name());
            }
        }
        assertEquals(Set.of("config.json", "model.safetensors"), names());
        assertFalse(
                Files.readString(folder.resolve("config.json")).contains("dcsdk"), "every field is transformers' own");
    }

    @ParameterizedTest
    @EnumSource(
            value = ElementType.class,
            names = {"F16", "BF16"})
    void weightsMayBeStoredInSixteenBits(ElementType type) throws IOException {
        CheckpointWriter.of(BERT).elementType(type).write(folder, SmallModels::weight);

        assertTrue(Files.readString(folder.resolve("config.json"))
                .contains(type == ElementType.F16 ? "\"dtype\": \"float16\"" : "\"dtype\": \"bfloat16\""));
        try (WeightBinding binding = Checkpoint.open(folder).bind(BERT)) {
            for (ParameterSpec parameter : binding.parameters()) {
                Tensor stored = binding.tensor(parameter).orElseThrow();
                assertEquals(type, stored.type());
                float[] expected = SmallModels.weight(parameter).toFloats();
                for (int i = 0; i < expected.length; i++) {
                    expected[i] = type == ElementType.F16
                            ? HalfPrecision.fromF16(HalfPrecision.toF16(expected[i]))
                            : HalfPrecision.fromBf16(HalfPrecision.toBf16(expected[i]));
                }
                assertArrayEquals(expected, stored.toFloats());
            }
        }
    }

    @Test
    void aValueThatSixteenBitsCannotHoldIsRefused() throws IOException {
        CheckpointException fault = assertThrows(
                CheckpointException.class,
                () -> CheckpointWriter.of(BERT).elementType(ElementType.F16).write(folder, p -> scaled(p, 1e6f)));
        assertTrue(
                String.valueOf(fault.getMessage()).contains("is beyond the range of F16\nMaybe store F32"),
                fault.getMessage());
        assertEquals(Set.of(), names());
        CheckpointWriter.of(BERT).elementType(ElementType.BF16).write(folder, p -> scaled(p, 1e6f));
    }

    private static Tensor scaled(ParameterSpec parameter, float factor) {
        float[] values = SmallModels.weight(parameter).toFloats();
        for (int i = 0; i < values.length; i++) {
            values[i] *= factor;
        }
        return Tensor.of(
                values, parameter.shape().stream().mapToLong(Integer::longValue).toArray());
    }

    @Test
    void anOriginsOtherFieldsAndTokenizerAreCarriedOver() throws IOException {
        Path origin = Files.createDirectory(folder.resolve("origin"));
        SmallModels.write(origin, BERT);
        SmallModels.editConfig(
                origin, "\"model_type\"", "\"task_specific_params\": {\"a\": [1.50, null]},\n  \"model_type\"");
        SmallModels.editConfig(origin, "\"gelu\"", "\"gelu_python\"");
        Files.writeString(origin.resolve("vocab.txt"), "[PAD]\n");
        Files.writeString(origin.resolve("tokenizer_config.json"), "{}");
        Files.writeString(origin.resolve("README.md"), "not the tokenizer's");
        Checkpoint base = Checkpoint.open(origin);
        ModelConfig model = base.config(Head.SEQUENCE_CLASSIFICATION, List.of("bad", "good"));

        Path target = folder.resolve("made/here");
        CheckpointWriter.of(model).basedOn(base).write(target, SmallModels::weight);

        String text = Files.readString(target.resolve("config.json"));
        assertTrue(text.contains("1.50,"), text);
        assertTrue(text.contains("\"gelu_python\""), text);
        assertTrue(text.contains("BertForSequenceClassification"), text);
        assertFalse(text.contains("B-PER"), text);
        Checkpoint written = Checkpoint.open(target);
        assertEquals(model, written.config());
        assertEquals(
                Set.of("tokenizer_config.json", "vocab.txt"),
                written.tokenizerFiles().keySet());
        assertFalse(Files.exists(target.resolve("README.md")));

        CheckpointWriter.of(model)
                .basedOn(base)
                .tokenizerFile("tokenizer.json", "{}".getBytes(UTF_8))
                .write(target, SmallModels::weight);
        assertEquals(
                Set.of("tokenizer.json"),
                Checkpoint.open(target).tokenizerFiles().keySet(),
                "the files of the tokenizer that was there before are gone");
    }

    @Test
    void aFaultWhileTheWeightsAreWrittenLeavesTheOldModel() throws IOException {
        SmallModels.write(folder, BERT);
        Map<String, Tensor> before = SmallModels.tensors(folder);
        ModelConfig other = BERT.withHead(Head.TOKEN_CLASSIFICATION, List.of("X", "Y"));

        assertThrows(IllegalStateException.class, () -> CheckpointWriter.of(other)
                .tokenizerFile("vocab.txt", new byte[1])
                .write(folder, p -> {
                    if (p.name().startsWith("classifier")) {
                        throw new IllegalStateException("stopped");
                    }
                    return SmallModels.weight(p);
                }));

        assertEquals(BERT, Checkpoint.open(folder).config());
        assertEquals(before.keySet(), SmallModels.tensors(folder).keySet());
        assertEquals(Set.of("config.json", "model.safetensors"), names());
    }

    @Test
    void aFaultOfASmallFileIsSeenBeforeAnythingChanges() throws IOException {
        SmallModels.write(folder, BERT);
        ModelConfig other = BERT.withHead(Head.TOKEN_CLASSIFICATION, List.of("X", "Y"));
        // A folder where a small file belongs.
        // came.
        Files.createDirectories(folder.resolve("vocab.txt/x"));

        assertThrows(IllegalArgumentException.class, () -> CheckpointWriter.of(other)
                .tokenizerFile("vocab.txt", new byte[1])
                .write(folder, SmallModels::weight));

        assertEquals(BERT, Checkpoint.open(folder).config());
    }

    @Test
    void aKillLeavesTheOldModelTheNewOneOrNoWeights() throws Exception {
        ModelConfig first = BERT.withHead(Head.TOKEN_CLASSIFICATION, List.of("A", "B"));
        ModelConfig second = BERT.withHead(Head.TOKEN_CLASSIFICATION, List.of("A", "B", "C"));
        CheckpointWriter.of(first).write(folder, SmallModels::weight);
        Random random = new Random(3);
        for (int kill = 0; kill < 4; kill++) {
            Process writer = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            AlternatingWriter.class.getName(),
                            folder.toString())
                    .redirectErrorStream(true)
                    .start();
            assertEquals('w', writer.getInputStream().read());
            Thread.sleep(random.nextInt(100));
            writer.destroyForcibly().waitFor();

            if (Files.exists(folder.resolve("model.safetensors"))) {
                Checkpoint checkpoint = Checkpoint.open(folder);
                ModelConfig found = checkpoint.config();
                assertTrue(List.of(first, second).contains(found), "configuration " + found);
                try (WeightBinding binding = checkpoint.bind(found)) {
                    assertEquals(List.of(), binding.fresh(), "the weights belong to the configuration");
                }
                assertEquals(found.labels().size(), Files.size(folder.resolve("vocab.txt")));
            }
        }
        CheckpointWriter.of(first).tokenizerFile("vocab.txt", new byte[2]).write(folder, SmallModels::weight);
        assertEquals(Set.of("config.json", "model.safetensors", "vocab.txt"), names(), "leftovers are gone");
    }

    /** Replaces a model of two labels by one of three, and back, for ever. */
    static final class AlternatingWriter {
        private AlternatingWriter() {}

        public static void main(String[] arguments) {
            Path folder = Path.of(arguments[0]);
            for (int round = 0; ; round++) {
                List<String> labels = List.of("A", "B", "C").subList(0, 2 + round % 2);
                CheckpointWriter.of(BERT.withHead(Head.TOKEN_CLASSIFICATION, labels))
                        .tokenizerFile("vocab.txt", new byte[labels.size()])
                        .write(folder, SmallModels::weight);
                if (round == 1) {
                    System.out.print('w');
                    System.out.flush();
                }
            }
        }
    }

    @Test
    void theSameModelAgainReplacesOnlyTheWeights() throws IOException {
        SmallModels.write(folder, BERT);
        Object config = Files.readAttributes(
                        folder.resolve("config.json"), java.nio.file.attribute.BasicFileAttributes.class)
                .fileKey();
        CheckpointWriter.of(BERT).write(folder, p -> scaled(p, 2));
        assertEquals(
                config,
                Files.readAttributes(folder.resolve("config.json"), java.nio.file.attribute.BasicFileAttributes.class)
                        .fileKey());
        try (SafetensorsReader reader = SafetensorsReader.open(folder.resolve("model.safetensors"))) {
            assertEquals(Map.of("format", "pt"), reader.header().metadata());
        }
    }

    @Test
    void foldersWithOtherWeightsAreNotMixed() throws IOException {
        Files.writeString(folder.resolve("pytorch_model.bin"), "");
        CheckpointException fault = assertThrows(CheckpointException.class, () -> SmallModels.write(folder, BERT));
        assertEquals(
                "file (pytorch_model.bin) of " + folder
                        + ": weights of another model are in the folder\nMaybe choose an empty folder.",
                fault.getMessage());
    }

    @Test
    void dropoutsThatTransformersCannotSayAreKeptInAFieldOfOurOwn() throws IOException {
        ModelConfig odd = new ModelConfig(
                Architecture.DISTILBERT,
                Head.TOKEN_CLASSIFICATION,
                11,
                8,
                1,
                2,
                12,
                9,
                0,
                0,
                1e-12,
                Activation.RELU,
                0.1,
                0.1,
                0.3,
                0.02,
                List.of("O"));
        SmallModels.write(folder, odd);
        assertTrue(Files.readString(folder.resolve("config.json")).contains("\"dcsdk_classifier_dropout\": 0.3"));
        Checkpoint checkpoint = Checkpoint.open(folder);
        assertEquals(odd, checkpoint.config());
        assertEquals(
                0.2,
                checkpoint.config(Head.SEQUENCE_CLASSIFICATION, List.of("a")).classifierDropout(),
                "it is that of the folder's own head");
    }

    @Test
    void whatTransformersWouldComputeOtherwiseIsRefused() {
        ModelConfig odd = new ModelConfig(
                Architecture.DISTILBERT,
                Head.TOKEN_CLASSIFICATION,
                11,
                8,
                1,
                2,
                12,
                9,
                0,
                0,
                1e-5,
                Activation.GELU,
                0.1,
                0.1,
                0.1,
                0.02,
                List.of("O"));
        assertThrows(CheckpointException.class, () -> SmallModels.write(folder, odd));
        assertThrows(CheckpointException.class, () -> CheckpointWriter.of(BERT)
                .write(folder, p -> Tensor.of(new float[] {1}, 1)));
        assertThrows(
                IllegalArgumentException.class, () -> CheckpointWriter.of(BERT).elementType(ElementType.F64));
        assertThrows(IllegalArgumentException.class, () -> CheckpointWriter.of(BERT)
                .tokenizerFile("../vocab.txt", new byte[0]));
        assertThrows(
                IllegalStateException.class,
                () -> CheckpointWriter.of(BERT).elementType(ElementType.F32).elementType(ElementType.F32));
    }
}
