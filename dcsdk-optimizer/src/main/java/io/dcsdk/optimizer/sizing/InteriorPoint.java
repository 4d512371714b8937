package io.dcsdk.optimizer.sizing;

import static io.dcsdk.optimizer.sizing.TimeProgram.NONE;

import java.util.Arrays;

/**
 * A primal-dual interior-point method for one {@link TimeProgram}, one step at a time.
 *
 * <p>Each variable v has a distance to zero, a distance s to its upper bound, and their multipliers z and w; a step is
 * Newton's for {@code v z = μ, s w = μ} with Mehrotra's prediction and correction (Mehrotra, SIAM J. Optim. 2, 1992), over
 * the equations of {@link BorderedSystem}. It starts infeasible and gets feasible on the way. What it finds is a proposal.
 */
final class InteriorPoint {
    private final TimeProgram program;
    private final Pace pace;
    private final BorderedSystem system;
    private final int size;
    private final boolean[] used;

    // Step variables, then border variables: value, slack to the upper bound, their multipliers.
    private final double[] value;
    private final double[] slack;
    private final double[] low;
    private final double[] high;
    private final boolean[] bounded;
    private final int[] of;
    private final double[] factor;
    private final double[] fixed;
    private final double[] cost;

    private final double[] multiplier;
    private final double[] limitSlack;
    private final double[] limitMultiplier;

    private final double[] valueStep;
    private final double[] slackStep;
    private final double[] lowStep;
    private final double[] highStep;
    private final double[] multiplierStep;
    private final double[] borderStep;
    private final double[] limitSlackStep;

    private final double[] rowResidual;
    private final double[] upperResidual;
    private final double[] costResidual;
    private final double[] limitResidual;
    private final double[] lowTarget;
    private final double[] highTarget;
    private final double[] limitTarget;
    private final double[] weight;
    private final double[] lowWeight;
    private final double[] highWeight;
    private final double[] drive;

    InteriorPoint(TimeProgram program, Pace pace) {
        this.program = program;
        this.pace = pace;
        system = new BorderedSystem(program);
        int stepVariables = program.steps * program.width;
        size = stepVariables + program.borders;
        used = new boolean[size];
        bounded = new boolean[size];
        of = Arrays.copyOf(program.upperBorder, size);
        factor = Arrays.copyOf(program.upperFactor, size);
        fixed = Arrays.copyOf(program.upperFixed, size);
        cost = Arrays.copyOf(program.cost, size);
        for (int b = 0; b < program.borders; b++) {
            of[stepVariables + b] = program.borderOf[b];
            factor[stepVariables + b] = program.borderFactor[b];
            fixed[stepVariables + b] = program.borderFixed[b];
            cost[stepVariables + b] = program.borderCost[b];
        }
        for (int v = 0; v < size; v++) {
            used[v] = fixed[v] > 0 || factor[v] > 0;
            bounded[v] = used[v] && fixed[v] < Double.POSITIVE_INFINITY;
        }
        value = filled(1);
        slack = filled(1);
        low = filled(1);
        high = filled(1);
        for (int v = 0; v < size; v++) {
            if (!used[v]) {
                value[v] = 0;
                low[v] = 0;
            }
            if (!bounded[v]) {
                slack[v] = 0;
                high[v] = 0;
            }
        }
        multiplier = new double[program.steps * program.nodes];
        limitSlack = new double[program.limits];
        limitMultiplier = new double[program.limits];
        Arrays.fill(limitSlack, 1);
        Arrays.fill(limitMultiplier, 1);
        valueStep = new double[size];
        slackStep = new double[size];
        lowStep = new double[size];
        highStep = new double[size];
        multiplierStep = new double[multiplier.length];
        borderStep = new double[program.borders + program.limits];
        limitSlackStep = new double[program.limits];
        rowResidual = new double[multiplier.length];
        upperResidual = new double[size];
        costResidual = new double[size];
        limitResidual = new double[program.limits];
        lowTarget = new double[size];
        highTarget = new double[size];
        limitTarget = new double[program.limits];
        weight = new double[size];
        lowWeight = new double[size];
        highWeight = new double[size];
        drive = new double[size];
    }

