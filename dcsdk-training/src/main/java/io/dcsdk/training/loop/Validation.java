package io.dcsdk.training.loop;

import io.dcsdk.training.record.EvaluationRecord;

/** Scores the model as it is, on data that it is not trained on. */
@FunctionalInterface
public interface Validation {
    /**
     * Runs the model over the validation set.
     *
     * @param step optimizer steps done
     * @param epoch the epoch that has just ended, from 1
     * @return its scores
     */
    EvaluationRecord evaluate(long step, int epoch);
}
