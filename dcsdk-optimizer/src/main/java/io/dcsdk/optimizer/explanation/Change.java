package io.dcsdk.optimizer.explanation;

import io.dcsdk.item.ItemRules;
import java.math.BigDecimal;

/**
 * A figure of the problem that moves.
 *
 * @param requirement the requirement or limit
 * @param from the figure that was stated, at least 0
 * @param needed the figure that the repair needs, to 34 digits
 * @param to the figure to state instead: {@code needed}, rounded to four digits on the safe side; whole figures stay whole
 * @param unit the unit of the three; {@code %} for shares, where 1 is 100 %; may be empty
 * @param share how far {@code to} is from {@code from}, relative to it, or to one unit where it is zero
 */
public record Change(
        String requirement, BigDecimal from, BigDecimal needed, BigDecimal to, String unit, BigDecimal share) {
    /** Checks the components. */
    public Change {
        ItemRules rules = ItemRules.of("change", String.valueOf(requirement));
        rules.required("requirement", requirement);
        rules.required("from", from);
        rules.required("needed", needed);
        rules.required("to", to);
        rules.required("unit", unit);
        rules.required("share", share);
    }

    /**
     * Whether the figure is raised.
     *
     * @return true for limits, false for demands, which are lowered
     */
    public boolean raised() {
        return to.compareTo(from) > 0;
    }

    /**
     * What to do, for people.
     *
     * @return such as "raise budget from 10 million USD to 12.4 million USD (+24 %)"
     */
    public String describe() {
        if (to.signum() == 0 && !raised()) {
            return "give up %s (%s)".formatted(requirement, Amounts.text(from, unit));
        }
        String relative = from.signum() == 0 ? "" : " (%s%s)".formatted(raised() ? "+" : "-", Amounts.percent(share));
        return "%s %s from %s to %s%s"
                .formatted(
                        raised() ? "raise" : "lower",
                        requirement,
                        Amounts.text(from, unit),
                        Amounts.text(to, unit),
                        relative);
    }
}
