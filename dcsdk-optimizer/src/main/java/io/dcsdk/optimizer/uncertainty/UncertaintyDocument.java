package io.dcsdk.optimizer.uncertainty;

import io.dcsdk.item.ItemRules;
import io.dcsdk.optimizer.plan.CertificateDocument;
import io.dcsdk.uncertainty.ExpansionProblem;
import io.dcsdk.uncertainty.ScenarioProblem;
import java.util.Objects;
import java.util.Optional;

/**
 * The answer to a problem with scenarios or years as it is saved, with all that is needed to check it without the solver
 * ({@link UncertaintyVerifier}). It is of one of the two.
 *
 * @param format always {@value #FORMAT}
 * @param scenarios problem and answer, if it is of scenarios
 * @param years problem and answer, if it is of years
 * @param certificate the proof
 */
public record UncertaintyDocument(
        String format, Optional<OfScenarios> scenarios, Optional<OfYears> years, CertificateDocument certificate) {
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
        scenarios = Objects.requireNonNullElse(scenarios, Optional.empty());
        years = Objects.requireNonNullElse(years, Optional.empty());
        rules.required("certificate", certificate);
        if (scenarios.isPresent() == years.isPresent()) {
            throw rules.broken(
                    "scenarios", scenarios.isPresent(), "stand beside years, or both are missing", "save it again.");
        }
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
     * @return the document; empty if time ran out with nothing
     */
    public static Optional<UncertaintyDocument> ofScenarios(Proven<ScenarioOutcome> proven, ScenarioProblem problem) {
        return proven.answer().status() == SolutionStatus.OUT_OF_TIME
                ? Optional.empty()
                : Optional.of(new UncertaintyDocument(
                        FORMAT,
                        Optional.of(new OfScenarios(problem, proven.answer())),
                        Optional.empty(),
                        CertificateDocument.of(proven.certificate(), proven.program())));
    }

    /**
     * The answer to an expansion problem as it is saved.
     *
     * @param proven the answer
     * @param problem what was solved, with its catalogue
     * @return the document; empty if time ran out with nothing
     */
    public static Optional<UncertaintyDocument> ofYears(Proven<ExpansionOutcome> proven, ExpansionProblem problem) {
        return proven.answer().status() == SolutionStatus.OUT_OF_TIME
                ? Optional.empty()
                : Optional.of(new UncertaintyDocument(
                        FORMAT,
                        Optional.empty(),
                        Optional.of(new OfYears(problem, proven.answer())),
                        CertificateDocument.of(proven.certificate(), proven.program())));
    }

    /**
     * How far it says that it is proven.
     *
     * @return the status of the answer
     */
    public SolutionStatus status() {
        return scenarios
                .map(of -> of.outcome().status())
                .orElseGet(() -> years.orElseThrow().outcome().status());
    }
}
