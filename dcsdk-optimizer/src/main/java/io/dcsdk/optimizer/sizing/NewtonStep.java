package io.dcsdk.optimizer.sizing;

import static io.dcsdk.optimizer.sizing.TimeProgram.NONE;

/**
 * Newton's step from an {@link Iterate} for the products {@code v z} and {@code s w} of distances and multipliers that are aimed
 * at, over the equations of {@link BorderedSystem}: prepared once for a point, then solved for several aims.
 */
final class NewtonStep {
    private final TimeProgram program;
    private final BorderedSystem system;
    private final Residuals residuals;
    private final int size;
    private final int stepVariables;
    private final boolean[] used;
    private final boolean[] bounded;
    private final int[] of;
    private final double[] factor;

    private final double[] value;
    private final double[] slack;
    private final double[] low;
    private final double[] high;
    private final double[] limitSlack;
    private final double[] limitMultiplier;

    final double[] valueStep;
    final double[] slackStep;
    final double[] lowStep;
    final double[] highStep;
    final double[] multiplierStep;
    /** Of the border variables, then of the annual limits' multipliers. */
    final double[] borderStep;

    final double[] limitSlackStep;

    private final double[] lowTarget;
    private final double[] highTarget;
    private final double[] limitTarget;
    private final double[] weight;
    private final double[] lowWeight;
    private final double[] highWeight;
    private final double[] drive;

    NewtonStep(BoundedVariables variables, Iterate point) {
        program = variables.program;
        system = new BorderedSystem(program);
        residuals = new Residuals(variables, point);
        size = variables.size;
        stepVariables = variables.stepVariables;
        used = variables.used;
        bounded = variables.bounded;
        of = variables.of;
        factor = variables.factor;
        value = point.value;
        slack = point.slack;
        low = point.low;
        high = point.high;
        limitSlack = point.limitSlack;
        limitMultiplier = point.limitMultiplier;
        valueStep = new double[size];
        slackStep = new double[size];
        lowStep = new double[size];
        highStep = new double[size];
        multiplierStep = new double[point.multiplier.length];
        borderStep = new double[program.borders + program.limits];
        limitSlackStep = new double[program.limits];
        lowTarget = new double[size];
        highTarget = new double[size];
        limitTarget = new double[program.limits];
        weight = new double[size];
        lowWeight = new double[size];
        highWeight = new double[size];
        drive = new double[size];
    }

    /** Measures the point and factors its equations. */
    void prepare() {
        residuals.measure();
        weights();
        double[] corner = corner();
        system.factor(weight, highWeight, lowWeight, corner);
    }

    private void weights() {
        for (int v = 0; v < size; v++) {
            lowWeight[v] = used[v] ? low[v] / value[v] : 0;
            highWeight[v] = bounded[v] ? high[v] / slack[v] : 0;
            weight[v] = used[v] ? 1 / (lowWeight[v] + highWeight[v]) : 0;
        }
    }

    /** What border variables and annual limits bring to W by themselves. */
    private double[] corner() {
        int columns = program.borders + program.limits;
        double[] corner = new double[columns * columns];
        for (int b = 0; b < program.borders; b++) {
            int v = stepVariables + b;
            corner[b * columns + b] += used[v] ? lowWeight[v] + highWeight[v] : 1;
            if (bounded[v] && of[v] != NONE) {
                int c = of[v];
                corner[c * columns + c] += highWeight[v] * factor[v] * factor[v];
                corner[b * columns + c] -= highWeight[v] * factor[v];
                corner[c * columns + b] -= highWeight[v] * factor[v];
            }
        }
        for (int g = 0; g < program.limits; g++) {
            int at = program.borders + g;
            corner[at * columns + at] -= limitSlack[g] / limitMultiplier[g];
            for (int b = 0; b < program.chosen; b++) {
                double weighs = program.limitWeight[g * program.borders + b];
                corner[at * columns + b] += weighs;
                corner[b * columns + at] += weighs;
            }
        }
        return corner;
    }

    /**
     * Aims at products.
     *
     * @param centre what each product shall be
     * @param correct whether the last solved step's own products count
     */
    void aim(double centre, boolean correct) {
        for (int v = 0; v < size; v++) {
            if (used[v]) {
                lowTarget[v] = centre - value[v] * low[v] - (correct ? valueStep[v] * lowStep[v] : 0);
            }
            if (bounded[v]) {
                highTarget[v] = centre - slack[v] * high[v] - (correct ? slackStep[v] * highStep[v] : 0);
            }
        }
        for (int g = 0; g < program.limits; g++) {
            double product = correct ? limitSlackStep[g] * borderStep[program.borders + g] : 0;
            limitTarget[g] = centre - limitSlack[g] * limitMultiplier[g] - product;
        }
    }

