package io.dcsdk.optimizer;

import io.dcsdk.design.Outcome.Conflict;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.certificate.Multiplier;
import io.dcsdk.optimizer.certificate.ProofNode;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Term;
import io.dcsdk.optimizer.linear.Variable;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.search.MixedIntegerSolver;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.search.Termination;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Names requirements and limits that cannot hold together: a deletion filter. Starting from all that the proof of
 * infeasibility uses, each is left out in turn; if the rest is still infeasible it stays out. What remains is a conflict
 * from which nothing can be left out, as far as the time allows to tell. Rows that say how data centres work are never
 * candidates. At most one feasibility problem for each candidate.
 */
final class ConflictFinder {
    private final LpEngine engine;
    private final DesignFormulation formulation;
    private final SolveLimits limits;

    ConflictFinder(LpEngine engine, DesignFormulation formulation, SolveLimits limits) {
        this.engine = engine;
        this.formulation = formulation;
        this.limits = limits;
    }

    List<Conflict> conflict(Certificate infeasible) {
        Set<String> kept = used(infeasible);
        long deadline = System.nanoTime() + limits.deadline().toNanos();
        for (String candidate : List.copyOf(kept)) {
            Set<String> rest = new LinkedHashSet<>(kept);
            rest.remove(candidate);
            long left = deadline - System.nanoTime();
            if (left > 0 && stillInfeasible(rest, Duration.ofNanos(left))) {
                kept = rest;
            }
        }
        return describe(kept);
    }

    /** The requirements whose rows have a multiplier somewhere in the proof: the others are not needed for it. */
    private Set<String> used(Certificate infeasible) {
        LinearProgram program = formulation.program();
        Set<String> names = new LinkedHashSet<>();
        for (ProofNode node : infeasible.proof().nodes()) {
            if (node instanceof ProofNode.Infeasible leaf) {
                for (Multiplier multiplier : leaf.multipliers()) {
                    String owner = owner(program.constraints().get(multiplier.row()));
                    if (!owner.isEmpty()) {
                        names.add(owner);
                    }
                }
            }
        }
        return names;
    }

    private String owner(Constraint constraint) {
        return formulation.requirementOfRow().getOrDefault(constraint.name(), "");
    }

    private boolean stillInfeasible(Set<String> requirements, Duration time) {
        LinearProgram whole = formulation.program();
        LinearProgram.Builder rest = LinearProgram.builder();
        whole.variables().forEach(rest::variable);
        for (Constraint constraint : whole.constraints()) {
            String owner = owner(constraint);
            if (owner.isEmpty() || requirements.contains(owner)) {
                rest.constraint(
                        constraint.name(),
                        terms(constraint, whole.variables()),
                        constraint.relation(),
                        constraint.rightHandSide());
            }
        }
        return new MixedIntegerSolver(engine)
                        .solve(rest.build(), limits.withDeadline(time).withKeepProof(false))
                        .termination()
                == Termination.INFEASIBLE;
    }

    private static Map<String, Rational> terms(Constraint constraint, List<Variable> variables) {
        Map<String, Rational> terms = new TreeMap<>();
        for (Term term : constraint.terms()) {
            terms.put(variables.get(term.variable()).name(), term.coefficient());
        }
        return terms;
    }

    private List<Conflict> describe(Set<String> kept) {
        LinearProgram program = formulation.program();
        List<Conflict> conflicts = new ArrayList<>();
        for (int row = 0; row < program.constraints().size(); row++) {
            String owner = owner(program.constraints().get(row));
            if (kept.contains(owner)) {
                conflicts.add(new Conflict(owner, program.describe(row)));
            }
        }
        return conflicts;
    }
}
