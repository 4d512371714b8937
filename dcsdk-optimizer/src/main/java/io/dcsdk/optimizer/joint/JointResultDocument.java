package io.dcsdk.optimizer.joint;

import io.dcsdk.design.Outcome;
import io.dcsdk.item.ItemRules;
import io.dcsdk.item.KebabName;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.plan.CertificateDocument;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Ratio;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A joint result as it is saved: with the problem that it is for, {@link JointVerifier} can check it.
 *
 * @param format always {@value #FORMAT}
 * @param status what is claimed, in lower case
 * @param plan the best design with its supply, if there is one
 * @param objective of the plan, if there is one
 * @param lowerBound no design with its supply has a smaller objective, if that is claimed
 * @param gap between the two, relative
 * @param conflict what cannot hold together, if infeasible
 * @param binding limits of the supply that the conflict rests on
 * @param rounds what happened
 * @param cuts with the prices that they follow from
 * @param proof over the master with these cuts
 */
public record JointResultDocument(
        String format,
        String status,
        Optional<JointPlanDocument> plan,
        Optional<Money> objective,
        Optional<Money> lowerBound,
        Optional<Ratio> gap,
        List<Outcome.Conflict> conflict,
        List<String> binding,
        List<JointRound> rounds,
        List<CutDocument> cuts,
        Optional<CertificateDocument> proof) {
    /** What the field {@code format} says. */
    public static final String FORMAT = "dcsdk-joint-1";

    /** Checks the components. */
    public JointResultDocument {
        ItemRules rules = rules();
        rules.required("format", format);
        if (!format.equals(FORMAT)) {
            throw rules.broken("format", format, "is not " + FORMAT, "use the version of dcsdk that wrote it.");
        }
        rules.required("status", status);
        plan = Objects.requireNonNullElse(plan, Optional.empty());
        objective = Objects.requireNonNullElse(objective, Optional.empty());
        lowerBound = Objects.requireNonNullElse(lowerBound, Optional.empty());
        gap = Objects.requireNonNullElse(gap, Optional.empty());
        conflict = rules.list("conflict", conflict);
        binding = rules.list("binding", binding);
        rounds = rules.list("rounds", rounds);
        cuts = rules.list("cuts", cuts);
        proof = Objects.requireNonNullElse(proof, Optional.empty());
    }

    private static ItemRules rules() {
        return ItemRules.of("joint result", "");
    }

    /**
     * A result as it is saved.
     *
     * @param problem the problem
     * @param result the answer
     * @return the document
     */
    public static JointResultDocument of(JointProblem problem, JointResult result) {
        return new JointResultDocument(
                FORMAT,
                KebabName.of(result.status()),
                result.plan().map(plan -> JointPlanDocument.of(problem, plan)),
                result.plan().map(JointPlan::objective),
                result.lowerBound(),
                result.gap(),
                result.conflict(),
                result.binding(),
                result.rounds(),
                result.cuts().stream().map(cut -> CutDocument.of(problem, cut)).toList(),
                result.proof()
                        .map(proof -> CertificateDocument.of(
                                proof,
                                JointMaster.of(problem, DesignFormulation.of(problem.design()), result.cuts())
                                        .program())));
    }

    /**
     * The result that was saved, not checked.
     *
     * @param problem the problem that it should be for
     * @return the claim, for {@link JointVerifier#verify}
     * @throws IllegalArgumentException if it cannot be of this problem, or a text is malformed
     */
    public JointResult read(JointProblem problem) {
        List<SupplyCut> known = cuts.stream().map(cut -> cut.read(problem)).toList();
        Optional<JointPlan> found = plan.map(saved -> saved.read(problem));
        if (!found.map(JointPlan::objective).equals(objective)) {
            throw rules().broken("objective", objective, "is not that of items and supply", "it was edited.");
        }
        return new JointResult(
                KebabName.parse(JointResult.Status.class, "status", status),
                found,
                lowerBound,
                gap,
                conflict,
                binding,
                rounds,
                known,
                proof.map(saved -> saved.read(JointMaster.of(problem, DesignFormulation.of(problem.design()), known)
                        .program())));
    }
}
