package io.dcsdk.optimizer.sizing;

import static io.dcsdk.optimizer.sizing.TimeProgram.NONE;

import java.util.Arrays;

/**
 * The equations of one interior-point step: the rows of a year, tied from hour to hour by the levels only, and a small
 * border that all hours share.
 *
 * <p>With weights Φ of the steps' variables it solves
 *
 * <pre>
 *   N dλ + C dv = f,   -C' dλ + W dv = g,   N = A Φ A'
 * </pre>
 *
 * N is block-tridiagonal with diagonal blocks beside the diagonal, so its Cholesky factor is found in time order; dv comes
 * from {@code (W + C' N^-1 C) dv = g + C' N^-1 f}. Cost: O(T (m^3 + m^2 K)) for T steps, m nodes and K border columns.
 */
final class BorderedSystem {
    private static final double TINY_PIVOT = 1e-200;
    private static final double HUGE = 1e100;
    private static final double BORDER_ONLY = 1e-10;
    private static final double DEPENDENT = 1e-30;

    private final TimeProgram program;
    private final int nodes;
    private final int steps;
    private final int columns;
    /** Lower triangles of the diagonal blocks' factors, at (step, row, column). */
    private final double[] lower;
    /** Factors of what ties a step's reservoirs to the step before, at (step, reservoir, column). */
    private final double[] tie;
    /** L^-1 C at (step, node, border column). */
    private final double[] border;

    private final BorderMatrix small;

    BorderedSystem(TimeProgram program) {
        this.program = program;
        nodes = program.nodes;
        steps = program.steps;
        columns = program.borders + program.limits;
        lower = new double[steps * nodes * nodes];
        tie = new double[steps * program.reservoirs * nodes];
        border = new double[steps * nodes * columns];
        small = new BorderMatrix(columns);
    }

    /**
     * Builds and factors the equations.
     *
     * @param weight Φ of each step's variable, zero for variables that are not used
     * @param upperWeight M = w / s of each step's variable
     * @param corner W less what the steps' variables add to it, by rows; changed
     */
    void factor(double[] weight, double[] upperWeight, double[] lowerWeight, double[] corner) {
        Arrays.fill(lower, 0);
        Arrays.fill(border, 0);
        assemble(weight, upperWeight, lowerWeight, corner);
        for (int t = 0; t < steps; t++) {
            factorStep(t);
        }
        forward(border, columns);
        small.factor(corner, border);
    }

    private void assemble(double[] weight, double[] upperWeight, double[] lowerWeight, double[] corner) {
        int width = program.width;
        int activities = program.activities;
        int reservoirs = program.reservoirs;
        for (int t = 0; t < steps; t++) {
            int block = t * nodes * nodes;
            for (int j = 0; j < activities; j++) {
                int v = t * width + j;
                double phi = weight[v];
                if (phi == 0) {
                    continue;
                }
                int from = program.fromNode[j];
                int to = program.toNode[j];
                double a = program.fromCoefficient[j];
                double b = program.toCoefficient[j];
                lower[block + from * nodes + from] += a * a * phi;
                if (to != NONE) {
                    lower[block + to * nodes + to] += b * b * phi;
                    lower[block + Math.max(from, to) * nodes + Math.min(from, to)] += a * b * phi;
                }
                int column = program.upperBorder[v];
                double pull = phi * upperWeight[v] * program.upperFactor[v];
                if (column != NONE) {
                    border[(t * nodes + from) * columns + column] += a * pull;
                    if (to != NONE) {
                        border[(t * nodes + to) * columns + column] += b * pull;
                    }
                    addCorner(corner, v, column, upperWeight, lowerWeight, phi);
                }
                for (int g = 0; g < program.limits; g++) {
                    double counted = program.limitCoefficient[(g * steps + t) * activities + j];
                    if (counted != 0) {
                        addLimit(corner, t, j, g, counted, phi, column, pull);
                    }
                }
            }
            for (int r = 0; r < reservoirs && t < steps - 1; r++) {
                int v = t * width + activities + r;
                double phi = weight[v];
                if (phi == 0) {
                    continue;
                }
                int n = program.reservoirNode[r];
                double out = -program.emptied[t];
                double in = program.carried[(t + 1) * reservoirs + r];
                lower[block + n * nodes + n] += out * out * phi;
                lower[block + nodes * nodes + n * nodes + n] += in * in * phi;
                int column = program.upperBorder[v];
                if (column != NONE) {
                    double pull = phi * upperWeight[v] * program.upperFactor[v];
                    border[(t * nodes + n) * columns + column] += out * pull;
                    border[((t + 1) * nodes + n) * columns + column] += in * pull;
                    addCorner(corner, v, column, upperWeight, lowerWeight, phi);
                }
            }
        }
        for (int r = 0; r < reservoirs; r++) {
            int column = program.endLevel[r];
            if (column != NONE) {
                int n = program.reservoirNode[r];
                border[n * columns + column] += program.carried[r];
                border[((steps - 1) * nodes + n) * columns + column] -= program.emptied[steps - 1];
            }
        }
        ties(weight);
    }

    /** U'(M - M Φ M)U = u^2 M Z Φ, written so that nothing cancels. */
    private void addCorner(double[] corner, int v, int column, double[] upperWeight, double[] lowerWeight, double phi) {
        double factor = program.upperFactor[v];
        corner[column * columns + column] += factor * factor * upperWeight[v] * lowerWeight[v] * phi;
    }

