package io.dcsdk.optimizer.plan;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.Outcome;
import io.dcsdk.design.Plan;
import io.dcsdk.item.ItemRules;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.quantity.Ratio;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An outcome as it is saved, with all that is needed to check it without the solver.
 *
 * @param format always {@value #FORMAT}
 * @param status {@code optimal}, {@code feasible} or {@code infeasible}
 * @param allowedGap the gap that was asked for and is kept, if optimal
 * @param plan the plan, unless infeasible
 * @param problem the problem, if infeasible; otherwise the plan holds it
 * @param conflict requirements and limits that cannot hold together, if infeasible: those that the proof rests on
 * @param certificate the proof
 */
public record PlanDocument(
        String format,
        String status,
        Optional<Ratio> allowedGap,
        Optional<Plan> plan,
        Optional<DesignProblem> problem,
        List<Outcome.Conflict> conflict,
        CertificateDocument certificate) {
    /** What the field {@code format} says. */
    public static final String FORMAT = "dcsdk-plan-1";

    /** Checks the components. */
    public PlanDocument {
        ItemRules rules = ItemRules.of("plan document", "");
        rules.required("format", format);
        if (!format.equals(FORMAT)) {
            throw rules.broken("format", format, "is not " + FORMAT, "use the version of dcsdk that wrote it.");
        }
        rules.required("status", status);
        allowedGap = Objects.requireNonNullElse(allowedGap, Optional.empty());
        allowedGap.ifPresent(gap -> rules.share("allowedGap", gap));
        rules.required("plan", plan);
        rules.required("problem", problem);
        conflict = rules.list("conflict", conflict);
        rules.required("certificate", certificate);
        SavedStatus.check(rules, status, allowedGap, plan, problem, conflict, "save the plan again.");
    }

    /**
     * An outcome as it is saved.
     *
     * @param outcome the outcome
     * @param problem the problem that was solved, with its catalogue
     * @return the document; empty for {@link Outcome.OutOfTime}, which has nothing to save
     */
    public static Optional<PlanDocument> of(Outcome<Certificate> outcome, DesignProblem problem) {
        DesignFormulation formulation = DesignFormulation.of(problem);
        if (outcome instanceof Outcome.Optimal<Certificate> optimal) {
            return Optional.of(withPlan(
                    "optimal", Optional.of(optimal.allowedGap()), optimal.best(), optimal.proof(), formulation));
        }
        if (outcome instanceof Outcome.Feasible<Certificate> feasible) {
            return Optional.of(withPlan("feasible", Optional.empty(), feasible.best(), feasible.proof(), formulation));
        }
        if (outcome instanceof Outcome.Infeasible<Certificate> infeasible) {
            return Optional.of(new PlanDocument(
                    FORMAT,
                    "infeasible",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(problem),
                    infeasible.conflict(),
                    CertificateDocument.of(infeasible.proof(), formulation.program())));
        }
        return Optional.empty();
    }

    private static PlanDocument withPlan(
            String status,
            Optional<Ratio> allowedGap,
            Plan plan,
            Certificate certificate,
            DesignFormulation formulation) {
        return new PlanDocument(
                FORMAT,
                status,
                allowedGap,
                Optional.of(plan),
                Optional.empty(),
                List.of(),
                CertificateDocument.of(certificate, formulation.program()));
    }

    /**
     * The problem that was solved.
     *
     * @return the problem, with its catalogue
     */
    public DesignProblem solved() {
        return plan.map(Plan::problem).or(() -> problem).orElseThrow();
    }
}
