package io.dcsdk.training.checkpoint;

import static io.dcsdk.training.checkpoint.SmallModels.LABELS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.training.model.Architecture;
import io.dcsdk.training.model.Head;
import io.dcsdk.training.model.ModelConfig;
import io.dcsdk.training.safetensors.SafetensorsException;
import io.dcsdk.training.safetensors.SafetensorsWriter;
import io.dcsdk.training.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CheckpointTest {
    private static final ModelConfig BERT = SmallModels.config(Architecture.BERT, Head.TOKEN_CLASSIFICATION);

    @TempDir
    Path folder;

    @BeforeEach
    void writeModel() {
        SmallModels.write(folder, BERT);
    }

    private WeightBinding bind(Head head, List<String> labels) {
        Checkpoint checkpoint = Checkpoint.open(folder);
        return checkpoint.bind(checkpoint.config(head, labels));
    }

    private static String message(Class<? extends Exception> type, org.junit.jupiter.api.function.Executable call) {
        String message = String.valueOf(assertThrows(type, call).getMessage());
        assertTrue(message.contains("\nMaybe "), message);
        return message;
    }

    @Test
    void oldNamesOfLayerNormsAreUnderstood() {
        SmallModels.rename(folder, name -> name.replace("LayerNorm.weight", "LayerNorm.gamma")
                .replace("LayerNorm.bias", "LayerNorm.beta"));
        try (WeightBinding binding = bind(Head.TOKEN_CLASSIFICATION, LABELS)) {
            assertEquals(List.of(), binding.fresh());
            assertEquals(List.of(), binding.ignored());
            assertTrue(SmallModels.hasOwnWeights(binding));
        }
    }

    @Test
    void aBareEncoderTakesAFreshHead() throws IOException {
        Map<String, Tensor> bare = new LinkedHashMap<>();
        SmallModels.tensors(folder).forEach((name, tensor) -> {
            if (name.startsWith("bert.")) {
                bare.put(name.substring("bert.".length()), tensor);
            }
        });
        bare.put("pooler.dense.weight", Tensor.of(new float[64], 8, 8));
        bare.put("pooler.dense.bias", Tensor.of(new float[8], 8));
        bare.put("embeddings.position_ids", Tensor.of(new long[9], 1, 9));
        SmallModels.store(folder, bare);
        SmallModels.editConfig(folder, "BertForTokenClassification", "BertModel");

        try (WeightBinding binding = bind(Head.TOKEN_CLASSIFICATION, LABELS)) {
            assertEquals(List.of("classifier.weight", "classifier.bias"), binding.fresh());
            assertEquals(
                    List.of("embeddings.position_ids", "pooler.dense.weight", "pooler.dense.bias"), binding.ignored());
            assertEquals(List.of(), binding.unexpected());
            assertTrue(SmallModels.hasOwnWeights(binding));
            assertTrue(
                    binding.tensor(binding.parameters().get(binding.parameters().size() - 1))
                            .isEmpty());
        }
        try (WeightBinding binding = bind(Head.SEQUENCE_CLASSIFICATION, LABELS)) {
            assertEquals(List.of("classifier.weight", "classifier.bias"), binding.fresh(), "the pooler is there");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"module.", "model.", "a.b."})
    void aWrappedModelIsUnderstood(String wrapper) {
        SmallModels.rename(folder, name -> wrapper + name);
        try (WeightBinding binding = bind(Head.TOKEN_CLASSIFICATION, LABELS)) {
            assertEquals(List.of(), binding.fresh());
            assertEquals(List.of(), binding.ignored());
            assertTrue(SmallModels.hasOwnWeights(binding));
        }
    }

    @Test
    void anEncoderWithAnotherNameIsUnderstood() {
        SmallModels.rename(folder, name -> name.replaceFirst("^bert\\.", "backbone."));
        try (WeightBinding binding = bind(Head.TOKEN_CLASSIFICATION, LABELS)) {
            assertEquals(List.of(), binding.fresh());
            assertTrue(SmallModels.hasOwnWeights(binding));
        }
    }

    @Test
    void ofSeveralEncodersOneMustHaveTheFamilysName() {
        Map<String, Tensor> two = SmallModels.tensors(folder);
        two.put("teacher.embeddings.word_embeddings.weight", Tensor.of(new float[1], 1));
        SmallModels.store(folder, two);
        try (WeightBinding binding = bind(Head.TOKEN_CLASSIFICATION, LABELS)) {
            assertEquals(List.of("teacher.embeddings.word_embeddings.weight"), binding.unexpected());
        }
        SmallModels.rename(folder, name -> name.replaceFirst("^bert\\.", "student."));
        String message = message(CheckpointException.class, () -> bind(Head.TOKEN_CLASSIFICATION, LABELS));
        assertTrue(message.contains("there are several"), message);
    }

    @Test
    void whatALanguageModelHasBesidesIsIgnoredButSaid() throws IOException {
        Map<String, Tensor> tensors = SmallModels.tensors(folder);
        tensors.remove("classifier.weight");
        tensors.remove("classifier.bias");
        List<String> extra = List.of(
                "cls.predictions.bias",
                "cls.predictions.decoder.weight",
                "cls.predictions.transform.LayerNorm.gamma",
                "cls.seq_relationship.weight",
                "bert.pooler.dense.weight",
                "bert.embeddings.position_ids");
        extra.forEach(name -> tensors.put(name, Tensor.of(new float[2], 2)));
        tensors.put("bert.encoder.layer.2.output.dense.weight", Tensor.of(new float[2], 2));
        SmallModels.store(folder, tensors);
        SmallModels.editConfig(folder, "BertForTokenClassification", "BertForMaskedLM");

        try (WeightBinding binding = bind(Head.TOKEN_CLASSIFICATION, LABELS)) {
            assertEquals(List.of("classifier.weight", "classifier.bias"), binding.fresh());
            assertEquals(extra.size() + 1, binding.ignored().size());
            assertTrue(binding.ignored().containsAll(extra));
            assertEquals(List.of("bert.encoder.layer.2.output.dense.weight"), binding.unexpected());
        }
    }

    @Test
    void aHeadIsTakenOnlyWhereItsRowsMeanTheWantedLabels() throws IOException {
        List<String> head = List.of("classifier.weight", "classifier.bias");
        try (WeightBinding same = bind(Head.TOKEN_CLASSIFICATION, LABELS)) {
            assertEquals(List.of(), same.fresh());
        }
        try (WeightBinding longer = bind(Head.TOKEN_CLASSIFICATION, List.of("O", "A", "B", "C"))) {
            assertEquals(head, longer.fresh());
            assertEquals(head, longer.ignored());
            assertEquals(List.of(), longer.unexpected());
        }
        try (WeightBinding renamed = bind(Head.TOKEN_CLASSIFICATION, List.of("O", "I-PER", "B-PER"))) {
            assertEquals(head, renamed.fresh(), "the same number of labels in another order");
        }
        try (WeightBinding other = bind(Head.SEQUENCE_CLASSIFICATION, LABELS)) {
            assertEquals(
                    List.of(
                            "bert.pooler.dense.weight",
                            "bert.pooler.dense.bias",
                            "classifier.weight",
                            "classifier.bias"),
                    other.fresh(),
                    "a token head has the same names and shapes as a sequence head");
        }
        SmallModels.editConfig(folder, "\"id2label\"", "\"id2label_before\"");
        SmallModels.editConfig(folder, "\"model_type\"", "\"num_labels\": 3, \"model_type\"");
        try (WeightBinding unnamed = bind(Head.TOKEN_CLASSIFICATION, LABELS)) {
            assertEquals(List.of(), unnamed.fresh(), "labels without names may be given some");
        }
    }

    @Test
    void aHeadWithOneHalfMissingBeginsFreshAsAWhole() {
        Map<String, Tensor> tensors = SmallModels.tensors(folder);
        tensors.remove("classifier.bias");
        SmallModels.store(folder, tensors);
        try (WeightBinding binding = bind(Head.TOKEN_CLASSIFICATION, LABELS)) {
            assertEquals(List.of("classifier.weight", "classifier.bias"), binding.fresh());
            assertEquals(List.of("classifier.weight"), binding.ignored());
        }
    }

    @Test
    void aRobertaSequenceHeadKeepsItsFirstProductUnderOtherLabels() {
        SmallModels.write(folder, SmallModels.config(Architecture.ROBERTA, Head.SEQUENCE_CLASSIFICATION));
        try (WeightBinding binding = bind(Head.SEQUENCE_CLASSIFICATION, List.of("x", "y"))) {
            assertEquals(List.of("classifier.out_proj.weight", "classifier.out_proj.bias"), binding.fresh());
        }
    }

    @Test
    void missingAndMisshapenTensorsAreNamed() {
        Map<String, Tensor> tensors = SmallModels.tensors(folder);
        Tensor query = tensors.remove("bert.encoder.layer.1.attention.self.query.weight");
        SmallModels.store(folder, tensors);
        assertEquals(
                "tensor (bert.encoder.layer.1.attention.self.query.weight) of " + folder
                        + ": it is missing, shape [8, 8] is wanted\n"
                        + "Maybe config.json (model_type, number of layers) belongs to other weights.",
                message(CheckpointException.class, () -> bind(Head.TOKEN_CLASSIFICATION, LABELS)));

        tensors.put("bert.encoder.layer.1.attention.self.query.weight", Tensor.of(new float[32], 4, 8));
        SmallModels.store(folder, tensors);
        assertEquals(
                "tensor (bert.encoder.layer.1.attention.self.query.weight) of " + folder.resolve("model.safetensors")
                        + ": its shape is [4, 8], config.json wants [8, 8]\n"
                        + "Maybe config.json belongs to other weights.",
                message(CheckpointException.class, () -> bind(Head.TOKEN_CLASSIFICATION, LABELS)));

        tensors.put("bert.encoder.layer.1.attention.self.query.weight", Tensor.of(new long[64], 8, 8));
        SmallModels.store(folder, tensors);
        assertTrue(message(CheckpointException.class, () -> bind(Head.TOKEN_CLASSIFICATION, LABELS))
                .contains("its elements are I64"));

        tensors.put("bert.encoder.layer.1.attention.self.query.weight", java.util.Objects.requireNonNull(query));
        tensors.put("bert.embeddings.LayerNorm.gamma", Tensor.of(new float[8], 8));
        SmallModels.store(folder, tensors);
        assertTrue(message(CheckpointException.class, () -> bind(Head.TOKEN_CLASSIFICATION, LABELS))
                .contains("it is the same parameter as"));

        SmallModels.store(folder, Map.of("x", Tensor.of(new float[1], 1)));
        assertTrue(message(CheckpointException.class, () -> bind(Head.TOKEN_CLASSIFICATION, LABELS))
                .startsWith("tensor (bert.embeddings.word_embeddings.weight) of " + folder + ": it and 36 others are"));
    }

    @Test
    void shardsAreReadThroughTheirIndex() throws IOException {
        shard(0);
        try (WeightBinding binding = bind(Head.TOKEN_CLASSIFICATION, LABELS)) {
            assertEquals(List.of(), binding.fresh());
            assertEquals(List.of(), binding.ignored());
            assertTrue(SmallModels.hasOwnWeights(binding));
        }
    }

    @Test
    void anIndexThatDoesNotFitItsShardsIsRefused() throws IOException {
        shard(1);
        assertTrue(message(CheckpointException.class, () -> Checkpoint.open(folder))
                .startsWith("total_size ("));
        shard(0);
        Path index = folder.resolve("model.safetensors.index.json");
        String good = Files.readString(index);
        for (String outside :
                List.of("../a-1.safetensors", "/a-1.safetensors", "a-1.bin", "x\\\\a-1.safetensors", "..")) {
            Files.writeString(index, good.replaceFirst("a-1\\.safetensors", outside.replace("\\", "\\\\")));
            assertTrue(message(CheckpointException.class, () -> Checkpoint.open(folder))
                    .contains("it is not the plain name of a safetensors file"));
        }
        Files.writeString(index, good.replaceFirst("a-1\\.safetensors", "a-2.safetensors"));
        assertTrue(message(CheckpointException.class, () -> Checkpoint.open(folder))
                .contains("index.json says that"));
        Files.writeString(index, good.replaceFirst("a-1\\.safetensors", "a-3.safetensors"));
        assertTrue(message(CheckpointException.class, () -> Checkpoint.open(folder))
                .contains("there is no such file"));
        Files.writeString(index, good.replaceFirst("classifier\\.bias", "classifier.sorry"));
        assertTrue(message(CheckpointException.class, () -> Checkpoint.open(folder))
                .contains("index.json says that"));
        Files.writeString(index, good.replaceFirst("\"weight_map\"", "\"weights\""));
        assertTrue(message(CheckpointException.class, () -> Checkpoint.open(folder))
                .startsWith("weight_map of "));
        Files.writeString(index, good.replaceFirst("\"a-1.safetensors\"", "7"));
        assertTrue(message(CheckpointException.class, () -> Checkpoint.open(folder))
                .contains("no text"));
        Files.writeString(index, good);
        Files.write(folder.resolve("a-2.safetensors"), new byte[3]);
        message(SafetensorsException.class, () -> Checkpoint.open(folder));
    }

    /** Splits the weights over two files. */
    private void shard(int wrong) throws IOException {
        if (Files.exists(folder.resolve("model.safetensors.index.json"))) {
            Files.delete(folder.resolve("model.safetensors.index.json"));
            SmallModels.write(folder, BERT);
        }
        Map<String, Tensor> first = new LinkedHashMap<>();
        Map<String, Tensor> second = new LinkedHashMap<>();
        StringBuilder map = new StringBuilder();
        long[] bytes = {wrong};
        SmallModels.tensors(folder).forEach((name, tensor) -> {
            boolean toFirst = name.contains("layer.0") || name.startsWith("classifier");
            (toFirst ? first : second).put(name, tensor);
            map.append(map.isEmpty() ? "" : ",").append("\"%s\":\"a-%d.safetensors\"".formatted(name, toFirst ? 1 : 2));
            bytes[0] += tensor.bytes().remaining();
        });
        SafetensorsWriter.write(folder.resolve("a-1.safetensors"), first, Map.of());
        SafetensorsWriter.write(folder.resolve("a-2.safetensors"), second, Map.of());
        Files.delete(folder.resolve("model.safetensors"));
        Files.writeString(
                folder.resolve("model.safetensors.index.json"),
                "{\"metadata\":{\"total_size\":%d},\"weight_map\":{%s}}".formatted(bytes[0], map));
    }

    @Test
    void weightsInOtherFormatsAreRefusedWithTheWayOut() throws IOException {
        Files.delete(folder.resolve("model.safetensors"));
        assertEquals(
                "weights (model.safetensors) of " + folder
                        + ": there is no such file, nor a model.safetensors.index.json\n"
                        + "Maybe the folder was not fetched or written to its end, or another folder was meant.",
                message(CheckpointException.class, () -> Checkpoint.open(folder)));
        for (String foreign : List.of("tf_model.h5", "pytorch_model.bin.index.json", "pytorch_model.bin")) {
            Files.writeString(folder.resolve(foreign), "");
            String message = message(CheckpointException.class, () -> Checkpoint.open(folder));
            assertTrue(
                    message.startsWith("weights (" + foreign + ") of " + folder
                            + ": only safetensors files are read\nMaybe convert"),
                    message);
        }
    }

    @Test
    void foldersThatAreNoneAreRefused() throws IOException {
        Path absent = folder.resolve("absent");
        assertEquals(
                "folder (absent) of " + folder
                        + ": there is no such folder\nMaybe check the path, or fetch the model first.",
                message(CheckpointException.class, () -> Checkpoint.open(absent)));
        assertTrue(message(CheckpointException.class, () -> Checkpoint.open(folder.resolve("config.json")))
                .contains("it is not a folder"));
        Files.delete(folder.resolve("config.json"));
        assertEquals(
                "file (config.json) of " + folder + ": there is no such file\n"
                        + "Maybe another folder was meant, or the model was not fetched to its end.",
                message(CheckpointException.class, () -> Checkpoint.open(folder)));
    }

    @Test
    void aModelOfAnotherFamilyIsNotBound() {
        ModelConfig roberta = SmallModels.config(Architecture.ROBERTA, Head.TOKEN_CLASSIFICATION);
        assertTrue(
                message(CheckpointException.class, () -> Checkpoint.open(folder).bind(roberta))
                        .contains("the model is a roberta"));
    }
}
