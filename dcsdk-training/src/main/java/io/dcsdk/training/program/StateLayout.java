package io.dcsdk.training.program;

import io.dcsdk.training.model.LayerNames;
import io.dcsdk.training.model.ModelConfig;
import io.dcsdk.training.model.ModelException;
import io.dcsdk.training.model.ParameterLayout;
import io.dcsdk.training.model.ParameterSpec;
import io.dcsdk.training.tensor.ElementType;
import io.dcsdk.training.tensor.Tensor;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Where each parameter lies in the flat buffer of all parameters; the two moments of the optimizer have buffers of the same
 * layout. First come the parameters that weight decay acts on, then the others, so that the optimizer takes two calls.
 * Projections to queries, keys and values lie together. Every leaf begins at a multiple of 16 elements (64 bytes); the
 * gaps stay zero.
 */
public final class StateLayout {
    private static final int ALIGNMENT = 16;

    private final ModelConfig config;
    private final List<Leaf> leaves;
    private final Map<String, Integer> leafOf = new LinkedHashMap<>();
    private final Map<String, Integer> offsetOf = new LinkedHashMap<>();
    private final List<ParameterSpec> parameters;
    private final int size;

    private StateLayout(ModelConfig config, List<ParameterSpec> parameters, List<Leaf> leaves, int size) {
        this.config = config;
        this.parameters = parameters;
        this.leaves = leaves;
        this.size = size;
        for (int i = 0; i < leaves.size(); i++) {
            int offset = leaves.get(i).offset();
            for (ParameterSpec part : leaves.get(i).parts()) {
                leafOf.put(part.name(), i);
                offsetOf.put(part.name(), offset);
                offset += part.elements();
            }
        }
    }

    /**
     * The layout of a model's parameters.
     *
     * @param config the model
     * @return the layout, the same for equal models
     * @throws ModelException if the parameters do not fit into a buffer of 2 GiB
     */
    public static StateLayout of(ModelConfig config) {
        List<ParameterSpec> parameters = ParameterLayout.of(config);
        Map<String, ParameterSpec> byName = new LinkedHashMap<>();
        parameters.forEach(parameter -> byName.put(parameter.name(), parameter));
        List<Leaf> leaves = new ArrayList<>();
        long offset = 0;
        List<List<ParameterSpec>> groups = groups(config, byName);
        for (boolean decays : new boolean[] {true, false}) {
            for (List<ParameterSpec> group : groups) {
                if (group.get(0).decays() == decays) {
                    Leaf leaf = new Leaf(group, stacked(group), Math.toIntExact(offset));
                    leaves.add(leaf);
                    offset += (leaf.elements() + ALIGNMENT - 1L) / ALIGNMENT * ALIGNMENT;
                    if (offset >= 1L << 29) {
                        throw new ModelException(
                                "parameters of the model: 2^29 or more do not fit into one buffer\nMaybe take a smaller model.");
                    }
                }
            }
        }
        return new StateLayout(config, parameters, List.copyOf(leaves), Math.toIntExact(offset));
    }

    private static List<List<ParameterSpec>> groups(ModelConfig config, Map<String, ParameterSpec> byName) {
        Map<String, List<ParameterSpec>> stacks = new LinkedHashMap<>();
        for (int i = 0; i < config.layers(); i++) {
            LayerNames names = LayerNames.of(config.architecture(), i);
            for (String suffix : List.of(".weight", ".bias")) {
                List<ParameterSpec> stack = Stream.of(names.query(), names.key(), names.value())
                        .map(name ->
                                Optional.ofNullable(byName.get(name + suffix)).orElseThrow())
                        .toList();
                stack.forEach(part -> stacks.put(part.name(), stack));
            }
        }
        Set<List<ParameterSpec>> groups = new LinkedHashSet<>();
        byName.values().forEach(parameter -> groups.add(stacks.getOrDefault(parameter.name(), List.of(parameter))));
        return List.copyOf(groups);
    }

