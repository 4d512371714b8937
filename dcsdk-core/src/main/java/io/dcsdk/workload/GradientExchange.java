package io.dcsdk.workload;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.Ratio;
import java.math.BigDecimal;

/**
 * What the replicas of a data-parallel training run exchange each step.
 *
 * @param batchTokens tokens of a step over all replicas, above 0
 * @param replicas number of replicas of the model, at least 1
 * @param share share of the step in which the exchange must be done, above 0 and at most 1; the rest of the step
 *     computes without it
 */
public record GradientExchange(BigDecimal batchTokens, int replicas, Ratio share) {
    /** Checks the components. */
    public GradientExchange {
        ItemRules rules = ItemRules.of("gradient exchange", "");
        batchTokens = ModelFigures.positive(rules, "batchTokens", batchTokens);
        rules.atLeast("replicas", replicas, 1);
        rules.efficiency("share", share);
    }
}
