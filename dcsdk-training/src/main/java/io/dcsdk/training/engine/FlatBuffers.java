package io.dcsdk.training.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.dcsdk.training.tensor.Tensor;

/** Flat binary32 buffers between this process's memory and a device's. */
final class FlatBuffers {
    private FlatBuffers() {}

    static NDArray onDevice(NDManager manager, Tensor flat, int size) {
        if (flat.elements() != size) {
            throw new EngineException(
                    "buffer (%d) of the state: the model has %d elements\nMaybe it is of another model."
                            .formatted(flat.elements(), size));
        }
        NDArray array = manager.zeros(new Shape(size));
        if (manager.getDevice().isGpu()) {
            array.set(flat.bytes().asFloatBuffer());
        } else {
            array.toByteBuffer(true).asFloatBuffer().put(flat.bytes().asFloatBuffer());
        }
        return array;
    }

    static Tensor onHost(NDArray array) {
        float[] values = array.toFloatArray();
        return Tensor.of(values, values.length);
    }

    /** A copy on a manager's device; the engine's own copy to a device shares memory where the array is there already. */
    static NDArray copyOf(NDArray array, NDManager manager) {
        NDArray copy = array.getDevice().equals(manager.getDevice())
                ? array.duplicate()
                : array.toDevice(manager.getDevice(), true);
        copy.attach(manager);
        return copy;
    }
}
