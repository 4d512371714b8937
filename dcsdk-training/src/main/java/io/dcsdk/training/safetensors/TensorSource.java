package io.dcsdk.training.safetensors;

import io.dcsdk.training.tensor.ElementType;
import io.dcsdk.training.tensor.Tensor;
import java.util.List;
import java.util.function.Supplier;

/**
 * A tensor to be written that need not exist yet: type and shape are known, the elements come when their turn comes.
 *
 * @param name its name
 * @param type what an element is
 * @param shape the dimensions, outermost first, each at least 0; empty for a scalar
 * @param elements gives the tensor, of this type and shape; called once
 */
public record TensorSource(String name, ElementType type, List<Long> shape, Supplier<Tensor> elements) {
    /** Copies the shape. */
    public TensorSource {
        shape = List.copyOf(shape);
    }

    /**
     * A tensor that is there.
     *
     * @param name its name
     * @param tensor the tensor
     * @return a source of it
     */
    public static TensorSource of(String name, Tensor tensor) {
        return new TensorSource(name, tensor.type(), tensor.shape(), () -> tensor);
    }
}
