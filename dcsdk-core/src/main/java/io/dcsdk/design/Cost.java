package io.dcsdk.design;

import io.dcsdk.quantity.Money;

/**
 * The money C of a design over the planning horizon.
 *
 * @param hardware servers, storage, switches, cables, racks, cooling and supplies
 * @param software software environments and security controls
 * @param maintenance maintenance of the hardware, and staff
 */
public record Cost(Money hardware, Money software, Money maintenance) {
    /** Nothing. */
    public static final Cost ZERO = new Cost(Money.ZERO, Money.ZERO, Money.ZERO);

    /**
     * C.
     *
     * @return the sum of the three
     */
    public Money total() {
        return hardware.plus(software).plus(maintenance);
    }

    /**
     * Adds part by part.
     *
     * @param other the other cost
     * @return the sum
     */
    public Cost plus(Cost other) {
        return new Cost(
                hardware.plus(other.hardware), software.plus(other.software), maintenance.plus(other.maintenance));
    }
}
