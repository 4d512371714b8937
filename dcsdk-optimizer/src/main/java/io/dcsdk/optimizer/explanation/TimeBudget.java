package io.dcsdk.optimizer.explanation;

import io.dcsdk.optimizer.search.SolveLimits;
import java.time.Duration;

/** What is left of the time of a piece of work, and how it is shared out. */
public final class TimeBudget {
    private static final Duration LEAST = Duration.ofMillis(1);

    private final SolveLimits limits;
    private final long end;

    private TimeBudget(SolveLimits limits, long end) {
        this.limits = limits;
        this.end = end;
    }

    /**
     * Starts now.
     *
     * @param limits the time of the whole work, its cancellation, gap and threads
     * @return a budget
     */
    public static TimeBudget of(SolveLimits limits) {
        long nanoseconds;
        try {
            nanoseconds = limits.deadline().toNanos();
        } catch (ArithmeticException centuries) {
            nanoseconds = Long.MAX_VALUE / 2;
        }
        return new TimeBudget(limits, System.nanoTime() + Math.min(nanoseconds, Long.MAX_VALUE / 2));
    }

    /**
     * A part of it, from now on.
     *
     * @param share 0 to 1, for all that is left
     * @return a budget
     */
    public TimeBudget part(double share) {
        return new TimeBudget(limits, System.nanoTime() + (long) (share * (double) Math.max(0, left())));
    }

    private long left() {
        return end - System.nanoTime();
    }

    /**
     * How much is left.
     *
     * @return nanoseconds, 0 once the work shall end
     */
    public long nanosecondsLeft() {
        return isOver() ? 0 : left();
    }

    /**
     * Whether the work shall end.
     *
     * @return true if the time is up, the work was cancelled or its thread interrupted
     */
    public boolean isOver() {
        return left() <= 0
                || limits.cancelled().getAsBoolean()
                || Thread.currentThread().isInterrupted();
    }

    /**
     * Limits of one solve.
     *
     * @param more how many others wait for the same time
     * @return the limits, with a share of what is left as the deadline
     */
    public SolveLimits limits(int more) {
        Duration share = Duration.ofNanos(Math.max(0, left()) / (1 + Math.max(0, more)));
        return limits.withDeadline(share.compareTo(LEAST) < 0 ? LEAST : share).withKeepProof(true);
    }
}
