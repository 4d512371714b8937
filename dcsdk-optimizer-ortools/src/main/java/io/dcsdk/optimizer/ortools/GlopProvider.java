package io.dcsdk.optimizer.ortools;

import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.relaxation.LpEngineProvider;

/** OR-Tools' simplex under the name {@value #NAME}. */
public final class GlopProvider implements LpEngineProvider {
    /** The name of the engine. */
    public static final String NAME = "glop";

    /** A provider; it loads nothing. */
    public GlopProvider() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public LpEngine engine() {
        return new GlopEngine();
    }
}
