package io.dcsdk.optimizer.search;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Deadline, token and interruption of the calling thread in one question, cheap enough to ask at every node. */
final class StopSignal implements BooleanSupplier {
    private final Thread caller;
    private final long start;
    private final long nanoseconds;
    private final BooleanSupplier cancelled;
    private volatile boolean isInterrupted;
    private volatile @Nullable Termination reason;
    private volatile long noticed;

    private StopSignal(Thread caller, long nanoseconds, BooleanSupplier cancelled) {
        this.caller = caller;
        this.start = System.nanoTime();
        this.nanoseconds = nanoseconds;
        this.cancelled = cancelled;
    }

    static StopSignal of(SolveLimits limits) {
        long nanoseconds;
        try {
            nanoseconds = limits.deadline().toNanos();
        } catch (ArithmeticException centuries) {
            nanoseconds = Long.MAX_VALUE;
        }
        return new StopSignal(Thread.currentThread(), nanoseconds, limits.cancelled());
    }

    /** The caller was interrupted while it waited; the wait cleared its flag, so it is remembered here. */
    void interrupt() {
        isInterrupted = true;
    }

    boolean wasInterrupted() {
        return isInterrupted;
    }

    double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    /** Nanoseconds until the deadline, below zero after it. */
    long nanosecondsLeft() {
        return nanoseconds - (System.nanoTime() - start);
    }

    @Override
    public boolean getAsBoolean() {
        return reason().isPresent();
    }

    /** Why to stop; once there is a reason, it stays. */
    Optional<Termination> reason() {
        if (reason == null) {
            if (isInterrupted || caller.isInterrupted() || cancelled.getAsBoolean()) {
                notice(Termination.CANCELLED);
            } else if (System.nanoTime() - start >= nanoseconds) {
                notice(Termination.DEADLINE);
            }
        }
        return Optional.ofNullable(reason);
    }

    private synchronized void notice(Termination first) {
        if (reason == null) {
            noticed = System.nanoTime();
            reason = first;
        }
    }

    /** Nanoseconds from the start to when a reason was first noticed, or until now. */
    long nanosecondsBefore() {
        return (reason == null ? System.nanoTime() : noticed) - start;
    }

    /** Nanoseconds since a reason was first noticed; zero before. */
    long nanosecondsSince() {
        return reason == null ? 0 : System.nanoTime() - noticed;
    }
}
