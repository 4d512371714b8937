package io.dcsdk.optimizer.search;

import io.dcsdk.optimizer.exact.ExactAnswer;
import io.dcsdk.optimizer.exact.ExactOptimum;
import io.dcsdk.optimizer.exact.ExactSimplex;
import io.dcsdk.optimizer.exact.ExactVertex;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Turns whole numbers that look good into a point that satisfies everything exactly, with the best continuous rest. */
final class Completion {
    private final Problem problem;
    private final BooleanSupplier stop;

    Completion(Problem problem, BooleanSupplier stop) {
        this.problem = problem;
        this.stop = stop;
    }

    /**
     * The exact point with the whole-number values next to those of {@code near}, if there is one. Its continuous values are
     * those of {@code near}, which a relaxation has found to be the best, or the best ones that the exact simplex finds.
     */
    Optional<List<Rational>> of(double[] near) {
        List<Rational> lower = new ArrayList<>(near.length);
        List<Rational> upper = new ArrayList<>(near.length);
        for (int j = 0; j < near.length; j++) {
            Variable variable = problem.program.variables().get(j);
            if (variable.integer()) {
                Rational value = Rational.ofExactly(Math.rint(near[j]));
                if (!variable.admits(value)) {
                    return Optional.empty();
                }
                lower.add(value);
                upper.add(value);
            } else {
                lower.add(variable.lower());
                upper.add(variable.upper());
            }
        }
        if (problem.isPure) {
            return problem.program.isFeasible(lower) ? Optional.of(lower) : Optional.empty();
        }
        return ExactVertex.near(problem.program, lower, upper, near, stop)
                .or(() -> stop.getAsBoolean()
                        ? Optional.empty()
                        : minimum(ExactSimplex.minimise(problem.program, lower, upper, stop)));
    }

    private static Optional<List<Rational>> minimum(ExactAnswer answer) {
        return answer instanceof ExactAnswer.Minimum minimum ? Optional.of(minimum.point()) : Optional.empty();
    }

    /** One bound for each variable. */
    record Box(List<Rational> lower, List<Rational> upper) {}

    /** A box of whole-number bounds; continuous variables keep the bounds of the program. */
    Box box(double[] lower, double[] upper) {
        List<Rational> low = new ArrayList<>(lower.length);
        List<Rational> high = new ArrayList<>(lower.length);
        for (int j = 0; j < lower.length; j++) {
            Variable variable = problem.program.variables().get(j);
            low.add(variable.integer() ? Rational.ofExactly(lower[j]) : variable.lower());
            high.add(variable.integer() ? Rational.ofExactly(upper[j]) : variable.upper());
        }
        return new Box(low, high);
    }

    /** The exact relaxation over a box. */
    ExactAnswer relaxation(Box box) {
        return ExactSimplex.minimise(problem.program, box.lower, box.upper, stop);
    }

    /** The exact minimum next to an engine's, if that is one. */
    Optional<ExactAnswer> minimum(Box box, double[] point, double[] multipliers) {
        return ExactOptimum.minimum(problem.program, box.lower, box.upper, point, multipliers, stop);
    }

    /** The exact proof next to an engine's that nothing is in the box, if that is one. */
    Optional<ExactAnswer> nothing(Box box, double[] multipliers) {
        return ExactOptimum.nothing(problem.program, box.lower, box.upper, multipliers, stop);
    }
}
