package io.dcsdk.training.checkpoint;

import io.dcsdk.training.model.ParameterSpec;
import io.dcsdk.training.tensor.ElementType;
import io.dcsdk.training.tensor.HalfPrecision;
import io.dcsdk.training.tensor.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;

/** Brings a tensor into the shape and the element type that a file shall have. */
final class StoredWeights {
    private StoredWeights() {}

    static Tensor convert(Path folder, ParameterSpec parameter, Tensor tensor, ElementType type) {
        List<Long> shape = parameter.shape().stream().map(Integer::longValue).toList();
        if (!tensor.shape().equals(shape) || !tensor.type().isFloatingPoint()) {
            throw new CheckpointException(
                    "tensor (%s)".formatted(parameter.name()),
                    folder,
                    "floating-point numbers of shape %s are wanted, not %s\nMaybe the weights are of another model."
                            .formatted(shape, tensor));
        }
        if (tensor.type() == type) {
            return tensor;
        }
        float[] values = tensor.toFloats();
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(values.length, type.bytes()))
                .order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            float stored;
            if (type == ElementType.F32) {
                stored = value;
                bytes.putFloat(value);
            } else {
                boolean half = type == ElementType.F16;
                short bits = half ? HalfPrecision.toF16(value) : HalfPrecision.toBf16(value);
                stored = half ? HalfPrecision.fromF16(bits) : HalfPrecision.fromBf16(bits);
                bytes.putShort(bits);
            }
            if (Float.isInfinite(stored) && !Float.isInfinite(value)) {
                throw new CheckpointException(
                        "tensor (%s)".formatted(parameter.name()),
                        folder,
                        "its element %s is beyond the range of %s\nMaybe store F32, or BF16.".formatted(value, type));
            }
        }
        return Tensor.of(type, shape, bytes.flip());
    }
}
