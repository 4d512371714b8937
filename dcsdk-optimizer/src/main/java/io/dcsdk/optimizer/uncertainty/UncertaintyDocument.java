package io.dcsdk.optimizer.uncertainty;

import io.dcsdk.item.ItemRules;
import io.dcsdk.optimizer.plan.CertificateDocument;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.uncertainty.ExpansionProblem;
import io.dcsdk.uncertainty.ScenarioProblem;
import java.util.Objects;
import java.util.Optional;

/**
 * The answer to a problem with scenarios or years as it is saved, with all that is needed to check it without the solver
 * ({@link UncertaintyVerifier}). It is of one of the two.
 *
 * @param format always {@value #FORMAT}
 * @param allowedGap the gap that was asked for and is kept, if the answer is optimal, only then
 * @param scenarios problem and answer, if it is of scenarios
 * @param years problem and answer, if it is of years
 * @param certificate the proof
 */
public record UncertaintyDocument(
        String format,
        Optional<Ratio> allowedGap,
        Optional<OfScenarios> scenarios,
        Optional<OfYears> years,
        CertificateDocument certificate) {
    /** What the field {@code format} says. */
    public static final String FORMAT = "dcsdk-uncertain-plan-1";

    /**
     * A problem with scenarios.
     *
     * @param problem what was solved, with its catalogue
     * @param outcome the answer; not out of time
     */
    public record OfScenarios(ScenarioProblem problem, ScenarioOutcome outcome) {
        /** Checks the components. */
        public OfScenarios {
            ItemRules rules = ItemRules.of("scenarios", "");
            rules.required("problem", problem);
            rules.required("outcome", outcome);
            requireProof(rules, outcome.status());
        }
    }

    /**
     * A problem with years.
     *
     * @param problem what was solved, with its catalogue
     * @param outcome the answer; not out of time
     */
    public record OfYears(ExpansionProblem problem, ExpansionOutcome outcome) {
        /** Checks the components. */
        public OfYears {
            ItemRules rules = ItemRules.of("years", "");
            rules.required("problem", problem);
            rules.required("outcome", outcome);
            requireProof(rules, outcome.status());
        }
    }

    /** Checks the components. */
    public UncertaintyDocument {
        ItemRules rules = ItemRules.of("uncertain plan document", "");
        rules.required("format", format);
        if (!format.equals(FORMAT)) {
            throw rules.broken("format", format, "is not " + FORMAT, "use the version of dcsdk that wrote it.");
        }
        allowedGap = Objects.requireNonNullElse(allowedGap, Optional.empty());
        allowedGap.ifPresent(gap -> rules.share("allowedGap", gap));
        scenarios = Objects.requireNonNullElse(scenarios, Optional.empty());
        years = Objects.requireNonNullElse(years, Optional.empty());
        rules.required("certificate", certificate);
        if (scenarios.isPresent() == years.isPresent()) {
            throw rules.broken(
                    "scenarios", scenarios.isPresent(), "stand beside years, or both are missing", "save it again.");
        }
        SolutionStatus status = status(scenarios, years);
        if (allowedGap.isPresent() != (status == SolutionStatus.OPTIMAL)) {
            throw rules.broken("status", status, "does not fit what the document holds", "save it again.");
        }
    }

    private static SolutionStatus status(Optional<OfScenarios> scenarios, Optional<OfYears> years) {
        return scenarios
                .map(of -> of.outcome().status())
                .orElseGet(() -> years.orElseThrow().outcome().status());
    }

    private static void requireProof(ItemRules rules, SolutionStatus status) {
        if (status == SolutionStatus.OUT_OF_TIME) {
            throw rules.broken("status", status, "has nothing to prove", "plan again with more time.");
        }
    }

    /**
     * The answer to a scenario problem as it is saved.
     *
     * @param proven the answer
     * @param problem what was solved, with its catalogue
     * @param limits the gap that was asked for
     * @return the document; empty if time ran out with nothing
     */
    public static Optional<UncertaintyDocument> ofScenarios(
            Proven<ScenarioOutcome> proven, ScenarioProblem problem, SolveLimits limits) {
        return proven.answer().status() == SolutionStatus.OUT_OF_TIME
                ? Optional.empty()
                : Optional.of(new UncertaintyDocument(
                        FORMAT,
                        allowedGap(proven.answer().status(), limits),
                        Optional.of(new OfScenarios(problem, proven.answer())),
                        Optional.empty(),
                        CertificateDocument.of(proven.certificate(), proven.program())));
    }

    /**
     * The answer to an expansion problem as it is saved.
     *
     * @param proven the answer
     * @param problem what was solved, with its catalogue
     * @param limits the gap that was asked for
     * @return the document; empty if time ran out with nothing
     */
    public static Optional<UncertaintyDocument> ofYears(
            Proven<ExpansionOutcome> proven, ExpansionProblem problem, SolveLimits limits) {
        return proven.answer().status() == SolutionStatus.OUT_OF_TIME
                ? Optional.empty()
                : Optional.of(new UncertaintyDocument(
                        FORMAT,
                        allowedGap(proven.answer().status(), limits),
                        Optional.empty(),
                        Optional.of(new OfYears(problem, proven.answer())),
                        CertificateDocument.of(proven.certificate(), proven.program())));
    }

    private static Optional<Ratio> allowedGap(SolutionStatus status, SolveLimits limits) {
        return status == SolutionStatus.OPTIMAL
                ? Optional.of(Dollars.allowedGap(limits.relativeGap()))
                : Optional.empty();
    }

    /**
     * How far it says that it is proven.
     *
     * @return the status of the answer
     */
    public SolutionStatus status() {
        return status(scenarios, years);
    }
}
