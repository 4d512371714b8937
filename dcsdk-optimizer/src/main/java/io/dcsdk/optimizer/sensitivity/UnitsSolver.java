package io.dcsdk.optimizer.sensitivity;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.Evaluation;
import io.dcsdk.design.Selection;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.certificate.CertificateChecker;
import io.dcsdk.optimizer.certificate.CheckResult;
import io.dcsdk.optimizer.explanation.TimeBudget;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.plan.PlanAssembly;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.search.MixedIntegerSolver;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.search.SolveResult;
import io.dcsdk.optimizer.search.Termination;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Solves a problem at another price of one item, with a limit on how many of it are bought; the proof is checked. */
final class UnitsSolver {
    private final LpEngine engine;
    private final DesignProblem problem;
    private final PricedItem item;
    private final ItemUnits units;
    private final LinearProgram stated;

    UnitsSolver(LpEngine engine, DesignProblem problem, PricedItem item, ItemUnits units) {
        this.engine = engine;
        this.problem = problem;
        this.item = item;
        this.units = units;
        this.stated = DesignFormulation.of(problem).program();
    }

    /**
     * What was found.
     *
     * @param isImpossible whether it is proven that there is no such design
     * @param lower no such design costs less, if a bound is known
     * @param design the best one found
     */
    record Found(boolean isImpossible, Optional<Rational> lower, Optional<Design> design) {}

    /**
     * A design.
     *
     * @param selection what is chosen
     * @param objective C + lambda E at the price it was found at
     * @param units how many of the item
     */
    record Design(Selection selection, Rational objective, Rational units) {}

    /** The best design with some of the item at a price. */
    Found withSome(BigDecimal price, TimeBudget time) {
        DesignFormulation formulation = DesignFormulation.of(item.at(problem, price));
        return solve(formulation, units.withSome(formulation.program()), true, time);
    }

    /** The best design with at most so many of the item at a price; its budget is that at the stated price. */
    Found withAtMost(BigDecimal price, Rational count, TimeBudget time) {
        DesignFormulation formulation = DesignFormulation.of(item.at(problem, price));
        return solve(formulation, units.withAtMost(formulation.program(), stated, count), false, time);
    }

    private Found solve(
            DesignFormulation formulation, LinearProgram program, boolean isBudgetAtPrice, TimeBudget time) {
        SolveLimits limits = time.limits(1);
        SolveResult result = new MixedIntegerSolver(engine).solve(program, limits);
        Certificate certificate = result.certificate(program).orElseThrow();
        CheckResult checked = new CertificateChecker(program).check(certificate, limits.threads(), followed -> false);
        if (!checked.isAccepted()) {
            throw fault("certificate (%s)".formatted(checked), "does not hold");
        }
        if (result.termination() == Termination.INFEASIBLE) {
            return new Found(true, Optional.empty(), Optional.empty());
        }
        return new Found(
                false,
                result.bound(),
                result.point().map(point -> design(formulation, program, point, isBudgetAtPrice)));
    }

    private Design design(
            DesignFormulation formulation, LinearProgram program, List<Rational> found, boolean isBudgetAtPrice) {
        List<Rational> point = PlanAssembly.trim(program, found);
        Selection selection = formulation.selection(point);
        Evaluation evaluation = Evaluation.of(formulation.problem(), selection);
        Rational objective = program.objective(point);
        Rational difference =
                Rational.of(evaluation.objective().base()).minus(objective).abs();
        boolean agrees = difference.compareTo(objective.abs().max(Rational.ONE).times(Rational.parse("1e-25"))) <= 0;
        boolean isFeasible = evaluation.violations().stream()
                .allMatch(
                        violation -> !isBudgetAtPrice && violation.constraint().equals("budget"));
        if (!agrees || !isFeasible) {
            throw fault(
                    "design (%s)".formatted(selection),
                    "its items give %s and break %s, the algebra says %s"
                            .formatted(evaluation.objective(), evaluation.violations(), objective.toDecimalString()));
        }
        return new Design(selection, objective, units.count(point));
    }

    /** Whether a selection meets the problem at a price: whether the budget still allows it. */
    boolean isFeasibleAt(BigDecimal price, Selection selection) {
        return Evaluation.of(item.at(problem, price), selection).feasible();
    }

    private static IllegalStateException fault(String what, String rule) {
        return new IllegalStateException(
                "%s of the sensitivity analysis: %s\nMaybe this is a fault of the SDK; please report it."
                        .formatted(what, rule));
    }
}
