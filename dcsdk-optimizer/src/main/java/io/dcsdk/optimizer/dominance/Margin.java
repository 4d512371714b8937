package io.dcsdk.optimizer.dominance;

import io.dcsdk.item.ItemRules;
import io.dcsdk.optimizer.linear.Rational;

/**
 * How an item and the one that beats it compare in one respect.
 *
 * @param respect what is compared, such as {@code compute} or {@code money over the horizon}
 * @param unit the unit of the two figures; {@code %} for shares, where 1 is 100 %; empty for counts
 * @param beaten the figure of the item that is beaten
 * @param better the figure of the other one, at least as good
 */
public record Margin(String respect, String unit, Rational beaten, Rational better) {
    /** Checks the components. */
    public Margin {
        ItemRules rules = ItemRules.of("margin", String.valueOf(respect));
        rules.required("respect", respect);
        rules.required("unit", unit);
        rules.required("beaten", beaten);
        rules.required("better", better);
    }

    /**
     * How much better the one is.
     *
     * @return the distance of the two figures, 0 for a tie
     */
    public Rational difference() {
        return better.minus(beaten).abs();
    }

    /**
     * Whether the two are equal in this respect.
     *
     * @return true without a difference
     */
    public boolean isTie() {
        return better.equals(beaten);
    }
}
