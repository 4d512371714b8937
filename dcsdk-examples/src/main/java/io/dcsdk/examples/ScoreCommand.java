package io.dcsdk.examples;

import io.dcsdk.training.evaluation.ConllevalFile;
import io.dcsdk.training.evaluation.ConllevalScore;
import io.dcsdk.training.evaluation.EvaluationReport;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code score}: conlleval's and seqeval's scores of tags that any model has predicted. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        description =
                "Scores predicted tags in a file as conlleval takes it: a word a line, gold and predicted tag last.",
        footer = {
            "",
            "Two scores: as conlleval and seqeval's default mode count, and as seqeval's strict mode does, where",
            "ill-formed entities count for nothing."
        })
final class ScoreCommand implements Runnable {
    @Parameters(paramLabel = "FILE", description = "Words with gold and predicted tags.")
    private String file = "";

    @Option(names = "--json", description = "Prints all figures, as fractions, in one JSON object.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    ScoreCommand() {}

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        ConllevalScore score = ConllevalFile.read(Input.path(file)).score();
        if (json) {
            out.print(score.toJson());
        } else {
            print(out, "conlleval (seqeval's default mode)", score.conlleval());
            out.println();
            print(out, "strict", score.strict());
        }
    }

    private static void print(PrintWriter out, String title, EvaluationReport report) {
        out.println(title);
        out.print(report.toText(4));
        out.printf(Locale.ROOT, "%naccuracy %.4f of %,d words%n", report.accuracy(), report.words());
    }
}
