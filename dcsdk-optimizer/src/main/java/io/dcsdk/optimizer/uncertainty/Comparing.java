package io.dcsdk.optimizer.uncertainty;

import io.dcsdk.optimizer.formulation.ScenarioFormulation;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Variable;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.stochastic.RiskValue;
import io.dcsdk.optimizer.stochastic.TwoStageProgram;
import io.dcsdk.uncertainty.RiskMeasure;
import io.dcsdk.uncertainty.Scenario;
import io.dcsdk.uncertainty.ScenarioProblem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What knowing the scenario, or knowing no more than the mean, would change.
 *
 * <p>With the plan's value in [l, u], each scenario's least cost in [l_s, u_s] and the mean design's value in [a, b], the
 * value of perfect information is in [l − ρ(u_s), u − ρ(l_s)] and that of the stochastic solution in [a − u, b − l], since
 * ρ is monotone. Neither is ever negative.
 */
final class Comparing {
    private final LpEngine engine;
    private final ScenarioProblem problem;
    private final SolveLimits limits;
    private final long start;
    private int left;

    Comparing(LpEngine engine, ScenarioProblem problem, SolveLimits limits, long start) {
        this.engine = engine;
        this.problem = problem;
        this.limits = limits;
        this.start = start;
        this.left = problem.scenarios().size() + 2;
    }

    ScenarioComparison against(Rational value, Rational bound) {
        Optional<CertifiedRange> information = perfectInformation(value, bound);
        Scenario mean = problem.mean();
        ScenarioFormulation certain =
                ScenarioFormulation.of(problem.knowing(mean).withMeasure(RiskMeasure.EXPECTATION), problem.scenarios());
        Optional<CertifiedSolve> design = solve(certain.program().deterministicEquivalent());
        if (design.isPresent() && design.get().isInfeasible()) {
            return new ScenarioComparison(information, Optional.empty(), ScenarioComparison.MeanDesign.FAILS);
        }
        Optional<CertifiedSolve> tried = design.filter(CertifiedSolve::hasPlan)
                .flatMap(found -> tried(found.program(), found.point().orElseThrow(), mean));
        if (tried.isPresent() && tried.get().isInfeasible()) {
            return new ScenarioComparison(information, Optional.empty(), ScenarioComparison.MeanDesign.FAILS);
        }
        if (tried.isEmpty() || !tried.get().hasPlan()) {
            return new ScenarioComparison(information, Optional.empty(), ScenarioComparison.MeanDesign.UNKNOWN);
        }
        Rational least = tried.get().bound().orElseThrow();
        Rational most = tried.get().program().objective(tried.get().point().orElseThrow());
        return new ScenarioComparison(
                information,
                Optional.of(CertifiedRange.of(least.minus(value), most.minus(bound))),
                ScenarioComparison.MeanDesign.MEETS_ALL);
    }

    private Optional<CertifiedRange> perfectInformation(Rational value, Rational bound) {
        List<Rational> least = new ArrayList<>();
        List<Rational> most = new ArrayList<>();
        for (Scenario scenario : problem.scenarios()) {
            LinearProgram alone = ScenarioFormulation.of(
                            problem.knowing(scenario).withMeasure(RiskMeasure.EXPECTATION))
                    .program()
                    .deterministicEquivalent();
            Optional<CertifiedSolve> solved = solve(alone);
            if (solved.isEmpty() || !solved.get().hasPlan()) {
                return Optional.empty();
            }
            least.add(solved.get().bound().orElseThrow());
            most.add(alone.objective(solved.get().point().orElseThrow()));
        }
        List<Rational> probabilities = problem.scenarios().stream()
                .map(scenario -> Rational.of(scenario.probability().base()))
                .toList();
        return Optional.of(CertifiedRange.of(
                bound.minus(RiskValue.of(problem.risk(), probabilities, most)),
                value.minus(RiskValue.of(problem.risk(), probabilities, least))));
    }

    /** The design of the mean scenario in all scenarios. */
    private Optional<CertifiedSolve> tried(LinearProgram certain, List<Rational> point, Scenario mean) {
        Map<String, Rational> decided = new HashMap<>();
        for (int j = 0; j < point.size(); j++) {
            decided.put(certain.variables().get(j).name(), point.get(j));
        }
        TwoStageProgram program = ScenarioFormulation.of(problem, List.of(mean)).program();
        List<Rational> decision = program.firstStage().variables().stream()
                .map(Variable::name)
                .map(name -> decided.getOrDefault(name, Rational.ZERO))
                .toList();
        return solve(program.fixed(decision).deterministicEquivalent());
    }

    /** In an equal share of the time that is left; empty if there is none. */
    private Optional<CertifiedSolve> solve(LinearProgram program) {
        Duration time = limits.deadline().minusNanos(System.nanoTime() - start).dividedBy(left);
        left--;
        if (time.isZero() || time.isNegative() || limits.cancelled().getAsBoolean()) {
            return Optional.empty();
        }
        return Optional.of(CertifiedSolve.of(engine, program, limits.withDeadline(time), progress -> {}));
    }
}
