package io.dcsdk.training.record.progress;

import io.dcsdk.training.record.RunStart;
import io.dcsdk.training.record.StepRecord;
import java.time.Duration;

/**
 * What the bar shows. Speed is that of the last few seconds: an average whose weights fall by a factor of e with every
 * {@value #MEMORY_SECONDS} seconds of training, so that it follows changes and does not flicker.
 */
record ProgressState(
        long step,
        long totalSteps,
        int epoch,
        int epochs,
        double loss,
        double learningRate,
        double recentSentences,
        double recentSteps,
        double recentSeconds) {
    private static final double MEMORY_SECONDS = 10;

    static ProgressState of(RunStart start) {
        return new ProgressState(start.stepsDone(), start.totalSteps(), 1, start.epochs(), 0, 0, 0, 0, 0);
    }

    ProgressState after(StepRecord record) {
        double seconds = record.elapsed().toNanos() / 1e9;
        double kept = Math.exp(-seconds / MEMORY_SECONDS);
        return new ProgressState(
                record.step(),
                Math.max(totalSteps, record.step()),
                record.epoch(),
                Math.max(epochs, record.epoch()),
                record.loss(),
                record.learningRate(),
                recentSentences * kept + record.sentences(),
                recentSteps * kept + record.steps(),
                recentSeconds * kept + seconds);
    }

    double sentencesPerSecond() {
        return recentSentences / recentSeconds;
    }

    /** Time to the last step at the present speed; evaluations come on top. */
    Duration remaining() {
        double seconds = (totalSteps - step) * recentSeconds / recentSteps;
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
