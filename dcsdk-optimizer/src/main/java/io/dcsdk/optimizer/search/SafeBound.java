package io.dcsdk.optimizer.search;

import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.relaxation.LpMatrix;

/**
 * The bound of weak duality in doubles, lowered by more than rounding can have raised it.
 *
 * <p>Formula: {@code constant + b'y + Σ min(l_j r_j, u_j r_j)}, {@code r = c - A'y}. A sum of k products of numbers with
 * relative error 2^-53 each is off by at most {@code (k + 4) 2^-52} times the sum of the sizes (Higham, Accuracy and
 * Stability of Numerical Algorithms, section 3.1, with room to spare). That error of each r_j, times the larger bound
 * of x_j, and that of the final sum, are taken off. One instance for each thread: it keeps the residuals of the last
 * evaluation.
 */
final class SafeBound {
    private static final double UNIT = 0x1p-52;
    /** Keeps 30 of the 52 digits of a multiplier: a proof with short numbers, for a bound lower by some 1e-9 of it. */
    private static final long KEPT_BITS = -1L << 22;

    private static final double SMALLEST = 1e-100;
    private static final double LARGEST = 1e100;

    private final LpMatrix matrix;
    private final double constant;
    private final double[] residuals;
    private final double[] sizes;
    private double margin;

    SafeBound(LpMatrix matrix, Rational constant) {
        this.matrix = matrix;
        this.constant = constant.doubleValue();
        this.residuals = new double[matrix.columns()];
        this.sizes = new double[matrix.columns()];
    }

    /** Multipliers of the right sign and short, made of proposed ones; anything strange becomes zero. */
    double[] cleaned(double[] proposed) {
        double[] multipliers = new double[matrix.rows()];
        for (int i = 0; i < multipliers.length; i++) {
            double value = Double.longBitsToDouble(Double.doubleToRawLongBits(proposed[i]) & KEPT_BITS);
            boolean isWrong =
                    matrix.relation(i) == Relation.GE ? value < 0 : matrix.relation(i) == Relation.LE && value > 0;
            boolean isUsable = Math.abs(value) > SMALLEST && Math.abs(value) < LARGEST; // false for NaN
            multipliers[i] = isUsable && !isWrong ? value : 0;
        }
        return multipliers;
    }

    /** A lower bound of the objective over the box, or minus infinity. */
    double ofObjective(double[] multipliers, double[] lower, double[] upper) {
        for (int j = 0; j < residuals.length; j++) {
            residuals[j] = matrix.cost(j);
            sizes[j] = Math.abs(matrix.cost(j));
        }
        return evaluate(multipliers, lower, upper, constant);
    }

    /** A lower bound of zero over the feasible points of the box: if positive there are none. */
    double ofNothing(double[] multipliers, double[] lower, double[] upper) {
        java.util.Arrays.fill(residuals, 0);
        java.util.Arrays.fill(sizes, 0);
        return evaluate(multipliers, lower, upper, 0);
    }

    private double evaluate(double[] multipliers, double[] lower, double[] upper, double start) {
        double sum = start;
        double size = Math.abs(start);
        int used = 0;
        for (int i = 0; i < multipliers.length; i++) {
            double multiplier = multipliers[i];
            if (multiplier == 0) {
                continue;
            }
            used++;
            double product = multiplier * matrix.rightHandSide(i);
            sum += product;
            size += Math.abs(product);
            for (int at = matrix.start(i); at < matrix.start(i + 1); at++) {
                int j = matrix.columnAt(at);
                double term = multiplier * matrix.valueAt(at);
                residuals[j] -= term;
                sizes[j] += Math.abs(term);
            }
        }
        double unsure = 0;
        for (int j = 0; j < residuals.length; j++) {
            double product = residuals[j] * (residuals[j] >= 0 ? lower[j] : upper[j]);
            sum += product;
            size += Math.abs(product);
            unsure += sizes[j] * Math.max(Math.abs(lower[j]), Math.abs(upper[j]));
        }
        margin = (used + 8) * UNIT * unsure + (residuals.length + used + 8) * UNIT * size + 1e-250;
        double bound = sum - 1.0001 * margin;
        return Double.isNaN(bound) ? Double.NEGATIVE_INFINITY : bound;
    }

    /** The last evaluation's residual of a column, pulled towards zero by its possible error. */
    double safeResidual(int column) {
        double error = (matrix.rows() + 8) * UNIT * sizes[column];
        double residual = residuals[column];
        return residual > 0 ? Math.max(0, residual - error) : Math.min(0, residual + error);
    }

    /** How much was taken off in the last evaluation. */
    double margin() {
        return margin;
    }
}
