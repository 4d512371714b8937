package io.dcsdk.training;

import io.dcsdk.training.checkpoint.Checkpoint;
import io.dcsdk.training.checkpoint.CheckpointWriter;
import io.dcsdk.training.checkpoint.WeightBinding;
import io.dcsdk.training.corpus.TagScheme;
import io.dcsdk.training.encoding.SubwordTokenizer;
import io.dcsdk.training.encoding.WindowPolicy;
import io.dcsdk.training.engine.ComputeDevice;
import io.dcsdk.training.engine.ProgramSession;
import io.dcsdk.training.model.ModelConfig;
import io.dcsdk.training.program.ComputePrecision;
import io.dcsdk.training.program.StateLayout;
import io.dcsdk.training.tensor.Tensor;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What belongs together in a model folder: configuration, labels, tokenizer and weights. */
final class ModelParts {
    /** Rows longer than this are read in windows unless more is asked for: attention costs the square of the length. */
    static final int USUAL_LENGTH = 512;

    private ModelParts() {}

    /** Loads a model that shall only run forward. */
    static ProgramSession open(Checkpoint checkpoint, ComputeDevice device, ComputePrecision precision) {
        StateLayout layout = StateLayout.of(checkpoint.config());
        Tensor parameters;
        try (WeightBinding weights = checkpoint.bind(layout.config())) {
            if (!weights.fresh().isEmpty()) {
                throw new TrainingException(
                        "model (%s) to run: it lacks %s\nMaybe the file belongs to another head; train it first."
                                .formatted(checkpoint.folder(), weights.fresh()));
            }
            parameters = layout.flatten(parameter -> weights.tensor(parameter).orElseThrow());
        }
        return NerModel.session(layout, precision, device, parameters);
    }

    /** The rows that a model from a folder reads. */
    static WindowPolicy windows(ModelConfig config, SubwordTokenizer tokenizer) {
        int positions = Math.min(config.maxLength(), USUAL_LENGTH);
        return WindowPolicy.ofMaxLength(
                Math.min(positions, tokenizer.maxLength().orElse(positions)));
    }

    static void requireFits(ModelConfig config, SubwordTokenizer tokenizer) {
        if (tokenizer.vocabularySize() > config.vocabularySize()) {
            throw new TrainingException(
                    "tokenizer (%d ids) of the model: its word embedding has %d rows\nMaybe it belongs to another model."
                            .formatted(tokenizer.vocabularySize(), config.vocabularySize()));
        }
    }

    /** The scheme that a model's labels are written in. */
    static TagScheme schemeOf(List<String> labels) {
        boolean ends = labels.stream().anyMatch(label -> label.startsWith("E-"));
        if (!ends) {
            return TagScheme.BIO;
        }
        return labels.stream().anyMatch(label -> label.startsWith("M-")) ? TagScheme.BMES : TagScheme.BIOES;
    }

    static void write(
            Path folder,
            StateLayout layout,
            Tensor parameters,
            SubwordTokenizer tokenizer,
            Optional<Checkpoint> origin,
            WindowPolicy trained) {
        // A model from scratch knows no positions but those that it was trained on.
        int maxLength = origin.isPresent()
                ? Math.max(tokenizer.maxLength().orElse(layout.config().maxLength()), trained.maxLength())
                : trained.maxLength();
        CheckpointWriter writer = CheckpointWriter.of(layout.config())
                .tokenizerFile("tokenizer.json", tokenizer.tokenizerJson())
                .tokenizerFile("tokenizer_config.json", tokenizer.tokenizerConfigJson(maxLength));
        origin.ifPresent(writer::basedOn);
        writer.write(folder, parameter -> layout.slice(parameters, parameter));
    }
}
