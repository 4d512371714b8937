package io.dcsdk.optimizer.supply;

import com.google.common.collect.ImmutableMap;
import io.dcsdk.optimizer.sizing.Profile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The series of a supply document by name, read from files beside it or repeated from typical days, and the tables of its tariffs.
 * Immutable.
 */
final class SupplySeries {
    private static final int HOURS = 24;
    private static final int MONTHS = 12;

    private final int steps;
    private final double hours;
    private final SupplyCalendar calendar;
    private final Map<String, Profile> profiles;
    private final Map<String, TariffCsv> tariffs;

    private SupplySeries(SupplyDocument document, Path folder) {
        steps = document.steps();
        hours = document.hours();
        calendar = SupplyCalendar.of(document);
        SupplyFiles files = new SupplyFiles(folder);
        Map<String, Profile> read = new LinkedHashMap<>();
        document.series()
                .forEach((name, entry) -> read.put(
                        name, profile(name, entry, new SeriesReader(document, calendar, files, entry.resample()))));
        profiles = ImmutableMap.copyOf(read);
        Map<String, TariffCsv> tables = new LinkedHashMap<>();
        for (TariffEntry tariff : document.tariffs()) {
            tariff.file().ifPresent(file -> {
                Path path = files.path(file, "tariff " + tariff.name());
                tables.put(
                        file,
                        TariffCsv.read(
                                path.toString(),
                                files.text(path),
                                document.currency().orElse("")));
            });
        }
        tariffs = ImmutableMap.copyOf(tables);
    }

    static SupplySeries read(SupplyDocument document, Path folder) {
        return new SupplySeries(document, folder);
    }

    SupplyCalendar calendar() {
        return calendar;
    }

    /** The table of a tariff. */
    TariffCsv tariff(String file, String owner) {
        TariffCsv table = tariffs.get(file);
        if (table == null) {
            throw new SupplyException(
                    "file (%s) of tariff %s".formatted(file, owner),
                    "was not read with the series",
                    "use SupplySystem.of.");
        }
        return table;
    }

    /** The profile of a value; the owner is for messages. */
    Profile of(SupplyValue value, String owner) {
        if (value.series().isEmpty()) {
            return Profile.constant(value.number());
        }
        String name = value.series().get();
        Profile profile = profiles.get(name);
        if (profile == null) {
            throw new SupplyException(
                    "series (%s) of %s".formatted(name, owner),
                    "there is none of this name",
                    profiles.isEmpty()
                            ? "add it under series."
                            : "use one of %s.".formatted(String.join(", ", profiles.keySet())));
        }
        return profile;
    }

    private Profile profile(String name, SeriesEntry entry, SeriesReader reader) {
        int kinds = (entry.file().isPresent() ? 1 : 0)
                + (entry.daily().isEmpty() ? 0 : 1)
                + (entry.monthly().isEmpty() ? 0 : 1);
        String owner = "series %s".formatted(name);
        boolean ofFile = entry.column().isPresent()
                || entry.form().isPresent()
                || entry.time().isPresent()
                || entry.zone().isPresent()
                || entry.gapHours().isPresent()
                || entry.anyYear().isPresent();
        boolean named = entry.file().isPresent() || !ofFile;
        if (kinds != 1 || !named) {
            throw new SupplyException(
                    owner, "must have either file and column, or daily, or monthly", "name the column of the file.");
        }
        Profile profile;
        if (entry.file().isPresent()) {
            profile = reader.read(owner, entry, entry.file().get());
        } else if (entry.turbine().isPresent() || entry.array().isPresent()) {
            throw new SupplyException(
                    "turbine or array of %s".formatted(owner), "needs a file of weather", "give the share as it is.");
        } else if (!entry.daily().isEmpty()) {
            profile = typical(owner, entry, List.of(entry.daily()), new int[steps]);
        } else {
            if (entry.monthly().size() != MONTHS) {
                throw new SupplyException(
                        "monthly (%d days) of %s".formatted(entry.monthly().size(), owner),
                        "must be a typical day for each of 12 months",
                        "use daily for the same day all year.");
            }
            SupplyCalendar.Months months = calendar.months(owner);
            if (months.names().size() != MONTHS) {
                throw new SupplyException(
                        "monthly of %s".formatted(owner), "is for a horizon of at most a year", "read it from a file.");
            }
            profile = typical(owner, entry, entry.monthly(), months.of().toArray());
        }
        return entry.scale().map(profile::times).orElse(profile);
    }

    /** Typical days begin with the steps and know no daylight saving. */
    private Profile typical(String owner, SeriesEntry entry, List<List<Double>> days, int[] which) {
        calendar.start().ifPresent(start -> {
            if (start.toLocalTime().toSecondOfDay() != 0) {
                throw new SupplyException(
                        "start (%s) of the calendar, for %s".formatted(start, owner),
                        "must be midnight where days are typical",
                        "read the series from a file.");
            }
        });
        List<double[]> resampled = new ArrayList<>();
        for (List<Double> day : days) {
            if (day.size() != HOURS || (hours != 1 && entry.resample().isEmpty())) {
                throw new SupplyException(
                        "day (%d values, steps of %s h) of %s".formatted(day.size(), hours, owner),
                        "must be 24 values for steps of one hour",
                        "say how they are resampled, or read other steps from a file.");
            }
            StepRatio ratio = StepRatio.ofSteps(1, hours, entry.resample(), owner);
            if (HOURS % ratio.within() != 0) {
                throw new SupplyException(
                        "steps (%s h) of %s".formatted(hours, owner),
                        "do not make up a day of typical hours",
                        "use steps of 1, 2, 3, 4, 6, 8, 12 or 24 h.");
            }
            double[] numbers = day.stream().mapToDouble(Double::doubleValue).toArray();
            resampled.add(ratio.lengthened(ratio.shortened(numbers)));
        }
        double[] values = new double[steps];
        for (int t = 0; t < values.length; t++) {
            double[] day = resampled.get(which[t]);
            values[t] = day[t % day.length];
        }
        return Profile.of(values);
    }
}
