package io.dcsdk.examples;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.NodeProposal;
import io.dcsdk.document.Documents;
import io.dcsdk.optimizer.explanation.Explainer;
import io.dcsdk.optimizer.explanation.Explanation;
import io.dcsdk.optimizer.explanation.ProposalSentence;
import io.dcsdk.optimizer.explanation.RepairDrawing;
import io.dcsdk.optimizer.explanation.RepairRules;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code explain}: why a problem has no design, and what would have to give. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Tells why a problem has no design, with proof, and the smallest changes that give it one; of a "
                + "feasible problem, what binds its best design.",
        footer = {
            "",
            "Without --problem it explains the founding example and its proposal of ten nodes. Changes are measured",
            "relative to the figure that moves. Ctrl-C ends the search and prints what is known so far.",
            "Exit codes: 0 feasible, 2 bad input, 3 infeasible and explained, 4 out of time with neither."
        })
final class ExplainCommand implements Callable<Integer> {
    @Mixin
    private ProblemOptions problem = new ProblemOptions();

    @Mixin
    private SolveOptions search = new SolveOptions();

    @Option(
            names = "--proposal",
            paramLabel = "N,COMPUTE,STORAGE,NETWORK",
            split = ",",
            description = "Compares N nodes with what is required: \"10,100 GFLOP/s bf16,1 TB,10 GB/s\".")
    private List<String> proposal = new ArrayList<>();

    @Option(
            names = "--keep",
            paramLabel = "NAME",
            split = ",",
            description = "Requirements and limits that no repair may change, such as budget,site-power.")
    private List<String> kept = new ArrayList<>();

    @Option(
            names = "--weight",
            paramLabel = "NAME=NUMBER",
            split = ",",
            description = "How much a relative change of a requirement weighs; 1 unless given.")
    private Map<String, BigDecimal> weights = new LinkedHashMap<>();

    @Option(names = "--json", description = "Prints the explanation as JSON instead of text.")
    private boolean json;

    @Option(names = "--svg", paramLabel = "FILE", description = "Draws the repairs, from what to what.")
    private @Nullable String svg;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Main main;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    ExplainCommand() {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter messages = spec.commandLine().getErr();
        @Nullable Path drawing = svg == null ? null : Input.writable("--svg", svg);
        SolveLimits limits = search.limits();
        DesignProblem stated = problem.read();
        @Nullable String sentence = sentence(stated);
        Explanation explanation;
        try (Interruption interruption =
                Interruption.armed("ending with what is known so far.", "the explanation is lost.")) {
            ExplanationProgress progress = new ExplanationProgress(messages);
            explanation = problem.placed(() -> Explainer.standard()
                    .explain(stated, rules(), search.running(limits, main, interruption), progress));
            progress.end();
        }
        Explanation whole = sentence == null ? explanation : explanation.withProposal(sentence);
        if (json) {
            out.print(Documents.toJson(whole));
        } else {
            new ExplanationReport(out).print(whole);
        }
        out.flush();
        if (drawing != null) {
            TextFile.save("--svg", drawing, RepairDrawing.of(whole), messages);
        }
        if (whole.feasible()) {
            return ExitCode.DONE;
        }
        return whole.infeasible() ? ExitCode.INFEASIBLE : ExitCode.OUT_OF_TIME;
    }

    private RepairRules rules() {
        RepairRules rules = RepairRules.equal().keeping(kept);
        for (Map.Entry<String, BigDecimal> weight : weights.entrySet()) {
            rules = rules.weighing(weight.getKey(), weight.getValue());
        }
        return rules;
    }

    private @Nullable String sentence(DesignProblem stated) {
        if (proposal.isEmpty()) {
            return problem.isExample() ? ProposalSentence.of(Example.proposal(), stated.demand()) : null;
        }
        String given = String.join(",", proposal);
        if (proposal.size() != 4 || !proposal.get(0).strip().matches("[0-9]{1,9}")) {
            throw new BadInput(
                    "--proposal (%s)".formatted(given),
                    "is no number of nodes with compute, storage and network",
                    "write it like \"10,100 GFLOP/s bf16,1 TB,10 GB/s\".");
        }
        NodeProposal nodes = new NodeProposal(
                Long.parseLong(proposal.get(0).strip()),
                ComputeRate.parse(proposal.get(1)),
                DataSize.parse(proposal.get(2)),
                DataRate.parse(proposal.get(3)));
        return ProposalSentence.of(nodes, stated.demand());
    }
}
