package io.dcsdk.optimizer.sizing;

/** What every activity does in every step and how full every reservoir is. Immutable. */
public final class Dispatch {
    private final int steps;
    private final int activities;
    private final int nodes;
    private final double[] powers;
    private final double[] levels;
    private final double[] startLevels;

    /**
     * A dispatch from arrays, which are copied.
     *
     * @param system what is dispatched
     * @param powers MW at {@code step * activities + activity}
     * @param levels MWh at the end of a step at {@code step * nodes + node}; zero for nodes without reservoir
     * @param startLevels MWh before the first step, one for each node
     * @throws IllegalArgumentException if an array has another length
     */
    public Dispatch(EnergySystem system, double[] powers, double[] levels, double[] startLevels) {
        steps = system.steps();
        activities = system.activities().size();
        nodes = system.nodes().size();
        if (powers.length != steps * activities || levels.length != steps * nodes || startLevels.length != nodes) {
            throw new IllegalArgumentException(
                    "Arrays (" + powers.length + ", " + levels.length + ", " + startLevels.length
                            + " numbers) of a dispatch: they must have " + steps * activities + ", " + steps * nodes
                            + " and " + nodes
                            + "\nMaybe they belong to another system.");
        }
        this.powers = powers.clone();
        this.levels = levels.clone();
        this.startLevels = startLevels.clone();
    }

    /**
     * The power of an activity in a step.
     *
     * @param activity its index in the system
     * @param step from 0
     * @return MW
     */
    public double power(int activity, int step) {
        return powers[step * activities + activity];
    }

    /**
     * The level of a node's reservoir at the end of a step.
     *
     * @param node its index in the system
     * @param step from 0
     * @return MWh, zero for a node without reservoir
     */
    public double level(int node, int step) {
        return levels[step * nodes + node];
    }

    /**
     * The level of a node's reservoir before a step.
     *
     * @param node its index in the system
     * @param step from 0; the number of steps for the level after the last one
     * @return MWh, zero for a node without reservoir
     */
    public double levelBefore(int node, int step) {
        return step == 0 ? startLevels[node] : level(node, step - 1);
    }
}
