package io.dcsdk.training.checkpoint;

import io.dcsdk.training.files.AtomicFile;
import io.dcsdk.training.files.Folders;
import io.dcsdk.training.files.SmallFile;
import io.dcsdk.training.model.Architecture;
import io.dcsdk.training.model.ModelConfig;
import io.dcsdk.training.model.ParameterLayout;
import io.dcsdk.training.model.ParameterSpec;
import io.dcsdk.training.safetensors.SafetensorsWriter;
import io.dcsdk.training.safetensors.TensorSource;
import io.dcsdk.training.tensor.ElementType;
import io.dcsdk.training.tensor.Tensor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a folder that {@link Checkpoint} and {@code transformers} load: config.json, the tokenizer's files,
 * model.safetensors.
 *
 * <p>All files are brought onto the disk before the first one takes its place, so that a full disk leaves what was there.
 * The weights come last: a kill leaves the old model, a folder without weights, or the new model, never the weights of one
 * with the configuration of another.
 */
public final class CheckpointWriter {
    private static final int MAX_TOKENIZER_BYTES = 256 * 1024 * 1024;
    private static final double DISTILBERT_EPSILON = 1e-12;

    private final ModelConfig model;
    private @Nullable Checkpoint base;
    private @Nullable ElementType type;
    private final Map<String, byte[]> tokenizer = new LinkedHashMap<>();

    private CheckpointWriter(ModelConfig model) {
        this.model = model;
    }

    /**
     * Begins to describe a folder.
     *
     * @param model the model whose weights shall be written
     * @return a writer of F32 weights without tokenizer files
     */
    public static CheckpointWriter of(ModelConfig model) {
        return new CheckpointWriter(model);
    }

    /**
     * Carries over what the model's origin has: fields of config.json that the model does not replace, and the files of
     * the tokenizer, unless {@link #tokenizerFile} gives others.
     *
     * @param checkpoint the folder that the model was made from
     * @return this
     * @throws CheckpointException if it is of another family
     * @throws IllegalStateException if an origin was given before
     */
    public CheckpointWriter basedOn(Checkpoint checkpoint) {
        if (base != null) {
            throw new IllegalStateException(
                    "origin (%s): it was given before\nMaybe give it once.".formatted(base.folder()));
        }
        if (checkpoint.architecture() != model.architecture()) {
            throw new CheckpointException(
                    "model_type (%s)".formatted(checkpoint.architecture().modelType()),
                    checkpoint.folder(),
                    "the model to write is a %s\nMaybe give the folder that it was made from."
                            .formatted(model.architecture().modelType()));
        }
        base = checkpoint;
        return this;
    }

    /**
     * Adds a file of the tokenizer. With at least one of them, none is carried over from the origin.
     *
     * @param name its plain name, like {@code tokenizer.json}
     * @param bytes its content, copied
     * @return this
     * @throws IllegalArgumentException if the name is not one that {@link Checkpoint#tokenizerFiles()} knows
     * @throws IllegalStateException if this file was given before
     */
    public CheckpointWriter tokenizerFile(String name, byte[] bytes) {
        if (!Checkpoint.tokenizerFileNames().contains(name)) {
            throw new IllegalArgumentException(
                    "tokenizer file (%s) of a checkpoint: it is not one of %s\nMaybe rename it."
                            .formatted(name, Checkpoint.tokenizerFileNames()));
        }
        if (tokenizer.putIfAbsent(name, bytes.clone()) != null) {
            throw new IllegalStateException(
                    "tokenizer file (%s): it was given before\nMaybe give it once.".formatted(name));
        }
        return this;
    }

    /**
     * Chooses how weights are stored.
     *
     * @param elementType F32, F16 or BF16; the latter two round to nearest
     * @return this
     * @throws IllegalArgumentException if it is another one
     * @throws IllegalStateException if it was chosen before
     */
    public CheckpointWriter elementType(ElementType elementType) {
        if (!List.of(ElementType.F32, ElementType.F16, ElementType.BF16).contains(elementType)) {
            throw new IllegalArgumentException(
                    "element type (%s) of a checkpoint: weights are stored as F32, F16 or BF16\nMaybe choose one of these."
                            .formatted(elementType));
        }
        if (type != null) {
            throw new IllegalStateException(
                    "element type (%s): it was chosen before\nMaybe choose it once.".formatted(type));
        }
        type = elementType;
        return this;
    }

