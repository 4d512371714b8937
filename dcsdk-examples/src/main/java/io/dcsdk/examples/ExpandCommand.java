package io.dcsdk.examples;

import io.dcsdk.document.Documents;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.uncertainty.ExpansionChart;
import io.dcsdk.optimizer.uncertainty.ExpansionOptimizer;
import io.dcsdk.optimizer.uncertainty.ExpansionOutcome;
import io.dcsdk.optimizer.uncertainty.Proven;
import io.dcsdk.optimizer.uncertainty.UncertaintyDocument;
import io.dcsdk.uncertainty.ExpansionProblem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code expand}: what to buy, keep and retire over years. */
@Command(
        name = "expand",
        mixinStandardHelpOptions = true,
        description =
                "Finds what to buy, keep and retire in each year of a demand that grows, at the least sum of payments.",
        footer = {
            "",
            "Without FILE it is an example of three years. Exit codes: 0 a plan, 2 bad input, 3 infeasible,",
            "4 out of time with nothing."
        })
final class ExpandCommand implements Callable<Integer> {
    @Mixin
    private SearchOptions options = new SearchOptions();

    @Mixin
    private OutOption out = new OutOption();

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Main main;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    ExpandCommand() {}

    @Override
    public Integer call() {
        PrintWriter printer = spec.commandLine().getOut();
        PrintWriter messages = spec.commandLine().getErr();
        @Nullable Path picture = options.picture();
        @Nullable Path target = out.target();
        options.check();
        ExpansionProblem stated = options.read(ExpansionProblem.class, UncertainExample::expansion);
        ExpansionProblem problem = options.placed(
                () -> stated.withCatalog(options.items(stated.problem().catalog())));
        try (Interruption interruption = Interruption.armed("ending with the best plan so far.", "its plan is lost.")) {
            TerminalProgress progress = new TerminalProgress(messages);
            SolveLimits limits = options.limits(main, interruption);
            Proven<ExpansionOutcome> proven =
                    options.placed(() -> ExpansionOptimizer.standard().solve(problem, limits, progress));
            ExpansionOutcome outcome = proven.answer();
            progress.end();
            if (options.isJson()) {
                printer.print(Documents.toJson(outcome));
            } else {
                new ExpansionReport(printer, outcome).print();
            }
            printer.flush();
            if (target != null) {
                OutOption.save(target, UncertaintyDocument.ofYears(proven, problem, limits), "plan", messages);
            }
            SearchOptions.save(
                    picture, outcome.plan().isPresent(), messages, () -> new ExpansionChart(problem, outcome).toSvg());
            return ExitCode.of(outcome.status());
        }
    }
}
