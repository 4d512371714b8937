package io.dcsdk.uncertainty;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.Ratio;
import java.util.Objects;
import java.util.Optional;

/**
 * What the power of newly bought items, idle and maximum, is multiplied with from one year to the next, at the same
 * capacity: 0.85 is the same work for 15 % less energy. 1 where absent. What is bought keeps its power.
 *
 * @param servers factor a year of servers, above 0
 * @param storage factor a year of storage units, above 0
 */
public record PowerTrend(Optional<Ratio> servers, Optional<Ratio> storage) {
    /** Power stays. */
    public static final PowerTrend NONE = new PowerTrend(Optional.empty(), Optional.empty());

    /** Checks the components. */
    public PowerTrend {
        ItemRules rules = ItemRules.of("power trend", "");
        servers = Objects.requireNonNullElse(servers, Optional.empty());
        servers.ifPresent(factor -> rules.positive("servers", factor));
        storage = Objects.requireNonNullElse(storage, Optional.empty());
        storage.ifPresent(factor -> rules.positive("storage", factor));
    }
}
