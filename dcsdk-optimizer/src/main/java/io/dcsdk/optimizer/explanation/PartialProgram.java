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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A problem with some of its requirements and limits only, and without costs: what is asked is whether there is any point.
 * The objective is 1 everywhere.
 *
 * @param program the variables of the whole program, and those of its rows that are kept
 * @param rows for each of these its index in the whole program
 */
record PartialProgram(LinearProgram program, List<Integer> rows) {
    static PartialProgram of(DesignFormulation formulation, Set<String> requirements) {
        LinearProgram whole = formulation.program();
        LinearProgram.Builder part = LinearProgram.builder();
        whole.variables().forEach(part::variable);
        // Around zero no bound in floating point is near enough, relatively, to end the search at the first point.
        part.constant(Rational.ONE);
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

    /** A proof that this part is infeasible, as a proof over the whole program, whose digest is given. */
    Certificate inWhole(Certificate part, String digest) {
        List<ProofNode> nodes = new ArrayList<>();
        for (ProofNode node : part.proof().nodes()) {
            nodes.add(
                    node instanceof ProofNode.Infeasible leaf
                            ? new ProofNode.Infeasible(leaf.multipliers().stream()
                                    .map(multiplier -> new Multiplier(rows.get(multiplier.row()), multiplier.value()))
                                    .toList())
                            : node);
        }
        return new Certificate(digest, part.verdict(), part.point(), part.bound(), new ProofTree(nodes));
    }
}
