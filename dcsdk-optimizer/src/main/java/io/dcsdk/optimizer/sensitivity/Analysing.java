package io.dcsdk.optimizer.sensitivity;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.Outcome;
import io.dcsdk.design.Plan;
import io.dcsdk.optimizer.DesignOptimizer;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.explanation.Decimals;
import io.dcsdk.optimizer.explanation.StatedFigure;
import io.dcsdk.optimizer.explanation.StatedFigures;
import io.dcsdk.optimizer.explanation.TimeBudget;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.quantity.Money;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One sensitivity analysis in the making. */
final class Analysing {
    /** Of the whole time, for the plan itself: without a proof of it nothing else says much. */
    private static final double PLAN = 0.4;
    /** Of what is left then, for moved figures. */
    private static final double FIGURES = 0.4;

    private final LpEngine engine;
    private final DesignOptimizer optimizer;
    private final DesignProblem problem;
    private final StepSizes steps;
    private final boolean withPrices;
    private final TimeBudget time;
    private final Consumer<Sensitivity> listener;
    private final DesignFormulation formulation;
    private final String digest;
    private final Map<String, StatedFigure> figures;
    private Optional<BasePlan> base = Optional.empty();
    private List<String> conflict = List.of();
    private List<ShadowPrice> shadowPrices = List.of();
    private final List<MarginalValue> marginalValues = new ArrayList<>();
    private final List<EntryPrice> entryPrices = new ArrayList<>();
    private final List<LeavingPrice> leavingPrices = new ArrayList<>();

    Analysing(
            LpEngine engine,
            DesignProblem problem,
            StepSizes steps,
            boolean withPrices,
            TimeBudget time,
            Consumer<Sensitivity> listener) {
        this.engine = engine;
        this.optimizer = DesignOptimizer.over(engine);
        this.problem = problem;
        this.steps = steps;
        this.withPrices = withPrices;
        this.time = time;
        this.listener = listener;
        this.formulation = DesignFormulation.of(problem);
        this.digest = formulation.program().digest();
        this.figures = StatedFigures.of(formulation);
        steps.requireKnown(figures.keySet());
        figures.values().forEach(steps::of);
    }

    Sensitivity analyse() {
        Outcome<Certificate> outcome = optimizer.solve(problem, time.part(PLAN).limits(0));
        if (outcome instanceof Outcome.Infeasible<Certificate> infeasible) {
            conflict = infeasible.conflict().stream()
                    .map(Outcome.Conflict::constraint)
                    .distinct()
                    .toList();
            return told(SensitivityStatus.INFEASIBLE);
        }
        base = BasePlan.of(formulation, outcome);
        if (base.isEmpty()) {
            return told(SensitivityStatus.OUT_OF_TIME);
        }
        BasePlan plan = base.get();
        ShadowPrices prices = new ShadowPrices(formulation, figures, plan.point(), time::isOver);
        shadowPrices = prices.all();
        tell();
        TimeBudget moving = withPrices ? time.part(FIGURES) : time;
        new MarginalValues(optimizer, problem, figures, plan, prices, steps, moving).find(value -> {
            marginalValues.add(value);
            tell();
        });
        if (withPrices) {
            prices(plan);
        }
        return told(status(plan));
    }

    private void prices(BasePlan plan) {
        List<PricedItem> items = PricedItem.of(problem);
        EntryPriceSearch entry = new EntryPriceSearch(engine, problem, plan);
        LeavingPriceSearch leaving = new LeavingPriceSearch(engine, problem, plan);
        for (int k = 0; k < items.size(); k++) {
            TimeBudget part = time.part(1.0 / (items.size() - k));
            PricedItem item = items.get(k);
            Optional<ItemUnits> units = ItemUnits.of(item, problem);
            if (units.filter(each -> each.count(plan.point()).signum() > 0).isPresent()) {
                leavingPrices.add(leaving.find(item, units.get(), part));
            } else {
                entryPrices.add(entry.find(item, units, part));
            }
            tell();
        }
    }

    private void tell() {
        listener.accept(told(SensitivityStatus.INCOMPLETE));
    }

    private SensitivityStatus status(BasePlan plan) {
        boolean isSettled = plan.isOptimal()
                && shadowPrices.stream().allMatch(ShadowPrice::settled)
                && marginalValues.stream().noneMatch(value -> value.basis() == MarginalBasis.OPEN)
                && entryPrices.stream().noneMatch(price -> price.verdict() == PriceVerdict.OPEN)
                && leavingPrices.stream().noneMatch(price -> price.verdict() == PriceVerdict.OPEN);
        return isSettled ? SensitivityStatus.COMPLETE : SensitivityStatus.INCOMPLETE;
    }

    private Sensitivity told(SensitivityStatus status) {
        return new Sensitivity(
                Sensitivity.FORMAT,
                problem.name(),
                digest,
                status,
                conflict,
                base.map(BasePlan::plan).map(Plan::objective),
                base.map(plan -> dollarsBelow(plan.lower())),
                base.map(BasePlan::plan).map(Plan::selection),
                shadowPrices,
                marginalValues,
                entryPrices,
                leavingPrices);
    }

    private static Money dollarsBelow(Rational value) {
        return Money.of(Decimals.of(value, RoundingMode.FLOOR), Money.Unit.USD);
    }
}
