package io.dcsdk.examples;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.catalog.CatalogOverlay;
import io.dcsdk.design.DesignProblem;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which problem, and what can be bought for it. */
final class ProblemOptions {
    @Option(names = "--problem", paramLabel = "FILE", description = "Problem as YAML or JSON; - for standard input.")
    private @Nullable String problem;

    @Option(
            names = "--catalog",
            paramLabel = "FILE",
            description = "Items to add to the catalogue, or to replace its items of the same id.")
    private @Nullable String catalog;

    ProblemOptions() {}

    /** Whether no problem is named, so that it is the founding example. */
    boolean isFoundingExample() {
        return problem == null;
    }

    /** The problem with its whole catalogue. */
    DesignProblem read() {
        DesignProblem stated = problem == null ? Example.FOUNDING.problem() : Input.read(problem, DesignProblem.class);
        Catalog base = stated.catalog().orElseGet(Catalog::builtIn);
        Catalog whole = catalog == null ? base : base.with(Input.read(catalog, CatalogOverlay.class));
        return placed(() -> stated.withCatalog(whole));
    }

    /** Some rules hold between problem and catalogue, and are only broken when both are there: then the file is named. */
    <T> T placed(Supplier<T> step) {
        try {
            return step.get();
        } catch (IllegalArgumentException e) {
            throw problem != null && Faults.isBadInput(e) ? BadInput.inFile(problem, e) : e;
        }
    }
}
