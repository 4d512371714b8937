package io.dcsdk.optimizer.sizing;

/** The price of one MWh at each node in each step: the multipliers of the balances. Immutable. */
public final class Prices {
    private final int nodes;
    private final double[] prices;
    private final double[] limitMultipliers;

    Prices(int nodes, double[] prices, double[] limitMultipliers) {
        this.nodes = nodes;
        this.prices = prices.clone();
        this.limitMultipliers = limitMultipliers.clone();
    }

    /**
     * Prices from arrays, which are copied.
     *
     * @param system what they belong to
     * @param prices currency per MWh at {@code step * nodes + node}
     * @param limitMultipliers one for each annual limit
     * @return the prices
     * @throws IllegalArgumentException if an array has another length
     */
    public static Prices of(EnergySystem system, double[] prices, double[] limitMultipliers) {
        int nodes = system.nodes().size();
        if (prices.length != system.steps() * nodes
                || limitMultipliers.length != system.limits().size()) {
            throw new IllegalArgumentException("Arrays (" + prices.length + ", " + limitMultipliers.length
                    + " numbers) of prices: they must have " + system.steps() * nodes + " and "
                    + system.limits().size() + "\nMaybe they belong to another system.");
        }
        return new Prices(nodes, prices, limitMultipliers);
    }

    double[] prices() {
        return prices;
    }

    double[] limitMultipliers() {
        return limitMultipliers;
    }

    /**
     * A price.
     *
     * @param node the index of the node
     * @param step from 0
     * @return currency per MWh
     */
    public double at(int node, int step) {
        return prices[step * nodes + node];
    }

    /**
     * What one unit less of an annual limit costs: the carbon price that a cap amounts to.
     *
     * @param limit the index of the limit
     * @return currency per unit, not negative
     */
    public double ofLimit(int limit) {
        return Math.max(0, limitMultipliers[limit]);
    }
}
