package io.dcsdk.optimizer.uncertainty;

import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A program without some of its variables, which are zero: a row in which nothing is left is left out where zero meets it. What
 * is feasible here is feasible there.
 *
 * @param program the smaller program
 * @param places the index of each of its variables in the whole one
 * @param rows the index of each of its constraints in the whole one
 * @param size how many variables the whole one has
 */
record NarrowedProgram(LinearProgram program, List<Integer> places, List<Integer> rows, int size) {
    NarrowedProgram {
        places = List.copyOf(places);
        rows = List.copyOf(rows);
    }

    /**
     * The program without the variables that are left out; none of these has zero outside of its bounds.
     *
     * @param isLeftOut asked with the name of a variable
     */
    static NarrowedProgram of(LinearProgram whole, Predicate<String> isLeftOut) {
        LinearProgram.Builder builder = LinearProgram.builder();
        List<Integer> places = new ArrayList<>();
        Set<String> kept = new HashSet<>();
        for (int j = 0; j < whole.variables().size(); j++) {
            Variable variable = whole.variables().get(j);
            if (!isLeftOut.test(variable.name())) {
                builder.variable(variable).cost(variable.name(), whole.costs().get(j));
                places.add(j);
                kept.add(variable.name());
            }
        }
        builder.constant(whole.constant());
        List<Integer> rows = new ArrayList<>();
        List<Rational> zero = Collections.nCopies(whole.variables().size(), Rational.ZERO);
        for (int i = 0; i < whole.constraints().size(); i++) {
            Constraint row = whole.constraints().get(i);
            Map<String, Rational> terms = new LinkedHashMap<>();
            whole.coefficients(row).forEach((name, coefficient) -> {
                if (kept.contains(name)) {
                    terms.put(name, coefficient);
                }
            });
            if (!terms.isEmpty() || row.slack(zero).signum() < 0) {
                rows.add(i);
                builder.constraint(row.name(), terms, row.relation(), row.rightHandSide());
            }
        }
        return new NarrowedProgram(
                builder.build(), places, rows, whole.variables().size());
    }

    /** A point of this program as one of the whole one. */
    List<Rational> widened(List<Rational> point) {
        List<Rational> whole = new ArrayList<>(Collections.nCopies(size, Rational.ZERO));
        for (int k = 0; k < places.size(); k++) {
            whole.set(places.get(k), point.get(k));
        }
        return whole;
    }
}
