package io.dcsdk.optimizer.sensitivity;

import io.dcsdk.item.ItemRules;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * How dear an item of the plan may become before a design with less of it (a whole piece, or a kilowatt of a supply) is
 * better. That price lies between {@code stays} (or, within the gap of the plan, the stated price) and {@code leaves}.
 *
 * @param item its identifier
 * @param name its name
 * @param category what it is: server, storage, switch, cooling, supply or control
 * @param unit of the prices: {@code USD} a piece, {@code USD/kW} for supplies
 * @param price what the catalogue says
 * @param units how many of it the plan has
 * @param stays up to this price no design with less of it is better than the plan; rounded down to cents; absent where the gap
 *     does not let that be said even of the stated price, or no design has less of it
 * @param leaves at this price a design with less of it is known that is as good; rounded up to cents; absent if none is known
 * @param unitsThen how many of it that design has
 * @param affordable up to this price the budget allows the plan; rounded down to cents; absent without a budget
 * @param verdict how far that is settled
 */
public record LeavingPrice(
        String item,
        String name,
        String category,
        String unit,
        BigDecimal price,
        BigDecimal units,
        Optional<BigDecimal> stays,
        Optional<BigDecimal> leaves,
        Optional<BigDecimal> unitsThen,
        Optional<BigDecimal> affordable,
        PriceVerdict verdict) {
    /** Checks the components. */
    public LeavingPrice {
        ItemRules rules = ItemRules.of("leaving price", String.valueOf(item));
        rules.required("item", item);
        rules.required("name", name);
        rules.required("category", category);
        rules.required("unit", unit);
        rules.required("price", price);
        rules.required("units", units);
        stays = Objects.requireNonNullElse(stays, Optional.empty());
        leaves = Objects.requireNonNullElse(leaves, Optional.empty());
        unitsThen = Objects.requireNonNullElse(unitsThen, Optional.empty());
        affordable = Objects.requireNonNullElse(affordable, Optional.empty());
        rules.required("verdict", verdict);
    }
}
