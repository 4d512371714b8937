package io.dcsdk.optimizer.sizing;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * How boldly an interior-point method steps.
 *
 * @param step the share of the way to the first bound, below 1
 * @param leastCentring the least share of the complementarity that a step aims at: large keeps all products alike
 * @param refinements rounds of iterative refinement of each direction
 * @param isRoomy whether distances to given upper bounds begin as what they are, where that is more
 * @param start what all distances and multipliers are at the start, above 0: another start is another way to the optimum
 */
record Pace(double step, double leastCentring, int refinements, boolean isRoomy, double start) {
    /**
     * The paces to try in turn. Most systems need the first only; where many optima meet, the equations lose their digits on
     * the last steps, on other systems at each pace.
     */
    private static final List<Pace> ALL = List.of(
            new Pace(0.9995, 0, 1, false, 1),
            new Pace(0.995, 0.05, 0, false, 1),
            new Pace(0.99, 0.1, 1, false, 1),
            new Pace(0.95, 0.2, 0, false, 1),
            new Pace(0.9995, 0, 1, false, 10),
            new Pace(0.9995, 0, 1, false, 100));

    /** A bound so many units away is far: from a start of 1 the way there takes too many steps, and their digits. */
    private static final double FAR = 500;

    /** The first to try where bounds are far. */
    private static final Pace ROOMY = new Pace(0.9995, 0, 1, true, 1);

    /** The paces to try in turn for a program. */
    static List<Pace> of(TimeProgram program) {
        BoundedVariables variables = new BoundedVariables(program);
        boolean isFar = false;
        for (int v = 0; v < variables.size; v++) {
            isFar |= variables.bounded[v] && variables.of[v] == TimeProgram.NONE && variables.fixed[v] > FAR;
        }
        return isFar ? ImmutableList.<Pace>builder().add(ROOMY).addAll(ALL).build() : ALL;
    }

    /** Whether most systems need no other: only those that come after it are judged at each step. */
    boolean isUsual() {
        return isRoomy || equals(ALL.get(0));
    }

    /** How many of the steps of a search it may take: one that is made for far bounds leaves some to the others. */
    int most(int iterations) {
        return isRoomy ? iterations / 2 : iterations;
    }
}
