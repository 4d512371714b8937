package io.dcsdk.optimizer.sizing;

/**
 * Units in which the numbers of a system are near one.
 *
 * @param power MW: the largest demand, or 1 where nothing is demanded
 * @param cost currency: the dearest capacity, else the dearest MWh, or 1 where nothing costs anything
 */
record ProgramUnits(double power, double cost) {
    static ProgramUnits of(EnergySystem system) {
        return new ProgramUnits(power(system), cost(system));
    }

    private static double power(EnergySystem system) {
        double largest = 0;
        for (Node node : system.nodes()) {
            largest = Math.max(
                    largest, Math.max(node.demand().maximum(), -node.demand().minimum()));
        }
        return largest > 0 ? largest : 1;
    }

    private static double cost(EnergySystem system) {
        double largest = 0;
        for (Capacity capacity : system.capacities()) {
            largest = Math.max(largest, capacity.annualCost());
        }
        if (largest == 0) {
            for (Activity activity : system.activities()) {
                largest = Math.max(
                        largest,
                        Math.max(activity.cost().maximum(), -activity.cost().minimum()));
            }
        }
        return largest > 0 ? largest : 1;
    }
}
