package io.dcsdk.optimizer.sizing;

import java.util.Arrays;

/**
 * The variables of a {@link TimeProgram} with their bounds and costs: those of the steps, then those of the border. All are at
 * least 0; an upper bound is {@code fixed + factor × border variable of}.
 */
final class BoundedVariables {
    final TimeProgram program;
    /** How many there are. */
    final int size;
    /** How many of them belong to the steps; the border's begin here. */
    final int stepVariables;
    /** Those that can be above zero at all. */
    final boolean[] used;
    /** Those of them with a finite upper bound. */
    final boolean[] bounded;

    final int[] of;
    final double[] factor;
    final double[] fixed;
    final double[] cost;

    BoundedVariables(TimeProgram program) {
        this.program = program;
        stepVariables = program.steps * program.width;
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
    }
}