    private static List<Integer> stacked(List<ParameterSpec> group) {
        List<Integer> shape = new ArrayList<>(group.get(0).shape());
        shape.set(0, group.stream().mapToInt(part -> part.shape().get(0)).sum());
        return shape;
    }

    /**
     * The model.
     *
     * @return its configuration
     */
    public ModelConfig config() {
        return config;
    }

    /**
     * Every parameter, embeddings first, head last.
     *
     * @return the parameters in the order of {@link ParameterLayout}
     */
    public List<ParameterSpec> parameters() {
        return parameters;
    }

    /**
     * Elements of the flat buffer, gaps included.
     *
     * @return a multiple of 16
     */
    public int size() {
        return size;
    }

    /**
     * Elements of all parameters, without gaps.
     *
     * @return the number of parameters in the sense of the field
     */
    public long parameterCount() {
        return parameters.stream().mapToLong(ParameterSpec::elements).sum();
    }

    /**
     * Where a parameter begins.
     *
     * @param name its name in a HuggingFace folder
     * @return the first element in the flat buffer
     * @throws IllegalArgumentException if the model has no such parameter
     */
    public int offset(String name) {
        return found(offsetOf, name);
    }

    /**
     * Puts the elements of the leaves, in the program's order, to their places in a flat buffer.
     *
     * @param values the elements of each leaf
     * @param flat where they go; {@link #size()} elements
     */
    public void scatterLeaves(List<float[]> values, float[] flat) {
        for (int i = 0; i < leaves.size(); i++) {
            System.arraycopy(
                    values.get(i),
                    0,
                    flat,
                    leaves.get(i).offset(),
                    leaves.get(i).elements());
        }
    }

    /**
     * All parameters as one flat buffer.
     *
     * @param values gives each parameter, of a floating-point type and its shape; asked once for each
     * @return an F32 tensor of {@link #size()} elements, zero in the gaps
     * @throws ModelException if a tensor has another shape
     */
    public Tensor flatten(Function<ParameterSpec, Tensor> values) {
        float[] flat = new float[size];
        for (ParameterSpec parameter : parameters) {
            Tensor tensor = values.apply(parameter);
            if (!tensor.shape()
                    .equals(parameter.shape().stream().map(Long::valueOf).toList())) {
                throw new ModelException(
                        "parameter (%s) of the model: %s instead of shape %s\nMaybe it is of another model."
                                .formatted(parameter.name(), tensor, parameter.shape()));
            }
            System.arraycopy(tensor.toFloats(), 0, flat, offset(parameter.name()), parameter.elements());
        }
        return Tensor.of(flat, size);
    }

    /**
     * One parameter out of a flat buffer.
     *
     * @param flat an F32 tensor of {@link #size()} elements
     * @param parameter which
     * @return its elements with its shape, a view
     */
    public Tensor slice(Tensor flat, ParameterSpec parameter) {
        ByteBuffer bytes =
                flat.bytes().slice(offset(parameter.name()) * Float.BYTES, parameter.elements() * Float.BYTES);
        return Tensor.of(
                ElementType.F32, parameter.shape().stream().map(Long::valueOf).toList(), bytes);
    }

    List<Leaf> leaves() {
        return leaves;
    }

    /** Leaves that weight decay acts on; they come first. */
    int decayedLeaves() {
        return (int) leaves.stream().filter(Leaf::decays).count();
    }

    /** The leaf of the word embedding. */
    int wordLeaf() {
        return leaf(config.architecture().modelType() + ".embeddings.word_embeddings.weight");
    }

    int leaf(String name) {
        return found(leafOf, name);
    }

    private static int found(Map<String, Integer> places, String name) {
        return Optional.ofNullable(places.get(name))
                .orElseThrow(() -> new IllegalArgumentException(
                        "parameter (%s) of the model: there is none of that name\nMaybe it belongs to another head."
                                .formatted(name)));
    }
}
