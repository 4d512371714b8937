package io.dcsdk.training.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.training.model.Architecture;
import io.dcsdk.training.model.Head;
import io.dcsdk.training.model.ModelConfig;
import io.dcsdk.training.model.ParameterSpec;
import io.dcsdk.training.tensor.ElementType;
import io.dcsdk.training.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReferenceCheckpointTest {
    @TempDir
    Path folder;

    /** The spot values were printed by the safetensors package of Python: element 5 of the first layer's query or q_lin. */
    @ParameterizedTest
    @CsvSource({
        "bert-token, BERT, TOKEN_CLASSIFICATION, 600, 48, 3, 4, 96, 64, 0, 7, 0.0, -0.007119424641132355",
        "bert-sequence, BERT, SEQUENCE_CLASSIFICATION, 400, 32, 2, 2, 64, 48, 0, 3, 0.0, -0.10785581171512604",
        "bert-qa, BERT, QUESTION_ANSWERING, 400, 32, 2, 2, 64, 48, 0, 2, 0.0, -0.0159018412232399",
        "distilbert-token, DISTILBERT, TOKEN_CLASSIFICATION, 500, 32, 2, 4, 64, 66, 0, 7, 0.0, 0.031061286106705666",
        "roberta-token, ROBERTA, TOKEN_CLASSIFICATION, 500, 32, 2, 4, 64, 66, 1, 7, 0.0, 0.024529024958610535",
        "bert-pipeline, BERT, TOKEN_CLASSIFICATION, 28996, 32, 2, 2, 64, 128, 0, 7, 0.1, 0.1619873046875",
    })
    void everyReferenceFolderIsReadAndWrittenAgain(
            String name,
            Architecture architecture,
            Head head,
            int vocabulary,
            int width,
            int layers,
            int heads,
            int inner,
            int positions,
            int padTokenId,
            int labels,
            double dropout,
            float spot)
            throws IOException {
        Path reference = Path.of(System.getProperty("dcsdk.shared", "../../shared"), "reference", name);
        Assumptions.assumeTrue(Files.isDirectory(reference), "no reference data at " + reference);
        Checkpoint checkpoint = Checkpoint.open(reference);
        ModelConfig config = checkpoint.config();

        assertEquals(architecture, checkpoint.architecture());
        assertEquals(head, config.head());
        assertEquals(vocabulary, config.vocabularySize());
        assertEquals(width, config.hiddenSize());
        assertEquals(layers, config.layers());
        assertEquals(heads, config.heads());
        assertEquals(inner, config.intermediateSize());
        assertEquals(positions, config.maxPositions());
        assertEquals(padTokenId, config.padTokenId());
        assertEquals(labels, config.labels().size());
        assertEquals(dropout, config.hiddenDropout());
        assertEquals(dropout, config.classifierDropout());

        try (WeightBinding binding = checkpoint.bind(config)) {
            assertEquals(List.of(), binding.fresh());
            assertEquals(List.of(), binding.ignored());
            ParameterSpec query = binding.parameters().stream()
                    .filter(p -> p.name().contains("layer.0.") && p.name().matches(".*(query|q_lin)\\.weight"))
                    .findFirst()
                    .orElseThrow();
            assertEquals(spot, binding.tensor(query).orElseThrow().toFloats()[5]);

            ElementType stored = binding.tensor(query).orElseThrow().type();
            CheckpointWriter.of(config).basedOn(checkpoint).elementType(stored).write(folder, p -> binding.tensor(p)
                    .orElseThrow());
        }
        Checkpoint again = Checkpoint.open(folder);
        assertEquals(config, again.config());
        assertEquals(
                checkpoint.tokenizerFiles().keySet(), again.tokenizerFiles().keySet());
        Map<String, Tensor> expected = SmallModels.tensors(reference);
        Map<String, Tensor> found = SmallModels.tensors(folder);
        assertEquals(expected.keySet(), found.keySet());
        expected.forEach((tensor, value) -> assertTrue(
                value.bytes()
                        .equals(java.util.Objects.requireNonNull(found.get(tensor))
                                .bytes()),
                tensor));
    }
}
