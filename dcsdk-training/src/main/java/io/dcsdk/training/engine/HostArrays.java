package io.dcsdk.training.engine;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import io.dcsdk.training.tensor.ElementType;
import io.dcsdk.training.tensor.Tensor;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Function;

/**
 * Reads arrays on the host. The engine's own conversions leave the host's copy of a GPU array with its manager until that closes,
 * which is a leak in a long run; here it is freed at once.
 */
final class HostArrays {
    private HostArrays() {}

    /** Elements of a binary32 array. Waits for the device. */
    static float[] floats(NDArray array) {
        return read(array, view -> {
            float[] values = new float[view.remaining() / Float.BYTES];
            view.asFloatBuffer().get(values);
            return values;
        });
    }

    /** A flat copy of a binary32 array. Waits for the device. */
    static Tensor flat(NDArray array) {
        return read(array, view -> {
            ByteBuffer copy = ByteBuffer.allocate(view.remaining()).put(view).flip();
            return Tensor.of(ElementType.F32, List.of(array.size()), copy);
        });
    }

    /** Gives the bytes to a reader, which must not keep them. Waits for the device. */
    static <T> T read(NDArray array, Function<ByteBuffer, T> reader) {
        if (!array.getDevice().isGpu()) {
            return reader.apply(array.toByteBuffer(true));
        }
        try (NDArray host = array.toDevice(Device.cpu(), false)) {
            return reader.apply(host.toByteBuffer(true));
        }
    }
}
