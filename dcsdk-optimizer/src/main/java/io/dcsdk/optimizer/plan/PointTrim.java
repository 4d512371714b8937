package io.dcsdk.optimizer.plan;

import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.linear.Term;
import io.dcsdk.optimizer.linear.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * Lowers every variable of a feasible point as far as all else being equal allows, whole numbers by whole steps, in the
 * order of the variables. A solver stops within a gap, and what costs nothing (a rack without a price) it leaves anywhere; a plan
 * should name what is needed. The objective never rises, since variables with a negative cost are left alone.
 *
 * <p>Complexity: one pass over the non-zeros. Exact.
 */
public final class PointTrim {
    private PointTrim() {}

    /**
     * The trimmed point.
     *
     * @param program the program
     * @param feasible a feasible point of it
     * @return a feasible point
     */
    public static List<Rational> trim(LinearProgram program, List<Rational> feasible) {
        List<Rational> point = new ArrayList<>(feasible);
        List<Rational> slacks = new ArrayList<>();
        List<List<Entry>> columns = new ArrayList<>();
        program.variables().forEach(variable -> columns.add(new ArrayList<>()));
        for (int row = 0; row < program.constraints().size(); row++) {
            Constraint constraint = program.constraints().get(row);
            slacks.add(constraint.slack(feasible));
            for (Term term : constraint.terms()) {
                columns.get(term.variable())
                        .add(new Entry(row, lossPerUnit(constraint.relation(), term.coefficient())));
            }
        }
        for (int j = 0; j < point.size(); j++) {
            Variable variable = program.variables().get(j);
            if (program.costs().get(j).signum() >= 0) {
                Rational most = point.get(j).minus(variable.lower());
                Rational down = room(columns.get(j), slacks, most, variable.integer());
                point.set(j, point.get(j).minus(down));
                for (Entry entry : columns.get(j)) {
                    slacks.set(entry.row, slacks.get(entry.row).minus(entry.loss.times(down)));
                }
            }
        }
        return point;
    }

    /** How much slack a row loses when the variable falls by one. Any change breaks an equality that holds. */
    private record Entry(int row, Rational loss) {}

    private static Rational lossPerUnit(Relation relation, Rational coefficient) {
        return switch (relation) {
            case GE -> coefficient;
            case LE -> coefficient.negate();
            case EQ -> coefficient.abs();
        };
    }

    private static Rational room(List<Entry> column, List<Rational> slacks, Rational most, boolean whole) {
        Rational down = most;
        for (Entry entry : column) {
            if (entry.loss.signum() > 0) {
                Rational allowed = slacks.get(entry.row).dividedBy(entry.loss);
                down = down.min(whole ? Rational.of(allowed.floor()) : allowed);
            }
        }
        return down.max(Rational.ZERO);
    }
}
