package io.dcsdk.optimizer.report;

import io.dcsdk.item.ItemException;
import io.dcsdk.item.ItemRules;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.joint.JointMaster;
import io.dcsdk.optimizer.joint.JointPlan;
import io.dcsdk.optimizer.joint.JointProblem;
import io.dcsdk.optimizer.joint.JointResult;
import io.dcsdk.optimizer.joint.JointVerifier;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.plan.PlanAssembly;
import io.dcsdk.optimizer.plan.Verification;
import io.dcsdk.optimizer.report.Block.Column;
import io.dcsdk.optimizer.report.Block.Paragraph;
import io.dcsdk.optimizer.report.Block.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The report of a design that was planned together with its hourly supply, as one HTML file: what is bought and why, what it costs
 * and draws, its cooling and its supply hour by hour, cost and carbon of both, and what is proven.
 *
 * <p>The result is verified first. The same result gives the same bytes. Immutable.
 */
public final class JointPlanReport {
    private final JointProblem problem;
    private final JointResult result;
    private final JointPlan plan;
    private final HourlyFacility hours;
    private final DesignFormulation formulation;

    private JointPlanReport(JointProblem problem, JointResult result, JointPlan plan, HourlyFacility hours) {
        this.problem = problem;
        this.result = result;
        this.plan = plan;
        this.hours = hours;
        formulation = DesignFormulation.of(problem.design());
    }

    /**
     * The report of a result.
     *
     * @param problem the problem
     * @param result of it, from any source
     * @param hours the facility of its plan hour by hour, with the supply of the plan
     * @return the report
     * @throws ItemException if there is no plan, or the result does not prove what it says
     */
    public static JointPlanReport verified(JointProblem problem, JointResult result, HourlyFacility hours) {
        ItemRules rules = ItemRules.of("report", problem.design().name());
        JointPlan plan = result.plan()
                .orElseThrow(() -> rules.broken("plan", result.status(), "is not there", "plan with more time."));
        Verification verification = JointVerifier.verify(problem, result);
        if (!verification.accepted()) {
            String flaw = verification.message().lines().findFirst().orElse("");
            throw rules.broken(
                    "status",
                    result.status(),
                    "does not verify, so there is nothing to report: " + flaw,
                    "run --verify for the whole reason, and plan again.");
        }
        return new JointPlanReport(problem, result, plan, hours);
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
        DesignFigures design = DesignFigures.of(problem, plan);
        List<LineShare> shares = LineShare.of(design);
        List<Section> sections = new ArrayList<>();
        Optional<PlanFacts> facts = point().map(values -> new PlanFacts(formulation, design, values));
        if (facts.isPresent()) {
            List<RowUse> uses = RowUse.of(facts.get());
            sections.add(summary(Optional.of(SummarySection.binding(uses))));
            sections.add(PurchaseSection.of(facts.get(), shares));
            sections.add(RequirementSection.of(facts.get(), uses));
        } else {
            sections.add(summary(Optional.empty()));
            sections.add(PurchaseSection.of(design, shares));
        }
        sections.add(CostSection.of(design, shares));
        sections.add(EnergySection.of(design, shares));
        sections.addAll(hours.sections(design, shares));
        result.proof()
                .ifPresent(proof -> sections.add(
                        ProofSection.ofJoint(sentence(), proof, result.cuts().size(), figures())));
        sections.add(ProvenanceSection.of(
                problem.design(), PlanAssembly.of(formulation).provenance()));
        String verdict = "%s: %s".formatted(result.status(), sentence());
        return new Page("Design and supply for " + problem.design().name(), verdict, sections);
    }

    /** The values of the plan in the algebra of its design, if the proof holds them. */
    private Optional<List<Rational>> point() {
        JointMaster master = JointMaster.of(problem, formulation, result.cuts());
        return result.proof().flatMap(Certificate::point).map(master::design).filter(values -> formulation
                .selection(values)
                .equals(plan.selection()));
    }

    private String sentence() {
        return "It is proven that no design from this catalogue with its supply has a C + λE + S below %s: none is better by more than %s."
                .formatted(
                        result.lowerBound().map(Shown::money).orElse("-"),
                        result.gap().map(gap -> Shown.gap(gap.base())).orElse("-"));
    }

    private Section summary(Optional<String> binding) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(SummarySection.bought(plan.billOfMaterials())));
        binding.ifPresent(text -> blocks.add(new Paragraph(text)));
        List<List<String>> rows = new ArrayList<>();
        String horizon = problem.design().finance().horizon().toString();
        rows.add(List.of(
                "C, cost over " + horizon, Shown.money(plan.evaluation().cost().total())));
        rows.add(List.of(
                "E, energy over " + horizon,
                Shown.energy(plan.evaluation().energy().total())));
        rows.add(List.of("λ, weight of energy", problem.design().lambda().toString()));
        rows.add(List.of("S, supply over " + horizon, Shown.money(plan.supplyCost())));
        rows.addAll(figures());
        rows.add(List.of("Peak power", Shown.power(plan.evaluation().loads().peak())));
        rows.add(List.of("Mean power", Shown.power(plan.evaluation().loads().mean())));
        blocks.add(new Table("Key figures", List.of(Column.text("Figure"), Column.figures("Value")), rows));
        return new Section("In short", blocks);
    }

    private List<List<String>> figures() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("C + λE + S", Shown.money(plan.objective())));
        result.lowerBound().ifPresent(bound -> rows.add(List.of("Proven lower bound", Shown.money(bound))));
        result.gap().ifPresent(gap -> rows.add(List.of("Gap, at most", Shown.gap(gap.base()))));
        return rows;
    }
}
