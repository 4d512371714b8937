package io.dcsdk.optimizer.sizing;

import java.util.List;

/**
 * What bounds an activity: in step t, {@code 0 <= power <= availability_t capacity}. The capacity may differ from one
 * period to another, which is how the peak of each month is charged for. Immutable.
 */
public final class Limit {
    private final Profile availability;
    private final List<String> capacities;
    private final int[] periods;

    private Limit(Profile availability, List<String> capacities, int[] periods) {
        if (availability.minimum() < 0) {
            throw new IllegalArgumentException(
                    "Availability (" + availability.minimum() + ") of capacity " + capacities.get(0)
                            + ": it is negative\nMaybe the capacity factors were read from the wrong column.");
        }
        this.availability = availability;
        this.capacities = List.copyOf(capacities);
        this.periods = periods;
    }

    /**
     * The whole capacity in every step.
     *
     * @param capacity its name
     * @return the limit
     */
    public static Limit of(String capacity) {
        return new Limit(Profile.constant(1), List.of(capacity), new int[0]);
    }

    /**
     * A share of the capacity that changes with time.
     *
     * @param capacity its name
     * @param availability the capacity factor of each step, not negative
     * @return the limit
     * @throws IllegalArgumentException if a factor is negative
     */
    public static Limit of(String capacity, Profile availability) {
        return new Limit(availability, List.of(capacity), new int[0]);
    }

    /**
     * A capacity of its own in each period.
     *
     * @param capacities the names, one for each period
     * @param periods for each step the number of its period, from 0; copied
     * @return the limit
     * @throws IllegalArgumentException if a period has no capacity
     */
    public static Limit byPeriod(List<String> capacities, int... periods) {
        for (int period : periods) {
            if (period < 0 || period >= capacities.size()) {
                throw new IllegalArgumentException("Period (" + period + ") of a limit: there are " + capacities.size()
                        + " capacities\nMaybe count periods from 0.");
            }
        }
        return new Limit(Profile.constant(1), capacities, periods.clone());
    }

    /**
     * The share of the capacity that is there in each step.
     *
     * @return the capacity factors
     */
    public Profile availability() {
        return availability;
    }

    /**
     * The capacities that bound it.
     *
     * @return one name for each period, or the only one
     */
    public List<String> capacities() {
        return capacities;
    }

    /**
     * Which of the capacities counts in a step.
     *
     * @param step from 0
     * @return an index into {@link #capacities()}
     */
    public int periodOf(int step) {
        return periods.length == 0 ? 0 : periods[step];
    }

    int periodSteps() {
        return periods.length;
    }
}
