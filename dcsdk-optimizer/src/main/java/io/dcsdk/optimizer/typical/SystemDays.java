package io.dcsdk.optimizer.typical;

import io.dcsdk.optimizer.sizing.Activity;
import io.dcsdk.optimizer.sizing.AnnualLimit;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.Node;
import io.dcsdk.optimizer.sizing.Profile;
import io.dcsdk.series.TimeAxis;
import io.dcsdk.series.TimeSeries;
import io.dcsdk.series.typical.TypicalDays;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The series of a system by days, each once. */
final class SystemDays {
    private static final double SECONDS_PER_HOUR = 3600;
    private static final OffsetDateTime START = OffsetDateTime.of(2023, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
    private static final int LONGEST = 120;

    private final TimeAxis axis;
    private final List<TimeSeries> series = new ArrayList<>();

    SystemDays(EnergySystem system) {
        axis = axis(system);
        for (Node node : system.nodes()) {
            add("demand of " + node.name(), "MW", node.demand());
            node.reservoir().ifPresent(kept -> add("room at " + node.name(), "", kept.availability()));
        }
        for (Activity activity : system.activities()) {
            add("availability of " + activity.name(), "", activity.limit().availability());
            add("cost of " + activity.name(), "currency/MWh", activity.cost());
        }
        for (AnnualLimit limit : system.limits()) {
            limit.coefficients().forEach((name, counts) -> add("%s of %s".formatted(limit.name(), name), "", counts));
        }
        if (series.isEmpty()) {
            series.add(TimeSeries.constant("nothing varies", "", axis, 0));
        }
    }

    private static TimeAxis axis(EnergySystem system) {
        double hours = system.hours(0);
        for (int t = 1; t < system.steps(); t++) {
            if (system.hours(t) != hours) {
                throw new IllegalArgumentException("Hours (%s) of step %d of the system: the first step has %s hours"
                                .formatted(system.hours(t), t, hours)
                        + "\nMaybe size it on all its steps: typical days need steps of one length.");
            }
        }
        double seconds = hours * SECONDS_PER_HOUR;
        if (seconds != Math.rint(seconds) || seconds < 1 || 86_400 % seconds != 0) {
            throw new IllegalArgumentException("Hours (" + hours
                    + ") of the system's steps: a day is no whole number of them\nMaybe use steps of 1 or 3 hours.");
        }
        return TimeAxis.of(START, Duration.ofSeconds((long) seconds), system.steps());
    }

    /** Constants and copies say nothing about which days are alike. */
    private void add(String name, String unit, Profile profile) {
        if (profile.length() == 1 || profile.minimum() == profile.maximum()) {
            return;
        }
        double[] values = new double[axis.size()];
        for (int t = 0; t < values.length; t++) {
            values[t] = profile.at(t);
        }
        boolean known = series.stream().anyMatch(other -> Arrays.equals(other.toArray(), values));
        if (!known) {
            String shown = name.length() <= LONGEST ? name : name.substring(0, LONGEST);
            series.add(TimeSeries.of(printable(shown), unit, axis, values));
        }
    }

    private static String printable(String name) {
        return name.replaceAll("\\p{Cntrl}", "?");
    }

    /** Chosen days; that of the highest demand is kept. */
    TypicalDays typical(int most) {
        List<String> peak = series.stream()
                .filter(one -> one.name().startsWith("demand of "))
                .max(Comparator.comparingDouble(TimeSeries::max))
                .map(one -> List.of(one.name()))
                .orElse(List.of());
        return TypicalDays.of(series, most, peak);
    }
}
