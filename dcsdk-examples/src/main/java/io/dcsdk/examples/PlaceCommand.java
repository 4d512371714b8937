package io.dcsdk.examples;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.catalog.CatalogOverlay;
import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.item.KebabName;
import io.dcsdk.optimizer.PlacementOptimizer;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.placement.PlacementDocument;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.placement.PlacementChart;
import io.dcsdk.placement.PlacementOutcome;
import io.dcsdk.placement.PlacementProblem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code place}: which workload runs at which location, and what is bought there. */
@Command(
        name = "place",
        mixinStandardHelpOptions = true,
        description =
                "Finds where workloads run and what is bought there at the minimum of C + lambda E + opening over all "
                        + "locations, and proves it.",
        footer = {
            "",
            "Without --problem it places the workloads of five regions (illustrative figures). Ctrl-C ends the",
            "search and prints the best placement so far. Exit codes: 0 a placement, 2 bad input, 3 infeasible,",
            "4 out of time with nothing."
        })
final class PlaceCommand implements Callable<Integer> {
    @Option(
            names = "--problem",
            paramLabel = "FILE",
            description = "Placement problem as YAML or JSON; - for standard input.")
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
            defaultValue = "1e-4",
            description = "Relative gap to close, 0 for the proven best (default: ${DEFAULT-VALUE}).")
    private Rational gap = Rational.ZERO;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads to use; the result does not depend on it (default: as many as processors).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--out", paramLabel = "FILE", description = "Saves placement and proof as .json or .yaml.")
    private @Nullable String out;

    @Option(names = "--json", description = "Prints the saved form instead of text.")
    private boolean json;

    @Option(names = "--svg", paramLabel = "FILE", description = "Draws a bar for each location in use.")
    private @Nullable String svg;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Main main;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    PlaceCommand() {}

    @Override
    public Integer call() {
        PrintWriter printer = spec.commandLine().getOut();
        PrintWriter messages = spec.commandLine().getErr();
        @Nullable Path target = out == null ? null : document(out);
        @Nullable Path picture = svg == null ? null : Input.writable("--svg", svg);
        SolveLimits limits = SolveLimits.defaults().withRelativeGap(gap).withThreads(threads);
        PlacementProblem stated = read();
        try (Interruption interruption =
                Interruption.armed("ending with the best placement so far.", "its placement is lost.")) {
            TerminalProgress progress = new TerminalProgress(messages);
            PlacementOutcome<Certificate> outcome = solve(
                    stated, limits.withDeadline(main.left(timeLimit)).withCancellation(interruption.token()), progress);
            progress.end();
            print(stated, outcome, printer);
            printer.flush();
            if (target != null) {
                save(PlacementDocument.of(outcome, stated), target, messages);
            }
            if (picture != null) {
                draw(outcome, picture, messages);
            }
            return exitCode(outcome);
        }
    }

    private static Path document(String name) {
        DocumentFormat.ofFileName(name);
        return Input.writable("--out", name);
    }

    private PlacementProblem read() {
        PlacementProblem stated = file == null ? Example.fiveRegions() : Input.read(file, PlacementProblem.class);
        Catalog base = stated.catalog().orElseGet(Catalog::builtIn);
        Catalog whole = catalog == null ? base : base.with(Input.read(catalog, CatalogOverlay.class));
        try {
            return stated.withCatalog(whole);
        } catch (IllegalArgumentException e) {
            throw placed(e);
        }
    }

    private PlacementOutcome<Certificate> solve(
            PlacementProblem stated, SolveLimits limits, TerminalProgress progress) {
        try {
            return PlacementOptimizer.standard().solve(stated, limits, progress);
        } catch (IllegalArgumentException e) {
            throw placed(e);
        }
    }

    /** Some rules hold between problem and catalogue, and are only broken when both are there: then the file is named. */
    private IllegalArgumentException placed(IllegalArgumentException fault) {
        return file != null && Faults.isBadInput(fault) ? BadInput.inFile(file, fault) : fault;
    }

    /** What {@code --json} prints when there is no document. */
    record NothingFound(String status, String stopped) {}

    private void print(PlacementProblem stated, PlacementOutcome<Certificate> outcome, PrintWriter printer) {
        if (!json) {
            new PlacementReport(printer).print(stated, outcome);
            return;
        }
        Object shown = PlacementDocument.of(outcome, stated)
                .<Object>map(found -> found)
                .orElseGet(() -> nothing((PlacementOutcome.OutOfTime<Certificate>) outcome));
        printer.print(Documents.toJson(shown));
    }

    private static NothingFound nothing(PlacementOutcome.OutOfTime<Certificate> late) {
        return new NothingFound("out-of-time", KebabName.of(late.stopped()));
    }

    private static void save(Optional<PlacementDocument> document, Path target, PrintWriter messages) {
        if (document.isEmpty()) {
            messages.printf("Nothing to save in %s: no placement was found.%n", target);
            return;
        }
        Documents.write(target, document.get());
        messages.printf("Saved %s%n", target);
    }

    private static void draw(PlacementOutcome<Certificate> outcome, Path picture, PrintWriter messages) {
        if (outcome.placement().isEmpty()) {
            messages.printf("Nothing to save in %s: no placement was found.%n", picture);
            return;
        }
        try {
            Files.writeString(picture, new PlacementChart(outcome.placement().get()).toSvg());
        } catch (IOException e) {
            throw new BadInput(
                    picture.toString(), "cannot be written (%s)".formatted(e.getMessage()), "check its permissions.");
        }
        messages.printf("Saved %s%n", picture);
    }

    private static int exitCode(PlacementOutcome<Certificate> outcome) {
        if (outcome instanceof PlacementOutcome.Infeasible) {
            return ExitCode.INFEASIBLE;
        }
        return outcome instanceof PlacementOutcome.OutOfTime ? ExitCode.OUT_OF_TIME : ExitCode.DONE;
    }
}
