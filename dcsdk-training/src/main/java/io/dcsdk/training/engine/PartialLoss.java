package io.dcsdk.training.engine;

import ai.djl.ndarray.NDArray;

/** The loss of a part of a step, still on the device. */
public final class PartialLoss implements AutoCloseable {
    private final NDArray value;

    PartialLoss(NDArray value) {
        this.value = value;
    }

    NDArray value() {
        return value;
    }

    @Override
    public void close() {
        value.close();
    }
}
