package io.dcsdk.examples;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.document.Documents;
import io.dcsdk.optimizer.DesignOptimizer;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.pareto.FrontMeasure;
import io.dcsdk.optimizer.pareto.FrontStatus;
import io.dcsdk.optimizer.pareto.ParetoChart;
import io.dcsdk.optimizer.pareto.ParetoFront;
import io.dcsdk.optimizer.pareto.ParetoSearch;
import io.dcsdk.optimizer.search.SolveLimits;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code pareto}: which designs are the best at which weight of energy. */
@Command(
        name = "pareto",
        mixinStandardHelpOptions = true,
        description = "Finds the front of C and energy, carbon or water: the best design at every weight, certified.",
        footer = {
            "",
            "Without --problem it is the founding example; the problem's own lambda plays no part. Ctrl-C ends",
            "the search and prints what is proven so far. Exit codes: 0 a front (complete or not, it says which),",
            "2 bad input, 3 infeasible, 4 out of time with nothing."
        })
final class ParetoCommand implements Callable<Integer> {
    private static final String MOST_LIMITS = "20";

    @Mixin
    private ProblemOptions problem = new ProblemOptions();

    @Mixin
    private SolveOptions solving = new SolveOptions();

    @Option(
            names = "--against",
            paramLabel = "WHAT",
            converter = MeasureName.class,
            defaultValue = "energy",
            description =
                    "What C is weighed against: energy, carbon (of the supplies and of making the servers) or water"
                            + " (of the cooling) (default: ${DEFAULT-VALUE}).")
    private FrontMeasure against = FrontMeasure.ENERGY;

    @Option(
            names = "--from",
            paramLabel = "WEIGHT",
            defaultValue = "0",
            description =
                    "Where the range of the weight begins, in USD/kWh, USD/tCO2 or USD/m3 (default: ${DEFAULT-VALUE}).")
    private String from = "";

    @Option(
            names = "--to",
            paramLabel = "WEIGHT",
            description = "Where it ends (default: 1 USD/kWh, 1000 USD/tCO2 or 100 USD/m3).")
    private @Nullable String to;

    @Option(
            names = "--tolerance",
            paramLabel = "RATIO",
            converter = Gap.class,
            defaultValue = "1e-4",
            description = "Relative gap to certify at every weight (default: ${DEFAULT-VALUE}).")
    private Rational tolerance = Rational.ZERO;

    @Option(
            names = "--unsupported",
            paramLabel = "N",
            arity = "0..1",
            defaultValue = "0",
            fallbackValue = MOST_LIMITS,
            description =
                    "Looks for designs that are the best at no weight as well, by at most N solves under limits (N: "
                            + MOST_LIMITS + " unless given).")
    private int unsupported;

    @Option(names = "--json", description = "Prints the front with all that certifies it, instead of text.")
    private boolean json;

    @Option(names = "--csv", paramLabel = "FILE", description = "Saves the points as a table.")
    private @Nullable String csv;

    @Option(names = "--svg", paramLabel = "FILE", description = "Saves a picture.")
    private @Nullable String svg;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Main main;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    ParetoCommand() {}

    @Override
    public Integer call() {
        PrintWriter printer = spec.commandLine().getOut();
        PrintWriter messages = spec.commandLine().getErr();
        @Nullable Path table = csv == null ? null : Input.writable("--csv", csv);
        @Nullable Path picture = svg == null ? null : Input.writable("--svg", svg);
        ParetoSearch search = ParetoSearch.over(DesignOptimizer.standard())
                .between(
                        WeightText.parse("--from", from, against),
                        WeightText.parse("--to", to == null ? WeightText.most(against) : to, against))
                .withTolerance(tolerance)
                .withEnergyLimits(unsupported);
        SolveLimits limits = solving.limits();
        DesignProblem stated = problem.read();
        try (Interruption interruption =
                Interruption.armed("ending with what is proven so far.", "its front is lost.")) {
            ParetoProgress progress = new ParetoProgress(messages);
            ParetoFront front = problem.placed(() -> search.withLimits(solving.running(limits, main, interruption))
                    .withListener(progress)
                    .search(stated));
            progress.end();
            if (json) {
                printer.print(Documents.toJson(front));
            } else {
                new FrontReport(printer, front).print(stated);
            }
            printer.flush();
            save(table, front, messages, front::toCsv);
            save(picture, front, messages, () -> new ParetoChart(front).toSvg());
            return exitCode(front.status());
        }
    }

    private static int exitCode(FrontStatus status) {
        return switch (status) {
            case COMPLETE, INCOMPLETE -> ExitCode.DONE;
            case INFEASIBLE -> ExitCode.INFEASIBLE;
            case OUT_OF_TIME -> ExitCode.OUT_OF_TIME;
        };
    }

    private static void save(@Nullable Path target, ParetoFront front, PrintWriter messages, Supplier<String> text) {
        if (target == null) {
            return;
        }
        if (front.supported().isEmpty()) {
            messages.printf("Nothing to save in %s: no design was found.%n", target);
            return;
        }
        try {
            Files.writeString(target, text.get());
        } catch (IOException e) {
            throw new BadInput(
                    target.toString(), "cannot be written (%s)".formatted(e.getMessage()), "check its permissions.");
        }
        messages.printf("Saved %s%n", target);
    }
}
