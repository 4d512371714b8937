package io.dcsdk.optimizer.explanation;

import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.certificate.Multiplier;
import io.dcsdk.optimizer.certificate.ProofNode;
import io.dcsdk.optimizer.certificate.ProofTree;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Term;
import io.dcsdk.optimizer.linear.Variable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * A problem with some of its requirements and limits only. What is asked is not what a design costs but whether there is one, or
 * how far a limit must be.
 *
 * @param program the variables of the whole program, and those of its rows that are kept
 * @param rows for each of these its index in the whole program
 */
record PartialProgram(LinearProgram program, List<Integer> rows) {
    /** The objective is 1 everywhere: around zero no bound in floating point is near enough to end at the first point. */
    static PartialProgram of(DesignFormulation formulation, Set<String> requirements) {
        LinearProgram.Builder part = variables(formulation);
        part.constant(Rational.ONE);
        return rows(formulation, requirements, part);
    }

    /** The objective is what a limit is a limit of; the limit itself is left out. */
    static PartialProgram towards(DesignFormulation formulation, Set<String> requirements, String limit) {
        LinearProgram whole = formulation.program();
        LinearProgram.Builder part = variables(formulation);
        terms(whole.constraints().get(row(formulation, limit)), whole.variables())
                .forEach(part::cost);
        Set<String> others = new LinkedHashSet<>(requirements);
        others.remove(limit);
        return rows(formulation, others, part);
    }

    /** The row of a limit that has one row. */
    static int row(DesignFormulation formulation, String limit) {
        List<Constraint> rows = formulation.program().constraints();
        return IntStream.range(0, rows.size())
                .filter(row -> formulation
                        .requirementOfRow()
                        .getOrDefault(rows.get(row).name(), "")
                        .equals(limit))
                .findFirst()
                .orElseThrow();
    }

    private static LinearProgram.Builder variables(DesignFormulation formulation) {
        LinearProgram.Builder part = LinearProgram.builder();
        formulation.program().variables().forEach(part::variable);
        return part;
    }

    private static PartialProgram rows(
            DesignFormulation formulation, Set<String> requirements, LinearProgram.Builder part) {
        LinearProgram whole = formulation.program();
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < whole.constraints().size(); row++) {
            Constraint constraint = whole.constraints().get(row);
            String owner = formulation.requirementOfRow().getOrDefault(constraint.name(), "");
            if (owner.isEmpty() || requirements.contains(owner)) {
                part.constraint(
                        constraint.name(),
                        terms(constraint, whole.variables()),
                        constraint.relation(),
                        constraint.rightHandSide());
                rows.add(row);
            }
        }
        return new PartialProgram(part.build(), rows);
    }

    static Map<String, Rational> terms(Constraint constraint, List<Variable> variables) {
        Map<String, Rational> terms = new TreeMap<>();
        for (Term term : constraint.terms()) {
            terms.put(variables.get(term.variable()).name(), term.coefficient());
        }
        return terms;
    }

    /**
     * A proof over this part as a proof over a larger or smaller one.
     *
     * @param rowOf where the row of an index in the whole program is there
     */
    Certificate movedTo(Certificate part, String digest, IntUnaryOperator rowOf) {
        List<ProofNode> nodes = new ArrayList<>();
        for (ProofNode node : part.proof().nodes()) {
            nodes.add(moved(node, rowOf));
        }
        return new Certificate(digest, part.verdict(), part.point(), part.bound(), new ProofTree(nodes));
    }

    private ProofNode moved(ProofNode node, IntUnaryOperator rowOf) {
        if (node instanceof ProofNode.Infeasible leaf) {
            return new ProofNode.Infeasible(moved(leaf.multipliers(), rowOf));
        }
        if (node instanceof ProofNode.Bounded leaf) {
            return new ProofNode.Bounded(moved(leaf.multipliers(), rowOf));
        }
        return node instanceof ProofNode.Tightened tightened
                ? new ProofNode.Tightened(moved(tightened.multipliers(), rowOf))
                : node;
    }

    private List<Multiplier> moved(List<Multiplier> multipliers, IntUnaryOperator rowOf) {
        return multipliers.stream()
                .map(multiplier -> new Multiplier(rowOf.applyAsInt(rows.get(multiplier.row())), multiplier.value()))
                .toList();
    }
}
