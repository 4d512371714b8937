package io.dcsdk.examples;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.design.DesignProblem;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which problem, and what can be bought for it. */
final class ProblemOptions {
    @Option(names = "--problem", paramLabel = "FILE", description = "Problem as YAML or JSON; - for standard input.")
    private @Nullable String problem;

    @Mixin
    private CatalogOption catalog = new CatalogOption();

    ProblemOptions() {}

    /** Whether no problem is named, so that it is the example. */
    boolean isExample() {
        return problem == null;
    }

    /** The design problem, or the founding example, with its whole catalogue. */
    DesignProblem read() {
        DesignProblem stated = read(DesignProblem.class, Example.FOUNDING::problem);
        Catalog whole = items(stated.catalog());
        return placed(() -> stated.withCatalog(whole));
    }

    /** The document, or the example where none is named. */
    <T> T read(Class<T> type, Supplier<T> example) {
        return problem == null ? example.get() : Input.read(problem, type);
    }

    /** What can be bought. */
    Catalog items(Optional<Catalog> stated) {
        return catalog.items(stated);
    }

    /** A step whose refusals name the file of the problem. */
    <T> T placed(Supplier<T> step) {
        return Faults.placed(problem, step);
    }
}
