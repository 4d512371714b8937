package io.dcsdk.optimizer.sizing;

import java.util.Arrays;

/**
 * Where an interior-point method is: each variable's distance to zero, its distance to its upper bound, and the multipliers of
 * both; the multipliers of the rows; the distances to the annual limits and their multipliers. All but the rows' multipliers
 * stay above zero.
 */
final class Iterate {
    private final BoundedVariables variables;

    final double[] value;
    final double[] slack;
    final double[] low;
    final double[] high;
    final double[] multiplier;
    final double[] limitSlack;
    final double[] limitMultiplier;

    /**
     * The start: the same number everywhere, whether that balances or not.
     *
     * @param start the number
     * @param isRoomy whether distances to upper bounds are those that there are, where these are larger
     */
    Iterate(BoundedVariables variables, double start, boolean isRoomy) {
        this.variables = variables;
        TimeProgram program = variables.program;
        value = filled(variables.size, start);
        slack = filled(variables.size, start);
        low = filled(variables.size, start);
        high = filled(variables.size, start);
        for (int v = 0; v < variables.size; v++) {
            if (!variables.used[v]) {
                value[v] = 0;
                low[v] = 0;
            }
            if (isRoomy && variables.bounded[v] && variables.of[v] == TimeProgram.NONE) {
                slack[v] = Math.max(start, variables.fixed[v]);
            }
            if (!variables.bounded[v]) {
                slack[v] = 0;
                high[v] = 0;
            }
        }
        multiplier = new double[program.steps * program.nodes];
        limitSlack = filled(program.limits, start);
        limitMultiplier = filled(program.limits, start);
    }

    private static double[] filled(int size, double number) {
        double[] filled = new double[size];
        Arrays.fill(filled, number);
        return filled;
    }

    /** The mean product of a distance and its multiplier. */
    double complementarity() {
        double sum = 0;
        int count = 0;
        for (int v = 0; v < value.length; v++) {
            if (variables.used[v]) {
                sum += value[v] * low[v];
                count++;
            }
            if (variables.bounded[v]) {
                sum += slack[v] * high[v];
                count++;
            }
        }
        for (int g = 0; g < limitSlack.length; g++) {
            sum += limitSlack[g] * limitMultiplier[g];
            count++;
        }
        return sum / count;
    }

    /** The products of all distances and multipliers, relative to the cost: about the gap, once the point is feasible. */
    double relativeGap() {
        double products = 0;
        double worth = 0;
        for (int v = 0; v < value.length; v++) {
            products += value[v] * low[v] + slack[v] * high[v];
            worth += variables.cost[v] * value[v];
        }
        for (int g = 0; g < limitSlack.length; g++) {
            products += limitSlack[g] * limitMultiplier[g];
        }
        return products / Math.abs(worth);
    }
}
