package io.dcsdk.examples;

import io.dcsdk.document.Documents;
import io.dcsdk.training.ModelEvaluation;
import io.dcsdk.training.NerModel;
import io.dcsdk.training.NerTrainer;
import io.dcsdk.training.corpus.Corpus;
import io.dcsdk.training.loop.LoopEnd;
import io.dcsdk.training.record.StopReason;
import io.dcsdk.training.record.progress.ProgressBar;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code train}: from a checkpoint or a shape and tagged sentences to a model. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Trains a model for named-entity recognition.",
        footer = {
            "",
            "The best epoch by F1 on --dev becomes the model in --out, a HuggingFace folder; beside it lie",
            "profile.json, the history, a learning curve, TensorBoard events and the states to resume from.",
            "Progress and a report for each epoch go to standard error, the final reports to standard output.",
            "Ctrl-C ends after the running step with a state on disk; the same command with --resume goes on.",
            "Exit codes: 0 done, 1 diverged, 2 bad input, 130 interrupted."
        })
final class TrainCommand implements Callable<Integer> {
    @ArgGroup(multiplicity = "1")
    private StartingPoint start = new StartingPoint();

    @Option(names = "--train", required = true, paramLabel = "FILE", description = "Tagged sentences to learn from.")
    private String train = "";

    @Option(
            names = "--dev",
            required = true,
            paramLabel = "FILE",
            description = "Tagged sentences to evaluate on after each epoch.")
    private String dev = "";

    @Option(names = "--test", paramLabel = "FILE", description = "Tagged sentences to score the final model on.")
    private @Nullable String test;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Folder of the run: empty, or not there yet, unless a run is resumed.")
    private String out = "";

    @Option(
            names = "--resume",
            description =
                    "Go on from the newest state in --out, or start where there is none. All settings must be the "
                            + "same; the result is, too.")
    private boolean resume;

    @Mixin
    private CorpusOptions corpora = new CorpusOptions();

    @Mixin
    private TrainingSettings settings = new TrainingSettings();

    @Mixin
    private Compute compute = new Compute();

    @Option(names = "--json", description = "Prints the final metrics as one JSON object instead of the reports.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    TrainCommand() {}

    @Override
    public Integer call() {
        PrintWriter messages = spec.commandLine().getErr();
        CorpusOptions.require("--train", train);
        CorpusOptions.require("--dev", dev);
        if (test != null) {
            CorpusOptions.require("--test", test);
        }
        Path folder = folder();
        NerTrainer trainer = start.trainer(messages);
        settings.applyTo(trainer);
        Corpus training = corpora.read(train, messages);
        Corpus validation = corpora.read(dev, messages);
        Optional<Corpus> held = Optional.ofNullable(test).map(file -> corpora.read(file, messages));
        EpochReports reports = new EpochReports(messages, false);
        trainer.train(training)
                .validate(validation)
                .output(folder)
                .device(compute.start())
                .listener(ProgressBar.onStandardError().withLines())
                .listener(reports)
                .onValidation(reports);
        try (Interruption interruption = Interruption.armed(
                "ending after this step, with a state on disk.", "what was done since the last state is lost.")) {
            trainer.stopWhen(interruption.token());
            try (NerModel model = resume ? trainer.resume() : trainer.fit()) {
                LoopEnd end = model.run().orElseThrow();
                if (end.reason() == StopReason.INTERRUPTED) {
                    return interrupted(model, end, messages);
                }
                finish(model, end, validation, held);
            }
        }
        return ExitCode.DONE;
    }

    /** The folder of the run; a wrong one is refused before the engine starts. */
    private Path folder() {
        if (resume && Files.isDirectory(Input.path(out))) {
            return Input.path(out);
        }
        return Input.emptyFolder("--out", out, "name a new folder, or add --resume.");
    }

    private int interrupted(NerModel model, LoopEnd end, PrintWriter messages) {
        PrintWriter printer = spec.commandLine().getOut();
        if (json) {
            printer.print(Documents.toJson(TrainingSummary.of(model, end, out, Optional.empty(), Optional.empty())));
        }
        printer.flush();
        messages.printf(
                "Interrupted after step %,d; its state is in %s.%nTo go on: the same command with --resume.%n",
                end.updates(), Path.of(out).resolve("checkpoints"));
        messages.flush();
        return ExitCode.INTERRUPTED;
    }

    private void finish(NerModel model, LoopEnd end, Corpus validation, Optional<Corpus> held) {
        PrintWriter printer = spec.commandLine().getOut();
        ModelEvaluation onDev = model.evaluateWithLoss(validation);
        Optional<ModelEvaluation> onTest = held.map(model::evaluateWithLoss);
        if (json) {
            printer.print(Documents.toJson(
                    TrainingSummary.of(model, end, out, Optional.of(Scores.of(onDev)), onTest.map(Scores::of))));
        } else {
            end.best()
                    .ifPresent(best ->
                            printer.printf(Locale.ROOT, "Best epoch %d, on %s%n", best.epoch(), validation.source()));
            EvaluateCommand.print(printer, onDev);
            onTest.ifPresent(found -> {
                printer.printf("%nOn %s%n", test);
                EvaluateCommand.print(printer, found);
            });
            printer.printf("%nModel and records in %s%n", out);
            model.profile()
                    .ifPresent(profile -> profile.rates().describe().forEach(rate -> printer.println("  " + rate)));
        }
        printer.flush();
    }
}
