package io.dcsdk.optimizer.sensitivity;

import io.dcsdk.optimizer.exact.ExactAnswer;
import io.dcsdk.optimizer.exact.ExactSimplex;
import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Term;
import io.dcsdk.optimizer.linear.Variable;
import io.dcsdk.optimizer.sensitivity.ValueFunction.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A linear program whose right-hand sides move along a direction: {@code v(t) = min c'x} over {@code a_i'x rel b_i + t d_i}
 * within the bounds of x. Integrality is not looked at.
 *
 * <p>v is convex and piecewise linear. The multipliers y of a minimum at t give the line {@code v(t) + y'd (s - t)}, which is
 * nowhere above v(s) and, if t is inside a piece, the piece itself. Two lines that differ meet between their parameters: if v
 * is there what both say, that is where one piece ends and the next begins, otherwise the line of that parameter is a new one,
 * and both halves are looked at again. So a function of k pieces takes at most 2 k + 1 minima, and two more for the range of t.
 * All of it is exact. Source: Eisner and Severance, Mathematical techniques for efficient record segmentation (1976).
 */
final class ParametricProgram {
    private static final String PARAMETER = "parameter";

    private final LinearProgram program;
    private final List<Rational> direction;
    private final Rational least;
    private final Rational most;
    private final BooleanSupplier stop;

    /**
     * A program and a direction.
     *
     * @param program of which no variable is named {@value #PARAMETER}
     * @param direction one number for each constraint
     * @param stop says true when the work shall end
     */
    ParametricProgram(LinearProgram program, List<Rational> direction, BooleanSupplier stop) {
        this.direction = List.copyOf(direction);
        this.stop = stop;
        Rational low = Rational.ZERO;
        Rational high = Rational.ZERO;
        for (int row = 0; row < direction.size(); row++) {
            if (!direction.get(row).isZero()) {
                Constraint constraint = program.constraints().get(row);
                for (boolean upper : new boolean[] {false, true}) {
                    Rational turn = extreme(program, constraint, upper)
                            .minus(constraint.rightHandSide())
                            .dividedBy(direction.get(row));
                    low = low.min(turn);
                    high = high.max(turn);
                }
            }
        }
        // Outside of these a row that moves is void or cannot be met.
        this.least = low.minus(Rational.ONE);
        this.most = high.plus(Rational.ONE);
        this.program = augmented(program);
    }

    private static Rational extreme(LinearProgram program, Constraint constraint, boolean upper) {
        Rational sum = Rational.ZERO;
        for (Term term : constraint.terms()) {
            Variable variable = program.variables().get(term.variable());
            boolean atUpper = upper == term.coefficient().signum() > 0;
            sum = sum.plus(term.coefficient().times(atUpper ? variable.upper() : variable.lower()));
        }
        return sum;
    }

    /** The parameter is a variable: fixed for a value, free for the range. */
    private LinearProgram augmented(LinearProgram plain) {
        LinearProgram.Builder builder = LinearProgram.builder();
        for (int j = 0; j < plain.variables().size(); j++) {
            Variable variable = plain.variables().get(j);
            builder.continuous(
                    variable.name(),
                    variable.lower(),
                    variable.upper(),
                    plain.costs().get(j));
        }
        builder.constant(plain.constant());
        builder.continuous(PARAMETER, least, most, Rational.ZERO);
        for (int row = 0; row < direction.size(); row++) {
            Constraint constraint = plain.constraints().get(row);
            Map<String, Rational> terms = plain.coefficients(constraint);
            terms.put(PARAMETER, direction.get(row).negate());
            builder.constraint(constraint.name(), terms, constraint.relation(), constraint.rightHandSide());
        }
        return builder.build();
    }

    /** A line that is nowhere above the function and meets it at a parameter. */
    private record Line(Rational parameter, Rational value, Rational slope) {
        Rational at(Rational other) {
            return value.plus(slope.times(other.minus(parameter)));
        }
    }

    /** Called off. */
    private static final class Stopped extends Exception {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super("stopped", null, false, false);
        }
    }

    /**
     * The whole function.
     *
     * @return empty if it was called off, or if there is no point at any parameter
     */
    Optional<ValueFunction> function() {
        try {
            Optional<Rational> from = end(Rational.ONE);
            if (from.isEmpty()) {
                return Optional.empty();
            }
            Rational to = end(Rational.of(-1)).orElseThrow();
            Line first = line(from.get());
            List<Piece> pieces = new ArrayList<>();
            if (to.compareTo(from.get()) > 0) {
                between(first, line(to), pieces);
            }
            return Optional.of(new ValueFunction(
                    from.get(), to, first.value(), from.get().equals(least), to.equals(most), pieces));
        } catch (Stopped calledOff) {
            return Optional.empty();
        }
    }

    /** The parameter at which it is least in a direction of cost, if there is one. */
    private Optional<Rational> end(Rational cost) throws Stopped {
        LinearProgram.Builder builder = LinearProgram.builder();
        program.variables().forEach(builder::variable);
        builder.cost(PARAMETER, cost);
        for (Constraint constraint : program.constraints()) {
            builder.constraint(
                    constraint.name(),
                    program.coefficients(constraint),
                    constraint.relation(),
                    constraint.rightHandSide());
        }
        return minimum(builder.build(), least, most)
                .map(minimum -> minimum.point().get(minimum.point().size() - 1));
    }

    private Line line(Rational parameter) throws Stopped {
        ExactAnswer.Minimum minimum = minimum(program, parameter, parameter).orElseThrow();
        Rational slope = Rational.ZERO;
        for (int row = 0; row < direction.size(); row++) {
            slope = slope.plus(minimum.multipliers().get(row).times(direction.get(row)));
        }
        return new Line(parameter, program.objective(minimum.point()), slope);
    }

    private Optional<ExactAnswer.Minimum> minimum(LinearProgram whole, Rational from, Rational to) throws Stopped {
        List<Rational> lower = new ArrayList<>();
        List<Rational> upper = new ArrayList<>();
        for (Variable variable : whole.variables()) {
            lower.add(variable.lower());
            upper.add(variable.upper());
        }
        lower.set(lower.size() - 1, from);
        upper.set(upper.size() - 1, to);
        ExactAnswer answer = ExactSimplex.minimise(whole, lower, upper, stop);
        if (answer instanceof ExactAnswer.Stopped) {
            throw new Stopped();
        }
        return answer instanceof ExactAnswer.Minimum minimum ? Optional.of(minimum) : Optional.empty();
    }

    private void between(Line left, Line right, List<Piece> pieces) throws Stopped {
        if (left.slope().equals(right.slope())) {
            add(pieces, left.parameter(), right.parameter(), left.slope());
            return;
        }
        Rational met = right.at(Rational.ZERO)
                .minus(left.at(Rational.ZERO))
                .dividedBy(left.slope().minus(right.slope()));
        if (met.compareTo(left.parameter()) <= 0) {
            add(pieces, left.parameter(), right.parameter(), right.slope());
        } else if (met.compareTo(right.parameter()) >= 0) {
            add(pieces, left.parameter(), right.parameter(), left.slope());
        } else {
            Line middle = line(met);
            if (middle.value().equals(left.at(met))) {
                add(pieces, left.parameter(), met, left.slope());
                add(pieces, met, right.parameter(), right.slope());
            } else {
                between(left, middle, pieces);
                between(middle, right, pieces);
            }
        }
    }

    private static void add(List<Piece> pieces, Rational from, Rational to, Rational slope) {
        int last = pieces.size() - 1;
        if (last >= 0 && pieces.get(last).slope().equals(slope)) {
            pieces.set(last, new Piece(pieces.get(last).from(), to, slope));
        } else {
            pieces.add(new Piece(from, to, slope));
        }
    }
}
