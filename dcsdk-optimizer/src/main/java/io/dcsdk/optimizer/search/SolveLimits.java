package io.dcsdk.optimizer.search;

import io.dcsdk.optimizer.linear.Rational;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * How long and how far to search. Start from {@link #defaults()} and change what differs.
 *
 * <p>Only the deadline and a cancellation can make two runs of the same problem differ. A solver that {@link
 * MixedIntegerSolver#withLemmas() may use lemmas} looks for them, and for better points with them, during two fifths of the time at most, and the small programs that an
 * expansion begins with have shares of the time, too: where a machine is too slow for these, or has too few threads, a run differs
 * that ends before its deadline.
 *
 * @param deadline the wall-clock time to spend, positive; with a proof, the search ends early enough to write and check it
 * @param relativeGap the search is done when {@code objective - bound <= relativeGap * |objective|}; from 0 (proven
 *     best) to below 1
 * @param threads how many threads to use, from 1; as long as no share of the time runs out, the result does not depend on it
 * @param nodes how many nodes to look at, at least 1; the result is reproducible under this limit. It is checked between
 *     batches of nodes, so a few hundred more may be looked at; those of searches for lemmas and for points from them count, what is
 *     looked at for points before a tree does not
 * @param keepProof whether to return the proof tree, which takes memory for every node
 * @param cancelled asked often, from several threads; when it says true the search ends with what it has, and a proof that
 *     would take long to check is cut short, at the price of a smaller bound
 */
public record SolveLimits(
        Duration deadline,
        Rational relativeGap,
        int threads,
        long nodes,
        boolean keepProof,
        BooleanSupplier cancelled) {
    private static final Rational DEFAULT_GAP = Rational.of(1, 10_000);
    private static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(60);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a limit is out of its range
     */
    public SolveLimits {
        if (deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("Deadline (" + deadline
                    + ") of the solve limits: it is not positive\nMaybe use Duration.ofSeconds(60).");
        }
        if (relativeGap.signum() < 0 || relativeGap.compareTo(Rational.ONE) >= 0) {
            throw new IllegalArgumentException("Relative gap (" + relativeGap.toDecimalString()
                    + ") of the solve limits: it is not from 0 to below 1\nMaybe it is in percent: 0.01 % is 0.0001.");
        }
        if (threads < 1) {
            throw new IllegalArgumentException("Threads (" + threads
                    + ") of the solve limits: fewer than one\nMaybe use Runtime.getRuntime().availableProcessors().");
        }
        if (nodes < 1) {
            throw new IllegalArgumentException("Nodes (" + nodes
                    + ") of the solve limits: fewer than one\nMaybe use Long.MAX_VALUE for no limit.");
        }
    }

    /**
     * One minute, a gap of 0.0001, one thread, any number of nodes, with the proof, never cancelled.
     *
     * @return the defaults
     */
    public static SolveLimits defaults() {
        return new SolveLimits(DEFAULT_DEADLINE, DEFAULT_GAP, 1, Long.MAX_VALUE, true, () -> false);
    }

    /**
     * The same limits with another deadline.
     *
     * @param value the wall-clock time to spend
     * @return changed limits
     */
    public SolveLimits withDeadline(Duration value) {
        return new SolveLimits(value, relativeGap, threads, nodes, keepProof, cancelled);
    }

    /**
     * The same limits with another gap.
     *
     * @param value the relative gap
     * @return changed limits
     */
    public SolveLimits withRelativeGap(Rational value) {
        return new SolveLimits(deadline, value, threads, nodes, keepProof, cancelled);
    }

    /**
     * The same limits with another number of threads.
     *
     * @param value how many threads
     * @return changed limits
     */
    public SolveLimits withThreads(int value) {
        return new SolveLimits(deadline, relativeGap, value, nodes, keepProof, cancelled);
    }

    /**
     * The same limits with another number of nodes.
     *
     * @param value how many nodes
     * @return changed limits
     */
    public SolveLimits withNodes(long value) {
        return new SolveLimits(deadline, relativeGap, threads, value, keepProof, cancelled);
    }

    /**
     * The same limits with or without the proof tree.
     *
     * @param value whether to return it
     * @return changed limits
     */
    public SolveLimits withKeepProof(boolean value) {
        return new SolveLimits(deadline, relativeGap, threads, nodes, value, cancelled);
    }

    /**
     * The same limits with a cancellation token.
     *
     * @param value says true when the search shall end
     * @return changed limits
     */
    public SolveLimits withCancellation(BooleanSupplier value) {
        return new SolveLimits(deadline, relativeGap, threads, nodes, keepProof, value);
    }
}
