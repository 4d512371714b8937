package io.dcsdk.optimizer.search;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How long the proof takes to be written and checked. Now and then during the search a part of the proof of the tree as it
 * stands is tried, so that the search can end while there is time left for the whole one.
 *
 * <p>Time is taken as {@code once + leaves × each}: what was found out at the root is checked once, and a proof of one leaf
 * shows what that takes. Leaves far from the root take longer than those near it, so the part grows with the tree. Of the
 * last three trials the middle one counts, for any may meet a pause. Before the code is compiled a trial is slow: the first
 * one is repeated, and the next ones follow soon.
 */
final class ProofTime {
    private static final long TRY_EVERY = 300_000_000;
    /** Trials take at most one part in so many of the time. */
    private static final long REST = 20;

    private static final long LEAST_LEAVES = 128;
    /** A trial is of one leaf in so many. */
    private static final long SHARE = 16;

    private static final int KEPT = 3;
    /** From a sixteenth of the leaves to all of them; a large proof meets pauses, too. */
    private static final double FACTOR = 1.25;

    private final ProofTrial trial;
    private final LongSupplier clock;
    private final Deque<Double> each = new ArrayDeque<>();
    private final Deque<Double> once = new ArrayDeque<>();
    private long lastEnd;
    private long lastDuration;
    private int trials;

    /**
     * A measure.
     *
     * @param trial writes and checks parts of proofs
     * @param clock nanoseconds from any time on, as {@link System#nanoTime()}
     */
    ProofTime(ProofTrial trial, LongSupplier clock) {
        this.trial = trial;
        this.clock = clock;
    }

    /**
     * Measures on the tree as it stands, if the last measurement is old.
     *
     * @param leaves how many leaves the tree has
     * @param tightenedBound beyond this the tightenings in the tree prove nothing
     */
    void sample(SearchNode root, long leaves, double tightenedBound) {
        long start = clock.getAsLong();
        long rest = trials < KEPT ? TRY_EVERY : Math.max(TRY_EVERY, REST * lastDuration);
        if (trials > 0 && start - lastEnd < rest) {
            return;
        }
        long most = LEAST_LEAVES << Math.min(trials, 20);
        long wanted = Math.min(most, Math.max(LEAST_LEAVES, leaves / SHARE));
        if (trials == 0) {
            trial.of(root, wanted, tightenedBound);
        }
        Optional<ProofTrial.Timing> whole = trial.of(root, wanted, tightenedBound);
        Optional<ProofTrial.Timing> least = trial.of(root, 1, tightenedBound);
        if (whole.isEmpty() || least.isEmpty()) {
            return;
        }
        trials++;
        lastEnd = clock.getAsLong();
        lastDuration = lastEnd - start;
        double first = least.get().nanoseconds();
        long others = whole.get().leaves() - least.get().leaves();
        double more = others > 0
                ? Math.max(0, whole.get().nanoseconds() - first) / (double) others
                : whole.get().nanoseconds() / (double) whole.get().leaves();
        keep(once, first);
        keep(each, more);
    }

    private static void keep(Deque<Double> values, double value) {
        values.addLast(value);
        if (values.size() > KEPT) {
            values.removeFirst();
        }
    }

    /** The middle one; of two the smaller one; zero of none. */
    private static double middle(Deque<Double> values) {
        return values.isEmpty()
                ? 0
                : values.stream()
                        .sorted()
                        .skip((values.size() - 1) / 2)
                        .findFirst()
                        .orElseThrow();
    }

    /** Nanoseconds for a proof of so many leaves; zero if nothing was measured. */
    double of(long leaves) {
        return FACTOR * (middle(each) * (double) leaves + middle(once));
    }

    /** How many leaves a proof can have within a time; one if nothing was measured. */
    long leavesWithin(double nanoseconds) {
        double perLeaf = middle(each);
        return perLeaf == 0 ? 1 : Math.max(1, (long) ((nanoseconds / FACTOR - middle(once)) / perLeaf));
    }
}
