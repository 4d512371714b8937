package io.dcsdk.workload;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.TimeSpan;

/**
 * How a training run saves its state.
 *
 * @param writeTime the longest that writing one checkpoint may take, above zero
 * @param kept how many checkpoints are kept, at least 1
 */
public record CheckpointRule(TimeSpan writeTime, int kept) {
    /** Checks the components. */
    public CheckpointRule {
        ItemRules rules = ItemRules.of("checkpoint rule", "");
        rules.positive("writeTime", writeTime);
        rules.atLeast("kept", kept, 1);
    }
}
