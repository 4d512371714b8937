package io.dcsdk.benchmarks.training;

import io.dcsdk.training.batch.BatchPlanner;
import io.dcsdk.training.engine.ComputeDevice;

/**
 * How the loop of an epoch goes.
 *
 * @param planner cuts the batches
 * @param ahead batches that are prepared before they are asked for; 0 for none, and no thread
 * @param readEvery steps between looks at the losses
 */
record EpochChoice(BatchPlanner planner, int ahead, int readEvery) {
    /** What the trainer does on this machine. */
    static EpochChoice usual(BatchPlanner planner) {
        return new EpochChoice(planner, 4, ComputeDevice.auto().isGpu() ? 16 : 1);
    }
}
