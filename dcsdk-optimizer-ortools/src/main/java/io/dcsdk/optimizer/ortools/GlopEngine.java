package io.dcsdk.optimizer.ortools;

import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.relaxation.LpMatrix;
import io.dcsdk.optimizer.relaxation.LpSession;

/**
 * Linear relaxations solved by GLOP, the revised simplex method of OR-Tools.
 *
 * <p>GLOP's preprocessing is off, so the multipliers belong to our rows and the last basis serves the next solve. The
 * numbers it gets are in the units of {@link io.dcsdk.optimizer.relaxation.LpScaling}. Safe for use by several threads.
 *
 * <p>GLOP is native code: a fault in it can end the process, against which no port protects. Only finite numbers are handed
 * to it.
 */
public final class GlopEngine implements LpEngine {
    /**
     * An engine; loads the native library.
     *
     * @throws IllegalStateException if there is no native library for this platform
     */
    public GlopEngine() {
        NativeLibrary.load();
    }

    @Override
    public LpSession open(LpMatrix matrix) {
        return new GlopSession(matrix);
    }
}
