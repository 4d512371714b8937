package io.dcsdk.optimizer.sensitivity;

import io.dcsdk.item.ItemRules;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * The highest price at which an item that the plan does not use would be a part of a best plan: its break-even price. It lies
 * between {@code enters} and {@code staysOut}.
 *
 * @param item its identifier
 * @param name its name
 * @param category what it is: server, storage, switch, cooling, supply or control
 * @param unit of the prices: {@code USD} a piece, {@code USD/kW} for supplies
 * @param price what the catalogue says
 * @param enters at this price or a lower one some best plan has it: a design with it is known that then costs no more than any
 *     design without it; rounded down to cents; absent if none is known
 * @param staysOut at a higher price no best plan has it, supplies no kilowatt or more of it; rounded up to cents; absent if not
 *     known
 * @param units how many of it the design at {@code enters} has
 * @param verdict how far that is settled
 */
public record EntryPrice(
        String item,
        String name,
        String category,
        String unit,
        BigDecimal price,
        Optional<BigDecimal> enters,
        Optional<BigDecimal> staysOut,
        Optional<BigDecimal> units,
        PriceVerdict verdict) {
    /** Checks the components. */
    public EntryPrice {
        ItemRules rules = ItemRules.of("entry price", String.valueOf(item));
        rules.required("item", item);
        rules.required("name", name);
        rules.required("category", category);
        rules.required("unit", unit);
        rules.required("price", price);
        enters = Objects.requireNonNullElse(enters, Optional.empty());
        staysOut = Objects.requireNonNullElse(staysOut, Optional.empty());
        units = Objects.requireNonNullElse(units, Optional.empty());
        rules.required("verdict", verdict);
    }
}
