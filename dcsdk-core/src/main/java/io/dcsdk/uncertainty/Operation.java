package io.dcsdk.uncertainty;

import io.dcsdk.design.Selection;
import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;

/**
 * What is done in a scenario.
 *
 * @param running what runs, beside the fabric, racks, cooling and controls that are bought; supplies with their output
 * @param compute arithmetic that is rented
 * @param storage capacity that is rented
 * @param network rate of the network requirement that is rented
 */
public record Operation(Selection running, ComputeRate compute, DataSize storage, DataRate network) {
    /** Checks the components. */
    public Operation {
        ItemRules rules = ItemRules.of("operation", "");
        rules.required("running", running);
        rules.nonNegative("compute", compute);
        rules.nonNegative("storage", storage);
        rules.nonNegative("network", network);
    }
}