    /** Solves the equations for the products that are aimed at. */
    void solve(int refinements) {
        double[] right = new double[program.borders + program.limits];
        double[] moved = new double[stepVariables];
        for (int v = 0; v < size; v++) {
            if (!used[v]) {
                continue;
            }
            double pushed = bounded[v] ? highTarget[v] / slack[v] - highWeight[v] * residuals.upperResidual[v] : 0;
            drive[v] = residuals.costResidual[v] + lowTarget[v] / value[v] - pushed;
            if (v < stepVariables) {
                moved[v] = weight[v] * drive[v];
            } else {
                right[v - stepVariables] += drive[v];
            }
            if (bounded[v] && of[v] != NONE) {
                right[of[v]] += factor[v] * pushed;
                if (v < stepVariables) {
                    right[of[v]] += factor[v] * highWeight[v] * moved[v];
                }
            }
        }
        double[] rows = new double[residuals.rowResidual.length];
        program.addRows(moved, rows);
        for (int i = 0; i < rows.length; i++) {
            multiplierStep[i] = residuals.rowResidual[i] - rows[i];
        }
        for (int g = 0; g < program.limits; g++) {
            right[program.borders + g] =
                    residuals.limitResidual[g] - limitTarget[g] / limitMultiplier[g] - counted(g, moved);
        }
        double[] wantedRows = multiplierStep.clone();
        double[] wantedBorder = right.clone();
        system.solve(multiplierStep, right);
        System.arraycopy(right, 0, borderStep, 0, right.length);
        for (int round = 0; round < refinements; round++) {
            refine(wantedRows, wantedBorder);
        }
        spread();
    }

    /** One round of iterative refinement: solves again for what the solution leaves of the right-hand sides. */
    private void refine(double[] wantedRows, double[] wantedBorder) {
        double[] worth = new double[size];
        program.addWorth(multiplierStep, worth);
        for (int r = 0; r < program.reservoirs; r++) {
            if (program.endLevel[r] != NONE) {
                worth[stepVariables + program.endLevel[r]] += program.endLevelWorth(r, multiplierStep);
            }
        }
        addLimitWorth(worth);
        double[] border = wantedBorder.clone();
        double[] moved = new double[stepVariables];
        for (int v = 0; v < size; v++) {
            if (!used[v]) {
                continue;
            }
            double above = of[v] == NONE ? 0 : factor[v] * borderStep[of[v]];
            if (v < stepVariables) {
                moved[v] = weight[v] * (highWeight[v] * above + worth[v]);
                if (of[v] != NONE) {
                    border[of[v]] -= factor[v] * highWeight[v] * weight[v] * (lowWeight[v] * above - worth[v]);
                }
            } else {
                int b = v - stepVariables;
                double own = borderStep[b];
                border[b] -= lowWeight[v] * own - highWeight[v] * (above - own) - worth[v];
                if (of[v] != NONE) {
                    border[of[v]] -= factor[v] * highWeight[v] * (above - own);
                }
            }
        }
        double[] rows = new double[residuals.rowResidual.length];
        program.addRows(moved, rows);
        program.addEndLevels(borderStep, rows);
        for (int i = 0; i < rows.length; i++) {
            rows[i] = wantedRows[i] - rows[i];
        }
        for (int g = 0; g < program.limits; g++) {
            double held = limitSlack[g] / limitMultiplier[g] * borderStep[program.borders + g];
            border[program.borders + g] -= counted(g, moved) + weighed(g, borderStep) - held;
        }
        system.solve(rows, border);
        for (int i = 0; i < rows.length; i++) {
            multiplierStep[i] += rows[i];
        }
        for (int b = 0; b < border.length; b++) {
            borderStep[b] += border[b];
        }
    }

    private double counted(int g, double[] powers) {
        double sum = 0;
        for (int t = 0; t < program.steps; t++) {
            for (int j = 0; j < program.activities; j++) {
                sum += program.limitCoefficient[(g * program.steps + t) * program.activities + j]
                        * powers[t * program.width + j];
            }
        }
        return sum;
    }

    private double weighed(int g, double[] amounts) {
        double sum = 0;
        for (int b = 0; b < program.chosen; b++) {
            sum += program.limitWeight[g * program.borders + b] * amounts[b];
        }
        return sum;
    }

    /** Takes off what a step of the annual limits' multipliers is worth to the steps' variables and the capacities. */
    private void addLimitWorth(double[] worth) {
        for (int g = 0; g < program.limits; g++) {
            double step = borderStep[program.borders + g];
            for (int t = 0; t < program.steps; t++) {
                for (int j = 0; j < program.activities; j++) {
                    worth[t * program.width + j] -=
                            program.limitCoefficient[(g * program.steps + t) * program.activities + j] * step;
                }
            }
            for (int b = 0; b < program.chosen; b++) {
                worth[program.steps * program.width + b] -= program.limitWeight[g * program.borders + b] * step;
            }
        }
    }

    /** The steps of all other variables from those of the multipliers and the border. */
    private void spread() {
        double[] worth = new double[size];
        program.addWorth(multiplierStep, worth);
        addLimitWorth(worth);
        for (int g = 0; g < program.limits; g++) {
            double step = borderStep[program.borders + g];
            limitSlackStep[g] = (limitTarget[g] - limitSlack[g] * step) / limitMultiplier[g];
        }
        for (int v = 0; v < size; v++) {
            double above = of[v] == NONE ? 0 : factor[v] * borderStep[of[v]];
            if (!used[v]) {
                continue;
            }
            if (v < stepVariables) {
                valueStep[v] = weight[v] * (drive[v] + highWeight[v] * above + worth[v]);
            } else {
                valueStep[v] = borderStep[v - stepVariables];
            }
            lowStep[v] = (lowTarget[v] - low[v] * valueStep[v]) / value[v];
            if (bounded[v]) {
                // Not "above - valueStep": near the bound that would be a difference of nearly equal numbers.
                slackStep[v] = v < stepVariables
                        ? weight[v] * (lowWeight[v] * above - drive[v] - worth[v]) + residuals.upperResidual[v]
                        : above - valueStep[v] + residuals.upperResidual[v];
                highStep[v] = (highTarget[v] - high[v] * slackStep[v]) / slack[v];
            }
        }
    }
}
