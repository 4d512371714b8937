package io.dcsdk.examples;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.search.SolveLimits;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What commands share that plan from one document: the file, limits and forms of the answer. */
final class SearchOptions {
    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The problem as YAML or JSON; - for standard input.")
    private @Nullable String file;

    @Mixin
    private CatalogOption catalog = new CatalogOption();

    @Mixin
    private SolveOptions search = new SolveOptions();

    @Option(
            names = "--gap",
            paramLabel = "RATIO",
            converter = Gap.class,
            defaultValue = "1e-3",
            description = "Relative gap to close (default: ${DEFAULT-VALUE}).")
    private Rational gap = Rational.ZERO;

    @Option(names = "--json", description = "Prints the whole answer as JSON, instead of text.")
    private boolean json;

    @Option(names = "--svg", paramLabel = "FILE", description = "Saves a picture.")
    private @Nullable String svg;

    SearchOptions() {}

    /** The document, or the example where none is named. */
    <T> T read(Class<T> type, Supplier<T> example) {
        return file == null ? example.get() : Input.read(file, type);
    }

    /** What can be bought. */
    Catalog items(Optional<Catalog> stated) {
        return catalog.items(stated);
    }

    SolveLimits limits(Main main, Interruption interruption) {
        return search.running(search.limits().withRelativeGap(gap), main, interruption);
    }

    /** Refuses bad limits before any work. */
    void check() {
        search.limits();
    }

    boolean isJson() {
        return json;
    }

    @Nullable
    Path picture() {
        return svg == null ? null : Input.writable("--svg", svg);
    }

    /** A step whose refusals name the file of the problem. */
    <T> T placed(Supplier<T> step) {
        return Faults.placed(file, step);
    }

    static void save(@Nullable Path target, boolean hasPlan, PrintWriter messages, Supplier<String> picture) {
        if (target == null) {
            return;
        }
        if (!hasPlan) {
            messages.printf("Nothing to save in %s: no plan was found.%n", target);
            return;
        }
        TextFile.save("--svg", target, picture.get(), messages);
    }
}
