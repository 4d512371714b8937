package io.dcsdk.optimizer;

/** The front door. */
public final class DesignOptimizer {
    private DesignOptimizer() {}
}
