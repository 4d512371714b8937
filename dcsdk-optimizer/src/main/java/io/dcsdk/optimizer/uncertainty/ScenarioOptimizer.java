package io.dcsdk.optimizer.uncertainty;

import io.dcsdk.design.Outcome;
import io.dcsdk.optimizer.engine.OjAlgoEngine;
import io.dcsdk.optimizer.explanation.TimeBudget;
import io.dcsdk.optimizer.formulation.ScenarioFormulation;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.search.ProgressListener;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.uncertainty.ScenarioProblem;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Finds what to buy now so that the measure of all scenarios' costs is the least, and proves it.
 *
 * <pre>{@code
 * ScenarioOutcome outcome = ScenarioOptimizer.standard().solve(problem, SolveLimits.defaults()).answer();
 * }</pre>
 *
 * <p>Every certificate has passed the checker, and every plan has been evaluated from its items
 * ({@link io.dcsdk.uncertainty.ScenarioEvaluation}). The same problem gives the same plan, whatever the number of threads,
 * as long as time does not run out. Safe for use by several threads.
 */
public final class ScenarioOptimizer {
    private final LpEngine engine;
    private final boolean compares;

    private ScenarioOptimizer(LpEngine engine, boolean compares) {
        this.engine = engine;
        this.compares = compares;
    }

    /**
     * The optimiser over ojAlgo, with comparison.
     *
     * @return an optimiser
     */
    public static ScenarioOptimizer standard() {
        return over(new OjAlgoEngine());
    }

    /**
     * The optimiser over another engine, with comparison.
     *
     * @param engine solves linear relaxations; its answers are not trusted
     * @return an optimiser
     */
    public static ScenarioOptimizer over(LpEngine engine) {
        return new ScenarioOptimizer(engine, true);
    }

    /**
     * The same without the value of information and of the stochastic solution, which take a solve for each scenario and
     * two more.
     *
     * @return an optimiser that spends all of its time on the plan
     */
    public ScenarioOptimizer withoutComparison() {
        return new ScenarioOptimizer(engine, false);
    }

    /**
     * Solves a problem.
     *
     * @param problem the problem, with its catalogue
     * @param limits gap and threads of each solve; the time is that of all, of which the plan has half when it is to be
     *     compared
     * @return a plan within the gap, a plan with its gap, a proof that there is none, or out of time with nothing
     * @throws io.dcsdk.item.ItemException if the problem lacks a catalogue or a figure that its items need
     */
    public Proven<ScenarioOutcome> solve(ScenarioProblem problem, SolveLimits limits) {
        return solve(problem, limits, progress -> {});
    }

    /**
     * Solves a problem and tells how it goes.
     *
     * @param problem the problem, with its catalogue
     * @param limits gap and threads of each solve, time of all
     * @param listener told now and then where the search for the plan stands
     * @return a plan within the gap, a plan with its gap, a proof that there is none, or out of time with nothing
     * @throws io.dcsdk.item.ItemException if the problem lacks a catalogue or a figure that its items need
     */
    public Proven<ScenarioOutcome> solve(ScenarioProblem problem, SolveLimits limits, ProgressListener listener) {
        long start = System.nanoTime();
        TimeBudget time = TimeBudget.of(limits);
        ScenarioFormulation formulation = ScenarioFormulation.of(problem);
        LinearProgram program = formulation.program().deterministicEquivalent();
        boolean isUncertain = compares && problem.scenarios().size() > 1;
        SolveLimits first = isUncertain ? limits.withDeadline(half(limits.deadline())) : limits;
        CertifiedSolve solved = CertifiedSolve.of(engine, program, first, listener);
        if (solved.isInfeasible()) {
            StatedRows rows = new ScenarioRows(formulation, program);
            ConflictSearch.Found found = ConflictSearch.of(engine, rows, solved, time);
            return proven(
                    problem,
                    found.solved(),
                    SolutionStatus.INFEASIBLE,
                    Optional.empty(),
                    found.solved().conflict(rows.byRow()::containsKey),
                    Optional.of(found.conflict()));
        }
        if (!solved.hasPlan()) {
            return proven(problem, solved, SolutionStatus.OUT_OF_TIME, Optional.empty(), List.of(), Optional.empty());
        }
        List<Rational> point = solved.point().orElseThrow();
        Rational bound = solved.bound().orElseThrow();
        ScenarioPlan plan = new ScenarioAssembly(formulation).plan(program, point, bound);
        Rational value = Dollars.of(plan.value());
        // The exact point decides, not the plan's decimals.
        Rational exact = program.objective(point);
        boolean isOptimal = exact.minus(bound).compareTo(exact.abs().times(limits.relativeGap())) <= 0;
        if (isUncertain) {
            plan = plan.with(new Comparing(engine, problem, limits, start).against(value, bound));
        }
        return proven(
                problem,
                solved,
                isOptimal ? SolutionStatus.OPTIMAL : SolutionStatus.FEASIBLE,
                Optional.of(plan),
                List.of(),
                Optional.empty());
    }

    private static Duration half(Duration time) {
        Duration half = time.dividedBy(2);
        return half.isZero() ? time : half;
    }

    private static Proven<ScenarioOutcome> proven(
            ScenarioProblem problem,
            CertifiedSolve solved,
            SolutionStatus status,
            Optional<ScenarioPlan> plan,
            List<Outcome.Conflict> conflict,
            Optional<UncertainConflict> explanation) {
        boolean isEarly = status == SolutionStatus.FEASIBLE || status == SolutionStatus.OUT_OF_TIME;
        ScenarioOutcome outcome = new ScenarioOutcome(
                ScenarioOutcome.FORMAT,
                status,
                isEarly ? Optional.of(solved.stopped()) : Optional.empty(),
                problem.problem().name(),
                problem.risk(),
                plan,
                solved.bound().map(bound -> Dollars.of(bound, RoundingMode.FLOOR)),
                conflict,
                explanation,
                solved.certificate().digest());
        return new Proven<>(outcome, solved.program(), solved.certificate());
    }
}
