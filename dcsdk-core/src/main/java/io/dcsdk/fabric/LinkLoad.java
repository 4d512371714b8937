package io.dcsdk.fabric;

import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.Ratio;

/**
 * What one direction of a link carries.
 *
 * @param from where it starts
 * @param to where it ends
 * @param cables parallel cables
 * @param load all that it carries
 * @param utilisation the load of its busiest cable over the rate of a cable; above 1 where more is sent than fits
 */
public record LinkLoad(Vertex from, Vertex to, int cables, DataRate load, Ratio utilisation) {
    /** The load of a link. */
    public LinkLoad {}

    @Override
    public String toString() {
        return "%s to %s: %s, utilisation %s".formatted(from, to, load, utilisation);
    }
}
