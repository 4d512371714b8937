package io.dcsdk.examples;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.Outcome;
import io.dcsdk.optimizer.DesignOptimizer;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.explanation.Explainer;
import io.dcsdk.optimizer.explanation.RepairRules;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.report.DesignReport;
import io.dcsdk.optimizer.search.SolveLimits;
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

/** {@code plan}: from a problem to a design with its proof. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = "Finds the design of minimum C + lambda E for a problem and proves it.",
        footer = {
            "",
            "Without --problem it plans the founding example. The catalogue is the built-in one, unless the",
            "problem holds its own; --catalog lays a file over either. Ctrl-C ends the search and prints the",
            "best design so far. Exit codes: 0 a design, 2 bad input, 3 infeasible, 4 out of time with nothing."
        })
final class PlanCommand implements Callable<Integer> {
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

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description =
                    "Saves a report with pictures as one HTML file; of an infeasible problem with ways out of it.")
    private @Nullable String html;

    @Option(names = "--json", description = "Prints the saved form instead of text.")
    private boolean json;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Main main;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    PlanCommand() {}

    @Override
    public Integer call() {
        PrintWriter printer = spec.commandLine().getOut();
        PrintWriter messages = spec.commandLine().getErr();
        @Nullable Path target = out.target();
        @Nullable Path page = html == null ? null : Input.writable("--html", html);
        SolveLimits limits = search.limits().withRelativeGap(gap);
        DesignProblem stated = problem.read();
        try (Interruption interruption =
                Interruption.armed("ending with the best design so far.", "its plan is lost.")) {
            TerminalProgress progress = new TerminalProgress(messages);
            DesignFormulation formulation = problem.placed(() -> DesignFormulation.of(stated));
            SolveLimits left = search.running(limits, main, interruption);
            Outcome<Certificate> outcome =
                    problem.placed(() -> DesignOptimizer.standard().solve(formulation, left, progress));
            Solution solution = new Solution(formulation, outcome);
            progress.end();
            if (json) {
                solution.printJson(printer);
            } else {
                solution.printText(printer, false);
            }
            printer.flush();
            if (target != null) {
                OutOption.save(target, solution.document(), "design", messages);
            }
            if (page != null) {
                DesignReport report = DesignReport.of(formulation, outcome);
                if (report.infeasible()) {
                    report = report.withExplanation(Explainer.standard()
                            .explain(stated, RepairRules.equal(), left.withDeadline(search.left(main))));
                }
                TextFile.save("--html", page, report.toHtml(), messages);
            }
            return solution.exitCode();
        }
    }
}
