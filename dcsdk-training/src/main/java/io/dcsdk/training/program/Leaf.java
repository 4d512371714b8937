package io.dcsdk.training.program;

import io.dcsdk.training.model.ParameterSpec;
import java.util.List;

/**
 * One tensor that the program differentiates by: a view of the flat buffer. It holds one parameter, or several of equal
 * width stacked, so that one product serves them all (queries, keys and values).
 *
 * @param parts the parameters, in the order of their rows; at least one
 * @param shape its dimensions: those of the parts, the first one summed
 * @param offset where it begins in the flat buffer, in elements
 */
record Leaf(List<ParameterSpec> parts, List<Integer> shape, int offset) {
    Leaf {
        parts = List.copyOf(parts);
        shape = List.copyOf(shape);
    }

    boolean decays() {
        return parts.get(0).decays();
    }

    int elements() {
        return parts.stream().mapToInt(ParameterSpec::elements).sum();
    }
}
