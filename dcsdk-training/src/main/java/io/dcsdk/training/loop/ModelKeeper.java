package io.dcsdk.training.loop;

import io.dcsdk.training.tensor.Tensor;

/** Keeps the best parameters seen so far. */
@FunctionalInterface
public interface ModelKeeper {
    /**
     * Takes parameters that are better than all before, or the last ones where nothing is evaluated.
     *
     * @param parameters F32, flat, in the layout of the session
     */
    void keep(Tensor parameters);
}
