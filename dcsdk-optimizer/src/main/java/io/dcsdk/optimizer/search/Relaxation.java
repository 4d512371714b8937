package io.dcsdk.optimizer.search;

import io.dcsdk.optimizer.exact.ExactAnswer;
import io.dcsdk.optimizer.relaxation.LpAnswer;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.relaxation.LpSession;
import io.dcsdk.optimizer.search.Relaxed.Values;
import java.util.Optional;

/**
 * Asks the engine and judges the answer: a warm solve first, a fresh one if that does not hold, exact numbers if neither
 * does. In a larger program a doubtful point is still good for branching, and before the exact simplex is asked the
 * vertex next to the engine's numbers is.
 *
 * <p>An optimal answer holds if its point violates no row by more than 1e-7 of the row's size and its objective is
 * within 1e-6 of the safe bound of its multipliers. An infeasible one holds if its multipliers prove it.
 */
final class Relaxation {
    private static final double ROW_TOLERANCE = 1e-7;
    private static final double GAP_TOLERANCE = 1e-6;
    private static final int SMALL_TABLEAU = 3_000;
    /** Nanoseconds for the first relaxation; those of many years take many times that. */
    private static final long AT_LEAST = 1_000_000_000;

    /** A smaller matrix is worth a session that begins without a basis if it has at most this share of the entries. */
    private static final double WORTHWHILE = 0.5;

    private final Problem problem;
    private final LpEngine engine;
    private Optional<LpSession> wholeSession = Optional.empty();
    private Optional<Focus> focus = Optional.empty();
    private final SafeBound safeBound;
    private final Completion completion;
    private final StopSignal stop;
    private final double[] lowerCopy;
    private final double[] upperCopy;

    Relaxation(Problem problem, LpEngine engine, SafeBound safeBound, Completion completion, StopSignal stop) {
        this.problem = problem;
        this.engine = engine;
        this.safeBound = safeBound;
        this.completion = completion;
        this.stop = stop;
        this.lowerCopy = new double[problem.size()];
        this.upperCopy = new double[problem.size()];
    }

    /** A part of the matrix with the session that solves it. */
    private record Focus(Reduction reduction, LpSession session) {}

    /**
     * Prepares for boxes inside this one: what it fixes is left out from now on, if that makes the relaxation much smaller
     * than it is already.
     */
    void focus(double[] lower, double[] upper) {
        Reduction reduction = Reduction.of(problem.matrix, lower, upper);
        boolean isCovered = focus.isPresent() && focus.get().reduction().covers(lower, upper);
        long now = isCovered ? focus.get().reduction().size() : wholeSize();
        if (reduction.isUsable() && reduction.size() <= WORTHWHILE * now) {
            focus = Optional.of(new Focus(reduction, engine.open(reduction.part())));
        } else if (!isCovered) {
            focus = Optional.empty();
        }
    }

    private long wholeSize() {
        return (long) (problem.matrix.rows() + 1) * (problem.size() + 1);
    }

    Relaxed solve(double[] lower, double[] upper, double threshold) {
        Relaxed proposed = propose(lower, upper, threshold, false);
        if (isOpen(proposed)) {
            proposed = propose(lower, upper, threshold, true);
        }
        boolean isGoodForBranching = proposed instanceof Relaxed.Doubtful && !isSmall();
        return isOpen(proposed) && !isGoodForBranching ? solveExactly(lower, upper, proposed) : proposed;
    }

    private static boolean isOpen(Relaxed proposed) {
        return proposed instanceof Relaxed.Stopped
                || proposed instanceof Relaxed.Unproven
                || proposed instanceof Relaxed.Doubtful;
    }

    /** Whether the exact simplex costs little, so that it may be asked often. */
    boolean isSmall() {
        return (long) problem.matrix.rows() * (problem.matrix.rows() + problem.size()) <= SMALL_TABLEAU;
    }

    /**
     * The engine's answer if it holds, doubtful if only its bound holds, unproven if it says that there is none, else stopped;
     * never exact. Once the search shall end the engine is not asked, and what it does then is called off where it can be.
     */
    Relaxed propose(double[] lower, double[] upper, double threshold, boolean fresh) {
        return stop.getAsBoolean()
                ? new Relaxed.Stopped()
                : judged(ask(lower, upper, fresh, Math.max(1, stop.nanosecondsOfSearch())), lower, upper, threshold);
    }

