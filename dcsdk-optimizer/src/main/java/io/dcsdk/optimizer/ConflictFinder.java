package io.dcsdk.optimizer;

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
import io.dcsdk.optimizer.plan.ProvenConflict;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.search.MixedIntegerSolver;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.search.SolveResult;
import io.dcsdk.optimizer.search.Termination;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds a proof of infeasibility that rests on as few requirements and limits as possible: a deletion filter. Starting
 * from all that the proof at hand uses, each is left out in turn; if the rest is still infeasible, its proof takes the
 * place of the other one. What remains is a conflict from which nothing can be left out, as far as the time allows to
 * tell. Rows that say how data centres work are never candidates. At most one feasibility problem for each candidate.
 */
final class ConflictFinder {
    private final LpEngine engine;
    private final LinearProgram whole;
    private final Map<String, String> requirementOfRow;
    private final SolveLimits limits;
    private final long start;

    /**
     * A finder.
     *
     * @param limits of the whole solve
     * @param start when that began, in {@link System#nanoTime()}
     */
    ConflictFinder(LpEngine engine, DesignFormulation formulation, SolveLimits limits, long start) {
        this(engine, formulation.program(), formulation.requirementOfRow(), limits, start);
    }

    /**
     * A finder.
     *
     * @param whole what is infeasible
     * @param requirementOfRow which requirement or limit a row belongs to, by the row's name
     * @param limits of the whole solve
     * @param start when that began, in {@link System#nanoTime()}
     */
    ConflictFinder(
            LpEngine engine,
            LinearProgram whole,
            Map<String, String> requirementOfRow,
            SolveLimits limits,
            long start) {
        this.engine = engine;
        this.whole = whole;
        this.requirementOfRow = requirementOfRow;
        this.limits = limits;
        this.start = start;
    }

    Certificate shortest(Certificate infeasible) {
        Certificate proof = infeasible;
        Set<String> kept = ProvenConflict.requirements(whole, requirementOfRow, proof);
        for (String candidate : List.copyOf(kept)) {
            if (!kept.contains(candidate)) {
                continue;
            }
            Set<String> rest = new LinkedHashSet<>(kept);
            rest.remove(candidate);
            Optional<Certificate> shorter = proofFrom(rest);
            if (shorter.isPresent()) {
                proof = shorter.get();
                kept = ProvenConflict.requirements(whole, requirementOfRow, proof);
            }
        }
        return proof;
    }

    /** A proof that the problem is infeasible with these requirements alone, if they are and the time suffices. */
    private Optional<Certificate> proofFrom(Set<String> requirements) {
        long left = limits.deadline().toNanos() - (System.nanoTime() - start);
        if (left <= 0 || limits.cancelled().getAsBoolean()) {
            return Optional.empty();
        }
        LinearProgram.Builder rest = LinearProgram.builder();
        List<Integer> rows = new ArrayList<>();
        whole.variables().forEach(rest::variable);
        for (int row = 0; row < whole.constraints().size(); row++) {
            Constraint constraint = whole.constraints().get(row);
            String owner = requirementOfRow.getOrDefault(constraint.name(), "");
            if (owner.isEmpty() || requirements.contains(owner)) {
                Map<String, Rational> terms = terms(constraint, whole.variables());
                rest.constraint(constraint.name(), terms, constraint.relation(), constraint.rightHandSide());
                rows.add(row);
            }
        }
        LinearProgram program = rest.build();
        SolveLimits remaining = limits.withDeadline(Duration.ofNanos(left)).withKeepProof(true);
        SolveResult result = new MixedIntegerSolver(engine).solve(program, remaining);
        return result.termination() == Termination.INFEASIBLE
                ? result.certificate(program).map(certificate -> inWhole(certificate, rows))
                : Optional.empty();
    }

    private static Map<String, Rational> terms(Constraint constraint, List<Variable> variables) {
        Map<String, Rational> terms = new TreeMap<>();
        for (Term term : constraint.terms()) {
            terms.put(variables.get(term.variable()).name(), term.coefficient());
        }
        return terms;
    }

    /** The same proof over the whole program: the variables are the same, row k of the part is row {@code rows[k]}. */
    private Certificate inWhole(Certificate part, List<Integer> rows) {
        List<ProofNode> nodes = new ArrayList<>();
        for (ProofNode node : part.proof().nodes()) {
            nodes.add(
                    node instanceof ProofNode.Infeasible leaf
                            ? new ProofNode.Infeasible(leaf.multipliers().stream()
                                    .map(multiplier -> new Multiplier(rows.get(multiplier.row()), multiplier.value()))
                                    .toList())
                            : node);
        }
        return new Certificate(whole.digest(), part.verdict(), part.point(), part.bound(), new ProofTree(nodes));
    }
}