    private double[] filled(double number) {
        double[] filled = new double[size];
        Arrays.fill(filled, number);
        return filled;
    }

    /** The values of the steps' variables and of the border, in the program's units; not a copy. */
    double[] values() {
        return value;
    }

    /** The multiplier of each row; not a copy. */
    double[] multipliers() {
        return multiplier;
    }

    /** The multiplier of each annual limit; not a copy. */
    double[] limitMultipliers() {
        return limitMultiplier;
    }

    /** The mean product of a distance and its multiplier. */
    double complementarity() {
        double sum = 0;
        int count = 0;
        for (int v = 0; v < size; v++) {
            if (used[v]) {
                sum += value[v] * low[v];
                count++;
            }
            if (bounded[v]) {
                sum += slack[v] * high[v];
                count++;
            }
        }
        for (int g = 0; g < program.limits; g++) {
            sum += limitSlack[g] * limitMultiplier[g];
            count++;
        }
        return sum / count;
    }

    /** The products of all distances and multipliers, relative to the cost: about the gap, once the point is feasible. */
    double relativeGap() {
        double products = 0;
        double worth = 0;
        for (int v = 0; v < size; v++) {
            products += value[v] * low[v] + slack[v] * high[v];
            worth += cost[v] * value[v];
        }
        for (int g = 0; g < program.limits; g++) {
            products += limitSlack[g] * limitMultiplier[g];
        }
        return products / Math.abs(worth);
    }

    /** One step; false if the numbers no longer allow one. */
    boolean advance() {
        residuals();
        weights();
        double[] corner = corner();
        system.factor(weight, highWeight, lowWeight, corner);

        double before = complementarity();
        target(0, false);
        direction(0);
        double primal = Math.min(1, primalLength());
        double dual = Math.min(1, dualLength());
        double predicted = predictedComplementarity(primal, dual);
        double centring = Math.pow(predicted / before, 3);
        target(Math.max(pace.leastCentring(), Math.min(1, centring)) * before, true);
        direction(pace.refinements());
        primal = length(primalLength());
        dual = length(dualLength());
        if (!(primal > 1e-9 || dual > 1e-9)) {
            return false;
        }
        return move(primal, dual);
    }

    /** The whole step where the bounds allow it, else most of the way to the first of them. */
    private double length(double longest) {
        return longest > 1 ? 1 : pace.step() * longest;
    }

