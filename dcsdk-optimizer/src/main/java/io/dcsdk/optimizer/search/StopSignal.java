package io.dcsdk.optimizer.search;

import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Deadline, token and interruption of the calling thread in one question, cheap enough to ask at every node. */
final class StopSignal implements BooleanSupplier {
    private final Thread caller;
    private final long start;
    private final long nanoseconds;
    private final BooleanSupplier cancelled;
    private volatile boolean isInterrupted;

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

    Optional<Termination> reason() {
        if (isInterrupted || caller.isInterrupted() || cancelled.getAsBoolean()) {
            return Optional.of(Termination.CANCELLED);
        }
        return System.nanoTime() - start >= nanoseconds ? Optional.of(Termination.DEADLINE) : Optional.empty();
    }
}
