package io.dcsdk.optimizer.report;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.Outcome;
import io.dcsdk.design.Plan;
import io.dcsdk.design.Provenance;
import io.dcsdk.item.ItemException;
import io.dcsdk.item.ItemRules;
import io.dcsdk.item.KebabName;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.dominance.Dominance;
import io.dcsdk.optimizer.explanation.Explanation;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.pareto.ParetoFront;
import io.dcsdk.optimizer.plan.PlanAssembly;
import io.dcsdk.optimizer.plan.PlanDocument;
import io.dcsdk.optimizer.plan.PlanVerifier;
import io.dcsdk.optimizer.plan.Verification;
import io.dcsdk.optimizer.report.Block.Paragraph;
import io.dcsdk.quantity.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The report of a plan, or of why there is none: what is bought and why, what binds, what each part costs and draws, what was passed
 * over, what is proven and how to check it, and where all of that comes from.
 *
 * <pre>{@code
 * DesignReport report = DesignReport.verified(Documents.read(Path.of("plan.json"), PlanDocument.class));
 * Files.writeString(Path.of("plan.html"), report.toHtml());
 * }</pre>
 *
 * <p>Figures are rounded to five digits; the exact ones are in the saved plan. The same outcome gives the same bytes. Immutable.
 */
public final class DesignReport {
    private static final String BY_OPTIMISER = "in exact arithmetic, before the answer was returned";
    private static final String BY_VERIFIER =
            "from the saved document, by the independent verifier, when this report was made";

    private final DesignFormulation formulation;
    private final Outcome<Certificate> outcome;
    private final String checked;
    private final Provenance provenance;
    private final Optional<ParetoFront> front;
    private final Optional<Explanation> explanation;
    private final Optional<HourlyFacility> hours;

    private DesignReport(
            DesignFormulation formulation,
            Outcome<Certificate> outcome,
            String checked,
            Provenance provenance,
            Optional<ParetoFront> front,
            Optional<Explanation> explanation,
            Optional<HourlyFacility> hours) {
        this.formulation = formulation;
        this.outcome = outcome;
        this.checked = checked;
        this.provenance = provenance;
        this.front = front;
        this.explanation = explanation;
        this.hours = hours;
    }

