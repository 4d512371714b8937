package io.dcsdk.optimizer.uncertainty;

import io.dcsdk.design.Selection;
import io.dcsdk.optimizer.formulation.ScenarioFormulation;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.plan.BillOfMaterials;
import io.dcsdk.optimizer.stochastic.RiskValue;
import io.dcsdk.optimizer.stochastic.TwoStageProgram;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Precision;
import io.dcsdk.uncertainty.Operation;
import io.dcsdk.uncertainty.RiskMeasure;
import io.dcsdk.uncertainty.Scenario;
import io.dcsdk.uncertainty.ScenarioEvaluation;
import io.dcsdk.uncertainty.ScenarioProblem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a plan of a point of the deterministic equivalent, and has the items confirm it. */
final class ScenarioAssembly {
    /** Of 34 digits, rented amounts and supplies lose the last ones. */
    private static final Rational ROUNDING = Rational.parse("1e-25");

    private final ScenarioFormulation formulation;
    private final ScenarioProblem problem;
    private final TwoStageProgram program;

    ScenarioAssembly(ScenarioFormulation formulation) {
        this.formulation = formulation;
        this.problem = formulation.problem();
        this.program = formulation.program();
    }

    /** The plan of a point of the equivalent, which is at least so good. */
    ScenarioPlan plan(LinearProgram equivalent, List<Rational> point, Rational bound) {
        Selection bought = formulation.bought(point);
        List<Operation> operations = new ArrayList<>();
        for (int s = 0; s < problem.scenarios().size(); s++) {
            operations.add(operation(s, point));
        }
        ScenarioEvaluation evaluation = ScenarioEvaluation.of(problem, bought, operations);
        List<ScenarioCost> scenarios = new ArrayList<>();
        List<Rational> totals = new ArrayList<>();
        for (int s = 0; s < operations.size(); s++) {
            Scenario scenario = problem.scenarios().get(s);
            ScenarioEvaluation.InScenario added = evaluation.scenarios().get(s);
            Money total = evaluation.cost().total().plus(added.total());
            totals.add(Dollars.of(total));
            scenarios.add(new ScenarioCost(
                    scenario.name(),
                    scenario.probability(),
                    operations.get(s),
                    added.energy(),
                    added.energyCost(),
                    added.rent(),
                    total));
        }
        Rational value = measured(problem.risk(), totals);
        requireAgreement(evaluation, totals, equivalent.objective(point), point);
        return new ScenarioPlan(
                bought,
                BillOfMaterials.of(problem.problem(), bought),
                evaluation.cost(),
                scenarios,
                Dollars.of(value, RoundingMode.HALF_EVEN),
                Dollars.of(bound, RoundingMode.FLOOR),
                Dollars.gap(value, bound),
                Dollars.of(measured(RiskMeasure.EXPECTATION, totals), RoundingMode.HALF_EVEN),
                Dollars.of(measured(RiskMeasure.WORST_CASE, totals), RoundingMode.HALF_EVEN),
                Optional.empty());
    }

    private Rational measured(RiskMeasure measure, List<Rational> totals) {
        return RiskValue.of(measure, program.probabilities(), totals);
    }

    private Operation operation(int scenario, List<Rational> point) {
        Precision precision = problem.problem().demand().compute().precision();
        return new Operation(
                formulation.running(scenario, point),
                ComputeRate.of(rented(scenario, "compute", point), ComputeRate.Unit.TERAFLOP_PER_SECOND, precision),
                DataSize.of(rented(scenario, "storage", point), DataSize.Unit.GIGABYTE),
                DataRate.of(rented(scenario, "network", point), DataRate.Unit.GIGABYTE_PER_SECOND));
    }

    /** Upwards, so that it is never less than what the exact point needs. */
    private BigDecimal rented(int scenario, String requirement, List<Rational> point) {
        return Dollars.decimal(formulation.rented(scenario, requirement, point), RoundingMode.CEILING);
    }

    /** Two ways to the same figures: from the items, and from the algebra. */
    private void requireAgreement(
            ScenarioEvaluation evaluation, List<Rational> totals, Rational objective, List<Rational> point) {
        if (!evaluation.violations().isEmpty()) {
            throw new IllegalStateException(
                    "plan (%s) of the optimizer: its items break the problem although the algebra holds\nMaybe this is a fault of the SDK; please report it."
                            .formatted(evaluation.violations()));
        }
        Rational firstStage = program.firstStage()
                .objective(point.subList(0, program.firstStage().variables().size()));
        List<Rational> costs = program.scenarioCosts(point);
        for (int s = 0; s < totals.size(); s++) {
            Rational algebra = firstStage.plus(costs.get(s));
            Rational allowed = algebra.abs().max(Rational.ONE).times(ROUNDING);
            if (totals.get(s).minus(algebra).abs().compareTo(allowed) > 0) {
                throw disagreement(algebra, totals.get(s));
            }
        }
        Rational allowed = objective.abs().max(Rational.ONE).times(ROUNDING);
        if (measured(problem.risk(), totals).minus(objective).compareTo(allowed) > 0) {
            throw disagreement(objective, measured(problem.risk(), totals));
        }
    }

    private static IllegalStateException disagreement(Rational algebra, Rational items) {
        return new IllegalStateException(
                "cost (%s) of the optimizer: the items themselves give %s\nMaybe this is a fault of the SDK; please report it."
                        .formatted(algebra.toDecimalString(), items.toDecimalString()));
    }
}
