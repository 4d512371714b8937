package io.dcsdk.examples;

import io.dcsdk.training.NerTrainer;
import io.dcsdk.training.program.ComputePrecision;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The figures of a training run. A run is resumed with the same ones. */
final class TrainingSettings {
    @Option(names = "--epochs", paramLabel = "N", description = "Passes over the data (default: ${DEFAULT-VALUE}).")
    private int epochs = 5;

    @Option(names = "--batch-size", paramLabel = "N", description = "Sentences in a step (default: ${DEFAULT-VALUE}).")
    private int batchSize = 16;

    @Option(
            names = "--learning-rate",
            paramLabel = "RATE",
            description = "Highest learning rate of AdamW (default: ${DEFAULT-VALUE}; from scratch 1e-3 is a start).")
    private double learningRate = 2e-5;

    @Option(
            names = "--warmup",
            paramLabel = "SHARE",
            description = "Share of the run in which the learning rate rises (default: ${DEFAULT-VALUE}).")
    private double warmup = 0.1;

    @Option(
            names = "--precision",
            paramLabel = "PRECISION",
            description = "fp32 or bf16 with fp32 masters (default: bf16 on a GPU, fp32 on the CPU).")
    private @Nullable ComputePrecision precision;

    @Option(
            names = "--recompute-activations",
            description = "Spend a third more time for less memory; the result is the same (default: no).")
    private boolean recomputeActivations;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "What fresh parameters, order and dropout are drawn from (default: ${DEFAULT-VALUE}).")
    private long seed = 42;

    @Option(
            names = "--max-length",
            paramLabel = "N",
            description =
                    "Tokens in a row; longer sentences are read in overlapping windows (default: ${DEFAULT-VALUE}).")
    private int maxLength = 128;

    @Option(
            names = "--patience",
            paramLabel = "N",
            description = "Stop after so many epochs without a better F1 on --dev (default: never).")
    private @Nullable Integer patience;

    @Option(
            names = "--checkpoint-every",
            paramLabel = "STEPS",
            description = "Write a state to resume from after so many steps, too (default: after each epoch).")
    private @Nullable Long checkpointEvery;

    TrainingSettings() {}

    void applyTo(NerTrainer trainer) {
        trainer.epochs(epochs)
                .batchSize(batchSize)
                .learningRate(learningRate)
                .warmup(warmup)
                .seed(seed)
                .maxLength(maxLength);
        trainer.recomputeActivations(recomputeActivations);
        if (precision != null) {
            trainer.precision(precision);
        }
        if (patience != null) {
            trainer.patience(patience);
        }
        if (checkpointEvery != null) {
            trainer.checkpointEvery(checkpointEvery);
        }
    }
}
