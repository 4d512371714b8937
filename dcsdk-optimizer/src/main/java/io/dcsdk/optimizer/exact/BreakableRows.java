package io.dcsdk.optimizer.exact;

import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.RationalSum;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.linear.Term;
import java.util.List;
import java.util.stream.IntStream;

/** The rows of a program that something within bounds breaks; the others hold whatever is chosen, and need no attention. */
final class BreakableRows {
    private BreakableRows() {}

    /** Their places among the program's constraints, in order. */
    static int[] of(LinearProgram program, List<Rational> lower, List<Rational> upper) {
        return IntStream.range(0, program.constraints().size())
                .filter(i -> !alwaysHolds(program.constraints().get(i), lower, upper))
                .toArray();
    }

    private static boolean alwaysHolds(Constraint row, List<Rational> lower, List<Rational> upper) {
        Rational right = row.rightHandSide();
        return (row.relation() == Relation.GE || farthest(row, lower, upper).compareTo(right) <= 0)
                && (row.relation() == Relation.LE || farthest(row, upper, lower).compareTo(right) >= 0);
    }

    /** The greatest activity of a row within bounds, or the least if the bounds are exchanged. */
    private static Rational farthest(Constraint row, List<Rational> lower, List<Rational> upper) {
        RationalSum activity = new RationalSum();
        for (Term term : row.terms()) {
            boolean isUp = term.coefficient().signum() > 0;
            activity.addProduct(term.coefficient(), (isUp ? upper : lower).get(term.variable()));
        }
        return activity.value();
    }
}