    /** The same for the one relaxation that is given a second however short the deadline is. */
    Relaxed proposeAnyway(double[] lower, double[] upper) {
        long nanoseconds = Math.max(AT_LEAST, stop.nanosecondsOfSearch());
        return judged(ask(lower, upper, false, nanoseconds), lower, upper, Double.POSITIVE_INFINITY);
    }

    private Relaxed judged(LpAnswer answer, double[] lower, double[] upper, double threshold) {
        double[] proposed = answer.multipliers();
        if (proposed.length != problem.matrix.rows()) {
            return new Relaxed.Stopped();
        }
        double[] multipliers = safeBound.cleaned(proposed);
        if (answer.status() == LpAnswer.Status.INFEASIBLE) {
            return safeBound.ofNothing(multipliers, lower, upper) > 0
                    ? new Relaxed.Empty(new Values(multipliers))
                    : new Relaxed.Unproven(new Values(multipliers));
        }
        if (answer.status() != LpAnswer.Status.OPTIMAL || answer.point().length != problem.size()) {
            return new Relaxed.Stopped();
        }
        double bound = safeBound.ofObjective(multipliers, lower, upper);
        if (bound >= threshold) {
            return new Relaxed.Closed(bound, new Values(multipliers));
        }
        double[] point = answer.point();
        for (int j = 0; j < point.length; j++) {
            if (Double.isNaN(point[j])) {
                return new Relaxed.Stopped();
            }
            point[j] = Math.max(lower[j], Math.min(upper[j], point[j]));
        }
        double objective = problem.objective(point) + problem.program.constant().doubleValue();
        boolean agrees = Math.abs(objective - bound) <= GAP_TOLERANCE * Math.max(Math.abs(objective), Math.abs(bound))
                || Math.abs(objective - bound) <= 4 * safeBound.margin();
        return agrees && problem.violation(point) <= ROW_TOLERANCE
                ? new Relaxed.Solved(new Values(point), bound, new Values(multipliers))
                : new Relaxed.Doubtful(new Values(point), bound, new Values(multipliers));
    }

    /**
     * What exact numbers say, whatever the engine has proposed: those next to its numbers if they settle it, for a large
     * program only, else those of the exact simplex.
     */
    Relaxed solveExactly(double[] lower, double[] upper, Relaxed proposed) {
        if (stop.getAsBoolean()) {
            return new Relaxed.Stopped();
        }
        Completion.Box box = completion.box(lower, upper);
        ExactAnswer answer = (isSmall() ? Optional.<ExactAnswer>empty() : next(box, proposed))
                .orElseGet(() -> completion.relaxation(box));
        if (answer instanceof ExactAnswer.Minimum minimum) {
            return new Relaxed.Exact(minimum.point(), minimum.multipliers());
        }
        if (answer instanceof ExactAnswer.Infeasible infeasible) {
            return new Relaxed.ExactlyEmpty(infeasible.multipliers());
        }
        return new Relaxed.Stopped();
    }

    private Optional<ExactAnswer> next(Completion.Box box, Relaxed proposed) {
        if (proposed instanceof Relaxed.Solved solved) {
            return completion.minimum(box, solved.point().array, solved.multipliers().array);
        }
        if (proposed instanceof Relaxed.Doubtful doubtful) {
            return completion.minimum(box, doubtful.point().array, doubtful.multipliers().array);
        }
        return proposed instanceof Relaxed.Unproven unproven
                ? completion.nothing(box, unproven.multipliers().array)
                : Optional.empty();
    }

    private LpAnswer ask(double[] lower, double[] upper, boolean fresh, long nanoseconds) {
        try {
            if (focus.isPresent() && focus.get().reduction().covers(lower, upper)) {
                Reduction reduction = focus.get().reduction();
                return reduction.widened(focus.get()
                        .session()
                        .solve(reduction.narrowed(lower), reduction.narrowed(upper), fresh, nanoseconds));
            }
            if (wholeSession.isEmpty()) {
                wholeSession = Optional.of(engine.open(problem.matrix));
            }
            System.arraycopy(lower, 0, lowerCopy, 0, lower.length);
            System.arraycopy(upper, 0, upperCopy, 0, upper.length);
            return wholeSession.get().solve(lowerCopy, upperCopy, fresh, nanoseconds);
        } catch (RuntimeException brokenEngine) {
            return LpAnswer.unknown(); // the port forbids it, and the verdict must not depend on it
        }
    }
}
