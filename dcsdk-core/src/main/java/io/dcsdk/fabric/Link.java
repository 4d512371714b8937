package io.dcsdk.fabric;

import io.dcsdk.quantity.DataRate;

/**
 * The parallel cables between two neighbours.
 *
 * @param cables how many, at least 1
 * @param cableRate what one of them carries in one direction, positive
 */
public record Link(int cables, DataRate cableRate) {
    /** Checks that the link carries something. */
    public Link {
        if (cables < 1) {
            throw new FabricException("cables", cables, "link", "are fewer than 1", "leave the link out.");
        }
        if (cableRate.isNegative() || cableRate.isZero()) {
            throw new FabricException(
                    "cable rate", cableRate, "link", "is not positive", "leave the link out, or write its rate.");
        }
    }

    /**
     * What all cables carry in one direction.
     *
     * @return cables × rate
     */
    public DataRate capacity() {
        return cableRate.times(cables);
    }

    @Override
    public String toString() {
        return cables + " x " + cableRate;
    }
}
