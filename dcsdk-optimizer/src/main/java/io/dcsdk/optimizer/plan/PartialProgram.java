package io.dcsdk.optimizer.plan;

import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.certificate.ProofTree;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * A problem with some of its requirements and limits only. What is asked is not what a design costs but whether there is one, or
 * how far a limit must be.
 *
 * @param program the variables of the whole program, and those of its rows that are kept
 * @param rows for each of these its index in the whole program, from 0
 */
public record PartialProgram(LinearProgram program, List<Integer> rows) {
    /** Keeps its own copy of the list. */
    public PartialProgram {
        rows = List.copyOf(rows);
    }

    /**
     * The problem with some requirements alone. The objective is 1 everywhere: around zero no bound in floating point is near
     * enough to end at the first point.
     *
     * @param whole the whole problem
     * @param requirementOfRow which requirement or limit a row belongs to, by the row's name; rows of none are always kept
     * @param requirements those to keep
     * @return the part
     */
    public static PartialProgram of(
            LinearProgram whole, Map<String, String> requirementOfRow, Set<String> requirements) {
        LinearProgram.Builder part = variables(whole);
        part.constant(Rational.ONE);
        return rows(whole, requirementOfRow, requirements, part);
    }

    /**
     * The problem with some requirements alone, as {@link #of(LinearProgram, Map, Set)}.
     *
     * @param formulation the whole problem
     * @param requirements those to keep
     * @return the part
     */
    public static PartialProgram of(DesignFormulation formulation, Set<String> requirements) {
        return of(formulation.program(), formulation.requirementOfRow(), requirements);
    }

    /**
     * The problem with some requirements alone, whose objective is what a limit is a limit of; the limit itself is left out.
     *
     * @param formulation the whole problem
     * @param requirements those to keep
     * @param limit the limit, which has one row
     * @return the part
     * @throws java.util.NoSuchElementException if no row belongs to the limit
     */
    public static PartialProgram towards(DesignFormulation formulation, Set<String> requirements, String limit) {
        return towards(formulation, requirements, limit, Rational.ZERO);
    }

    /**
     * As {@link #towards}, but counted from the limit: the objective is by how much a point is beyond it, below zero for one within, and
     * a relative gap is one of that.
     *
     * @param formulation the whole problem
     * @param requirements those to keep
     * @param limit the limit, which has one row
     * @return the part
     * @throws java.util.NoSuchElementException if no row belongs to the limit
     */
    public static PartialProgram beyond(DesignFormulation formulation, Set<String> requirements, String limit) {
        Constraint row = formulation.program().constraints().get(row(formulation, limit));
        return towards(formulation, requirements, limit, row.rightHandSide().negate());
    }

    private static PartialProgram towards(
            DesignFormulation formulation, Set<String> requirements, String limit, Rational constant) {
        LinearProgram whole = formulation.program();
        LinearProgram.Builder part = variables(whole).constant(constant);
        whole.coefficients(whole.constraints().get(row(formulation, limit))).forEach(part::cost);
        Set<String> others = new LinkedHashSet<>(requirements);
        others.remove(limit);
        return rows(whole, formulation.requirementOfRow(), others, part);
    }

    /**
     * The row of a limit that has one row.
     *
     * @param formulation the whole problem
     * @param limit the limit
     * @return the index of its first row, from 0
     * @throws java.util.NoSuchElementException if no row belongs to the limit
     */
    public static int row(DesignFormulation formulation, String limit) {
        List<Constraint> rows = formulation.program().constraints();
        return IntStream.range(0, rows.size())
                .filter(row -> formulation
                        .requirementOfRow()
                        .getOrDefault(rows.get(row).name(), "")
                        .equals(limit))
                .findFirst()
                .orElseThrow();
    }

    private static LinearProgram.Builder variables(LinearProgram whole) {
        LinearProgram.Builder part = LinearProgram.builder();
        whole.variables().forEach(part::variable);
        return part;
    }

    private static PartialProgram rows(
            LinearProgram whole,
            Map<String, String> requirementOfRow,
            Set<String> requirements,
            LinearProgram.Builder part) {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < whole.constraints().size(); row++) {
            Constraint constraint = whole.constraints().get(row);
            String owner = requirementOfRow.getOrDefault(constraint.name(), "");
            if (owner.isEmpty() || requirements.contains(owner)) {
                part.constraint(
                        constraint.name(),
                        whole.coefficients(constraint),
                        constraint.relation(),
                        constraint.rightHandSide());
                rows.add(row);
            }
        }
        return new PartialProgram(part.build(), rows);
    }

    /**
     * A proof over this part as a proof over a larger or smaller one.
     *
     * @param part a proof over this part
     * @param digest the digest of the other program, which has the same variables
     * @param rowOf where the row of an index in the whole program is there
     * @return the same proof, over the other program; not checked
     * @throws IllegalArgumentException if it has lemmas, which are rows of their own
     */
    public Certificate movedTo(Certificate part, String digest, IntUnaryOperator rowOf) {
        if (!part.lemmas().isEmpty()) {
            throw new IllegalArgumentException(
                    "Lemmas (%d) of the certificate: only proofs without lemmas can be moved to another program\nMaybe use the proof of a solver that uses none."
                            .formatted(part.lemmas().size()));
        }
        ProofTree moved = part.proof().moved(variable -> variable, row -> rowOf.applyAsInt(rows.get(row)));
        return new Certificate(digest, part.verdict(), part.point(), part.bound(), moved);
    }
}
