package io.dcsdk.optimizer.relaxation;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/**
 * The engines on the class path or module path, by name.
 *
 * <pre>{@code
 * DesignOptimizer optimizer = DesignOptimizer.over(LpEngines.named("glop"));
 * }</pre>
 *
 * <p>Which engine is chosen never changes what is true of an answer: the same certificate judges all of them.
 */
public final class LpEngines {
    private LpEngines() {}

    /**
     * The engine of a name.
     *
     * @param name as in {@link #names()}
     * @return a new engine
     * @throws IllegalArgumentException if there is no engine of this name, or more than one
     * @throws IllegalStateException if the engine cannot run here
     */
    public static LpEngine named(String name) {
        return named(name, providers());
    }

    static LpEngine named(String name, List<LpEngineProvider> providers) {
        List<LpEngineProvider> found = providers.stream()
                .filter(provider -> provider.name().equals(name))
                .toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException(
                    "Engine (" + name + ") of the optimizer: none of the engines found here ("
                            + String.join(", ", names(providers)) + ") has this name\n"
                            + "Maybe add its module to the class path: dcsdk-optimizer-ortools brings glop.");
        }
        if (found.size() > 1) {
            List<String> classes = found.stream()
                    .map(provider -> provider.getClass().getName())
                    .sorted()
                    .toList();
            throw new IllegalArgumentException("Engine (" + name + ") of the optimizer: " + found.size()
                    + " providers have this name: " + String.join(", ", classes) + "\n"
                    + "Maybe take one of them off the class path, or pass the engine itself to DesignOptimizer.over.");
        }
        return found.get(0).engine();
    }

    /**
     * The names of all engines found, whether or not they can run here.
     *
     * @return the names in alphabetical order
     */
    public static List<String> names() {
        return names(providers());
    }

    private static List<String> names(List<LpEngineProvider> providers) {
        return providers.stream().map(LpEngineProvider::name).sorted().toList();
    }

    private static List<LpEngineProvider> providers() {
        // The loader of this class sees what the application has beside it, whatever thread asks.
        return ServiceLoader.load(LpEngineProvider.class, LpEngineProvider.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(LpEngineProvider::name))
                .toList();
    }
}
