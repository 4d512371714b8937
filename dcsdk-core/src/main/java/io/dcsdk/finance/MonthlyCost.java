package io.dcsdk.finance;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Ratio;
import java.util.Locale;

/**
 * What a data centre costs in a month, in the parts of J. Hamilton, "Overall Data Center Costs" (2010).
 *
 * @param servers servers, paid off
 * @param networking network equipment, paid off
 * @param powerDistributionAndCooling power distribution and cooling, paid off
 * @param power electric energy
 * @param other the rest of the facility, paid off
 */
public record MonthlyCost(
        Money servers, Money networking, Money powerDistributionAndCooling, Money power, Money other) {
    /** Checks the components. */
    public MonthlyCost {
        ItemRules rules = ItemRules.of("monthly cost", "");
        rules.nonNegative("servers", servers);
        rules.nonNegative("networking", networking);
        rules.nonNegative("powerDistributionAndCooling", powerDistributionAndCooling);
        rules.nonNegative("power", power);
        rules.nonNegative("other", other);
    }

    /**
     * The sum of the parts.
     *
     * @return the total
     */
    public Money total() {
        return servers.plus(networking)
                .plus(powerDistributionAndCooling)
                .plus(power)
                .plus(other);
    }

    /**
     * A part's share of the total.
     *
     * @param part one of the parts
     * @return part / total, 0 if the total is zero
     */
    public Ratio share(Money part) {
        return total().isZero() ? Ratio.ZERO : part.dividedBy(total());
    }

    /**
     * The parts as a table.
     *
     * @return one line a part with its share, and the total
     */
    public String describe() {
        return line("servers", servers)
                + line("networking", networking)
                + line("power distribution and cooling", powerDistributionAndCooling)
                + line("power", power)
                + line("other", other)
                + line("total", total()).stripTrailing();
    }

    private String line(String name, Money part) {
        return String.format(
                Locale.ROOT,
                "%-30s %,16.0f USD %5.1f %%\n",
                name,
                part.in(Money.Unit.USD),
                100 * share(part).value());
    }
}
