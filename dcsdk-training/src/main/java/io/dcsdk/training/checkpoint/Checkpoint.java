package io.dcsdk.training.checkpoint;

import io.dcsdk.training.model.Architecture;
import io.dcsdk.training.model.Head;
import io.dcsdk.training.model.ModelConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A HuggingFace folder of a BERT, RoBERTa or DistilBERT model: config.json and model.safetensors (or shards with
 * model.safetensors.index.json), and mostly tokenizer files. It holds no file open.
 *
 * <p>Not supported, and refused by name: other families, relative positions, decoders, quantized weights, activations
 * other than GELU and ReLU, weights as pickles.
 */
public final class Checkpoint {
    private static final List<String> TOKENIZER_FILES = List.of(
            "tokenizer.json",
            "tokenizer_config.json",
            "special_tokens_map.json",
            "added_tokens.json",
            "vocab.txt",
            "vocab.json",
            "merges.txt");

    private final Path folder;
    private final ConfigFile config;

    private Checkpoint(Path folder, ConfigFile config) {
        this.folder = folder;
        this.config = config;
    }

    /**
     * Opens a folder: reads config.json and the headers of the weight files.
     *
     * @param folder the folder
     * @return the checkpoint
     * @throws CheckpointException if the folder is not there or is no checkpoint of a supported kind
     * @throws io.dcsdk.training.files.FileException if config.json cannot be read
     * @throws io.dcsdk.training.safetensors.SafetensorsException if a weight file is damaged
     */
    public static Checkpoint open(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new CheckpointException(
                    "folder (%s)".formatted(folder.getFileName()),
                    folder.toAbsolutePath().resolveSibling("").normalize(),
                    (Files.exists(folder) ? "it is not a folder" : "there is no such folder")
                            + "\nMaybe check the path, or fetch the model first.");
        }
        if (!Files.exists(folder.resolve(ConfigFile.NAME))) {
            throw new CheckpointException(
                    "file (%s)".formatted(ConfigFile.NAME),
                    folder,
                    "there is no such file\nMaybe another folder was meant, or the model was not fetched to its end.");
        }
        ConfigFile config = ConfigFile.read(folder);
        WeightFiles.open(folder).close();
        return new Checkpoint(folder, config);
    }

    /**
     * The folder.
     *
     * @return its path as it was given
     */
    public Path folder() {
        return folder;
    }

    /**
     * The family of the encoder.
     *
     * @return what {@code model_type} says
     */
    public Architecture architecture() {
        return config.architecture();
    }

    /**
     * The head that {@code architectures} names.
     *
     * @return the head; nothing for a bare encoder, a language model, or a head of another kind
     * @throws CheckpointException if {@code architectures} is no list
     */
    public Optional<Head> head() {
        return config.head();
    }

    /**
     * The model with the head and the labels that config.json names.
     *
     * @return its configuration
     * @throws CheckpointException if it has no such head, or the labels are not numbered from 0 or have equal names
     */
    public ModelConfig config() {
        return config.ownModel();
    }

    /**
     * The encoder of the checkpoint under a chosen head. The dropout before the head is the one that config.json has for
     * this head.
     *
     * @param head what shall stand on the encoder
     * @param labels the names of its outputs, in order; two for question answering
     * @return its configuration
     * @throws CheckpointException if the labels are none, have equal names or do not fit the head
     */
    public ModelConfig config(Head head, List<String> labels) {
        return config.model(head, labels);
    }

    /**
     * Finds the tensors that the parameters of a model begin with.
     *
     * @param model what {@link #config()} or {@link #config(Head, List)} gave, perhaps with other dropouts
     * @return a tensor for each parameter of the encoder, and for those of the head that fit; it must be closed
     * @throws CheckpointException if a tensor of the encoder is missing, has another shape or no floating-point elements
     * @throws io.dcsdk.training.safetensors.SafetensorsException if a weight file is damaged
     */
    public WeightBinding bind(ModelConfig model) {
        if (model.architecture() != architecture()) {
            throw new CheckpointException(
                    "model_type (%s)".formatted(architecture().modelType()),
                    config.file(),
                    "the model is a %s\nMaybe use the configuration of this checkpoint."
                            .formatted(model.architecture().modelType()));
        }
        WeightFiles files = WeightFiles.open(folder);
        boolean bound = false;
        try {
            WeightBinding binding = new Binder(folder, config, model, files).bind();
            bound = true;
            return binding;
        } finally {
            if (!bound) {
                files.close();
            }
        }
    }

    /**
     * The tokenizer's files that the folder has, of tokenizer.json, tokenizer_config.json, special_tokens_map.json,
     * added_tokens.json, vocab.txt, vocab.json and merges.txt.
     *
     * @return paths by file name; empty if there are none
     */
    public Map<String, Path> tokenizerFiles() {
        Map<String, Path> found = new LinkedHashMap<>();
        for (String name : TOKENIZER_FILES) {
            Path file = folder.resolve(name);
            if (Files.isRegularFile(file)) {
                found.put(name, file);
            }
        }
        return Collections.unmodifiableMap(found);
    }

    static List<String> tokenizerFileNames() {
        return TOKENIZER_FILES;
    }

    /** A copy of config.json as it stands in the folder. */
    ObjectNode configJson() {
        return config.copy();
    }
}