    private void residuals() {
        int stepVariables = program.steps * program.width;
        double[] worth = new double[size];
        program.addWorth(multiplier, worth);
        double[] rows = new double[rowResidual.length];
        program.addRows(value, rows);
        double[] borderValue = Arrays.copyOfRange(value, stepVariables, size);
        program.addEndLevels(borderValue, rows);
        for (int i = 0; i < rows.length; i++) {
            rowResidual[i] = program.rightHandSide[i] - rows[i];
        }
        for (int r = 0; r < program.reservoirs; r++) {
            if (program.endLevel[r] != NONE) {
                worth[stepVariables + program.endLevel[r]] += program.endLevelWorth(r, multiplier);
            }
        }
        for (int g = 0; g < program.limits; g++) {
            double sum = 0;
            for (int t = 0; t < program.steps; t++) {
                for (int j = 0; j < program.activities; j++) {
                    double counts = program.limitCoefficient[(g * program.steps + t) * program.activities + j];
                    sum += counts * value[t * program.width + j];
                    worth[t * program.width + j] -= counts * limitMultiplier[g];
                }
            }
            for (int b = 0; b < program.chosen; b++) {
                double weighs = program.limitWeight[g * program.borders + b];
                sum += weighs * value[stepVariables + b];
                worth[stepVariables + b] -= weighs * limitMultiplier[g];
            }
            limitResidual[g] = program.limitBound[g] - sum - limitSlack[g];
        }
        for (int v = 0; v < size; v++) {
            costResidual[v] = used[v] ? worth[v] - cost[v] - high[v] + low[v] : 0;
        }
        for (int v = 0; v < size; v++) {
            if (bounded[v]) {
                double above = of[v] == NONE ? 0 : factor[v] * value[stepVariables + of[v]];
                upperResidual[v] = above + fixed[v] - value[v] - slack[v];
                if (of[v] != NONE) {
                    costResidual[stepVariables + of[v]] += factor[v] * high[v];
                }
            }
        }
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
        int stepVariables = program.steps * program.width;
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

    private void target(double centre, boolean correct) {
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

    /** Solves Newton's equations for the current targets. */
    private void direction(int refinements) {
        int stepVariables = program.steps * program.width;
        double[] right = new double[program.borders + program.limits];
        double[] moved = new double[stepVariables];
        for (int v = 0; v < size; v++) {
            if (!used[v]) {
                continue;
            }
            double pushed = bounded[v] ? highTarget[v] / slack[v] - highWeight[v] * upperResidual[v] : 0;
            drive[v] = costResidual[v] + lowTarget[v] / value[v] - pushed;
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
        double[] rows = new double[rowResidual.length];
        program.addRows(moved, rows);
        for (int i = 0; i < rows.length; i++) {
            multiplierStep[i] = rowResidual[i] - rows[i];
        }
        for (int g = 0; g < program.limits; g++) {
            right[program.borders + g] = limitResidual[g] - limitTarget[g] / limitMultiplier[g] - counted(g, moved);
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
        int stepVariables = program.steps * program.width;
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
        double[] rows = new double[rowResidual.length];
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
        int stepVariables = program.steps * program.width;
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
                        ? weight[v] * (lowWeight[v] * above - drive[v] - worth[v]) + upperResidual[v]
                        : above - valueStep[v] + upperResidual[v];
                highStep[v] = (highTarget[v] - high[v] * slackStep[v]) / slack[v];
            }
        }
    }

    private double primalLength() {
        double longest = Double.POSITIVE_INFINITY;
        for (int v = 0; v < size; v++) {
            if (valueStep[v] < 0) {
                longest = Math.min(longest, -value[v] / valueStep[v]);
            }
            if (slackStep[v] < 0) {
                longest = Math.min(longest, -slack[v] / slackStep[v]);
            }
        }
        for (int g = 0; g < program.limits; g++) {
            if (limitSlackStep[g] < 0) {
                longest = Math.min(longest, -limitSlack[g] / limitSlackStep[g]);
            }
        }
        return longest;
    }

    private double dualLength() {
        double longest = Double.POSITIVE_INFINITY;
        for (int v = 0; v < size; v++) {
            if (lowStep[v] < 0) {
                longest = Math.min(longest, -low[v] / lowStep[v]);
            }
            if (highStep[v] < 0) {
                longest = Math.min(longest, -high[v] / highStep[v]);
            }
        }
        for (int g = 0; g < program.limits; g++) {
            double step = borderStep[program.borders + g];
            if (step < 0) {
                longest = Math.min(longest, -limitMultiplier[g] / step);
            }
        }
        return longest;
    }

    private double predictedComplementarity(double primal, double dual) {
        double sum = 0;
        int count = 0;
        for (int v = 0; v < size; v++) {
            if (used[v]) {
                sum += (value[v] + primal * valueStep[v]) * (low[v] + dual * lowStep[v]);
                count++;
            }
            if (bounded[v]) {
                sum += (slack[v] + primal * slackStep[v]) * (high[v] + dual * highStep[v]);
                count++;
            }
        }
        for (int g = 0; g < program.limits; g++) {
            sum += (limitSlack[g] + primal * limitSlackStep[g])
                    * (limitMultiplier[g] + dual * borderStep[program.borders + g]);
            count++;
        }
        return sum / count;
    }

    private boolean move(double primal, double dual) {
        double check = 0;
        for (int v = 0; v < size; v++) {
            value[v] += primal * valueStep[v];
            slack[v] += primal * slackStep[v];
            low[v] += dual * lowStep[v];
            high[v] += dual * highStep[v];
            check += value[v] + slack[v] + low[v] + high[v];
        }
        for (int i = 0; i < multiplier.length; i++) {
            multiplier[i] += dual * multiplierStep[i];
        }
        for (int g = 0; g < program.limits; g++) {
            limitSlack[g] += primal * limitSlackStep[g];
            limitMultiplier[g] += dual * borderStep[program.borders + g];
        }
        return Double.isFinite(check);
    }
}
