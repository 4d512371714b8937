package io.dcsdk.training.engine;

/**
 * Gives back now and then what the C library keeps of freed memory. Steps free and take blocks of many sizes, for batches come in many
 * widths; where a wide one finds the kept memory in pieces it takes new pages, and the old ones stay. So a process that keeps all of it
 * goes on growing, ever more slowly. Memory that the next steps take again is cleared once for so many steps, which is nothing beside them.
 */
final class IdleMemory {
    private final int steps;
    private final Runnable giveBack;
    private int taken;

    IdleMemory(int steps, Runnable giveBack) {
        this.steps = steps;
        this.giveBack = giveBack;
    }

    /** After so many steps as the process is set to; never for steps that are not taken on the processor. */
    static IdleMemory of(ComputeDevice device) {
        return new IdleMemory(device.isGpu() ? 0 : ProcessTuning.stepsToGiveBack(), ProcessTuning::giveBack);
    }

    /** To be called after each step. */
    void stepTaken() {
        taken++;
        if (taken == steps) {
            taken = 0;
            giveBack.run();
        }
    }
}
