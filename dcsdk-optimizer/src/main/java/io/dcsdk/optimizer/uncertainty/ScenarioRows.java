package io.dcsdk.optimizer.uncertainty;

import com.google.common.collect.ImmutableSet;
import io.dcsdk.design.Selection;
import io.dcsdk.optimizer.explanation.FloorFigures;
import io.dcsdk.optimizer.explanation.RepairedProblem;
import io.dcsdk.optimizer.explanation.StatedFigure;
import io.dcsdk.optimizer.explanation.StatedFigure.Motion;
import io.dcsdk.optimizer.explanation.StatedFigures;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.formulation.RowScale;
import io.dcsdk.optimizer.formulation.ScenarioFormulation;
import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.stochastic.TwoStageProgram;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.uncertainty.DemandFactors;
import io.dcsdk.uncertainty.Scenario;
import io.dcsdk.uncertainty.ScenarioProblem;
import io.dcsdk.workload.Demand;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the rows of a scenario problem state. Limits are moved in the problem, for all scenarios; demand is moved in each
 * scenario, by the factors that its document has.
 */
final class ScenarioRows implements StatedRows {
    /** Demands that are whole numbers: scaled ones are rounded up. */
    private static final ImmutableSet<String> COUNTS = ImmutableSet.of("accelerators", "storage-metadata");

    private final ScenarioFormulation formulation;
    private final ScenarioProblem problem;
    private final LinearProgram program;
    private final Map<String, Stated> byRow = new LinkedHashMap<>();
    private final Map<Stated, String> amounts = new LinkedHashMap<>();
    private final Map<String, Lever> levers = new LinkedHashMap<>();
    private final Set<String> fixed = new HashSet<>();

    ScenarioRows(ScenarioFormulation formulation, LinearProgram program) {
        this.formulation = formulation;
        this.problem = formulation.problem();
        this.program = program;
        Set<String> names = new HashSet<>();
        program.constraints().forEach(row -> names.add(row.name()));
        for (int s = 0; s < problem.scenarios().size(); s++) {
            Scenario scenario = problem.scenarios().get(s);
            DesignFormulation stated = formulation.inScenario(s);
            Map<String, StatedFigure> figures = StatedFigures.of(stated);
            for (int row = 0; row < stated.program().constraints().size(); row++) {
                Constraint constraint = stated.program().constraints().get(row);
                String owner = stated.requirementOfRow().getOrDefault(constraint.name(), "");
                if (owner.isEmpty()) {
                    continue;
                }
                RowScale scale = RowScale.of(stated, row);
                String inScenario = TwoStageProgram.nameIn(constraint.name(), scenario.name());
                if (names.contains(inScenario)) {
                    add(inScenario, Stated.in(scenario.name(), owner), figures, scale, scenario);
                }
                if (s == 0 && names.contains(constraint.name())) {
                    add(constraint.name(), Stated.ofAll(owner), figures, scale, scenario);
                }
            }
        }
        fixed.forEach(levers::remove);
    }

    private void add(String row, Stated stated, Map<String, StatedFigure> figures, RowScale scale, Scenario scenario) {
        byRow.put(row, stated);
        Optional.ofNullable(figures.get(stated.requirement())).ifPresent(of -> amounts.put(stated, of.describe()));
        boolean isDemand = factorOf(stated.requirement()).isPresent();
        Optional<StatedFigure> moved = factorOf(stated.requirement())
                .map(factor -> factorFigure(factor, scenario))
                .orElseGet(() -> FloorFigures.moverOf(figures, stated.requirement()));
        if (moved.isEmpty()) {
            return;
        }
        String name = moved.get().name();
        if (moved.get().motion() == Motion.STEPS
                || !scale.terms().isEmpty()
                || scale.vanishesAt().isPresent()) {
            // A figure that is multiplied with a choice stays as it is, in all of its rows.
            fixed.add(name);
            return;
        }
        Rational value = moved.get().value();
        Map<String, Rational> rows = new LinkedHashMap<>();
        Map<String, Rational> roundedUp = new LinkedHashMap<>();
        Optional.ofNullable(levers.get(name)).ifPresent(known -> {
            rows.putAll(known.perUnit());
            roundedUp.putAll(known.roundedUp());
        });
        if (isDemand && COUNTS.contains(stated.requirement())) {
            if (problem.demandUncertainty().isPresent()) {
                fixed.add(name);
                return;
            }
            Rational exact = count(stated.requirement()).times(value);
            roundedUp.put(row, scale.constant().minus(exact));
            rows.put(row, exact.dividedBy(value));
        } else {
            rows.put(
                    row,
                    value.isZero() ? moved.get().rowUnits() : scale.constant().dividedBy(value));
        }
        levers.put(name, new Lever(moved.get(), rows, roundedUp));
    }

