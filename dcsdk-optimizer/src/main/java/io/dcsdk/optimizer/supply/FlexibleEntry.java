package io.dcsdk.optimizer.supply;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Load that may wait, such as training: what arrives in a step runs then or up to so many hours later, never before it arrives.
 * Work that arrives at the end of the horizon may run at its beginning, as in a year that repeats.
 *
 * <p>As a linear model: its node demands in step t what arrived a window ago, when it is due. A reservoir holds what was done before
 * it was due, which is at most what arrived within the window: {@code 0 <= done_t <= Σ_{t - window < s <= t} arrivals_s}.
 *
 * @param name unique in the document; also the name of its node
 * @param node where it takes its power
 * @param power MW that arrive
 * @param windowHours how long it may wait, hours, a multiple of a step, below the horizon; 0 for not at all
 * @param max the most that runs at once, MW
 */
public record FlexibleEntry(
        String name,
        String node,
        SupplyValue power,
        @JsonProperty("window_hours") double windowHours,
        double max) {
    /**
     * The same with another window.
     *
     * @param hours how long it may wait
     * @return the entry
     */
    public FlexibleEntry withWindow(double hours) {
        return new FlexibleEntry(name, node, power, hours, max);
    }
}
