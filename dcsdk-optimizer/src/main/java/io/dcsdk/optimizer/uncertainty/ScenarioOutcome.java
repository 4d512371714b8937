package io.dcsdk.optimizer.uncertainty;

import io.dcsdk.design.Outcome;
import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.Money;
import io.dcsdk.uncertainty.RiskMeasure;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The answer to a scenario problem. Save it with {@link io.dcsdk.document.Documents}.
 *
 * @param format always {@value #FORMAT}
 * @param status how far it is proven
 * @param stopped why the search ended early, if feasible or out of time, only then: {@code deadline}, {@code node-limit} or
 *     {@code cancelled}
 * @param problem name of the problem
 * @param measure what of the costs is minimised
 * @param plan the plan, if one was found
 * @param lowerBound no plan has a smaller measure; absent if infeasible, or nothing is known
 * @param conflict the rows of the members of the explanation that the proof of infeasibility uses, each in its scenario
 * @param explanation if infeasible, requirements and limits from which nothing can be left out, and the cheapest repair
 * @param modelHash digest of the linear program that the proof is of
 */
public record ScenarioOutcome(
        String format,
        SolutionStatus status,
        Optional<String> stopped,
        String problem,
        RiskMeasure measure,
        Optional<ScenarioPlan> plan,
        Optional<Money> lowerBound,
        List<Outcome.Conflict> conflict,
        Optional<UncertainConflict> explanation,
        String modelHash) {
    /** What the field {@code format} says. */
    public static final String FORMAT = "dcsdk-scenarios-1";

    /** Checks the components. */
    public ScenarioOutcome {
        ItemRules rules = ItemRules.of("scenario outcome", "");
        rules.required("format", format);
        if (!format.equals(FORMAT)) {
            throw rules.broken("format", format, "is not " + FORMAT, "use the version of dcsdk that wrote it.");
        }
        rules.required("status", status);
        stopped = Objects.requireNonNullElse(stopped, Optional.empty());
        rules.text("problem", problem, 120);
        rules.required("measure", measure);
        plan = Objects.requireNonNullElse(plan, Optional.empty());
        lowerBound = Objects.requireNonNullElse(lowerBound, Optional.empty());
        conflict = rules.list("conflict", conflict);
        explanation = Objects.requireNonNullElse(explanation, Optional.empty());
        rules.text("modelHash", modelHash, 64);
        boolean hasPlan = status == SolutionStatus.OPTIMAL || status == SolutionStatus.FEASIBLE;
        boolean isInfeasible = status == SolutionStatus.INFEASIBLE;
        boolean isEarly = status == SolutionStatus.FEASIBLE || status == SolutionStatus.OUT_OF_TIME;
        if (plan.isPresent() != hasPlan
                || stopped.isPresent() != isEarly
                || (isInfeasible && lowerBound.isPresent())
                || explanation.isPresent() != isInfeasible) {
            throw rules.broken("status", status, "does not fit what the document holds", "plan again.");
        }
    }
}
