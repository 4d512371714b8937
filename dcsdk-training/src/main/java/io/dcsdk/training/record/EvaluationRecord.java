package io.dcsdk.training.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * The scores of the model after a step. Precision, recall and F1 are those of whole entities, micro-averaged.
 *
 * @param set what it was evaluated on
 * @param step the optimizer steps done before, from 0
 * @param epoch the epoch that is done or under way, from 1
 * @param loss the mean loss of a labelled token in nats, finite
 * @param precision 0 to 1
 * @param recall 0 to 1
 * @param f1 0 to 1
 * @param tokenAccuracy the share of words with the right tag, 0 to 1
 * @param f1ByType F1 of each entity type, 0 to 1; names not blank, sorted
 * @param elapsed the time that the evaluation took, not negative; {@code seconds} in JSON
 */
public record EvaluationRecord(
        EvaluatedSet set,
        long step,
        int epoch,
        double loss,
        double precision,
        double recall,
        double f1,
        double tokenAccuracy,
        Map<String, Double> f1ByType,

        @JsonProperty("seconds")
        @JsonSerialize(using = Seconds.Writer.class)
        @JsonDeserialize(using = Seconds.Reader.class)
        Duration elapsed) {
    private static final Rules RULES =
            new Rules("an evaluation", "the model has diverged, or the scores are in percent.");

    /**
     * Checks the values.
     *
     * @throws RecordException if one is out of range
     */
    public EvaluationRecord {
        RULES.atLeast(0, step, "step");
        RULES.atLeast(1, epoch, "epoch");
        RULES.finite(loss, "loss");
        RULES.fraction(precision, "precision");
        RULES.fraction(recall, "recall");
        RULES.fraction(f1, "f1");
        RULES.fraction(tokenAccuracy, "tokenAccuracy");
        f1ByType = RULES.named(f1ByType, "f1ByType");
        f1ByType.forEach((type, value) -> RULES.fraction(value, "f1 of " + type));
        RULES.nonNegative(elapsed, "elapsed");
    }
}
