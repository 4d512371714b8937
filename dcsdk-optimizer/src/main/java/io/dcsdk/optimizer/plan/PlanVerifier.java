package io.dcsdk.optimizer.plan;

import io.dcsdk.design.Outcome;
import io.dcsdk.design.Plan;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.certificate.CertificateChecker;
import io.dcsdk.optimizer.certificate.CheckResult;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.Rational;
import java.util.List;
import java.util.Optional;

/**
 * The independent checker of saved plans. It runs no solver: it states the saved problem as algebra anew, checks point
 * and proof in exact rational arithmetic, makes the plan of the point again and compares it with the saved one, figure by
 * figure.
 */
public final class PlanVerifier {
    private PlanVerifier() {}

    /**
     * Checks a document.
     *
     * @param document a saved outcome, from any source
     * @return accepted with the proven figures, or the first flaw
     */
    public static Verification verify(PlanDocument document) {
        DesignFormulation formulation;
        Certificate certificate;
        try {
            formulation = DesignFormulation.of(document.solved());
            certificate = document.certificate().read(formulation.program());
        } catch (IllegalArgumentException | ArithmeticException e) {
            // Whatever the file says, each figure may be valid by itself and all of them together impossible to plan.
            return Verification.rejected(String.valueOf(e.getMessage()));
        }
        CheckResult result = new CertificateChecker(formulation.program()).check(certificate);
        if (result instanceof CheckResult.Rejected rejected) {
            return Verification.rejected(rejected.reason());
        }
        if (!result.isAccepted()) {
            throw new IllegalStateException(
                    "check (%s) of the plan document: it did not come to its end\nMaybe this is a fault of the SDK; please report it."
                            .formatted(result));
        }
        boolean infeasible = certificate.verdict() == Certificate.Verdict.INFEASIBLE;
        if (infeasible != document.status().equals("infeasible")) {
            return Verification.rejected(
                    "status (%s) of the plan document: the certificate proves another one\nMaybe the file was edited."
                            .formatted(document.status()));
        }
        long leaves = certificate.leaves();
        if (infeasible) {
            if (!document.conflict().equals(ProvenConflict.of(formulation, certificate))) {
                return Verification.rejected(
                        "conflict (%s) of the plan document: the proof rests on others\nMaybe the file was edited."
                                .formatted(document.conflict().stream()
                                        .map(Outcome.Conflict::constraint)
                                        .distinct()
                                        .toList()));
            }
            return new Verification(
                    true,
                    "Proven infeasible: no selection of the catalogue meets the problem.",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    leaves);
        }
        return comparePlans(document, formulation, certificate, leaves);
    }

    private static Verification comparePlans(
            PlanDocument document, DesignFormulation formulation, Certificate certificate, long leaves) {
        Plan saved = document.plan().orElseThrow();
        List<Rational> point = certificate.point().orElseThrow();
        Plan again;
        try {
            again = PlanAssembly.of(formulation).plan(point, certificate.bound().orElseThrow());
        } catch (IllegalStateException | IllegalArgumentException | ArithmeticException e) {
            return Verification.rejected(String.valueOf(e.getMessage()));
        }
        if (document.allowedGap().filter(gap -> again.gap().compareTo(gap) > 0).isPresent()) {
            return Verification.rejected(
                    "status (optimal) of the plan document: the gap is %s, allowed are %s\nMaybe the file was edited."
                            .formatted(again.gap(), document.allowedGap().get()));
        }
        Optional<Verification> flaw = FigureComparison.of("the plan")
                .and("selection", saved.selection(), again.selection())
                .and("cost", saved.cost(), again.cost())
                .and("energy", saved.energy(), again.energy())
                .and("loads", saved.loads(), again.loads())
                .and("objective", saved.objective(), again.objective())
                .and("lowerBound", saved.lowerBound(), again.lowerBound())
                .and("gap", saved.gap(), again.gap())
                .and("billOfMaterials", saved.billOfMaterials(), again.billOfMaterials())
                .and("constraints", saved.constraints(), again.constraints())
                .and(
                        "provenance.inputHash",
                        saved.provenance().inputHash(),
                        again.provenance().inputHash())
                .and(
                        "provenance.modelHash",
                        saved.provenance().modelHash(),
                        again.provenance().modelHash())
                .flaw();
        if (flaw.isPresent()) {
            return flaw.get();
        }
        return new Verification(
                true,
                "The plan meets the problem, and no plan has an objective below the bound.",
                Optional.of(again.objective()),
                Optional.of(again.lowerBound()),
                Optional.of(again.gap()),
                leaves);
    }
}
