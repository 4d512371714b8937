package io.dcsdk.training.schedule;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The learning rate of every step of a run. With n steps of which w are warm-up, step i (from 0) has
 *
 * <pre>
 * peak × i / w                          while i is below w
 * peak                                  then, if constant
 * peak × (n − i) / (n − w)              then, if linear
 * peak × (1 + cos(π (i − w) / (n − w))) / 2   then, if cosine
 * </pre>
 *
 * as in the schedules that BERT fine-tuning is usually given: the first step of a warm-up has rate 0.
 *
 * @param decay what happens after warm-up
 * @param peak the highest rate, above 0 and at most 1
 * @param warmupSteps w, from 0 to {@code totalSteps}
 * @param totalSteps n, at least 1
 */
public record LearningRate(Decay decay, double peak, long warmupSteps, long totalSteps) {
    /**
     * Checks the ranges.
     *
     * @throws ScheduleException if a figure is out of its range
     */
    public LearningRate {
        if (!(peak > 0 && peak <= 1)) {
            throw new ScheduleException("learning rate (" + peak
                    + ") of the schedule: it is not above 0 and at most 1\nMaybe use 2e-5 for fine-tuning.");
        }
        if (totalSteps < 1) {
            throw new ScheduleException(
                    "steps (" + totalSteps + ") of the schedule: there is none\nMaybe train for at least one epoch.");
        }
        if (warmupSteps < 0 || warmupSteps > totalSteps) {
            throw new ScheduleException("warm-up (" + warmupSteps + " steps) of the schedule: it is not from 0 to "
                    + totalSteps + "\nMaybe give it as a share of the run.");
        }
    }

    /**
     * A schedule whose warm-up is a share of the run.
     *
     * @param decay what happens after warm-up
     * @param peak the highest rate, above 0 and at most 1
     * @param warmupShare share of the steps, from 0 to 1; steps are rounded up
     * @param totalSteps steps of the run, at least 1
     * @return the schedule
     * @throws ScheduleException if a figure is out of its range
     */
    public static LearningRate warmedUp(Decay decay, double peak, double warmupShare, long totalSteps) {
        if (!(warmupShare >= 0 && warmupShare <= 1)) {
            throw new ScheduleException(
                    "warm-up (" + warmupShare + ") of the schedule: it is no share from 0 to 1\nMaybe use 0.1.");
        }
        // In decimals as written: 0.28 of 25 steps is 7, where the binary product is a little more and would give 8.
        long warmup = BigDecimal.valueOf(warmupShare)
                .multiply(BigDecimal.valueOf(totalSteps))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
        return new LearningRate(decay, peak, warmup, totalSteps);
    }

    /**
     * The rate of a step.
     *
     * @param step the step, from 0; from {@code totalSteps} on the rate stays where it ended
     * @return a rate from 0 to {@code peak}
     */
    public double at(long step) {
        if (step < warmupSteps) {
            return peak * step / warmupSteps;
        }
        long falling = totalSteps - warmupSteps;
        double progress = falling == 0 ? 1 : Math.min(1.0, (double) (step - warmupSteps) / falling);
        return switch (decay) {
            case CONSTANT -> peak;
            case LINEAR -> peak * (1 - progress);
            case COSINE -> peak * (1 + Math.cos(Math.PI * progress)) / 2;
        };
    }
}
