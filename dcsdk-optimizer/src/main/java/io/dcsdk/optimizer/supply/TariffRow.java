package io.dcsdk.optimizer.supply;

import java.util.OptionalDouble;

/**
 * A row of a tariff's table.
 *
 * @param line in its file
 * @param season its name; may be empty
 * @param period its name; may be empty
 * @param window when it holds
 * @param price currency per MWh, if it has one
 * @param charge currency per MW and month, if it has one
 */
record TariffRow(
        int line, String season, String period, TimeWindow window, OptionalDouble price, OptionalDouble charge) {
    /** What rows of the same demand charge share. */
    String name() {
        return "%s %s".formatted(season, period).strip();
    }
}
