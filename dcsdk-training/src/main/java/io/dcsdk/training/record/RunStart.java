package io.dcsdk.training.record;

import io.dcsdk.quantity.Precision;
import java.util.Map;

/**
 * What a run sets out to do.
 *
 * @param resumed whether it goes on from a checkpoint of an earlier process; even at step 0, if that one got no further
 * @param stepsDone the optimizer steps that are done, from 0, at most {@code totalSteps}; 0 unless resumed
 * @param totalSteps the optimizer steps of the whole run, from 0; fewer are done when it stops early
 * @param epochs the passes over the training set, from 1
 * @param parameters the trained numbers, from 1
 * @param device what is trained on, not blank, for instance {@code cpu} or {@code cuda:0}
 * @param precision what is computed in
 * @param seed the seed of shuffling and dropout
 * @param configuration everything else that describes the run, in words; names not blank, sorted
 */
public record RunStart(
        boolean resumed,
        long stepsDone,
        long totalSteps,
        int epochs,
        long parameters,
        String device,
        Precision precision,
        long seed,
        Map<String, String> configuration) {
    private static final Rules RULES = new Rules("the run's start", "the run was set up by hand.");

    /**
     * Checks the values.
     *
     * @throws RecordException if one is out of range, or a fresh run has steps done
     */
    public RunStart {
        RULES.atLeast(0, stepsDone, "stepsDone");
        RULES.atLeast(0, totalSteps, "totalSteps");
        RULES.require(stepsDone <= totalSteps, "stepsDone", stepsDone, "must be at most totalSteps, " + totalSteps);
        RULES.require(resumed || stepsDone == 0, "stepsDone", stepsDone, "must be 0 in a run that is not resumed");
        RULES.atLeast(1, epochs, "epochs");
        RULES.atLeast(1, parameters, "parameters");
        RULES.named(device, "device");
        configuration = RULES.named(configuration, "configuration");
    }

    /**
     * A run from its first step.
     *
     * @param totalSteps the optimizer steps of the whole run, from 0
     * @param epochs the passes over the training set, from 1
     * @param parameters the trained numbers, from 1
     * @param device what is trained on, not blank
     * @param precision what is computed in
     * @param seed the seed of shuffling and dropout
     * @param configuration everything else that describes the run
     * @return the start
     * @throws RecordException if a value is out of range
     */
    public static RunStart fresh(
            long totalSteps,
            int epochs,
            long parameters,
            String device,
            Precision precision,
            long seed,
            Map<String, String> configuration) {
        return new RunStart(false, 0, totalSteps, epochs, parameters, device, precision, seed, configuration);
    }

    /**
     * The same run, resumed from a checkpoint.
     *
     * @param done the optimizer steps that the checkpoint holds, from 0
     * @return the start
     * @throws RecordException if these are more than the run has
     */
    public RunStart resumedAfter(long done) {
        return new RunStart(true, done, totalSteps, epochs, parameters, device, precision, seed, configuration);
    }
}
