package io.dcsdk.optimizer.search;

import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Variable;
import io.dcsdk.optimizer.relaxation.LpMatrix;

/** The program with what the search needs of it as doubles. Shared by all threads, never changed. */
final class Problem {
    /** Whole numbers up to here, and one more, are exact as doubles. */
    private static final Rational LARGEST_WHOLE = Rational.of(1L << 52);

    final LinearProgram program;
    /** What turns a proof of the program into one of the program that was asked for. */
    final StrengthenedProgram source;

    final LpMatrix matrix;
    final double[] lower;
    final double[] upper;
    final boolean[] isWhole;
    final boolean isPure;
    /** For each row the size of its right-hand side and of its terms when the variables move by one, or as far as they can. */
    private final double[] rowSizes;

    private Problem(StrengthenedProgram source) {
        this.source = source;
        this.program = source.program();
        this.matrix = LpMatrix.of(program);
        int size = program.variables().size();
        lower = new double[size];
        upper = new double[size];
        isWhole = new boolean[size];
        boolean pure = true;
        for (int j = 0; j < size; j++) {
            Variable variable = program.variables().get(j);
            isWhole[j] = variable.integer();
            pure &= isWhole[j];
            lower[j] = variable.lower().doubleValue();
            upper[j] = variable.upper().doubleValue();
            if (isWhole[j]) {
                requireExact(variable, variable.lower());
                requireExact(variable, variable.upper());
            } else {
                // A box that is a little too large keeps every bound valid.
                if (Rational.ofExactly(lower[j]).compareTo(variable.lower()) > 0) {
                    lower[j] = Math.nextDown(lower[j]);
                }
                if (Rational.ofExactly(upper[j]).compareTo(variable.upper()) < 0) {
                    upper[j] = Math.nextUp(upper[j]);
                }
            }
        }
        isPure = pure;
        rowSizes = new double[matrix.rows()];
        for (int i = 0; i < rowSizes.length; i++) {
            rowSizes[i] = Math.abs(matrix.rightHandSide(i));
            for (int at = matrix.start(i); at < matrix.start(i + 1); at++) {
                int j = matrix.columnAt(at);
                double move = Math.min(1, upper[j] - lower[j]);
                rowSizes[i] = Math.max(rowSizes[i], Math.abs(matrix.valueAt(at)) * move);
            }
        }
    }

    static Problem of(LinearProgram program) {
        return of(StrengthenedProgram.of(program));
    }

    static Problem of(StrengthenedProgram strengthened) {
        return new Problem(strengthened);
    }

    private static void requireExact(Variable variable, Rational bound) {
        if (bound.abs().compareTo(LARGEST_WHOLE) > 0) {
            throw new IllegalArgumentException("Bound (" + bound + ") of variable " + variable.name()
                    + ": a whole-number variable that is searched must stay within 2^52\n"
                    + "Maybe count in larger units, or state a bound that the requirements imply.");
        }
    }

    int size() {
        return lower.length;
    }

    double objective(double[] point) {
        double sum = 0;
        for (int j = 0; j < point.length; j++) {
            sum += matrix.cost(j) * point[j];
        }
        return sum;
    }

    /** The largest violation of a row, relative to the size of its terms. */
    double violation(double[] point) {
        double worst = 0;
        for (int i = 0; i < matrix.rows(); i++) {
            double activity = 0;
            double size = rowSizes[i];
            for (int at = matrix.start(i); at < matrix.start(i + 1); at++) {
                double term = matrix.valueAt(at) * point[matrix.columnAt(at)];
                activity += term;
                size = Math.max(size, Math.abs(term));
            }
            double excess = activity - matrix.rightHandSide(i);
            double violation =
                    switch (matrix.relation(i)) {
                        case LE -> excess;
                        case GE -> -excess;
                        case EQ -> Math.abs(excess);
                    };
            worst = Math.max(worst, size > 0 ? violation / size : violation);
        }
        return worst;
    }
}
