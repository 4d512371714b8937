package io.dcsdk.examples;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.NodeProposal;
import io.dcsdk.optimizer.DesignOptimizer;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.workload.DerivedFigure;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code quickstart}: the founding example and the cluster for a 405B model, each with its optimal design and the proof; then a
 * small model is trained, and what that measured is planned for as well.
 */
@Command(
        name = "quickstart",
        mixinStandardHelpOptions = true,
        description = "Plans the founding example and the cluster for a 405B model, trains a small BERT and plans for "
                + "what that measured (also without any command).")
final class Quickstart implements Callable<Integer> {
    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Empty folder for the trained model (default: a new temporary one).")
    private @Nullable String folder;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    Quickstart() {}

    @Override
    public Integer call() {
        return print(
                spec.commandLine().getOut(),
                Optional.ofNullable(folder).map(name -> Input.emptyFolder("--out", name, "name a new folder.")));
    }

    /** Prints all parts; the exit code is the first that is not 0. */
    static int print(PrintWriter out, Optional<Path> folder) {
        int plans = plans(out);
        out.println();
        heading(out, "3. A small BERT from scratch, and a plan for what its training measured");
        DesignProblem measured = new TrainingQuickstart(out).train(folder.orElseGet(Quickstart::temporary));
        out.println("To train the same every day on 10 million sentences, within an hour:");
        out.println();
        demand(out, measured);
        int circle = design(out, measured);
        out.println();
        out.println("Next: plan --problem FILE plans your own. The problems are files to copy, in");
        out.println("dcsdk-examples/src/main/resources/io/dcsdk/examples: " + Example.FOUNDING.file() + ", "
                + Example.LLAMA_405B.file() + ";");
        out.println("train --help tells how to train on your own sentences, label --help how to label texts.");
        out.flush();
        return plans == ExitCode.DONE ? circle : plans;
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("dcsdk-quickstart-");
        } catch (IOException e) {
            throw new BadInput(
                    "temporary folder", "cannot be made (%s)".formatted(e.getMessage()), "name one with --out.");
        }
    }

    /** Prints the two parts that only plan. */
    static int plans(PrintWriter out) {
        heading(out, "1. The founding example");
        DesignProblem founding = Example.FOUNDING.problem();
        proposal(out, founding);
        int first = design(out, founding);
        out.println();
        heading(out, "2. A cluster to pre-train a 405B model on 15.6 T tokens in 54 days");
        DesignProblem cluster = Example.LLAMA_405B.problem();
        demand(out, cluster);
        PublishedRun.print(out);
        int second = design(out, cluster);
        return first == ExitCode.DONE ? second : first;
    }

    private static void heading(PrintWriter out, String title) {
        out.println(title);
        out.println("=".repeat(title.length()));
    }

    /** Ten nodes of 100 GFLOPS, 1 TB and 10 GB/s, as they were first proposed. */
    private static void proposal(PrintWriter out, DesignProblem problem) {
        out.println("lambda 0.1 USD/kWh, budget 10,000,000 USD; 1000 TFLOPS, 10 TB and 100 GB/s are required.");
        out.println();
        out.println("Proposed: 10 nodes of 100 GFLOPS, 1 TB and 10 GB/s each");
        NodeProposal proposal = Example.proposal();
        proposal.against(problem.demand())
                .forEach(comparison -> out.println("  " + Rounded.text(comparison.describe())));
        boolean met = proposal.against(problem.demand()).stream().allMatch(NodeProposal.Comparison::met);
        out.println(met ? "  The proposal meets the requirement." : "  The proposal does not meet the requirement.");
        out.println();
    }

    private static void demand(PrintWriter out, DesignProblem problem) {
        out.println("Demand, and how each figure came about:");
        for (DerivedFigure figure : problem.demand().derivation()) {
            out.printf("  %-20s %s%n", figure.figure(), Rounded.text(figure.value()));
            String how = Rounded.text(figure.formula())
                    + (figure.source().equals(figure.formula()) ? "" : " [" + figure.source() + "]");
            TextTable.wrap(how, 23, 98).forEach(out::println);
        }
        out.println();
    }

    private static int design(PrintWriter out, DesignProblem problem) {
        SolveLimits limits =
                SolveLimits.defaults().withThreads(Runtime.getRuntime().availableProcessors());
        DesignFormulation formulation = DesignFormulation.of(problem);
        Solution solution =
                new Solution(formulation, DesignOptimizer.standard().solve(formulation, limits, progress -> {}));
        solution.printText(out, true);
        out.flush();
        return solution.exitCode();
    }
}
