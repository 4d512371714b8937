package io.dcsdk.optimizer.sizing;

import java.util.List;

/**
 * How boldly an interior-point method steps.
 *
 * @param step the share of the way to the first bound, below 1
 * @param leastCentring the least share of the complementarity that a step aims at: large keeps all products alike
 * @param refinements rounds of iterative refinement of each direction
 * @param start what all distances and multipliers are at the start, above 0: another start is another way to the optimum
 */
record Pace(double step, double leastCentring, int refinements, double start) {
    /**
     * The paces to try in turn. Most systems need the first only; where many optima meet, the equations lose their digits on
     * the last steps, on other systems at each pace.
     */
    static final List<Pace> ALL = List.of(
            new Pace(0.9995, 0, 1, 1),
            new Pace(0.995, 0.05, 0, 1),
            new Pace(0.99, 0.1, 1, 1),
            new Pace(0.95, 0.2, 0, 1),
            new Pace(0.9995, 0, 1, 10),
            new Pace(0.9995, 0, 1, 100));
}
