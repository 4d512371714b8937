package io.dcsdk.examples;

import io.dcsdk.optimizer.sizing.EnergySystem;
import picocli.CommandLine.Option;

/** The week that pictures of a dispatch show. */
final class WeekOption {
    private static final double WEEK_HOURS = 168;

    @Option(
            names = "--week",
            paramLabel = "N",
            defaultValue = "1",
            description = "The week of dispatch that is drawn, from 1 (default: ${DEFAULT-VALUE}).")
    private int week;

    WeekOption() {}

    int number() {
        return week;
    }

    /** Refuses a week that is not there, before any work. */
    void requireWithin(EnergySystem system) {
        double hours = 0;
        for (int t = 0; t < system.steps(); t++) {
            hours += system.hours(t);
        }
        if (week < 1 || (week - 1) * WEEK_HOURS >= hours) {
            throw new BadInput("--week (%d)".formatted(week), "lies outside the horizon", "use 1.");
        }
    }
}
