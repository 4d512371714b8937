package io.dcsdk.optimizer.search;

import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import java.util.List;
import java.util.Optional;

/**
 * The best point so far, and from which bound on a node need not be looked at any more.
 *
 * <p>With objective U and gap g a node is closed when its bound reaches {@code U - g |U|}. If all costs belong to
 * whole-number variables, objectives lie on a lattice {@code constant + step × whole number}, and a bound just above the
 * lattice value before the first that reaches that limit will do: rounding up brings it there. Immutable.
 */
final class Cutoff {
    private final LinearProgram program;
    private final Rational relativeGap;
    private final Rational step;
    private final Optional<List<Rational>> point;
    private final Optional<Rational> objective;
    private final Rational limit;
    private final double threshold;

    private Cutoff(
            LinearProgram program,
            Rational relativeGap,
            Rational step,
            Optional<List<Rational>> point,
            Optional<Rational> objective) {
        this.program = program;
        this.relativeGap = relativeGap;
        this.step = step;
        this.point = point;
        this.objective = objective;
        if (objective.isEmpty()) {
            limit = Rational.ZERO;
            threshold = Double.POSITIVE_INFINITY;
            return;
        }
        Rational wanted =
                objective.get().minus(relativeGap.times(objective.get().abs()));
        limit = step.isZero() ? wanted : roundUp(wanted).minus(step);
        // Two units up: doubleValue() may round down by one, and on the lattice the limit itself is not enough.
        threshold = Math.nextUp(Math.nextUp(limit.doubleValue()));
    }

    static Cutoff none(LinearProgram program, Rational relativeGap) {
        return new Cutoff(program, relativeGap, step(program), Optional.empty(), Optional.empty());
    }

    /** Zero unless all costs belong to whole-number variables; then their greatest common divisor. */
    private static Rational step(LinearProgram program) {
        Rational step = Rational.ZERO;
        for (int j = 0; j < program.costs().size(); j++) {
            Rational cost = program.costs().get(j);
            if (cost.isZero()) {
                continue;
            }
            if (!program.variables().get(j).integer()) {
                return Rational.ZERO;
            }
            Rational a = step;
            Rational b = cost.abs();
            while (!b.isZero()) { // Euclid on fractions
                Rational remainder = a.minus(b.times(Rational.of(a.dividedBy(b).floor())));
                a = b;
                b = remainder;
            }
            step = a;
        }
        return step;
    }

    Cutoff improvedBy(List<Rational> betterPoint, Rational betterObjective) {
        return new Cutoff(program, relativeGap, step, Optional.of(betterPoint), Optional.of(betterObjective));
    }

    Rational objectiveOf(List<Rational> someFeasiblePoint) {
        return program.objective(someFeasiblePoint);
    }

    Optional<List<Rational>> point() {
        return point;
    }

    Optional<Rational> objective() {
        return objective;
    }

    boolean isImprovedBy(Rational other) {
        return objective.isEmpty() || other.compareTo(objective.get()) < 0;
    }

    /** A node whose safe bound reaches this is closed; plus infinity while there is no point. */
    double threshold() {
        return threshold;
    }

    /** Whether an exact bound closes a node. */
    boolean isReachedBy(Rational bound) {
        if (objective.isEmpty()) {
            return false;
        }
        int comparison = bound.compareTo(limit);
        return step.isZero() ? comparison >= 0 : comparison > 0;
    }

    /** A bound of all objectives, rounded up to the lattice. */
    Rational roundUp(Rational bound) {
        if (step.isZero()) {
            return bound;
        }
        Rational steps = bound.minus(program.constant()).dividedBy(step);
        return program.constant().plus(step.times(Rational.of(steps.ceiling())));
    }

    boolean isGapClosedBy(Rational bound) {
        return objective
                .map(value -> value.minus(bound).compareTo(relativeGap.times(value.abs())) <= 0)
                .orElse(false);
    }
}
