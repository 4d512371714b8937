package io.dcsdk.training.profile;

import io.dcsdk.quantity.Energy;

/** What an energy meter shows. */
public sealed interface EnergyReading {
    /**
     * The meter works.
     *
     * @param sinceOpened energy since the meter was opened, at least zero and never falling
     */
    record Measured(Energy sinceOpened) implements EnergyReading {}

    /**
     * The meter does not work, or no longer.
     *
     * @param reason why, in one line
     */
    record Unknown(String reason) implements EnergyReading {}
}
