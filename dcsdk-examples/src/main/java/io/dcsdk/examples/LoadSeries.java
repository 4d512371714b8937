package io.dcsdk.examples;

import io.dcsdk.examples.LoadDocument.Hours;
import io.dcsdk.optimizer.supply.SupplyValue;
import io.dcsdk.series.AnyYear;
import io.dcsdk.series.SeriesCsv;
import io.dcsdk.series.TimeAxis;
import io.dcsdk.series.TimeSeries;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The series of a load document on the hours of the weather. Days are those of local standard time, weekdays those of the year that the
 * weather is laid on. Rows of a file with times keep their date and hour, whatever year they are of.
 */
final class LoadSeries {
    private static final int HOURS = 24;
    private static final int MONTHS = 12;

    private final TimeAxis axis;
    private final Path folder;
    private final Map<String, TimeSeries> read = new LinkedHashMap<>();

    LoadSeries(Map<String, Hours> series, Path folder, TimeAxis axis) {
        this.axis = axis;
        this.folder = folder;
        series.forEach((name, hours) -> read.put(name, series(name, hours)));
    }

    /** A number at all hours, or the series of that name. */
    TimeSeries of(SupplyValue value, String owner, String unit) {
        if (value.series().isEmpty()) {
            return TimeSeries.constant(owner, unit, axis, value.number());
        }
        String name = value.series().get();
        @Nullable TimeSeries found = read.get(name);
        if (found == null) {
            throw new BadInput(
                    "series (%s) of %s".formatted(name, owner),
                    "there is none of this name",
                    read.isEmpty()
                            ? "add it under series."
                            : "use one of %s.".formatted(String.join(", ", read.keySet())));
        }
        return found.map(unit, number -> number).named(owner);
    }

    private TimeSeries series(String name, Hours hours) {
        String owner = "series %s".formatted(name);
        boolean weekly = !hours.weekdays().isEmpty() || !hours.weekends().isEmpty();
        int kinds = (hours.daily().isEmpty() ? 0 : 1)
                + (weekly ? 1 : 0)
                + (hours.monthly().isEmpty() ? 0 : 1)
                + (hours.file().isPresent() ? 1 : 0);
        boolean ofFile = hours.column().isPresent()
                || hours.time().isPresent()
                || hours.zone().isPresent()
                || hours.gapHours().isPresent();
        if (kinds != 1
                || hours.file().isPresent() != hours.column().isPresent()
                || (ofFile && hours.file().isEmpty())) {
            throw new BadInput(
                    owner,
                    "must have one of daily, weekdays and weekends, monthly, or file and column",
                    "leave the others out.");
        }
        if (hours.time().isEmpty()
                && (hours.zone().isPresent() || hours.gapHours().isPresent())) {
            throw new BadInput(owner, "has zone or gap_hours without time", "name the column of the times.");
        }
        TimeSeries series =
                hours.file().isPresent() ? file(owner, hours, hours.file().get()) : typical(owner, hours);
        return hours.scale().map(series::times).orElse(series);
    }

    private TimeSeries typical(String owner, Hours hours) {
        if (!hours.monthly().isEmpty() && hours.monthly().size() != MONTHS) {
            throw new BadInput(
                    "monthly (%d days) of %s".formatted(hours.monthly().size(), owner),
                    "must be a day for each of 12 months",
                    "use daily for the same day all year.");
        }
        double[] values = new double[axis.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = day(hours, i).size() == HOURS
                    ? day(hours, i).get(axis.time(i).getHour())
                    : Double.NaN;
            if (Double.isNaN(values[i])) {
                throw new BadInput(
                        "day (%d values) of %s".formatted(day(hours, i).size(), owner),
                        "must be 24 values, of weekdays as well as of weekends",
                        "read other steps from a file.");
            }
        }
        return TimeSeries.of(owner, "", axis, values);
    }

    private List<Double> day(Hours hours, int step) {
        if (!hours.daily().isEmpty()) {
            return hours.daily();
        }
        if (!hours.monthly().isEmpty()) {
            return hours.monthly().get(axis.time(step).getMonthValue() - 1);
        }
        DayOfWeek day = axis.time(step).getDayOfWeek();
        return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY ? hours.weekends() : hours.weekdays();
    }

    private TimeSeries file(String owner, Hours hours, String name) {
        Path path = folder.resolve(Input.path(name));
        String column = hours.column().orElseThrow();
        if (hours.time().isEmpty()) {
            return SeriesCsv.on(axis).read(path, column, "").named(owner);
        }
        SeriesCsv csv = SeriesCsv.timedBy(hours.time().get());
        if (hours.zone().isPresent()) {
            csv = csv.inZone(zone(owner, hours.zone().get()));
        }
        if (hours.gapHours().isPresent()) {
            csv = csv.interpolatingUpTo(hours.gapHours().get());
        }
        return AnyYear.byDate(csv.read(path, column, "").named(owner), axis);
    }

    private static ZoneId zone(String owner, String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new BadInput(
                    "zone (%s) of %s".formatted(text, owner),
                    "is unknown",
                    "use a region such as America/Los_Angeles, or an offset such as -08:00.");
        }
    }
}
