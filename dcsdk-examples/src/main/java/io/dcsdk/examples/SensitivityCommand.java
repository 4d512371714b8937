package io.dcsdk.examples;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.document.Documents;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.sensitivity.Sensitivity;
import io.dcsdk.optimizer.sensitivity.SensitivityAnalysis;
import io.dcsdk.optimizer.sensitivity.SensitivityStatus;
import io.dcsdk.optimizer.sensitivity.StepSizes;
import io.dcsdk.optimizer.sensitivity.TornadoChart;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code sensitivity}: what each requirement, limit and price is worth. */
@Command(
        name = "sensitivity",
        mixinStandardHelpOptions = true,
        description =
                "Tells what each requirement and limit costs, what one more of it would change, and at which price an item "
                        + "enters or leaves the best plan; each figure with what is proven of it.",
        footer = {
            "",
            "Without --problem it is the founding example. Steps are 1 TB, 1 GB/s, 1 MW (1 kW below 1 MW), one",
            "percentage point of a share, 1 of what is counted, otherwise 1 %. Ctrl-C ends the analysis and prints",
            "what is known so far. Exit codes: 0 a plan and its sensitivity (complete or not, it says which),",
            "2 bad input, 3 infeasible, 4 out of time with nothing."
        })
final class SensitivityCommand implements Callable<Integer> {
    @Mixin
    private ProblemOptions problem = new ProblemOptions();

    @Mixin
    private SolveOptions search = new SolveOptions();

    @Option(
            names = "--step",
            paramLabel = "NAME=AMOUNT",
            split = ",",
            description = "How far a figure is moved, such as \"storage=5 TB\" or budget=10%%.")
    private Map<String, String> steps = new LinkedHashMap<>();

    @Option(names = "--no-prices", description = "Leaves out the prices of items, which take the most time.")
    private boolean withoutPrices;

    @Option(
            names = "--gap",
            paramLabel = "RATIO",
            converter = Gap.class,
            defaultValue = "1e-6",
            description =
                    "Relative gap of each solve; what a step changes is known up to it (default: ${DEFAULT-VALUE}).")
    private Rational gap = Rational.ZERO;

    @Option(names = "--json", description = "Prints the sensitivity as JSON instead of text.")
    private boolean json;

    @Option(names = "--svg", paramLabel = "FILE", description = "Draws what moved figures change, the largest on top.")
    private @Nullable String svg;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Main main;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    SensitivityCommand() {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter messages = spec.commandLine().getErr();
        @Nullable Path drawing = svg == null ? null : Input.writable("--svg", svg);
        SolveLimits limits = search.limits().withRelativeGap(gap);
        DesignProblem stated = problem.read();
        Sensitivity sensitivity;
        try (Interruption interruption =
                Interruption.armed("ending with what is known so far.", "the analysis is lost.")) {
            SensitivityProgress progress = new SensitivityProgress(messages);
            sensitivity = problem.placed(
                    () -> analysis().analyse(stated, search.running(limits, main, interruption), progress));
            progress.end();
        }
        if (json) {
            out.print(Documents.toJson(sensitivity));
        } else {
            new SensitivityReport(out).print(sensitivity);
        }
        out.flush();
        if (drawing != null) {
            draw(sensitivity, drawing, messages);
        }
        return switch (sensitivity.status()) {
            case COMPLETE, INCOMPLETE -> ExitCode.DONE;
            case INFEASIBLE -> ExitCode.INFEASIBLE;
            case OUT_OF_TIME -> ExitCode.OUT_OF_TIME;
        };
    }

    private SensitivityAnalysis analysis() {
        StepSizes sizes = StepSizes.standard();
        for (Map.Entry<String, String> step : steps.entrySet()) {
            sizes = sizes.with(step.getKey(), step.getValue());
        }
        SensitivityAnalysis analysis = SensitivityAnalysis.standard().withSteps(sizes);
        return withoutPrices ? analysis.withoutPrices() : analysis;
    }

    private static void draw(Sensitivity sensitivity, Path target, PrintWriter messages) {
        if (sensitivity.status() == SensitivityStatus.INFEASIBLE
                || sensitivity.status() == SensitivityStatus.OUT_OF_TIME) {
            messages.printf("Nothing to save in %s: no plan was found.%n", target);
            return;
        }
        TextFile.save("--svg", target, TornadoChart.of(sensitivity), messages);
    }
}
