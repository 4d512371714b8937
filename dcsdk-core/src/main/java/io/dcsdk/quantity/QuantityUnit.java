package io.dcsdk.quantity;

import java.math.BigDecimal;

/** A unit of one dimension: its symbol, and how many base units it is worth. */
public interface QuantityUnit {
    /**
     * The symbol as it stands in text, for instance {@code kW}.
     *
     * @return the symbol, case-sensitive
     */
    String symbol();

    /**
     * How many base units one of this unit is.
     *
     * @return the exact factor, above zero
     */
    BigDecimal factor();

    /**
     * The family of the unit. Text uses the largest fitting unit of a family, and the family whose text is shorter
     * ({@code 80 GiB} rather than {@code 85.89934592 GB}).
     *
     * @return the family's number, 0 for the preferred one
     */
    int family();
}
