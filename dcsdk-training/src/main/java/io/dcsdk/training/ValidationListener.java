package io.dcsdk.training;

import io.dcsdk.training.evaluation.EvaluationReport;

/** Is given the whole report of each evaluation on the validation corpus; the records of a run hold its main figures only. */
@FunctionalInterface
public interface ValidationListener {
    /**
     * An epoch was evaluated. Comes on the training thread, before the records of the evaluation and of the epoch.
     *
     * @param epoch its number, from 1
     * @param report the scores
     */
    void onReport(int epoch, EvaluationReport report);
}
