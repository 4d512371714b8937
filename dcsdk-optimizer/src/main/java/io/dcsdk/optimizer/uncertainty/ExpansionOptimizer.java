package io.dcsdk.optimizer.uncertainty;

import io.dcsdk.design.Outcome;
import io.dcsdk.optimizer.engine.OjAlgoEngine;
import io.dcsdk.optimizer.explanation.TimeBudget;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.search.HeadStart;
import io.dcsdk.optimizer.search.ProgressListener;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.search.StrengthenedProgram;
import io.dcsdk.uncertainty.ExpansionProblem;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Finds what to buy, keep and retire in each year so that all payments together are the least, and proves it.
 *
 * <p>Every certificate has passed the checker, and every year's design has been evaluated from its items. The same problem
 * gives the same plan, whatever the number of threads, as long as none of the small programs that it begins with runs out of its
 * share of the time; else the plan, its bound or both may differ, and hold all the same. Safe for use by several threads.
 */
public final class ExpansionOptimizer {
    private static final Duration SHORTEST = Duration.ofMillis(1);
    /** A year is evaluated in one part in so many of the time that its algebra takes. */
    private static final int EVALUATION = 2;
    /** Tenths of the time that may be spent before the search, which then has to check what was proven. */
    private static final int BEFORE_OF_TEN = 8;

    private final LpEngine engine;

    private ExpansionOptimizer(LpEngine engine) {
        this.engine = engine;
    }

    /**
     * The optimiser over ojAlgo.
     *
     * @return an optimiser
     */
    public static ExpansionOptimizer standard() {
        return over(new OjAlgoEngine());
    }

    /**
     * The optimiser over another engine.
     *
     * @param engine solves linear relaxations; its answers are not trusted
     * @return an optimiser
     */
    public static ExpansionOptimizer over(LpEngine engine) {
        return new ExpansionOptimizer(engine);
    }

    /**
     * Solves a problem.
     *
     * @param problem the problem, with its catalogue
     * @param limits time, gap and threads
     * @return a plan within the gap, a plan with its gap, a proof that there is none, or out of time with nothing
     * @throws io.dcsdk.item.ItemException if the problem lacks a catalogue or a figure that its items need
     */
    public Proven<ExpansionOutcome> solve(ExpansionProblem problem, SolveLimits limits) {
        return solve(problem, limits, progress -> {});
    }

    /**
     * Solves a problem and tells how it goes.
     *
     * @param problem the problem, with its catalogue
     * @param limits time, gap and threads
     * @param listener told now and then where the search stands
     * @return a plan within the gap, a plan with its gap, a proof that there is none, or out of time with nothing
     * @throws io.dcsdk.item.ItemException if the problem lacks a catalogue or a figure that its items need
     */
    public Proven<ExpansionOutcome> solve(ExpansionProblem problem, SolveLimits limits, ProgressListener listener) {
        long begun = System.nanoTime();
        TimeBudget time = TimeBudget.of(limits);
        ExpansionFormulation formulation = new ExpansionFormulation(problem);
        // Afterwards each year is evaluated from its items, which takes a part of what stating it took.
        long evaluation = (System.nanoTime() - begun) / EVALUATION;
        ExpansionStart.Known known = problem.years() == 1
                ? new ExpansionStart.Known(StrengthenedProgram.of(formulation.program()), HeadStart.none())
                : new ExpansionStart(engine, formulation).find(most(left(limits, begun, evaluation)));
        CertifiedSolve solved =
                CertifiedSolve.from(engine, known.program(), left(limits, begun, evaluation), listener, known.start());
        if (solved.isInfeasible()) {
            StatedRows rows = new ExpansionRows(formulation);
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
        ExpansionPlan plan = new ExpansionAssembly(formulation).plan(point, bound);
        Rational value = solved.program().objective(point);
        boolean isOptimal = value.minus(bound).compareTo(value.abs().times(limits.relativeGap())) <= 0;
        return proven(
                problem,
                solved,
                isOptimal ? SolutionStatus.OPTIMAL : SolutionStatus.FEASIBLE,
                Optional.of(plan),
                List.of(),
                Optional.empty());
    }

    /** What is left of the time but for the evaluation. */
    private static SolveLimits left(SolveLimits limits, long begun, long evaluation) {
        Duration left = limits.deadline().minusNanos(System.nanoTime() - begun + evaluation);
        return limits.withDeadline(left.compareTo(SHORTEST) < 0 ? SHORTEST : left);
    }

    /** What may be spent on what is known before the search. */
    private static SolveLimits most(SolveLimits limits) {
        return limits.withDeadline(
                limits.deadline().dividedBy(10).multipliedBy(BEFORE_OF_TEN).plus(SHORTEST));
    }

    private static Proven<ExpansionOutcome> proven(
            ExpansionProblem problem,
            CertifiedSolve solved,
            SolutionStatus status,
            Optional<ExpansionPlan> plan,
            List<Outcome.Conflict> conflict,
            Optional<UncertainConflict> explanation) {
        boolean isEarly = status == SolutionStatus.FEASIBLE || status == SolutionStatus.OUT_OF_TIME;
        ExpansionOutcome outcome = new ExpansionOutcome(
                ExpansionOutcome.FORMAT,
                status,
                isEarly ? Optional.of(solved.stopped()) : Optional.empty(),
                problem.problem().name(),
                plan,
                solved.bound().map(bound -> Dollars.of(bound, RoundingMode.FLOOR)),
                conflict,
                explanation,
                solved.certificate().digest());
        return new Proven<>(outcome, solved.program(), solved.certificate());
    }
}
