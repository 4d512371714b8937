package io.dcsdk.optimizer.sensitivity;

import io.dcsdk.design.Outcome;
import io.dcsdk.design.Plan;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.certificate.Multiplier;
import io.dcsdk.optimizer.certificate.ProofNode;
import io.dcsdk.optimizer.certificate.ProofTree;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.Rational;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The plan that the analysis starts from, with what is proven of it.
 *
 * @param plan the plan
 * @param point it in the algebra
 * @param lower no design has a smaller objective than this
 * @param upper its objective
 * @param usedByProof the requirements and limits that the proof of {@code lower} rests on: without any of the others it holds
 *     as well
 * @param isOptimal whether it is within the gap that was asked for
 */
record BasePlan(
        Plan plan, List<Rational> point, Rational lower, Rational upper, Set<String> usedByProof, boolean isOptimal) {

    static Optional<BasePlan> of(DesignFormulation formulation, Outcome<Certificate> outcome) {
        if (outcome instanceof Outcome.Optimal<Certificate> optimal) {
            return Optional.of(of(formulation, optimal.best(), optimal.proof(), true));
        }
        return outcome instanceof Outcome.Feasible<Certificate> feasible
                ? Optional.of(of(formulation, feasible.best(), feasible.proof(), false))
                : Optional.empty();
    }

    private static BasePlan of(DesignFormulation formulation, Plan plan, Certificate certificate, boolean isOptimal) {
        List<Rational> point = certificate.point().orElseThrow();
        Set<String> used = new LinkedHashSet<>();
        certificate.lemmas().forEach(lemma -> add(lemma.proof(), formulation, used));
        add(certificate.proof(), formulation, used);
        return new BasePlan(
                plan,
                point,
                certificate.bound().orElseThrow(),
                formulation.program().objective(point),
                used,
                isOptimal);
    }

    /** The requirements whose rows a proof uses; what it uses of a lemma is what the lemma's own proof does. */
    private static void add(ProofTree proof, DesignFormulation formulation, Set<String> used) {
        List<Constraint> rows = formulation.program().constraints();
        for (ProofNode node : proof.nodes()) {
            for (Multiplier multiplier : multipliers(node)) {
                if (multiplier.row() < rows.size()) {
                    String row = rows.get(multiplier.row()).name();
                    Optional.ofNullable(formulation.requirementOfRow().get(row)).ifPresent(used::add);
                }
            }
        }
    }

    private static List<Multiplier> multipliers(ProofNode node) {
        if (node instanceof ProofNode.Infeasible leaf) {
            return leaf.multipliers();
        }
        if (node instanceof ProofNode.Bounded leaf) {
            return leaf.multipliers();
        }
        return node instanceof ProofNode.Tightened tightened ? tightened.multipliers() : List.of();
    }
}
