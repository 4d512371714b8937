package io.dcsdk.power;

import io.dcsdk.item.ItemRules;
import io.dcsdk.profile.TrainingProfile;
import io.dcsdk.transformer.StepTimeBreakdown;

/**
 * What an accelerator does, by share of its time. The rest of the time it idles.
 *
 * @param computing share of time in kernels
 * @param communicating share of time in collectives that computing does not hide
 */
public record DutyCycle(double computing, double communicating) {
    /** Checks that the shares are shares, and together at most 1. */
    public DutyCycle {
        PowerRules.share("duty cycle", "computing", computing);
        PowerRules.share("duty cycle", "communicating", communicating);
        if (computing + communicating > 1 + 1e-12) {
            throw ItemRules.of("duty cycle", "")
                    .broken(
                            "computing and communicating",
                            computing + communicating,
                            "are more than 1 together",
                            "communication that computing hides counts as computing.");
        }
    }

    /**
     * What the devices of a measured run did, by share of its wall time: computing while the counted steps ran, whose collectives
     * are not told apart, and nothing for the rest: start, warm-up, evaluations, checkpoints.
     *
     * @param profile what was measured
     * @return computing = time / wallTime, without communication
     */
    public static DutyCycle of(TrainingProfile profile) {
        return new DutyCycle(profile.time().dividedBy(profile.wallTime()).value(), 0);
    }

    /**
     * What a GPU of the busiest stage does in an estimated step, by share of it.
     *
     * @param step where the seconds go
     * @return exposed collectives and transfers as communication, bubble and fixed cost as idle, all else as computing
     */
    public static DutyCycle of(StepTimeBreakdown step) {
        double total = step.totalSeconds();
        double communicating = step.tensorCommunicationSeconds()
                + step.pipelineCommunicationSeconds()
                + step.dataCommunicationSeconds();
        double computing = total - communicating - step.bubbleSeconds() - step.fixedSeconds();
        return new DutyCycle(Math.max(0, computing / total), communicating / total);
    }

    /**
     * Share of time without work.
     *
     * @return 1 − computing − communicating
     */
    public double idling() {
        return Math.max(0, 1 - computing - communicating);
    }

    /**
     * Mean power.
     *
     * @param computingWatts W in kernels
     * @param communicatingWatts W in collectives
     * @param idleWatts W without work
     * @return the mean over time, W
     * @throws io.dcsdk.item.ItemException if a power is negative or above 1 MW
     */
    public double meanWatts(double computingWatts, double communicatingWatts, double idleWatts) {
        return computing * PowerRules.within("duty cycle", "computingWatts", computingWatts, 0, 1e6)
                + communicating * PowerRules.within("duty cycle", "communicatingWatts", communicatingWatts, 0, 1e6)
                + idling() * PowerRules.within("duty cycle", "idleWatts", idleWatts, 0, 1e6);
    }

    /**
     * Power of machines that do this, by how many of them do: the others idle.
     *
     * @param computingWatts W in kernels
     * @param communicatingWatts W in collectives
     * @param idleWatts W without work
     * @return the power by the share of the machines that work, at 1 the mean of the duty cycle
     * @throws io.dcsdk.item.ItemException if a power is negative or above 1 MW, or the mean is below that without work
     */
    public ServerPower power(double computingWatts, double communicatingWatts, double idleWatts) {
        return new ServerPower.Linear(idleWatts, meanWatts(computingWatts, communicatingWatts, idleWatts));
    }
}
