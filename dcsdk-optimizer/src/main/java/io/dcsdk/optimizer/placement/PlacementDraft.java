package io.dcsdk.optimizer.placement;

import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The program under construction, with the owner of every row that the user asked for. */
final class PlacementDraft {
    final LinearProgram.Builder builder = LinearProgram.builder();
    private final Map<String, String> requirementOfRow = new LinkedHashMap<>();

    /** A sum of variables under construction. */
    static final class Sum {
        private final Map<String, Rational> terms = new TreeMap<>();

        Sum add(String variable, Rational coefficient) {
            terms.merge(variable, coefficient, Rational::plus);
            return this;
        }

        boolean isEmpty() {
            return terms.isEmpty();
        }
    }

    /** A row that follows from how things are; it is never to blame for a conflict. */
    void physics(String name, Sum left, Relation relation, Rational right) {
        builder.constraint(name, left.terms, relation, right);
    }

    /** A row that the user asked for. */
    void requirement(String owner, String name, Sum left, Relation relation, Rational right) {
        physics(name, left, relation, right);
        requirementOfRow.put(name, owner);
    }

    Map<String, String> requirementOfRow() {
        return requirementOfRow;
    }
}