    /**
     * The report of what the optimiser returned, which is audited.
     *
     * @param formulation the problem as algebra
     * @param outcome what the optimiser said of it
     * @return the report
     */
    public static DesignReport of(DesignFormulation formulation, Outcome<Certificate> outcome) {
        Provenance provenance = outcome.plan().map(Plan::provenance).orElseGet(() -> PlanAssembly.of(formulation)
                .provenance());
        return new DesignReport(
                formulation, outcome, BY_OPTIMISER, provenance, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * The report of a saved plan. It is verified first.
     *
     * @param document a saved outcome, from any source
     * @return the report
     * @throws ItemException if the document does not prove what it says, or its problem lacks a figure that its items need
     */
    public static DesignReport verified(PlanDocument document) {
        Verification verification = PlanVerifier.verify(document);
        if (!verification.accepted()) {
            String flaw = verification.message().lines().findFirst().orElse("");
            throw ItemRules.of("plan document", "")
                    .broken(
                            "status",
                            document.status(),
                            "does not verify, so there is nothing to report: " + flaw,
                            "run verify for the whole reason, and plan again.");
        }
        DesignFormulation formulation = DesignFormulation.of(document.solved());
        Certificate certificate = document.certificate().read(formulation.program());
        Outcome<Certificate> outcome;
        if (document.plan().isEmpty()) {
            outcome = new Outcome.Infeasible<>(document.conflict(), certificate);
        } else if (document.allowedGap().isPresent()) {
            Ratio gap = document.allowedGap().get();
            outcome = new Outcome.Optimal<>(document.plan().get(), gap, certificate);
        } else {
            // A document does not say what ended the search.
            outcome = new Outcome.Feasible<>(document.plan().get(), Outcome.Stop.DEADLINE, certificate);
        }
        Provenance provenance = document.plan().map(Plan::provenance).orElseGet(() -> PlanAssembly.of(formulation)
                .provenance());
        return new DesignReport(
                formulation, outcome, BY_VERIFIER, provenance, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * The same report with the front of cost and energy.
     *
     * @param value a front of the same problem; one without a design adds nothing
     * @return the report
     * @throws ItemException if it is of another problem
     */
    public DesignReport withFront(ParetoFront value) {
        if (!value.provenance().inputHash().equals(provenance.inputHash())) {
            throw ItemRules.of("report", problem().name())
                    .broken("front", value.problem(), "is of another problem", "run pareto for this one.");
        }
        return new DesignReport(formulation, outcome, checked, provenance, Optional.of(value), explanation, hours);
    }

    /**
     * The same report with what is known about the conflict and about ways out of it.
     *
     * @param value an explanation of the same problem; one of a feasible problem adds nothing
     * @return the report
     * @throws ItemException if it is of another problem
     */
    public DesignReport withExplanation(Explanation value) {
        if (!value.programDigest().equals(formulation.program().digest())) {
            throw ItemRules.of("report", problem().name())
                    .broken("explanation", value.problem(), "is of another problem", "run explain for this one.");
        }
        return new DesignReport(formulation, outcome, checked, provenance, front, Optional.of(value), hours);
    }

    /**
     * The same report with the facility of its plan hour by hour: cooling, supply, cost and carbon together.
     *
     * @param value a supply that was sized for the load of the plan, and a year of its cooling plant
     * @return the report
     * @throws ItemException if there is no plan
     */
    public DesignReport withHours(HourlyFacility value) {
        if (plan().isEmpty()) {
            throw ItemRules.of("report", problem().name())
                    .broken("hours", "", "are of a plan, and there is none", "plan first.");
        }
        return new DesignReport(formulation, outcome, checked, provenance, front, explanation, Optional.of(value));
    }

    /**
     * The plan, if there is one.
     *
     * @return the plan
     */
    public Optional<Plan> plan() {
        return outcome.plan();
    }

    /**
     * Whether the report is of a problem that nothing meets.
     *
     * @return true if that is proven
     */
    public boolean infeasible() {
        return outcome instanceof Outcome.Infeasible;
    }

    /**
     * The problem that was solved.
     *
     * @return the problem, with its catalogue
     */
    public DesignProblem problem() {
        return formulation.problem();
    }

    /**
     * The report as text.
     *
     * @return lines of at most 100 columns, without pictures
     */
    public String toText() {
        return TextPage.of(page());
    }

    /**
     * The report as a page.
     *
     * @return one HTML file with its pictures in it, well-formed as XML; it loads and runs nothing
     */
    public String toHtml() {
        return HtmlPage.of(page());
    }

    private Page page() {
        if (outcome instanceof Outcome.Optimal<Certificate> optimal) {
            String verdict = optimal.best().gap().isZero()
                    ? "OPTIMAL: proven to be the best"
                    : "OPTIMAL: proven to be within %s of the best"
                            .formatted(Shown.gap(optimal.best().gap().base()));
            return ofPlan(verdict, optimal.best(), optimal.proof());
        }
        if (outcome instanceof Outcome.Feasible<Certificate> feasible) {
            String verdict =
                    "FEASIBLE: it may be up to %s above the best; the search was stopped before that was settled"
                            .formatted(Shown.gap(feasible.best().gap().base()));
            return ofPlan(verdict, feasible.best(), feasible.proof());
        }
        if (outcome instanceof Outcome.Infeasible<Certificate> infeasible) {
            return ofNone(infeasible);
        }
        return ofNothing((Outcome.OutOfTime<Certificate>) outcome);
    }

    private Page ofPlan(String verdict, Plan plan, Certificate certificate) {
        PlanFacts facts = PlanFacts.of(formulation, plan, certificate);
        DesignFigures design = facts.design();
        List<RowUse> uses = RowUse.of(facts);
        List<LineShare> shares = LineShare.of(design);
        List<Section> sections = new ArrayList<>();
        sections.add(SummarySection.of(plan, uses));
        sections.add(PurchaseSection.of(facts, shares));
        sections.add(RequirementSection.of(facts, uses));
        sections.add(CostSection.of(design, shares));
        sections.add(EnergySection.of(design, shares));
        SupplySection.of(design).ifPresent(sections::add);
        hours.ifPresent(found -> sections.addAll(found.sections(design, shares)));
        front.filter(found -> !found.supported().isEmpty()).ifPresent(found -> sections.add(FrontSection.of(found)));
        sections.add(DominanceSection.of(problem(), Dominance.of(formulation)));
        sections.add(ProofSection.of(plan, certificate, checked));
        sections.add(ProvenanceSection.of(problem(), provenance));
        return new Page("Design for " + problem().name(), verdict, sections);
    }

    private Page ofNone(Outcome.Infeasible<Certificate> infeasible) {
        List<Section> sections = new ArrayList<>();
        sections.add(explanation
                .flatMap(Explanation::conflict)
                .map(ConflictSection::of)
                .orElseGet(() -> ConflictSection.of(formulation, infeasible.conflict())));
        explanation.filter(Explanation::infeasible).ifPresent(found -> sections.add(RepairSection.of(found)));
        sections.add(ProofSection.ofNone(infeasible.proof(), checked));
        sections.add(ProvenanceSection.of(problem(), provenance));
        return new Page(
                "No design for " + problem().name(), "INFEASIBLE: proven that no design meets the problem", sections);
    }

    private Page ofNothing(Outcome.OutOfTime<Certificate> late) {
        String bound = late.lowerBound()
                .map(value -> "No design has a C + λE below %s.".formatted(Shown.money(value)))
                .orElse("Nothing is proven.");
        return new Page(
                "No answer for " + problem().name(),
                "OUT OF TIME: neither a design nor a proof that there is none",
                List.of(
                        new Section(
                                "What is known",
                                List.of(new Paragraph("%s The search ended early: %s."
                                        .formatted(bound, KebabName.of(late.stopped()))))),
                        ProvenanceSection.of(problem(), provenance)));
    }
}
