package io.dcsdk.uncertainty;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.MoneyRate;
import java.util.Objects;
import java.util.Optional;

/**
 * What capacity costs that is rented elsewhere once the scenario is known. Its energy is the owner's, so it counts in no
 * E; it takes no room, port or cooling. What has no price cannot be rented.
 *
 * @param perTeraflopPerSecond price of a sustained TFLOP/s in the precision of the demand, for a year
 * @param perGigabyte price of a usable GB of storage, for a year
 * @param perGigabytePerSecond price of a GB/s of the network requirement, for a year
 */
public record Rent(
        Optional<MoneyRate> perTeraflopPerSecond,
        Optional<MoneyRate> perGigabyte,
        Optional<MoneyRate> perGigabytePerSecond) {
    /** Nothing can be rented. */
    public static final Rent NONE = new Rent(Optional.empty(), Optional.empty(), Optional.empty());

    /** Checks the components. */
    public Rent {
        ItemRules rules = ItemRules.of("rent", "");
        perTeraflopPerSecond = checked(rules, "perTeraflopPerSecond", perTeraflopPerSecond);
        perGigabyte = checked(rules, "perGigabyte", perGigabyte);
        perGigabytePerSecond = checked(rules, "perGigabytePerSecond", perGigabytePerSecond);
    }

    private static Optional<MoneyRate> checked(ItemRules rules, String subject, Optional<MoneyRate> price) {
        Optional<MoneyRate> kept = Objects.requireNonNullElse(price, Optional.empty());
        kept.ifPresent(rate -> rules.nonNegative(subject, rate));
        return kept;
    }
}
