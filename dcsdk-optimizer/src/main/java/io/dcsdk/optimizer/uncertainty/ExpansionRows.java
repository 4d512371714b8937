package io.dcsdk.optimizer.uncertainty;

import io.dcsdk.design.Selection;
import io.dcsdk.item.CatalogItem;
import io.dcsdk.optimizer.explanation.FloorFigures;
import io.dcsdk.optimizer.explanation.RepairedProblem;
import io.dcsdk.optimizer.explanation.StatedFigure;
import io.dcsdk.optimizer.explanation.StatedFigure.Motion;
import io.dcsdk.optimizer.explanation.StatedFigures;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.formulation.RowScale;
import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.quantity.Money;
import io.dcsdk.uncertainty.ExpansionProblem;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the rows of an expansion problem state. Figures are moved in the problem: a limit moves in every year, and demand by
 * the same share in every year. How many of an item can be had is one limit, whatever the year of purchase.
 */
final class ExpansionRows implements StatedRows {
    private static final String AVAILABLE = "available.";

    private final ExpansionFormulation formulation;
    private final ExpansionProblem problem;
    private final Map<String, Stated> byRow = new LinkedHashMap<>();
    private final Map<Stated, String> amounts = new LinkedHashMap<>();
    private final Map<String, StatedFigure> figures;
    private final Map<String, Map<String, Rational>> perUnit = new LinkedHashMap<>();
    private final Set<String> fixed = new HashSet<>();

    ExpansionRows(ExpansionFormulation formulation) {
        this.formulation = formulation;
        this.problem = formulation.problem();
        this.figures = StatedFigures.of(DesignFormulation.of(problem.problem()));
        Map<String, String> itemOfVintage = new HashMap<>();
        for (YearProgram of : formulation.years()) {
            problem.problem().items().servers().forEach(item -> vintage(itemOfVintage, item, of.year()));
            problem.problem().items().storage().forEach(item -> vintage(itemOfVintage, item, of.year()));
        }
        if (problem.years() > 1 && problem.growth().isPresent()) {
            // Counts are rounded up in each year: no share of the first year's count gives those of the others exactly.
            fixed.add("accelerators");
            fixed.add("storage-metadata");
        }
        Set<String> names = new LinkedHashSet<>();
        formulation.program().constraints().forEach(row -> names.add(row.name()));
        for (String row : names) {
            boolean isOfAnItem = row.startsWith(AVAILABLE) && figures.containsKey(row);
            if (row.equals("budget") || row.equals("energy") || isOfAnItem) {
                add(row, Stated.ofAll(row), Optional.ofNullable(figures.get(row)), Rational.ONE);
            }
        }
        for (YearProgram of : formulation.years()) {
            Map<String, StatedFigure> ofYear = StatedFigures.of(of.formulation());
            List<Constraint> rows = of.program().constraints();
            for (int row = 0; row < rows.size(); row++) {
                String owner = of.formulation()
                        .requirementOfRow()
                        .getOrDefault(rows.get(row).name(), "");
                if (!owner.isEmpty()) {
                    inYear(of, row, owner, ofYear, itemOfVintage);
                }
            }
        }
    }

    private static void vintage(Map<String, String> itemOfVintage, CatalogItem item, int year) {
        itemOfVintage.put(AVAILABLE + ExpansionProblem.vintage(item.id(), year), AVAILABLE + item.id());
    }

    private void inYear(
            YearProgram of,
            int row,
            String owner,
            Map<String, StatedFigure> ofYear,
            Map<String, String> itemOfVintage) {
        String name =
                YearNames.in(of.year(), of.program().constraints().get(row).name());
        String item = itemOfVintage.get(owner);
        Stated stated = item == null ? Stated.in("year " + of.year(), owner) : Stated.ofAll(item);
        RowScale scale = RowScale.of(of.formulation(), row);
        boolean isFixed = !scale.terms().isEmpty() || scale.vanishesAt().isPresent();
        if (isFixed) {
            fixed.add(stated.requirement());
        }
        Rational unit = FloorFigures.moverOf(figures, stated.requirement())
                .map(base -> base.value().isZero()
                        ? base.rowUnits()
                        : scale.constant().dividedBy(base.value()))
                .orElse(Rational.ZERO);
        add(name, stated, Optional.ofNullable(ofYear.get(owner)), unit);
    }

    private void add(String row, Stated stated, Optional<StatedFigure> figure, Rational unit) {
        byRow.put(row, stated);
        figure.ifPresent(of -> amounts.put(stated, of.describe()));
        if (unit.signum() > 0) {
            FloorFigures.moverOf(figures, stated.requirement())
                    .ifPresent(mover -> perUnit.computeIfAbsent(mover.name(), absent -> new LinkedHashMap<>())
                            .put(row, unit));
        }
    }

    @Override
    public LinearProgram program() {
        return formulation.program();
    }

    @Override
    public Map<String, Stated> byRow() {
        return byRow;
    }

    @Override
    public Optional<String> amount(Stated stated) {
        return Optional.ofNullable(amounts.get(stated));
    }

    @Override
    public List<Lever> levers() {
        return figures.values().stream()
                .filter(figure -> figure.motion() != Motion.STEPS
                        && !fixed.contains(figure.name())
                        && perUnit.containsKey(figure.name()))
                .map(figure -> new Lever(figure, perUnit.getOrDefault(figure.name(), Map.of()), Map.of()))
                .toList();
    }

    @Override
    public List<Selection> designs(List<Rational> point) {
        Map<String, Rational> values = new HashMap<>();
        for (int j = 0; j < point.size(); j++) {
            values.put(program().variables().get(j).name(), point.get(j));
        }
        return formulation.years().stream()
                .map(of -> of.formulation()
                        .selection(of.program().variables().stream()
                                .map(variable ->
                                        values.getOrDefault(YearNames.in(of.year(), variable.name()), Rational.ZERO))
                                .toList()))
                .toList();
    }

    @Override
    public Optional<Money> value(Map<String, BigDecimal> moved, LpEngine engine, SolveLimits limits) {
        ExpansionProblem repaired = new ExpansionProblem(
                RepairedProblem.of(problem.problem(), moved),
                problem.growth(),
                problem.prices(),
                problem.powers(),
                problem.lambdaTrend(),
                problem.salvage());
        ExpansionOutcome outcome =
                ExpansionOptimizer.over(engine).solve(repaired, limits).answer();
        if (outcome.status() == SolutionStatus.INFEASIBLE) {
            throw StatedRows.notRepaired(moved);
        }
        return outcome.plan().map(ExpansionPlan::value);
    }
}
