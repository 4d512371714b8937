package io.dcsdk.optimizer.sizing;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The few equations of the border, with twice the digits of doubles and more: near the optimum a step that runs at its bound
 * counts 10^15 times as much as what tells the capacities apart, and doubles would lose the latter. Sums are kept as pairs of
 * doubles (Knuth's and Dekker's error-free transformations), elimination is done in decimals of forty digits.
 */
final class BorderMatrix {
    private static final MathContext FORTY = new MathContext(40);
    private static final BigDecimal HUGE = new BigDecimal("1e100");

    private final int size;
    private final double[] high;
    private final double[] low;
    private final BigDecimal[] factored;
    private final int[] pivots;

    BorderMatrix(int size) {
        this.size = size;
        high = new double[size * size];
        low = new double[size * size];
        factored = new BigDecimal[size * size];
        pivots = new int[size];
    }

    /** A sum of products with the error of each operation kept. */
    static final class Sums {
        private final double[] high;
        private final double[] low;

        Sums(double[] start) {
            high = start.clone();
            low = new double[start.length];
        }

        void addProduct(int at, double a, double b) {
            BorderMatrix.addProduct(high, low, at, a, b);
        }
    }

    private static void addProduct(double[] high, double[] low, int at, double a, double b) {
        double product = a * b;
        double before = high[at];
        double sum = before + product;
        double added = sum - before;
        low[at] += (before - (sum - added)) + (product - added) + Math.fma(a, b, -product);
        high[at] = sum;
    }

    /** Sets the matrix to W plus the sum of the outer products of the rows of Y, and factors it. */
    void factor(double[] w, double[] rows) {
        System.arraycopy(w, 0, high, 0, high.length);
        java.util.Arrays.fill(low, 0);
        for (int start = 0; start < rows.length && size > 0; start += size) {
            for (int a = 0; a < size; a++) {
                double left = rows[start + a];
                if (left != 0) {
                    for (int b = 0; b <= a; b++) {
                        addProduct(high, low, a * size + b, left, rows[start + b]);
                    }
                }
            }
        }
        for (int a = 0; a < size; a++) {
            for (int b = 0; b <= a; b++) {
                BigDecimal value = exact(high[a * size + b], low[a * size + b]);
                factored[a * size + b] = value;
                factored[b * size + a] = value;
            }
        }
        eliminate();
    }

    /** The number of two doubles; not a number becomes zero, which the step that follows will not survive. */
    private static BigDecimal exact(double high, double low) {
        return Double.isFinite(high) && Double.isFinite(low)
                ? new BigDecimal(high).add(new BigDecimal(low)).round(FORTY)
                : BigDecimal.ZERO;
    }

    private void eliminate() {
        for (int k = 0; k < size; k++) {
            int best = k;
            for (int i = k + 1; i < size; i++) {
                if (factored[i * size + k].abs().compareTo(factored[best * size + k].abs()) > 0) {
                    best = i;
                }
            }
            pivots[k] = best;
            for (int c = 0; c < size && best != k; c++) {
                BigDecimal swapped = factored[k * size + c];
                factored[k * size + c] = factored[best * size + c];
                factored[best * size + c] = swapped;
            }
            if (factored[k * size + k].signum() == 0) {
                factored[k * size + k] = HUGE;
            }
            for (int i = k + 1; i < size; i++) {
                BigDecimal factor = factored[i * size + k].divide(factored[k * size + k], FORTY);
                factored[i * size + k] = factor;
                for (int c = k + 1; c < size && factor.signum() != 0; c++) {
                    factored[i * size + c] =
                            factored[i * size + c].subtract(factor.multiply(factored[k * size + c]), FORTY);
                }
            }
        }
    }

    /** The solution for a right-hand side. */
    double[] solve(Sums rightHandSide) {
        BigDecimal[] g = new BigDecimal[size];
        for (int k = 0; k < size; k++) {
            g[k] = exact(rightHandSide.high[k], rightHandSide.low[k]);
        }
        for (int k = 0; k < size; k++) { // all interchanges first: they moved whole rows, multipliers included
            BigDecimal swapped = g[k];
            g[k] = g[pivots[k]];
            g[pivots[k]] = swapped;
        }
        for (int k = 0; k < size; k++) {
            for (int i = k + 1; i < size; i++) {
                g[i] = g[i].subtract(factored[i * size + k].multiply(g[k]), FORTY);
            }
        }
        double[] solution = new double[size];
        for (int k = size - 1; k >= 0; k--) {
            for (int c = k + 1; c < size; c++) {
                g[k] = g[k].subtract(factored[k * size + c].multiply(g[c]), FORTY);
            }
            g[k] = g[k].divide(factored[k * size + k], FORTY);
            solution[k] = g[k].doubleValue();
        }
        return solution;
    }
}
