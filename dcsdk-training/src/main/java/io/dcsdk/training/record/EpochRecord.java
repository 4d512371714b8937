package io.dcsdk.training.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * One pass over the training set.
 *
 * @param epoch its number, from 1
 * @param step the optimizer steps done at its end, from 1
 * @param trainLoss the mean of the losses of its steps in nats, finite
 * @param sentences the rows of its batches, from 1
 * @param tokens the word pieces of those rows, padding not counted, from 1
 * @param positions the token places that were computed, padding included, at least {@code tokens}
 * @param elapsed the time that its steps took, evaluation not included, longer than nothing; {@code seconds} in JSON
 * @param evaluation the scores on the validation set at its end, if there is one
 * @param best whether those are the best so far; never without an evaluation
 */
public record EpochRecord(
        int epoch,
        long step,
        double trainLoss,
        long sentences,
        long tokens,
        long positions,

        @JsonProperty("seconds")
        @JsonSerialize(using = Seconds.Writer.class)
        @JsonDeserialize(using = Seconds.Reader.class)
        Duration elapsed,

        Optional<EvaluationRecord> evaluation,
        boolean best) {
    private static final Rules RULES = new Rules("an epoch record", "the training loop counts wrongly.");

    /**
     * Checks the values.
     *
     * @throws RecordException if one is out of range, the evaluation is of another step, epoch or set, or the epoch is the
     *     best one without an evaluation
     */
    public EpochRecord {
        RULES.atLeast(1, epoch, "epoch");
        RULES.atLeast(1, step, "step");
        RULES.finite(trainLoss, "trainLoss");
        RULES.atLeast(1, sentences, "sentences");
        RULES.atLeast(1, tokens, "tokens");
        RULES.require(positions >= tokens, "positions", positions, "must be at least tokens, " + tokens);
        RULES.positive(elapsed, "elapsed");
        RULES.require(evaluation.isPresent() || !best, "best", best, "needs an evaluation");
        if (evaluation.isPresent()) {
            EvaluationRecord its = evaluation.get();
            RULES.require(its.step() == step, "step of the evaluation", its.step(), "must be the epoch's, " + step);
            RULES.require(its.epoch() == epoch, "epoch of the evaluation", its.epoch(), "must be " + epoch);
            RULES.require(
                    its.set() == EvaluatedSet.VALIDATION, "set of the evaluation", its.set(), "must be validation");
        }
    }

    /**
     * Sums up the steps of an epoch.
     *
     * @param steps its step records in their order, at least one; the last one tells the epoch
     * @param evaluation the scores at its end, if there are any
     * @param best whether those are the best so far
     * @return the epoch
     * @throws RecordException if there is no step, two overlap, or the evaluation does not fit
     */
    public static EpochRecord of(List<StepRecord> steps, Optional<EvaluationRecord> evaluation, boolean best) {
        StepRecord sum = steps.stream()
                .reduce(StepRecord::joined)
                .orElseThrow(() -> RecordException.of(
                        "steps", steps.size(), "an epoch record", "must be at least 1", "the training set is empty."));
        return new EpochRecord(
                sum.epoch(),
                sum.step(),
                sum.loss(),
                sum.sentences(),
                sum.tokens(),
                sum.positions(),
                sum.elapsed(),
                evaluation,
                best);
    }

    /**
     * Speed in rows, evaluation not counted.
     *
     * @return rows a second
     */
    public double sentencesPerSecond() {
        return Throughput.of(sentences, elapsed);
    }

    /**
     * Speed in word pieces, padding and evaluation not counted.
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
