package io.dcsdk.examples;

import io.dcsdk.document.Documents;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.uncertainty.Proven;
import io.dcsdk.optimizer.uncertainty.ScenarioChart;
import io.dcsdk.optimizer.uncertainty.ScenarioOptimizer;
import io.dcsdk.optimizer.uncertainty.ScenarioOutcome;
import io.dcsdk.optimizer.uncertainty.UncertaintyDocument;
import io.dcsdk.uncertainty.ScenarioProblem;
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

/** {@code scenarios}: what to buy now when demand and prices are not known. */
@Command(
        name = "scenarios",
        mixinStandardHelpOptions = true,
        description =
                "Finds what to buy now, to be operated in each of several scenarios, at the least expected cost or risk.",
        footer = {
            "",
            "Without FILE it is an example of three scenarios. Exit codes: 0 a plan, 2 bad input, 3 infeasible,",
            "4 out of time with nothing."
        })
final class ScenariosCommand implements Callable<Integer> {
    @Mixin
    private SearchOptions options = new SearchOptions();

    @Mixin
    private OutOption out = new OutOption();

    @Option(
            names = "--no-comparison",
            description = "Leaves out what perfect information and planning for all scenarios are worth.")
    private boolean plain;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Main main;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    ScenariosCommand() {}

    @Override
    public Integer call() {
        PrintWriter printer = spec.commandLine().getOut();
        PrintWriter messages = spec.commandLine().getErr();
        @Nullable Path picture = options.picture();
        @Nullable Path target = out.target();
        options.check();
        ScenarioProblem stated = options.read(ScenarioProblem.class, UncertainExample::scenarios);
        ScenarioProblem problem = options.placed(
                () -> stated.withCatalog(options.items(stated.problem().catalog())));
        ScenarioOptimizer standard = ScenarioOptimizer.standard();
        ScenarioOptimizer optimizer = plain ? standard.withoutComparison() : standard;
        try (Interruption interruption = Interruption.armed("ending with the best plan so far.", "its plan is lost.")) {
            TerminalProgress progress = new TerminalProgress(messages);
            SolveLimits limits = options.limits(main, interruption);
            Proven<ScenarioOutcome> proven = options.placed(() -> optimizer.solve(problem, limits, progress));
            ScenarioOutcome outcome = proven.answer();
            progress.end();
            if (options.isJson()) {
                printer.print(Documents.toJson(outcome));
            } else {
                new ScenarioReport(printer, outcome).print();
            }
            printer.flush();
            if (target != null) {
                OutOption.save(target, UncertaintyDocument.ofScenarios(proven, problem, limits), "plan", messages);
            }
            SearchOptions.save(picture, outcome.plan().isPresent(), messages, () -> new ScenarioChart(outcome).toSvg());
            return ExitCode.of(outcome.status());
        }
    }
}
