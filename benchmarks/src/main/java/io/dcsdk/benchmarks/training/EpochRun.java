package io.dcsdk.benchmarks.training;

/**
 * What an epoch took; its first steps, which warm up, are not counted.
 *
 * @param sentences rows trained on
 * @param tokens tokens of them
 * @param positions tokens and padding
 * @param seconds wall time
 * @param secondsInSteps of it, the time inside the session: preparing the engine's inputs, the step, its result
 * @param outsideCalls share of the time that the loop's thread was not inside the engine's call of the program, from 0 to 1
 */
record EpochRun(
        long sentences, long tokens, long positions, double seconds, double secondsInSteps, double outsideCalls) {}
