package io.dcsdk.examples;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.catalog.CatalogOverlay;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.search.SolveLimits;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What commands share that plan from one document: the file, limits and forms of the answer. */
final class SearchOptions {
    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The problem as YAML or JSON; - for standard input.")
    private @Nullable String file;

    @Option(
            names = "--catalog",
            paramLabel = "FILE",
            description = "Items to add to the catalogue, or to replace its items of the same id.")
    private @Nullable String catalog;

    @Option(
            names = "--time-limit",
            paramLabel = "TIME",
            converter = TimeLimit.class,
            defaultValue = "60s",
            description = "Such as 500ms, 60s, 5m or 1h (default: ${DEFAULT-VALUE}).")
    private Duration timeLimit = Duration.ZERO;

    @Option(
            names = "--gap",
            paramLabel = "RATIO",
            converter = Gap.class,
            defaultValue = "1e-3",
            description = "Relative gap to close (default: ${DEFAULT-VALUE}).")
    private Rational gap = Rational.ZERO;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads to use; the result does not depend on it (default: as many as processors).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--json", description = "Prints the whole answer as JSON, instead of text.")
    private boolean json;

    @Option(names = "--svg", paramLabel = "FILE", description = "Saves a picture.")
    private @Nullable String svg;

    SearchOptions() {}

    /** The document, or the example where none is named. */
    <T> T read(Class<T> type, Supplier<T> example) {
        return file == null ? example.get() : Input.read(file, type);
    }

    /** Where the document's own files are. */
    Path folder() {
        if (file == null || file.equals("-")) {
            return Path.of("");
        }
        @Nullable Path folder = Input.path(file).toAbsolutePath().getParent();
        return folder == null ? Path.of("") : folder;
    }

    /** What can be bought. */
    Catalog items(Optional<Catalog> stated) {
        Catalog base = stated.orElseGet(Catalog::builtIn);
        return catalog == null ? base : base.with(Input.read(catalog, CatalogOverlay.class));
    }

    SolveLimits limits(Main main, Interruption interruption) {
        return SolveLimits.defaults()
                .withRelativeGap(gap)
                .withThreads(threads)
                .withDeadline(main.left(timeLimit))
                .withCancellation(interruption.token());
    }

    /** Refuses bad limits before any work. */
    void check() {
        SolveLimits.defaults().withThreads(threads);
    }

    boolean isJson() {
        return json;
    }

    @Nullable
    Path picture() {
        return svg == null ? null : Input.writable("--svg", svg);
    }

    /** Some rules hold between problem and catalogue, and are only broken when both are there: then the file is named. */
    <T> T placed(Supplier<T> step) {
        try {
            return step.get();
        } catch (IllegalArgumentException e) {
            throw file != null && Faults.isBadInput(e) ? BadInput.inFile(file, e) : e;
        }
    }

    static void save(@Nullable Path target, boolean hasPlan, PrintWriter messages, Supplier<String> picture) {
        if (target == null) {
            return;
        }
        if (!hasPlan) {
            messages.printf("Nothing to save in %s: no plan was found.%n", target);
            return;
        }
        try {
            Files.writeString(target, picture.get());
        } catch (IOException e) {
            throw new BadInput(
                    target.toString(), "cannot be written (%s)".formatted(e.getMessage()), "check its permissions.");
        }
        messages.printf("Saved %s%n", target);
    }
}
