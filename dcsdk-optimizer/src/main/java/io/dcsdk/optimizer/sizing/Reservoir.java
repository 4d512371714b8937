package io.dcsdk.optimizer.sizing;

import java.util.OptionalDouble;

/**
 * What lets a node keep energy: its level at the end of step t is from 0 to {@code hours * availability_t * capacity}.
 *
 * @param capacity the name of the capacity that bounds the level
 * @param hours MWh of level for one unit of the capacity: 1 where the capacity is in MWh, the duration where it is in MW
 * @param hourlyLoss the share of the level that is lost in an hour, from 0 to below 1
 * @param level the level in MWh before the first and after the last step; empty to have it chosen, the same at both ends
 * @param availability the share of the room that is there at the end of each step, not negative: 1 for a tank, less where
 *     what may be kept changes with time, as work that must not be done before it arrives
 */
public record Reservoir(String capacity, double hours, double hourlyLoss, OptionalDouble level, Profile availability) {
    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if one breaks its rule
     */
    public Reservoir {
        if (!(hours > 0) || !Double.isFinite(hours)) {
            throw new IllegalArgumentException("Hours (" + hours + ") of the reservoir over capacity " + capacity
                    + ": they must be finite and above 0\nMaybe use 1 for a capacity in MWh.");
        }
        if (!(hourlyLoss >= 0 && hourlyLoss < 1)) {
            throw new IllegalArgumentException("Hourly loss (" + hourlyLoss + ") of the reservoir over capacity "
                    + capacity + ": it must be from 0 to below 1\nMaybe it was given in percent.");
        }
        if (level.isPresent() && !(level.getAsDouble() >= 0 && Double.isFinite(level.getAsDouble()))) {
            throw new IllegalArgumentException("Level (" + level.getAsDouble() + " MWh) of the reservoir over capacity "
                    + capacity + ": it must be finite and not negative\nMaybe leave it out to have it chosen.");
        }
        if (availability.minimum() < 0) {
            throw new IllegalArgumentException("Availability (" + availability.minimum()
                    + ") of the reservoir over capacity " + capacity
                    + ": it is negative\nMaybe the series was read from the wrong column.");
        }
    }

    /**
     * A reservoir whose room is the same at all times.
     *
     * @param capacity the name of the capacity that bounds the level
     * @param hours MWh of level for one unit of the capacity
     * @param hourlyLoss the share of the level that is lost in an hour
     * @param level the level in MWh at both ends; empty to have it chosen
     * @throws IllegalArgumentException if a number breaks its rule
     */
    public Reservoir(String capacity, double hours, double hourlyLoss, OptionalDouble level) {
        this(capacity, hours, hourlyLoss, level, Profile.constant(1));
    }

    /**
     * A reservoir that loses nothing, with a free level at the ends.
     *
     * @param capacity the name of the capacity that bounds the level
     * @param hours MWh of level for one unit of the capacity
     * @return the reservoir
     */
    public static Reservoir cyclic(String capacity, double hours) {
        return new Reservoir(capacity, hours, 0, OptionalDouble.empty());
    }
}
