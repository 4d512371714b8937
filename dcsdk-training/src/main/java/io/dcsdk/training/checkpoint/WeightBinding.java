package io.dcsdk.training.checkpoint;

import io.dcsdk.training.model.ParameterSpec;
import io.dcsdk.training.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which parameter of a model begins with which tensor of a checkpoint. Everything was checked when it was made; tensors
 * are read one at a time, when they are asked for, so the binding holds the files open until it is closed.
 */
public final class WeightBinding implements AutoCloseable {
    private final WeightFiles files;
    private final List<ParameterSpec> parameters;
    private final Map<String, String> sources;
    private final List<String> ignored;
    private final List<String> unexpected;

    WeightBinding(
            WeightFiles files,
            List<ParameterSpec> parameters,
            Map<String, String> sources,
            List<String> ignored,
            List<String> unexpected) {
        this.files = files;
        this.parameters = List.copyOf(parameters);
        this.sources = new LinkedHashMap<>(sources);
        this.ignored = List.copyOf(ignored);
        this.unexpected = List.copyOf(unexpected);
    }

    /**
     * All parameters of the model.
     *
     * @return them in the order of {@link io.dcsdk.training.model.ParameterLayout}
     */
    public List<ParameterSpec> parameters() {
        return parameters;
    }

    /**
     * Reads what a parameter begins with.
     *
     * @param parameter one of {@link #parameters()}
     * @return a tensor of its shape with floating-point elements (F32, F16, BF16 or F64: see {@link Tensor#toFloats()}),
     *     or nothing where the parameter is fresh
     * @throws io.dcsdk.training.safetensors.SafetensorsException if the file cannot be read any more
     */
    public Optional<Tensor> tensor(ParameterSpec parameter) {
        @Nullable String source = sources.get(parameter.name());
        return source == null ? Optional.empty() : Optional.of(files.tensor(source));
    }

    /**
     * The parameters that the checkpoint does not have and that begin as {@link ParameterSpec#initialization()} says; all
     * belong to the head.
     *
     * @return their names, in order
     */
    public List<String> fresh() {
        return parameters.stream()
                .map(ParameterSpec::name)
                .filter(name -> !sources.containsKey(name))
                .toList();
    }

    /**
     * The tensors of the checkpoint that no parameter begins with: buffers, a pooler, heads of other kinds, and {@link
     * #unexpected()}.
     *
     * @return their names in the files, in the order of the files
     */
    public List<String> ignored() {
        return ignored;
    }

    /**
     * Those ignored tensors that nothing explains, for instance layers above the number that config.json says. They are
     * worth a warning.
     *
     * @return their names in the files, in the order of the files
     */
    public List<String> unexpected() {
        return unexpected;
    }

    /** Closes the files; tensors that were read stay. */
    @Override
    public void close() {
        files.close();
    }
}
