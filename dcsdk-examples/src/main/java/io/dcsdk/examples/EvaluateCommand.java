package io.dcsdk.examples;

import io.dcsdk.document.Documents;
import io.dcsdk.training.ModelEvaluation;
import io.dcsdk.training.NerModel;
import io.dcsdk.training.corpus.Corpus;
import io.dcsdk.training.program.ComputePrecision;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code evaluate}: how good a model is on tagged sentences. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Scores a trained model on tagged sentences: entity-level precision, recall and F1.")
final class EvaluateCommand implements Runnable {
    @ArgGroup(multiplicity = "1")
    private ModelFolder model = new ModelFolder();

    @Option(names = "--test", required = true, paramLabel = "FILE", description = "Tagged sentences.")
    private String test = "";

    @Mixin
    private CorpusOptions corpora = new CorpusOptions();

    @Mixin
    private Compute compute = new Compute();

    @Option(names = "--json", description = "Prints all figures as one JSON object instead of the report.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    EvaluateCommand() {}

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter messages = spec.commandLine().getErr();
        CorpusOptions.require("--test", test);
        Path folder = model.checkpoint(messages).folder();
        Corpus corpus = corpora.read(test, messages);
        try (NerModel opened = NerModel.open(folder, compute.start(), ComputePrecision.FP32)) {
            ModelEvaluation found = opened.evaluateWithLoss(corpus);
            if (json) {
                out.print(Documents.toJson(Scores.of(found)));
            } else {
                print(out, found);
            }
        }
    }

    /** The report, then what is not in its table. */
    static void print(PrintWriter out, ModelEvaluation found) {
        out.print(found.report().toText(4));
        out.printf(
                Locale.ROOT,
                "%naccuracy %.4f of %,d words",
                found.report().accuracy(),
                found.report().words());
        found.loss().ifPresent(loss -> out.printf(Locale.ROOT, ", loss %.4f", loss));
        out.println();
    }
}
