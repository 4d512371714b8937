package io.dcsdk.optimizer.supply;

import java.util.Optional;

/**
 * What the grid buys back. Carbon of what is sold is not taken off.
 *
 * @param name unique in the document
 * @param over the source over whose connection it is sold; in no step may that source be cheaper than the sale, which would buy
 *     and sell at once
 * @param price currency per MWh that is paid for it
 * @param capacity the most that is sold, MW; the source's max if absent
 */
public record SaleEntry(String name, String over, SupplyValue price, Optional<CapacityEntry> capacity) {}
