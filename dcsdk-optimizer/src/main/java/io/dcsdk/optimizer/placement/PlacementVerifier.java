package io.dcsdk.optimizer.placement;

import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.certificate.CertificateChecker;
import io.dcsdk.optimizer.certificate.CheckResult;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.plan.FigureComparison;
import io.dcsdk.optimizer.plan.Verification;
import io.dcsdk.placement.Placement;
import io.dcsdk.placement.PlacementProblem;
import java.util.List;
import java.util.Optional;

/**
 * The independent checker of saved placements. It runs no solver: it states the saved problem as algebra anew, checks point and
 * proof in exact rational arithmetic, makes the placement of the point again and compares it with the saved one.
 */
public final class PlacementVerifier {
    private PlacementVerifier() {}

    /**
     * Checks a document.
     *
     * @param document a saved outcome, from any source
     * @return accepted with the proven figures, or the first flaw
     */
    public static Verification verify(PlacementDocument document) {
        boolean isInfeasible = document.status().equals("infeasible");
        PlacementFormulation formulation;
        Certificate certificate;
        try {
            PlacementProblem problem = document.solved();
            formulation = isInfeasible
                    ? PlacementDocument.proven(problem, document.certificate().digest())
                    : PlacementFormulation.of(problem);
            certificate = document.certificate().read(formulation.program());
        } catch (IllegalArgumentException | ArithmeticException e) {
            // Whatever the file says, each figure may be valid by itself and all of them together impossible to plan.
            return Verification.rejected(String.valueOf(e.getMessage()));
        }
        CheckResult result = new CertificateChecker(formulation.program()).check(certificate);
        if (result instanceof CheckResult.Rejected rejected) {
            return Verification.rejected(rejected.reason());
        }
        if ((certificate.verdict() == Certificate.Verdict.INFEASIBLE) != isInfeasible) {
            return rejected("status", document.status(), "the certificate proves another one");
        }
        long leaves = certificate.leaves();
        if (!isInfeasible) {
            return compare(document, formulation, certificate, leaves);
        }
        if (!document.conflict().equals(PlacementConflict.of(formulation, certificate))) {
            return rejected("conflict", "as saved", "the proof rests on others");
        }
        return new Verification(
                true,
                "Proven infeasible: no placement meets the problem.",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                leaves);
    }

    private static Verification compare(
            PlacementDocument document, PlacementFormulation formulation, Certificate certificate, long leaves) {
        Placement saved = document.placement().orElseThrow();
        List<Rational> point = certificate.point().orElseThrow();
        Placement again;
        try {
            again = PlacementAssembly.of(formulation)
                    .placement(point, certificate.bound().orElseThrow());
        } catch (IllegalStateException | IllegalArgumentException | ArithmeticException e) {
            return Verification.rejected(String.valueOf(e.getMessage()));
        }
        if (document.allowedGap().filter(gap -> again.gap().compareTo(gap) > 0).isPresent()) {
            return rejected("status", "optimal", "the gap is " + again.gap());
        }
        Optional<Verification> flaw = FigureComparison.of("the placement document")
                .and("locations", saved.locations(), again.locations())
                .and("workloads", saved.workloads(), again.workloads())
                .and("cost", saved.cost(), again.cost())
                .and("energy", saved.energy(), again.energy())
                .and("carbon", saved.carbon(), again.carbon())
                .and("objective", saved.objective(), again.objective())
                .and("lowerBound", saved.lowerBound(), again.lowerBound())
                .and("gap", saved.gap(), again.gap())
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
                "The placement meets the problem, and no placement has an objective below the bound.",
                Optional.of(again.objective()),
                Optional.of(again.lowerBound()),
                Optional.of(again.gap()),
                leaves);
    }

    private static Verification rejected(String subject, String value, String rule) {
        return Verification.rejected(
                "%s (%s) of the placement document: %s\nMaybe the file was edited after it was saved."
                        .formatted(subject, value, rule));
    }
}
