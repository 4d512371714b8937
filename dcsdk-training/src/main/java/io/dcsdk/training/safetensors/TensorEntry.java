package io.dcsdk.training.safetensors;

import io.dcsdk.training.tensor.ElementType;
import java.util.List;

/**
 * What the header says about one tensor.
 *
 * @param name its name
 * @param type what an element is
 * @param shape the dimensions, outermost first; empty for a scalar
 * @param begin its first byte, counted from the end of the header
 * @param end the byte after its last
 */
public record TensorEntry(String name, ElementType type, List<Long> shape, long begin, long end) {
    /** Copies the shape. */
    public TensorEntry {
        shape = List.copyOf(shape);
    }

    /**
     * The size of its data.
     *
     * @return bytes, from 0
     */
    public long bytes() {
        return end - begin;
    }
}
