package io.dcsdk.training.checkpoint;

import io.dcsdk.training.model.Activation;
import io.dcsdk.training.model.Architecture;
import io.dcsdk.training.model.Head;
import io.dcsdk.training.model.ModelConfig;
import io.dcsdk.training.model.ParameterLayout;
import io.dcsdk.training.model.ParameterSpec;
import io.dcsdk.training.safetensors.SafetensorsReader;
import io.dcsdk.training.safetensors.SafetensorsWriter;
import io.dcsdk.training.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/** Models of a few hundred parameters and the folders of them. */
final class SmallModels {
    static final List<String> LABELS = List.of("O", "B-PER", "I-PER");

    private SmallModels() {}

    static ModelConfig config(Architecture architecture, Head head) {
        boolean distilled = architecture == Architecture.DISTILBERT;
        double classifierDropout =
                switch (head) {
                    case TOKEN_CLASSIFICATION -> 0.1;
                    case SEQUENCE_CLASSIFICATION -> 0.25;
                    case QUESTION_ANSWERING -> distilled ? 0.15 : 0;
                };
        return new ModelConfig(
                architecture,
                head,
                11,
                8,
                2,
                2,
                12,
                9,
                distilled ? 0 : architecture == Architecture.ROBERTA ? 1 : 2,
                architecture == Architecture.ROBERTA ? 1 : 0,
                1e-12,
                Activation.GELU,
                0.1,
                0.05,
                classifierDropout,
                0.02,
                head == Head.QUESTION_ANSWERING ? List.of("start", "end") : LABELS);
    }

    /** Weights that differ from parameter to parameter, the same for each call. */
    static Tensor weight(ParameterSpec parameter) {
        Random random = new Random(parameter.name().hashCode());
        float[] values = new float[parameter.elements()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return Tensor.of(
                values, parameter.shape().stream().mapToLong(Integer::longValue).toArray());
    }

    /** A folder as this package writes it. */
    static Path write(Path folder, ModelConfig config) {
        CheckpointWriter.of(config).write(folder, SmallModels::weight);
        return folder;
    }

    /** The tensors of a folder, to be changed and written again. */
    static Map<String, Tensor> tensors(Path folder) {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        try (SafetensorsReader reader = SafetensorsReader.open(folder.resolve("model.safetensors"))) {
            reader.header().entries().keySet().forEach(name -> tensors.put(name, reader.tensor(name)));
        }
        return tensors;
    }

    static void store(Path folder, Map<String, Tensor> tensors) {
        SafetensorsWriter.write(folder.resolve("model.safetensors"), tensors, Map.of("format", "pt"));
    }

    static void rename(Path folder, UnaryOperator<String> renaming) {
        Map<String, Tensor> renamed = new LinkedHashMap<>();
        tensors(folder).forEach((name, tensor) -> renamed.put(renaming.apply(name), tensor));
        store(folder, renamed);
    }

    /** Replaces a piece of config.json, which must be there. */
    static void editConfig(Path folder, String from, String to) throws IOException {
        Path file = folder.resolve("config.json");
        String text = Files.readString(file);
        if (!text.contains(from)) {
            throw new IllegalStateException(from + " is not in " + text);
        }
        Files.writeString(file, text.replace(from, to));
    }

    /** Whether each parameter of the encoder begins with what {@link #weight} gave. */
    static boolean hasOwnWeights(WeightBinding binding) {
        return ParameterLayout.of(config(Architecture.BERT, Head.TOKEN_CLASSIFICATION)).stream()
                .filter(p -> !p.ofHead())
                .allMatch(p ->
                        binding.tensor(p).orElseThrow().bytes().equals(weight(p).bytes()));
    }
}
