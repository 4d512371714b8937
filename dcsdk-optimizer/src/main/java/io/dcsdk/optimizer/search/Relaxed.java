package io.dcsdk.optimizer.search;

import io.dcsdk.optimizer.linear.Rational;
import java.util.List;

/** What is known about the relaxation of one box once the engine's proposal has been judged. */
sealed interface Relaxed {
    /** A point whose objective agrees with the bound that the multipliers prove. */
    record Solved(Values point, double bound, Values multipliers) implements Relaxed {}

    /** The bound is proven, but the point does not agree with it: good enough to branch on, not to close a node. */
    record Doubtful(Values point, double bound, Values multipliers) implements Relaxed {}

    /** The multipliers prove that nothing better than the cutoff is in the box; the point does not matter. */
    record Closed(double bound, Values multipliers) implements Relaxed {}

    /** The multipliers prove the box empty. */
    record Empty(Values multipliers) implements Relaxed {}

    /** The engine says that the box is empty, and its multipliers do not prove it. */
    record Unproven(Values multipliers) implements Relaxed {}

    /** Exact numbers had to decide. */
    record Exact(List<Rational> point, List<Rational> multipliers) implements Relaxed {}

    /** Exact numbers had to decide, and proved the box empty. */
    record ExactlyEmpty(List<Rational> multipliers) implements Relaxed {}

    /** The engine has no answer, or time was up before exact numbers had decided. */
    record Stopped() implements Relaxed {}

    /** An array that is handed over by agreement. */
    final class Values {
        final double[] array;

        Values(double[] array) {
            this.array = array;
        }
    }
}
