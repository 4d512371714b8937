package io.dcsdk.optimizer.search;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Deadline, token and interruption of the calling thread in one question, cheap enough to ask at every node. Of the time
 * until the deadline a part can be reserved for what comes after the search, which ends sooner then.
 */
final class StopSignal implements BooleanSupplier {
    private final Thread caller;
    private final LongSupplier clock;
    private final long start;
    private final long nanoseconds;
    private final BooleanSupplier cancelled;
    private volatile boolean isInterrupted;
    private volatile @Nullable Termination reason;
    private volatile long noticed;
    private volatile long reserved;
    private volatile long alsoReserved;

    private StopSignal(Thread caller, long nanoseconds, BooleanSupplier cancelled, LongSupplier clock) {
        this.caller = caller;
        this.clock = clock;
        this.start = clock.getAsLong();
        this.nanoseconds = nanoseconds;
        this.cancelled = cancelled;
    }

    static StopSignal of(SolveLimits limits) {
        return of(limits, System::nanoTime);
    }

    /** By a clock that gives nanoseconds from any time on. */
    static StopSignal of(SolveLimits limits, LongSupplier clock) {
        long nanoseconds;
        try {
            nanoseconds = limits.deadline().toNanos();
        } catch (ArithmeticException centuries) {
            nanoseconds = Long.MAX_VALUE;
        }
        return new StopSignal(Thread.currentThread(), nanoseconds, limits.cancelled(), clock);
    }

    /** The caller was interrupted while it waited; the wait cleared its flag, so it is remembered here. */
    void interrupt() {
        isInterrupted = true;
    }

    boolean wasInterrupted() {
        return isInterrupted;
    }

    double seconds() {
        return (clock.getAsLong() - start) / 1e9;
    }

    /** Nanoseconds until the deadline, below zero after it. */
    long nanosecondsLeft() {
        return nanoseconds - (clock.getAsLong() - start);
    }

    /** The same for who wants a deadline, which is never zero. */
    Duration timeLeft() {
        return Duration.ofNanos(Math.max(1, nanosecondsLeft()));
    }

    /** Nanoseconds until the search shall end, which leaves what is reserved; below zero after that. */
    long nanosecondsOfSearch() {
        return nanosecondsLeft() - reserved;
    }

    /** Nanoseconds since the start. */
    long nanosecondsSpent() {
        return clock.getAsLong() - start;
    }

    /** From now on the search shall leave so many nanoseconds of the time until the deadline. */
    void reserve(double nanosecondsForTheRest) {
        reserved = (long) nanosecondsForTheRest + alsoReserved;
    }

    /** Every reservation from now on is so much more: for what no single search knows of. */
    void alsoReserve(double nanosecondsBeside) {
        alsoReserved = (long) nanosecondsBeside;
    }

    /** Whether the search shall end: there is a reason, or no more time is left than is reserved. */
    @Override
    public boolean getAsBoolean() {
        return reason().isPresent() || isTimeReserved();
    }

    private boolean isTimeReserved() {
        return reserved > 0 && nanosecondsLeft() <= reserved;
    }

    /** Why the search shall end; a time that is reserved belongs to the deadline. */
    Optional<Termination> reasonOfSearch() {
        return reason().or(() -> isTimeReserved() ? Optional.of(Termination.DEADLINE) : Optional.empty());
    }

    /** Why to stop; once there is a reason, it stays. */
    Optional<Termination> reason() {
        if (reason == null) {
            if (isInterrupted || caller.isInterrupted() || cancelled.getAsBoolean()) {
                notice(Termination.CANCELLED);
            } else if (clock.getAsLong() - start >= nanoseconds) {
                notice(Termination.DEADLINE);
            }
        }
        return Optional.ofNullable(reason);
    }

    private synchronized void notice(Termination first) {
        if (reason == null) {
            noticed = clock.getAsLong();
            reason = first;
        }
    }

    /** Nanoseconds from the start to when a reason was first noticed, or until now. */
    long nanosecondsBefore() {
        return (reason == null ? clock.getAsLong() : noticed) - start;
    }

    /** Nanoseconds since a reason was first noticed; zero before. */
    long nanosecondsSince() {
        return reason == null ? 0 : clock.getAsLong() - noticed;
    }
}
