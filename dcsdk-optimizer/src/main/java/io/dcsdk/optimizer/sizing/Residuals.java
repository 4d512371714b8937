package io.dcsdk.optimizer.sizing;

import static io.dcsdk.optimizer.sizing.TimeProgram.NONE;

import java.util.Arrays;

/** By how much an {@link Iterate} misses the rows, the upper bounds, the annual limits and the costs. */
final class Residuals {
    private final TimeProgram program;
    private final int size;
    private final int stepVariables;
    private final boolean[] used;
    private final boolean[] bounded;
    private final int[] of;
    private final double[] factor;
    private final double[] fixed;
    private final double[] cost;

    private final double[] value;
    private final double[] slack;
    private final double[] low;
    private final double[] high;
    private final double[] multiplier;
    private final double[] limitSlack;
    private final double[] limitMultiplier;

    final double[] rowResidual;
    final double[] upperResidual;
    final double[] costResidual;
    final double[] limitResidual;

    Residuals(BoundedVariables variables, Iterate point) {
        program = variables.program;
        size = variables.size;
        stepVariables = variables.stepVariables;
        used = variables.used;
        bounded = variables.bounded;
        of = variables.of;
        factor = variables.factor;
        fixed = variables.fixed;
        cost = variables.cost;
        value = point.value;
        slack = point.slack;
        low = point.low;
        high = point.high;
        multiplier = point.multiplier;
        limitSlack = point.limitSlack;
        limitMultiplier = point.limitMultiplier;
        rowResidual = new double[multiplier.length];
        upperResidual = new double[size];
        costResidual = new double[size];
        limitResidual = new double[program.limits];
    }

    /** Measures the point as it is now. */
    void measure() {
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
}
