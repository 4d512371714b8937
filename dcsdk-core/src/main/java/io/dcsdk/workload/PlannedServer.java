package io.dcsdk.workload;

import io.dcsdk.compute.Accelerator;
import io.dcsdk.compute.Server;
import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.Precision;
import io.dcsdk.quantity.Ratio;

/**
 * What a catalogue says of the servers with the accelerator that a profile was measured on: the rate that the planner counts
 * for them, to be compared with the measured one.
 *
 * @param id identifier of the server
 * @param accelerators how many of the accelerators it has, at least 1
 * @param peak dense peak of each in the precision of the run, above zero
 * @param sustainedEfficiency share of it that the planner counts, above 0 and up to 1
 * @param maxPower power of the server under full load, above zero
 */
public record PlannedServer(String id, int accelerators, ComputeRate peak, Ratio sustainedEfficiency, Power maxPower) {
    /** Checks the components. */
    public PlannedServer {
        ItemRules rules = ItemRules.of("planned server", String.valueOf(id));
        rules.text("id", id, 64);
        rules.atLeast("accelerators", accelerators, 1);
        rules.positive("peak", peak);
        rules.efficiency("sustainedEfficiency", sustainedEfficiency);
        rules.positive("maxPower", maxPower);
    }

    /**
     * What the planner takes from a catalogue.
     *
     * @param server the server
     * @param accelerator its accelerator
     * @param precision what is computed in
     * @return the figures
     * @throws io.dcsdk.item.ItemException if the accelerator is not the server's, or lists no peak in the precision
     */
    public static PlannedServer of(Server server, Accelerator accelerator, Precision precision) {
        ItemRules rules = ItemRules.of("planned server", server.id());
        if (!accelerator.id().equals(server.accelerator())) {
            throw rules.broken(
                    "accelerator", accelerator.id(), "is not its own", "give " + server.accelerator() + " with it.");
        }
        ComputeRate peak = accelerator
                .peak(precision)
                .orElseThrow(() -> rules.broken(
                        "precision",
                        precision,
                        "is none in which " + accelerator.id() + " has a peak",
                        "measure in one of "
                                + accelerator.peak().stream()
                                        .map(ComputeRate::precision)
                                        .toList() + "."));
        return new PlannedServer(
                server.id(), server.acceleratorCount(), peak, server.sustainedEfficiency(), server.maxPower());
    }

    /**
     * The rate that the planner counts for each accelerator.
     *
     * @return peak × sustained efficiency
     */
    public ComputeRate sustained() {
        return peak.times(sustainedEfficiency);
    }

    /** The figures as people write them: {@code dgx-h100 with 8 x 989.4 TFLOP/s bf16 x 0.4, 10.2 kW}. */
    @Override
    public String toString() {
        return "%s with %d x %s x %s, %s".formatted(id, accelerators, peak, sustainedEfficiency, maxPower);
    }
}
