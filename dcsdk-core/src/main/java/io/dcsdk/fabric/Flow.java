package io.dcsdk.fabric;

import io.dcsdk.quantity.DataRate;

/**
 * Traffic from one end point to another.
 *
 * @param source who sends
 * @param destination who receives, another end point
 * @param rate how much is sent, not negative
 */
public record Flow(Endpoint source, Endpoint destination, DataRate rate) {
    /** Checks that it leads somewhere. */
    public Flow {
        if (source.equals(destination)) {
            throw new FabricException(
                    "destination", destination, "flow", "is its source", "leave the flow out: it needs no network.");
        }
        if (rate.isNegative()) {
            throw new FabricException("rate", rate, "flow", "is negative", "swap source and destination.");
        }
    }

    @Override
    public String toString() {
        return "%s to %s, %s".formatted(source, destination, rate);
    }
}
