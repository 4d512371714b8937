package io.dcsdk.examples;

import io.dcsdk.catalog.Catalog;
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
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
    @Mixin
    private ProblemOptions problem = new ProblemOptions();

    @Mixin
    private SolveOptions search = new SolveOptions();

    @Option(
            names = "--gap",
            paramLabel = "RATIO",
            converter = Gap.class,
            defaultValue = "1e-4",
            description = "Relative gap to close, 0 for the proven best (default: ${DEFAULT-VALUE}).")
    private Rational gap = Rational.ZERO;

    @Mixin
    private OutOption out = new OutOption();

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
        @Nullable Path target = out.target();
        @Nullable Path picture = svg == null ? null : Input.writable("--svg", svg);
        SolveLimits limits = search.limits().withRelativeGap(gap);
        PlacementProblem stated = read();
        try (Interruption interruption =
                Interruption.armed("ending with the best placement so far.", "its placement is lost.")) {
            TerminalProgress progress = new TerminalProgress(messages);
            SolveLimits running = search.running(limits, main, interruption);
            PlacementOutcome<Certificate> outcome =
                    problem.placed(() -> PlacementOptimizer.standard().solve(stated, running, progress));
            progress.end();
            print(stated, outcome, printer);
            printer.flush();
            if (target != null) {
                OutOption.save(target, PlacementDocument.of(outcome, stated), "placement", messages);
            }
            if (picture != null) {
                draw(outcome, picture, messages);
            }
            return exitCode(outcome);
        }
    }

    private PlacementProblem read() {
        PlacementProblem stated = problem.read(PlacementProblem.class, Example::fiveRegions);
        Catalog whole = problem.items(stated.catalog());
        return problem.placed(() -> stated.withCatalog(whole));
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

    private static void draw(PlacementOutcome<Certificate> outcome, Path picture, PrintWriter messages) {
        if (outcome.placement().isEmpty()) {
            messages.printf("Nothing to save in %s: no placement was found.%n", picture);
            return;
        }
        TextFile.save("--svg", picture, new PlacementChart(outcome.placement().get()).toSvg(), messages);
    }

    private static int exitCode(PlacementOutcome<Certificate> outcome) {
        if (outcome instanceof PlacementOutcome.Infeasible) {
            return ExitCode.INFEASIBLE;
        }
        return outcome instanceof PlacementOutcome.OutOfTime ? ExitCode.OUT_OF_TIME : ExitCode.DONE;
    }
}
