package io.dcsdk.optimizer.hourly;

import io.dcsdk.optimizer.sizing.Activity;
import io.dcsdk.optimizer.sizing.Dispatch;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.Node;
import io.dcsdk.optimizer.sizing.Profile;
import io.dcsdk.optimizer.sizing.Sizing.Design;
import io.dcsdk.series.StepTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/**
 * A design step by step as columns of a table: {@code duration} in h; for each node with one its {@code demand at} in MW; {@code power of}
 * each activity in MW; {@code level of} each node that keeps energy, in MWh at the end of the step; {@code price at} each node, what one
 * more MWh of demand there would cost, which at a storage is what one more MWh kept is worth; and carbon in t/h.
 */
public final class DispatchTable {
    private static final String POWER = "MW";

    private DispatchTable() {}

    /**
     * Adds the columns of a design.
     *
     * @param table of the same steps
     * @param system what was sized
     * @param design a design of it
     * @param currency of its costs; may be empty
     * @return the table with more columns
     * @throws io.dcsdk.series.SeriesException if the table has such columns already
     */
    public static StepTable appended(StepTable table, EnergySystem system, Design design, String currency) {
        Dispatch dispatch = design.dispatch();
        StepTable whole = table.with("duration", "h", system::hours);
        for (Node node : system.nodes()) {
            if (node.demand().maximum() > 0) {
                whole = whole.with("demand at " + node.name(), POWER, node.demand()::at);
            }
        }
        for (int j = 0; j < system.activities().size(); j++) {
            int activity = j;
            whole = whole.with(
                    "power of " + system.activities().get(j).name(), POWER, step -> dispatch.power(activity, step));
        }
        String price = currency.isBlank() ? "per MWh" : currency + "/MWh";
        for (int n = 0; n < system.nodes().size(); n++) {
            int node = n;
            String name = system.nodes().get(n).name();
            if (system.nodes().get(n).reservoir().isPresent()) {
                whole = whole.with("level of " + name, "MWh", step -> dispatch.level(node, step));
            }
            double share = shares(system, design, name);
            whole = whole.with(
                    "price at " + name, price, step -> design.prices().at(node, step) - share);
        }
        return whole;
    }

    /** What annual limits grant for a MWh that is demanded at a node, at their prices. */
    private static double shares(EnergySystem system, Design design, String node) {
        double sum = 0;
        for (int k = 0; k < system.limits().size(); k++) {
            sum += design.prices().ofLimit(k) * system.limits().get(k).shares().getOrDefault(node, 0.0);
        }
        return sum;
    }

    /**
     * Adds a column of carbon.
     *
     * @param table of the same steps
     * @param name of the column, such as location-based carbon
     * @param system what was sized
     * @param design a design of it
     * @param emissions tonnes of one MWh in each step, by activity; those of no other activity are counted
     * @return the table with one more column, the sum of the activities in t/h
     * @throws io.dcsdk.series.SeriesException if the table has such a column already
     */
    public static StepTable withCarbon(
            StepTable table, String name, EnergySystem system, Design design, Map<String, Profile> emissions) {
        List<IntToDoubleFunction> parts = new ArrayList<>();
        for (int j = 0; j < system.activities().size(); j++) {
            Activity activity = system.activities().get(j);
            Profile factor = emissions.get(activity.name());
            if (factor != null) {
                int index = j;
                parts.add(step -> design.dispatch().power(index, step) * factor.at(step));
            }
        }
        return table.with(name, "t/h", step -> parts.stream()
                .mapToDouble(part -> part.applyAsDouble(step))
                .sum());
    }
}
