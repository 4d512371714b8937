package io.dcsdk.optimizer.relaxation;

/**
 * Names an engine and makes it; found by {@link java.util.ServiceLoader} through {@link LpEngines}. A module that brings an
 * engine declares its provider in {@code META-INF/services}, and in its {@code module-info} where it has one.
 */
public interface LpEngineProvider {
    /**
     * The name that applications ask for.
     *
     * @return a short name in lower case, such as {@code ojalgo}; no two engines of an application share one
     */
    String name();

    /**
     * Makes the engine. Native libraries are loaded here and no earlier, so that an engine may be on the class path and
     * never cost anything.
     *
     * @return an engine
     * @throws IllegalStateException if the engine cannot run here, such as for lack of its native libraries
     */
    LpEngine engine();
}
