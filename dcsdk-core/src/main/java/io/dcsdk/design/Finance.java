package io.dcsdk.design;

import io.dcsdk.finance.CapitalRecovery;
import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.MoneyRate;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.TimeSpan;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * How money is counted over the planning horizon.
 *
 * <p>Without a discount rate capital counts once, at its price. With a rate r and a horizon of n years it counts as n
 * equal annual payments, price × n × CRF with the capital recovery factor CRF = r (1 + r)^n / ((1 + r)^n − 1); for r → 0
 * both agree. Running costs and energy count for every year of the horizon, undiscounted, since the annual payment is
 * what they are added to.
 *
 * @param horizon how long the design is used, above zero; with a discount rate whole years, at most {@value #MOST_YEARS}
 * @param discountRate interest per year, if capital is annualised, above 0
 * @param budget the most that C may be, if there is a limit; with a discount rate, whose factor is rounded to 34 digits,
 *     one part in 1e30 more is let pass
 * @param staffCost a full-time equivalent's cost; needed when a control takes staff
 */
public record Finance(
        TimeSpan horizon, Optional<Ratio> discountRate, Optional<Money> budget, Optional<MoneyRate> staffCost) {
    private static final TimeSpan YEAR = TimeSpan.years(1);
    private static final int MOST_YEARS = 10_000;

    /** Checks the components. */
    public Finance {
        ItemRules rules = ItemRules.of("finance", "");
        rules.positive("horizon", horizon);
        discountRate = Objects.requireNonNullElse(discountRate, Optional.empty());
        discountRate.ifPresent(rate -> rules.efficiency("discountRate", rate));
        if (discountRate.isPresent() && horizon.base().remainder(YEAR.base()).signum() != 0) {
            throw rules.broken(
                    "horizon", horizon, "is not a whole number of years, in which capital is paid back", "round it.");
        }
        if (discountRate.isPresent() && horizon.compareTo(YEAR.times(MOST_YEARS)) > 0) {
            throw rules.broken("horizon", horizon, "is above " + MOST_YEARS + " years", "the unit is wrong.");
        }
        budget = Objects.requireNonNullElse(budget, Optional.empty());
        budget.ifPresent(money -> rules.nonNegative("budget", money));
        staffCost = Objects.requireNonNullElse(staffCost, Optional.empty());
        staffCost.ifPresent(rate -> rules.nonNegative("staffCost", rate));
    }

    /**
     * Finance over a horizon, with nothing else.
     *
     * @param horizon how long the design is used
     * @return no discounting, no budget, no staff
     */
    public static Finance over(TimeSpan horizon) {
        return new Finance(horizon, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * The same with a budget.
     *
     * @param money the most that C may be
     * @return the finance
     */
    public Finance withBudget(Money money) {
        return new Finance(horizon, discountRate, Optional.of(money), staffCost);
    }

    /**
     * The same with interest.
     *
     * @param rate interest per year
     * @return the finance
     */
    public Finance withDiscountRate(Ratio rate) {
        return new Finance(horizon, Optional.of(rate), budget, staffCost);
    }

    /**
     * The same with a cost of staff.
     *
     * @param rate a full-time equivalent's cost
     * @return the finance
     */
    public Finance withStaffCost(MoneyRate rate) {
        return new Finance(horizon, discountRate, budget, Optional.of(rate));
    }

    /**
     * What capital counts over the horizon.
     *
     * @param price the price
     * @return the price, or the sum of its annual payments
     */
    public Money capital(Money price) {
        return price.times(capitalFactor());
    }

    /**
     * What running costs count over the horizon.
     *
     * @param rate money per year
     * @return rate × horizon
     */
    public Money running(MoneyRate rate) {
        return rate.times(horizon);
    }

    /**
     * Energy over the horizon.
     *
     * @param mean mean power
     * @return power × horizon
     */
    public Energy energy(Power mean) {
        return mean.times(horizon);
    }

    private BigDecimal capitalFactor() {
        if (discountRate.isEmpty()) {
            return BigDecimal.ONE;
        }
        int years = horizon.base().divide(YEAR.base()).intValueExact();
        return new CapitalRecovery(discountRate.get(), years).factor().base().multiply(BigDecimal.valueOf(years));
    }
}
