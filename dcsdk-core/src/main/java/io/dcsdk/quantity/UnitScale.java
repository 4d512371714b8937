package io.dcsdk.quantity;

import com.google.errorprone.annotations.Immutable;
import java.math.BigDecimal;

/**
 * What is known of a unit.
 *
 * @param symbol as it stands in text, for instance {@code kW}; empty for plain numbers
 * @param factor how many base units one of it is, exact, above zero
 * @param family 0 for the preferred units of its dimension; see {@link QuantityUnit#family()}
 */
@Immutable
public record UnitScale(String symbol, BigDecimal factor, int family) {
    static UnitScale of(String symbol, String factor, int family) {
        return new UnitScale(symbol, new BigDecimal(factor), family);
    }
}
