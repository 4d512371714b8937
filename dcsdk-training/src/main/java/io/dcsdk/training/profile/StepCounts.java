package io.dcsdk.training.profile;

import io.dcsdk.quantity.ComputeWork;

/** What steps were made of. */
final class StepCounts {
    private long steps;
    private long samples;
    private long tokens;
    private long paddedTokens;
    private ComputeWork work = ComputeWork.ZERO;

    void batch(long rows, long realTokens, long allTokens, ComputeWork flop) {
        samples += rows;
        tokens += realTokens;
        paddedTokens += allTokens;
        work = work.plus(flop);
    }

    void step(StepCounts batches) {
        steps++;
        batch(batches.samples, batches.tokens, batches.paddedTokens, batches.work);
    }

    long steps() {
        return steps;
    }

    long samples() {
        return samples;
    }

    long tokens() {
        return tokens;
    }

    long paddedTokens() {
        return paddedTokens;
    }

    ComputeWork work() {
        return work;
    }
}
