package io.dcsdk.optimizer.sizing;

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
    private final int size;
    private final boolean[] used;
    private final boolean[] bounded;
    private final Iterate point;
    private final NewtonStep step;

    InteriorPoint(TimeProgram program, Pace pace) {
        this.program = program;
        this.pace = pace;
        BoundedVariables variables = new BoundedVariables(program);
        size = variables.size;
        used = variables.used;
        bounded = variables.bounded;
        point = new Iterate(variables, pace.start(), pace.isRoomy());
        step = new NewtonStep(variables, point);
    }

    /** The values of the steps' variables and of the border, in the program's units; not a copy. */
    double[] values() {
        return point.value;
    }

    /** The multiplier of each row; not a copy. */
    double[] multipliers() {
        return point.multiplier;
    }

    /** The multiplier of each annual limit; not a copy. */
    double[] limitMultipliers() {
        return point.limitMultiplier;
    }

    /** The mean product of a distance and its multiplier. */
    double complementarity() {
        return point.complementarity();
    }

    /** The products of all distances and multipliers, relative to the cost: about the gap, once the point is feasible. */
    double relativeGap() {
        return point.relativeGap();
    }

    /** One step; false if the numbers no longer allow one. */
    boolean advance() {
        step.prepare();
        double before = point.complementarity();
        step.aim(0, false);
        step.solve(0);
        double primal = Math.min(1, primalLength());
        double dual = Math.min(1, dualLength());
        double predicted = predictedComplementarity(primal, dual);
        double centring = Math.pow(predicted / before, 3);
        step.aim(Math.max(pace.leastCentring(), Math.min(1, centring)) * before, true);
        step.solve(pace.refinements());
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

    private double primalLength() {
        double longest = Double.POSITIVE_INFINITY;
        for (int v = 0; v < size; v++) {
            if (step.valueStep[v] < 0) {
                longest = Math.min(longest, -point.value[v] / step.valueStep[v]);
            }
            if (step.slackStep[v] < 0) {
                longest = Math.min(longest, -point.slack[v] / step.slackStep[v]);
            }
        }
        for (int g = 0; g < program.limits; g++) {
            if (step.limitSlackStep[g] < 0) {
                longest = Math.min(longest, -point.limitSlack[g] / step.limitSlackStep[g]);
            }
        }
        return longest;
    }

    private double dualLength() {
        double longest = Double.POSITIVE_INFINITY;
        for (int v = 0; v < size; v++) {
            if (step.lowStep[v] < 0) {
                longest = Math.min(longest, -point.low[v] / step.lowStep[v]);
            }
            if (step.highStep[v] < 0) {
                longest = Math.min(longest, -point.high[v] / step.highStep[v]);
            }
        }
        for (int g = 0; g < program.limits; g++) {
            double moved = step.borderStep[program.borders + g];
            if (moved < 0) {
                longest = Math.min(longest, -point.limitMultiplier[g] / moved);
            }
        }
        return longest;
    }

    private double predictedComplementarity(double primal, double dual) {
        double sum = 0;
        int count = 0;
        for (int v = 0; v < size; v++) {
            if (used[v]) {
                sum += (point.value[v] + primal * step.valueStep[v]) * (point.low[v] + dual * step.lowStep[v]);
                count++;
            }
            if (bounded[v]) {
                sum += (point.slack[v] + primal * step.slackStep[v]) * (point.high[v] + dual * step.highStep[v]);
                count++;
            }
        }
        for (int g = 0; g < program.limits; g++) {
            sum += (point.limitSlack[g] + primal * step.limitSlackStep[g])
                    * (point.limitMultiplier[g] + dual * step.borderStep[program.borders + g]);
            count++;
        }
        return sum / count;
    }

    private boolean move(double primal, double dual) {
        double check = 0;
        for (int v = 0; v < size; v++) {
            point.value[v] += primal * step.valueStep[v];
            point.slack[v] += primal * step.slackStep[v];
            point.low[v] += dual * step.lowStep[v];
            point.high[v] += dual * step.highStep[v];
            check += point.value[v] + point.slack[v] + point.low[v] + point.high[v];
        }
        for (int i = 0; i < point.multiplier.length; i++) {
            point.multiplier[i] += dual * step.multiplierStep[i];
        }
        for (int g = 0; g < program.limits; g++) {
            point.limitSlack[g] += primal * step.limitSlackStep[g];
            point.limitMultiplier[g] += dual * step.borderStep[program.borders + g];
        }
        return Double.isFinite(check);
    }
}
