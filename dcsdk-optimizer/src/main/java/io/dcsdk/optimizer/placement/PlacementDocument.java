package io.dcsdk.optimizer.placement;

import io.dcsdk.design.Outcome;
import io.dcsdk.item.ItemRules;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.plan.CertificateDocument;
import io.dcsdk.optimizer.plan.SavedStatus;
import io.dcsdk.placement.Placement;
import io.dcsdk.placement.PlacementOutcome;
import io.dcsdk.placement.PlacementProblem;
import io.dcsdk.quantity.Ratio;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The outcome of a placement problem as it is saved, with all that is needed to check it without the solver.
 *
 * @param format always {@value #FORMAT}
 * @param status {@code optimal}, {@code feasible} or {@code infeasible}
 * @param allowedGap the gap that was asked for and is kept, if optimal
 * @param placement the placement, unless infeasible
 * @param problem the problem, if infeasible; otherwise the placement holds it
 * @param conflict requirements, limits and rules that cannot hold together, if infeasible: {@link PlacementConflict} of the proof
 * @param certificate the proof; that of infeasibility is for {@link PlacementFormulation#withRules} if its digest is that one's
 */
public record PlacementDocument(
        String format,
        String status,
        Optional<Ratio> allowedGap,
        Optional<Placement> placement,
        Optional<PlacementProblem> problem,
        List<Outcome.Conflict> conflict,
        CertificateDocument certificate) {
    /** What the field {@code format} says. */
    public static final String FORMAT = "dcsdk-placement-1";

    /** Checks the components. */
    public PlacementDocument {
        ItemRules rules = ItemRules.of("placement document", "");
        rules.required("format", format);
        if (!format.equals(FORMAT)) {
            throw rules.broken("format", format, "is not " + FORMAT, "use the version of dcsdk that wrote it.");
        }
        rules.required("status", status);
        allowedGap = Objects.requireNonNullElse(allowedGap, Optional.empty());
        allowedGap.ifPresent(gap -> rules.share("allowedGap", gap));
        placement = Objects.requireNonNullElse(placement, Optional.empty());
        problem = Objects.requireNonNullElse(problem, Optional.empty());
        conflict = rules.list("conflict", conflict);
        rules.required("certificate", certificate);
        SavedStatus.check(rules, status, allowedGap, placement, problem, conflict, "save the placement again.");
    }

    /**
     * An outcome as it is saved.
     *
     * @param outcome the outcome
     * @param problem the problem that was solved, with its catalogue
     * @return the document; empty for {@link PlacementOutcome.OutOfTime}, which has nothing to save
     */
    public static Optional<PlacementDocument> of(PlacementOutcome<Certificate> outcome, PlacementProblem problem) {
        if (outcome instanceof PlacementOutcome.Optimal<Certificate> optimal) {
            return Optional.of(
                    placed("optimal", Optional.of(optimal.allowedGap()), optimal.best(), optimal.proof(), problem));
        }
        if (outcome instanceof PlacementOutcome.Feasible<Certificate> feasible) {
            return Optional.of(placed("feasible", Optional.empty(), feasible.best(), feasible.proof(), problem));
        }
        if (outcome instanceof PlacementOutcome.Infeasible<Certificate> infeasible) {
            return Optional.of(new PlacementDocument(
                    FORMAT,
                    "infeasible",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(problem),
                    infeasible.conflict(),
                    CertificateDocument.of(
                            infeasible.proof(),
                            proven(problem, infeasible.proof().digest()).program())));
        }
        return Optional.empty();
    }

    private static PlacementDocument placed(
            String status,
            Optional<Ratio> allowedGap,
            Placement placement,
            Certificate certificate,
            PlacementProblem problem) {
        return new PlacementDocument(
                FORMAT,
                status,
                allowedGap,
                Optional.of(placement),
                Optional.empty(),
                List.of(),
                CertificateDocument.of(
                        certificate, PlacementFormulation.of(problem).program()));
    }

    /** The algebra that a proof of infeasibility is for. */
    static PlacementFormulation proven(PlacementProblem problem, String digest) {
        PlacementFormulation stated = PlacementFormulation.withRules(problem);
        return stated.program().digest().equals(digest) ? stated : PlacementFormulation.of(problem);
    }

    /**
     * The problem that was solved.
     *
     * @return the problem, with its catalogue
     */
    public PlacementProblem solved() {
        return placement.map(Placement::problem).or(() -> problem).orElseThrow();
    }
}