    private void addLimit(double[] corner, int t, int j, int g, double counted, double phi, int column, double pull) {
        int own = program.borders + g;
        border[(t * nodes + program.fromNode[j]) * columns + own] -= program.fromCoefficient[j] * phi * counted;
        if (program.toNode[j] != NONE) {
            border[(t * nodes + program.toNode[j]) * columns + own] -= program.toCoefficient[j] * phi * counted;
        }
        if (column != NONE) {
            corner[own * columns + column] += counted * pull;
            corner[column * columns + own] += counted * pull;
        }
        for (int other = 0; other < program.limits; other++) {
            double counts = program.limitCoefficient[(other * steps + t) * program.activities + j];
            corner[own * columns + program.borders + other] -= counted * phi * counts;
        }
    }

    private void ties(double[] weight) {
        Arrays.fill(tie, 0);
        for (int t = 1; t < steps; t++) {
            for (int r = 0; r < program.reservoirs; r++) {
                double phi = weight[(t - 1) * program.width + program.activities + r];
                int n = program.reservoirNode[r];
                tie[(t * program.reservoirs + r) * nodes + n] =
                        -program.emptied[t - 1] * program.carried[t * program.reservoirs + r] * phi;
            }
        }
    }

    private void factorStep(int t) {
        int reservoirs = program.reservoirs;
        int block = t * nodes * nodes;
        if (t > 0) {
            int before = block - nodes * nodes;
            for (int r = 0; r < reservoirs; r++) {
                int at = (t * reservoirs + r) * nodes;
                for (int n = 0; n < nodes; n++) { // tie := tie L^-T
                    double value = tie[at + n];
                    for (int k = 0; k < n; k++) {
                        value -= tie[at + k] * lower[before + n * nodes + k];
                    }
                    tie[at + n] = value / lower[before + n * nodes + n];
                }
                for (int q = 0; q <= r; q++) {
                    double product = 0;
                    int other = (t * reservoirs + q) * nodes;
                    for (int k = 0; k < nodes; k++) {
                        product += tie[at + k] * tie[other + k];
                    }
                    lower[block + program.reservoirNode[r] * nodes + program.reservoirNode[q]] -= product;
                }
            }
        }
        for (int i = 0; i < nodes; i++) {
            double before = lower[block + i * nodes + i];
            for (int j = 0; j <= i; j++) {
                double value = lower[block + i * nodes + j];
                for (int k = 0; k < j; k++) {
                    value -= lower[block + i * nodes + k] * lower[block + j * nodes + k];
                }
                if (j < i) {
                    lower[block + i * nodes + j] = value / lower[block + j * nodes + j];
                } else {
                    lower[block + i * nodes + i] = Math.sqrt(pivot(before, value));
                }
            }
        }
    }

    /** The pivot of a row whose diagonal element was {@code before} and is now {@code left}. */
    private static double pivot(double before, double left) {
        if (before <= TINY_PIVOT) {
            return BORDER_ONLY; // nothing but the border can move it: an elastic row
        }
        // What is left may be rounding alone: the rows before already say what this one says.
        return left > before * DEPENDENT ? left : HUGE;
    }

    /** X := L^-1 X for several columns beside each other. */
    private void forward(double[] x, int count) {
        int reservoirs = program.reservoirs;
        for (int t = 0; t < steps; t++) {
            int row = t * nodes;
            for (int r = 0; r < reservoirs && t > 0; r++) {
                int to = (row + program.reservoirNode[r]) * count;
                for (int k = 0; k < nodes; k++) {
                    double factor = tie[(t * reservoirs + r) * nodes + k];
                    if (factor != 0) {
                        int from = (row - nodes + k) * count;
                        for (int c = 0; c < count; c++) {
                            x[to + c] -= factor * x[from + c];
                        }
                    }
                }
            }
            for (int i = 0; i < nodes; i++) {
                int to = (row + i) * count;
                for (int k = 0; k < i; k++) {
                    double factor = lower[(row + i) * nodes + k];
                    if (factor != 0) {
                        int from = (row + k) * count;
                        for (int c = 0; c < count; c++) {
                            x[to + c] -= factor * x[from + c];
                        }
                    }
                }
                double pivot = 1 / lower[(row + i) * nodes + i];
                for (int c = 0; c < count; c++) {
                    x[to + c] *= pivot;
                }
            }
        }
    }

    private void backward(double[] x) {
        int reservoirs = program.reservoirs;
        for (int t = steps - 1; t >= 0; t--) {
            int row = t * nodes;
            for (int r = 0; r < reservoirs && t < steps - 1; r++) {
                double known = x[row + nodes + program.reservoirNode[r]];
                for (int k = 0; k < nodes; k++) {
                    x[row + k] -= tie[((t + 1) * reservoirs + r) * nodes + k] * known;
                }
            }
            for (int i = nodes - 1; i >= 0; i--) {
                double value = x[row + i];
                for (int k = i + 1; k < nodes; k++) {
                    value -= lower[(row + k) * nodes + i] * x[row + k];
                }
                x[row + i] = value / lower[(row + i) * nodes + i];
            }
        }
    }

    /**
     * Solves for one right-hand side, in place.
     *
     * @param f on the rows; becomes dλ
     * @param g on the border; becomes dv
     */
    void solve(double[] f, double[] g) {
        forward(f, 1);
        int rows = steps * nodes;
        BorderMatrix.Sums sums = new BorderMatrix.Sums(g);
        for (int i = 0; i < rows; i++) {
            double value = f[i];
            for (int c = 0; c < columns; c++) {
                sums.addProduct(c, border[i * columns + c], value);
            }
        }
        System.arraycopy(small.solve(sums), 0, g, 0, columns);
        for (int i = 0; i < rows; i++) {
            double sum = 0;
            for (int c = 0; c < columns; c++) {
                sum += border[i * columns + c] * g[c];
            }
            f[i] -= sum;
        }
        backward(f);
    }
}
