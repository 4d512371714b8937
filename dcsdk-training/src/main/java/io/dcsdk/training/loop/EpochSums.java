package io.dcsdk.training.loop;

/**
 * Sums over the steps of an epoch.
 *
 * @param steps how many steps
 * @param loss the sum of their losses
 * @param sentences rows of their batches
 * @param tokens tokens of those rows, without padding
 * @param positions tokens that were computed, padding included
 * @param nanoseconds the time that they took
 */
public record EpochSums(int steps, double loss, long sentences, long tokens, long positions, long nanoseconds) {
    static final EpochSums NONE = new EpochSums(0, 0, 0, 0, 0, 0);

    EpochSums plus(EpochSums more) {
        return new EpochSums(
                steps + more.steps,
                loss + more.loss,
                sentences + more.sentences,
                tokens + more.tokens,
                positions + more.positions,
                nanoseconds + more.nanoseconds);
    }
}
