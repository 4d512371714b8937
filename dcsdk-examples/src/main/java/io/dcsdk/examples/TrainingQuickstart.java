package io.dcsdk.examples;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.EnergyWeight;
import io.dcsdk.design.Finance;
import io.dcsdk.profile.TrainingProfile;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.TimeSpan;
import io.dcsdk.training.NerModel;
import io.dcsdk.training.NerTrainer;
import io.dcsdk.training.corpus.synthetic.SyntheticCorpus;
import io.dcsdk.training.encoding.TokenizerJson;
import io.dcsdk.training.encoding.TokenizerSettings;
import io.dcsdk.training.inference.AggregationStrategy;
import io.dcsdk.training.inference.Entity;
import io.dcsdk.training.record.progress.ProgressBar;
import io.dcsdk.training.record.progress.Terminal;
import io.dcsdk.workload.TrainingRuns;
import io.dcsdk.workload.Workload;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The circle: a small BERT is trained from scratch, and what that measured becomes a plan. */
final class TrainingQuickstart {
    private static final int EPOCHS = 8;
    private static final double LEARNING_RATE = 1e-3;
    private static final long DAILY_SENTENCES = 10_000_000;
    private static final List<String> TEXTS = List.of(
            "Milo Carrison works at Verdan Institute in Eastbrook.",
            "The mayor of Lowenford met Clara Dunmore of Harwick Bank on Monday.",
            "The meeting was short and quiet.");

    private final PrintWriter out;

    TrainingQuickstart(PrintWriter out) {
        this.out = out;
    }

    /** Trains, scores, labels and saves; then the problem that the measured profile makes. */
    DesignProblem train(Path folder) {
        SyntheticCorpus corpus = SyntheticCorpus.standard();
        TokenizerJson tokenizer = TokenizerJson.wordPiece(
                corpus.vocabulary(), TokenizerSettings.ofLowerCase(false), "the synthetic vocabulary");
        out.printf(
                "%s sentences to learn from, %s to watch, %s to test; a name in one part is in no other.%n%n",
                Rounded.number(corpus.train().sentences().size()),
                Rounded.number(corpus.dev().sentences().size()),
                Rounded.number(corpus.test().sentences().size()));
        out.flush();
        EpochReports reports = new EpochReports(out, !Terminal.ofStandardError().interactive());
        long begun = System.nanoTime();
        try (NerModel model = NerTrainer.fromScratch(ModelShape.TINY.config(tokenizer.vocabularySize(), 0), tokenizer)
                .train(corpus.train())
                .validate(corpus.dev())
                .epochs(EPOCHS)
                .batchSize(16)
                .learningRate(LEARNING_RATE)
                .output(folder)
                .listener(ProgressBar.onStandardError())
                .listener(reports)
                .onValidation(reports)
                .fit()) {
            TrainingProfile profile = model.profile().orElseThrow();
            out.printf(
                    Locale.ROOT,
                    "BERT of %d layers of %d, %s parameters, trained on %s in %.0f s.%n%n",
                    model.config().layers(),
                    model.config().hiddenSize(),
                    Rounded.number(profile.model().parameters()),
                    profile.device().name(),
                    (System.nanoTime() - begun) / 1e9);
            out.println("On sentences with names that it never saw:");
            out.println(model.evaluate(corpus.test()).toText());
            TEXTS.forEach(text -> out.println("  " + marked(text, model.label(text, AggregationStrategy.FIRST))));
            out.printf("%nModel, history and learning curve: %s%n%n", folder);
            out.println("Measured:");
            profile.rates().describe().forEach(rate -> out.println("  " + Rounded.text(rate)));
            out.println();
            out.flush();
            return problem(profile);
        }
    }

    /** The text with its entities in brackets. */
    private static String marked(String text, List<Entity> entities) {
        StringBuilder marked = new StringBuilder();
        int at = 0;
        for (Entity entity : entities) {
            marked.append(text, at, entity.startUtf16())
                    .append('[')
                    .append(text, entity.startUtf16(), entity.endUtf16())
                    .append(' ')
                    .append(entity.label())
                    .append(']');
            at = entity.endUtf16();
        }
        return marked.append(text.substring(at)).toString();
    }

    private static DesignProblem problem(TrainingProfile profile) {
        TrainingRuns daily = new TrainingRuns(
                BigDecimal.valueOf(DAILY_SENTENCES),
                EPOCHS,
                Optional.of(TimeSpan.hours(1)),
                Optional.of(BigDecimal.ONE));
        return DesignProblem.named(
                        "daily training on 10 million sentences",
                        Finance.over(TimeSpan.years(5)),
                        EnergyWeight.parse("0.1 USD/kWh"))
                .workload(Workload.fromProfile("measured training", profile, daily)
                        .withDataset(DataSize.parse("1 GB")))
                // An hour of a day at full load.
                .utilisation(Ratio.parse("0.042"))
                .catalog(Catalog.builtIn())
                .build();
    }
}
