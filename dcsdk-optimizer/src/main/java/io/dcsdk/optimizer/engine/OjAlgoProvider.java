package io.dcsdk.optimizer.engine;

import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.relaxation.LpEngineProvider;

/** The default engine under the name {@value #NAME}. */
public final class OjAlgoProvider implements LpEngineProvider {
    /** The name of the engine. */
    public static final String NAME = "ojalgo";

    /** A provider; it has no state. */
    public OjAlgoProvider() {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public LpEngine engine() {
        return new OjAlgoEngine();
    }
}
