package io.dcsdk.optimizer.programs;

import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A linear program as its file states it: to be minimised, every number exact, bounds that may be missing.
 *
 * @param columns by name, in the order of the file
 * @param rows by name, in the order of the file, without free ones
 * @param constant of the objective
 */
record MpsProgram(Map<String, Column> columns, Map<String, Row> rows, Rational constant) {
    /** A variable; integrality is not kept. */
    record Column(Optional<Rational> lower, Optional<Rational> upper, Rational cost) {}

    /** A row; a range makes it two constraints. */
    record Row(Relation relation, Rational rightHandSide, Optional<Rational> rangeTo, Map<String, Rational> terms) {}

    /** The program within a box: where a bound is missing, one stands that is {@code size} beyond zero and the other bound. */
    LinearProgram within(Rational size) {
        LinearProgram.Builder builder = LinearProgram.builder();
        columns.forEach((name, column) -> builder.continuous(
                name,
                column.lower()
                        .orElse(column.upper()
                                .orElse(Rational.ZERO)
                                .min(Rational.ZERO)
                                .minus(size)),
                column.upper()
                        .orElse(column.lower()
                                .orElse(Rational.ZERO)
                                .max(Rational.ZERO)
                                .plus(size)),
                column.cost()));
        rows.forEach((name, row) -> {
            Map<String, Rational> terms = new LinkedHashMap<>(row.terms());
            Relation relation = row.rangeTo().isPresent() ? Relation.GE : row.relation();
            builder.constraint(name, terms, relation, row.rightHandSide());
            row.rangeTo().ifPresent(top -> builder.constraint(name + " range", terms, Relation.LE, top));
        });
        return builder.constant(constant).build();
    }
}
