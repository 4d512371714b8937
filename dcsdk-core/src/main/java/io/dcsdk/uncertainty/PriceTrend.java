package io.dcsdk.uncertainty;

import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.Ratio;
import java.util.Objects;
import java.util.Optional;

/**
 * What purchase prices are multiplied with from one year to the next; 1 where absent. Maintenance does not change.
 *
 * @param servers factor a year of servers, above 0
 * @param storage factor a year of storage units, above 0
 * @param others factor a year of switches, cables, racks, cooling, supplies and controls, above 0
 */
public record PriceTrend(Optional<Ratio> servers, Optional<Ratio> storage, Optional<Ratio> others) {
    /** Prices stay. */
    public static final PriceTrend NONE = new PriceTrend(Optional.empty(), Optional.empty(), Optional.empty());

    /** Checks the components. */
    public PriceTrend {
        ItemRules rules = ItemRules.of("price trend", "");
        servers = Objects.requireNonNullElse(servers, Optional.empty());
        servers.ifPresent(factor -> rules.positive("servers", factor));
        storage = Objects.requireNonNullElse(storage, Optional.empty());
        storage.ifPresent(factor -> rules.positive("storage", factor));
        others = Objects.requireNonNullElse(others, Optional.empty());
        others.ifPresent(factor -> rules.positive("others", factor));
    }
}
