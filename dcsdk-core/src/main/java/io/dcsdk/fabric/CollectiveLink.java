package io.dcsdk.fabric;

import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.TimeSpan;

/**
 * What joins the ranks of a collective, in the α–β model (Hockney, Parallel Computing 20, 1994).
 *
 * @param latency α, the time of a step with no data; not negative
 * @param bandwidth B, what a rank sends and, at the same time, receives at most; positive
 * @param efficiency η, the share of the bandwidth that payload gets; above 0, at most 1
 */
public record CollectiveLink(TimeSpan latency, DataRate bandwidth, Ratio efficiency) {
    /** Checks the figures. */
    public CollectiveLink {
        if (latency.isNegative()) {
            throw new FabricException("latency", latency, "collective link", "is negative", "a microsecond is meant.");
        }
        if (bandwidth.isNegative() || bandwidth.isZero()) {
            throw new FabricException(
                    "bandwidth", bandwidth, "collective link", "is not positive", "write what one rank can send.");
        }
        if (efficiency.compareTo(Ratio.ZERO) <= 0 || efficiency.compareTo(Ratio.ONE) > 0) {
            throw new FabricException(
                    "efficiency", efficiency, "collective link", "is not above 0 and at most 1", "write 0.9 for 90 %.");
        }
    }

    /**
     * What payload gets.
     *
     * @return B η
     */
    public DataRate payload() {
        return bandwidth.times(efficiency);
    }
}
