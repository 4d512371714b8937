package io.dcsdk.training.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * One or more optimizer steps that follow each other.
 *
 * @param step the number of the last of them, from 1 at the start of the whole run, resumptions included
 * @param steps how many they are, 1 to {@code step}
 * @param epoch the epoch of the last of them, from 1
 * @param loss the mean of their losses in nats; finite, for divergence ends a run and is no record
 * @param learningRate the learning rate of the last of them, at least 0
 * @param gradientNorm the mean of the Euclidean norms of their gradients before clipping, at least 0
 * @param sentences the rows of their batches, from 1; a long sentence counts once for each of its windows
 * @param tokens the word pieces of those rows, special tokens included, padding not, from 1
 * @param positions the token places that were computed, padding included, at least {@code tokens}
 * @param elapsed the time that they took, longer than nothing; {@code seconds} in JSON
 */
public record StepRecord(
        long step,
        int steps,
        int epoch,
        double loss,
        double learningRate,
        double gradientNorm,
        long sentences,
        long tokens,
        long positions,

        @JsonProperty("seconds")
        @JsonSerialize(using = Seconds.Writer.class)
        @JsonDeserialize(using = Seconds.Reader.class)
        Duration elapsed) {
    private static final Rules RULES = new Rules("a step record", "the training loop counts wrongly.");

    /**
     * Checks the values.
     *
     * @throws RecordException if one is out of range
     */
    public StepRecord {
        RULES.atLeast(1, step, "step");
        RULES.atLeast(1, steps, "steps");
        RULES.require(steps <= step, "steps", steps, "must be at most step, " + step);
        RULES.atLeast(1, epoch, "epoch");
        RULES.finite(loss, "loss");
        RULES.nonNegative(learningRate, "learningRate");
        RULES.nonNegative(gradientNorm, "gradientNorm");
        RULES.atLeast(1, sentences, "sentences");
        RULES.atLeast(1, tokens, "tokens");
        RULES.require(positions >= tokens, "positions", positions, "must be at least tokens, " + tokens);
        RULES.positive(elapsed, "elapsed");
    }

    /**
     * The number of the first step covered.
     *
     * @return at least 1
     */
    public long firstStep() {
        return step - steps + 1;
    }

    /**
     * This record and a later one as one: counts and times added, loss and gradient norm averaged over the steps, epoch
     * and learning rate those of the later one.
     *
     * @param next a record that begins after this one ends
     * @return what covers both
     * @throws RecordException if the two overlap
     */
    public StepRecord joined(StepRecord next) {
        requireBefore(next);
        int all = Math.addExact(steps, next.steps);
        return new StepRecord(
                next.step,
                all,
                next.epoch,
                mean(loss, next.loss, (double) next.steps / all),
                next.learningRate,
                mean(gradientNorm, next.gradientNorm, (double) next.steps / all),
                Math.addExact(sentences, next.sentences),
                Math.addExact(tokens, next.tokens),
                Math.addExact(positions, next.positions),
                elapsed.plus(next.elapsed));
    }

    /**
     * Checks that a record can follow this one. A gap is no fault: a killed run may have lost some steps.
     *
     * @param next the later record
     * @throws RecordException if it begins before this one ends, or its epoch is an earlier one
     */
    public void requireBefore(StepRecord next) {
        RULES.require(next.firstStep() > step, "first step", next.firstStep(), "must come after step " + step);
        RULES.require(next.epoch >= epoch, "epoch", next.epoch, "must not come before epoch " + epoch);
    }

    /** Between the two, in a form that cannot overflow. */
    private static double mean(double first, double second, double weight) {
        return first * (1 - weight) + second * weight;
    }

    /**
     * Speed in rows.
     *
     * @return rows a second
     */
    public double sentencesPerSecond() {
        return Throughput.of(sentences, elapsed);
    }

    /**
     * Speed in word pieces, padding not counted.
     *
     * @return word pieces a second
     */
    public double tokensPerSecond() {
        return Throughput.of(tokens, elapsed);
    }

    /**
     * The part of the computed places that is padding.
     *
     * @return 0 to below 1
     */
    public double paddingShare() {
        return Throughput.paddingShare(tokens, positions);
    }
}
