package io.dcsdk.examples;

import io.dcsdk.profile.TrainingProfile;
import io.dcsdk.profile.TrainingRates;
import io.dcsdk.training.NerModel;
import io.dcsdk.training.loop.LoopEnd;
import io.dcsdk.training.record.BestEpoch;
import java.util.Optional;

/**
 * What came of a training run, as {@code --json} prints it.
 *
 * @param status completed, early_stopped or interrupted
 * @param out the folder of the run
 * @param steps optimizer steps done, those before a resumption included
 * @param best the epoch whose model was kept
 * @param validation its scores on the development corpus; absent if the run was interrupted
 * @param test its scores on the test corpus, if there is one
 * @param rates speed, work and energy, rounded
 * @param profile what they were computed from; {@code profile.json} in the folder is the same
 */
record TrainingSummary(
        String status,
        String out,
        long steps,
        Optional<BestEpoch> best,
        Optional<Scores> validation,
        Optional<Scores> test,
        Optional<TrainingRates> rates,
        Optional<TrainingProfile> profile) {
    static TrainingSummary of(
            NerModel model, LoopEnd end, String out, Optional<Scores> validation, Optional<Scores> test) {
        return new TrainingSummary(
                end.reason().toString(),
                out,
                end.updates(),
                end.best(),
                validation,
                test,
                model.profile().map(TrainingProfile::rates),
                model.profile());
    }
}