    /**
     * Writes the folder, and makes it if need be. A model that is there already is replaced.
     *
     * @param folder where to
     * @param weights gives the tensor of each parameter, in the parameter's shape, with floating-point elements; asked for
     *     one after the other
     * @throws CheckpointException if the folder has weights in other files, a tensor has another shape or a value that the
     *     element type cannot hold, or {@code transformers} has no field for something that changes what the model computes
     * @throws io.dcsdk.training.files.FileException if a file cannot be written; the old model is then still there
     */
    public void write(Path folder, Function<ParameterSpec, Tensor> weights) {
        requireExpressible(folder);
        requireNoOtherWeights(folder);
        Folders.create(folder);
        AtomicFile.removeLeftovers(folder);
        ElementType stored = type == null ? ElementType.F32 : type;
        Map<String, byte[]> small = new LinkedHashMap<>();
        ObjectNode origin = base == null ? JsonText.empty() : base.configJson();
        small.put(ConfigFile.NAME, ConfigText.of(model, stored, origin).getBytes(StandardCharsets.UTF_8));
        small.putAll(tokenizerFiles());
        List<TensorSource> sources = ParameterLayout.of(model).stream()
                .map(p -> new TensorSource(
                        p.name(),
                        stored,
                        p.shape().stream().map(Integer::longValue).toList(),
                        () -> StoredWeights.convert(folder, p, weights.apply(p), stored)))
                .toList();
        replace(folder, small, sources);
    }

    private void replace(Path folder, Map<String, byte[]> small, List<TensorSource> sources) {
        Path weightFile = folder.resolve(WeightFiles.SINGLE);
        List<AtomicFile> prepared = new ArrayList<>();
        try (AtomicFile weights = SafetensorsWriter.prepare(weightFile, sources, Map.of("format", "pt"))) {
            Map<String, byte[]> changed = changed(folder, small);
            changed.forEach((name, bytes) -> prepared.add(AtomicFile.prepareBytes(folder.resolve(name), bytes)));
            List<Path> stale = staleTokenizerFiles(folder, small);
            if (!changed.isEmpty() || !stale.isEmpty()) {
                AtomicFile.delete(weightFile);
                stale.forEach(AtomicFile::delete);
                prepared.forEach(AtomicFile::commit);
            }
            weights.commit();
        } finally {
            prepared.forEach(AtomicFile::close);
        }
    }

    private static Map<String, byte[]> changed(Path folder, Map<String, byte[]> small) {
        Map<String, byte[]> changed = new LinkedHashMap<>();
        small.forEach((name, bytes) -> {
            Path file = folder.resolve(name);
            if (!Files.isRegularFile(file) || !Arrays.equals(SmallFile.readBytes(file, MAX_TOKENIZER_BYTES), bytes)) {
                changed.put(name, bytes);
            }
        });
        return changed;
    }

    /** Files of another tokenizer, which would be read beside the new ones. */
    private static List<Path> staleTokenizerFiles(Path folder, Map<String, byte[]> small) {
        if (small.size() == 1) {
            return List.of(); // only config.json: whoever writes no tokenizer says nothing about the one that is there
        }
        return Checkpoint.tokenizerFileNames().stream()
                .filter(name -> !small.containsKey(name))
                .map(folder::resolve)
                .filter(Files::exists)
                .toList();
    }

    private Map<String, byte[]> tokenizerFiles() {
        if (base == null || !tokenizer.isEmpty()) {
            return tokenizer;
        }
        Map<String, byte[]> carried = new LinkedHashMap<>();
        base.tokenizerFiles()
                .forEach((name, file) -> carried.put(name, SmallFile.readBytes(file, MAX_TOKENIZER_BYTES)));
        return carried;
    }

    private void requireExpressible(Path folder) {
        if (model.architecture() == Architecture.DISTILBERT && model.layerNormEpsilon() != DISTILBERT_EPSILON) {
            throw new CheckpointException(
                    "layer_norm_eps (%s)".formatted(model.layerNormEpsilon()),
                    folder,
                    "it is always %s in a DistilBERT\nMaybe use that.".formatted(DISTILBERT_EPSILON));
        }
    }

    private static void requireNoOtherWeights(Path folder) {
        List<String> others = new ArrayList<>(WeightFiles.FOREIGN);
        others.add(WeightFiles.INDEX);
        for (String other : others) {
            if (Files.exists(folder.resolve(other))) {
                throw new CheckpointException(
                        "file (%s)".formatted(other),
                        folder,
                        "weights of another model are in the folder\nMaybe choose an empty folder.");
            }
        }
    }
}
