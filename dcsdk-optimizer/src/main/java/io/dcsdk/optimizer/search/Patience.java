package io.dcsdk.optimizer.search;

import java.time.Duration;

/**
 * How long a proof may take once an answer is due: after the deadline, or after the caller's token or an interruption asked
 * for the end. Who waits gets a shorter proof, with a smaller bound, rather than a late one.
 *
 * <p>It is spent at most twice: once on the check that is under way, if that looks as if it would end in time, and once on a
 * proof that was shortened to fit.
 *
 * @param share of the time spent until then, from 0 to 1
 * @param least for short times, not negative
 */
public record Patience(double share, Duration least) {
    private static final double SHARE = 0.03;
    private static final Duration LEAST = Duration.ofMillis(100);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public Patience {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("Share (" + share
                    + ") of the patience: it is not from 0 to 1\nMaybe it is in percent: 4 % is 0.04.");
        }
        if (least.isNegative()) {
            throw new IllegalArgumentException(
                    "Least (" + least + ") of the patience: it is negative\nMaybe use Duration.ZERO.");
        }
    }

    /**
     * 3 % of the time spent, at least 100 ms: with all that is still to be done, an answer comes within 10 %.
     *
     * @return what is used unless said otherwise
     */
    public static Patience standard() {
        return new Patience(SHARE, LEAST);
    }

    double nanosecondsAfter(double nanosecondsSpent) {
        return Math.max((double) least.toNanos(), share * nanosecondsSpent);
    }
}