    private Rational count(String requirement) {
        Demand demand = problem.problem().demand();
        return Rational.of(
                requirement.equals("accelerators") ? demand.accelerators() : demand.metadataOperationsPerSecond());
    }

    /** Which factor of a scenario a requirement is multiplied with. */
    private static Optional<String> factorOf(String requirement) {
        return switch (requirement) {
            case "compute", "accelerators", "accelerator-memory", "memory-bandwidth" -> Optional.of("compute");
            case "storage", "storage-read", "storage-write", "storage-metadata" -> Optional.of("storage");
            case "network" -> Optional.of("network");
            default -> Optional.empty();
        };
    }

    private static String factorName(String factor, String scenario) {
        return "demand." + factor + " of scenario " + scenario;
    }

    private static Optional<StatedFigure> factorFigure(String factor, Scenario scenario) {
        Rational value = Rational.of(factor(factor, scenario).base());
        return value.isZero()
                ? Optional.empty()
                : Optional.of(new StatedFigure(
                        factorName(factor, scenario.name()), value, "", Rational.ONE, false, Motion.ANY));
    }

    private static Ratio factor(String factor, Scenario scenario) {
        DemandFactors factors = scenario.demandFactors();
        return switch (factor) {
            case "compute" -> factors.computeOrOne();
            case "storage" -> factors.storageOrOne();
            default -> factors.networkOrOne();
        };
    }

    @Override
    public LinearProgram program() {
        return program;
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
        return List.copyOf(levers.values());
    }

    @Override
    public List<Selection> designs(List<Rational> point) {
        return List.of(formulation.bought(point));
    }

    @Override
    public Optional<Money> value(Map<String, BigDecimal> figures, LpEngine engine, SolveLimits limits) {
        List<Scenario> scenarios = new ArrayList<>();
        Map<String, BigDecimal> shared = new LinkedHashMap<>(figures);
        for (Scenario scenario : problem.scenarios()) {
            List<Ratio> factors = new ArrayList<>();
            boolean isMoved = false;
            for (String factor : List.of("compute", "storage", "network")) {
                BigDecimal moved = shared.remove(factorName(factor, scenario.name()));
                isMoved |= moved != null;
                factors.add(moved == null ? factor(factor, scenario) : Ratio.of(moved));
            }
            scenarios.add(
                    isMoved
                            ? scenario.withDemand(DemandFactors.of(factors.get(0), factors.get(1), factors.get(2)))
                            : scenario);
        }
        ScenarioProblem repaired = new ScenarioProblem(
                RepairedProblem.of(problem.problem(), shared),
                scenarios,
                problem.measure(),
                problem.demandUncertainty());
        ScenarioOutcome outcome = ScenarioOptimizer.over(engine)
                .withoutComparison()
                .solve(repaired, limits)
                .answer();
        if (outcome.status() == SolutionStatus.INFEASIBLE) {
            throw StatedRows.notRepaired(figures);
        }
        return outcome.plan().map(ScenarioPlan::value);
    }
}
