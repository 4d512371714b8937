package io.dcsdk.series;

import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableLongArray;
import io.dcsdk.document.Documents;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Reads columns of CSV files as series. Strict: rows in order, equal steps, no gap, no repeated hour, finite numbers. Every
 * error names file, line and next step. Immutable; each method gives a reader with one more permission.
 *
 * <p>A time stands for the step that begins there. Files of a leap year give 8784 hours; {@link TimeSeries#withoutLeapDay()}
 * makes 8760 of them.
 */
public final class SeriesCsv {
    private final Optional<String> timeColumn;
    private final Optional<TimeAxis> given;
    private final Optional<ZoneId> zone;
    private final double mostGapHours;
    private final char separator;

    private SeriesCsv(
            Optional<String> timeColumn,
            Optional<TimeAxis> given,
            Optional<ZoneId> zone,
            double mostGapHours,
            char separator) {
        this.timeColumn = timeColumn;
        this.given = given;
        this.zone = zone;
        this.mostGapHours = mostGapHours;
        this.separator = separator;
    }

    /**
     * Files whose rows tell their time, like {@code 2022-01-31 13:00:00+00:00}.
     *
     * @param column the column of the times; empty text for a first column without name
     * @return the reader
     */
    public static SeriesCsv timedBy(String column) {
        return new SeriesCsv(Optional.of(column), Optional.empty(), Optional.empty(), 0, ',');
    }

    /**
     * Files whose rows tell no time: row i is step i of an axis.
     *
     * @param axis the axis, with as many steps as there are rows
     * @return the reader
     */
    public static SeriesCsv on(TimeAxis axis) {
        return new SeriesCsv(Optional.empty(), Optional.of(axis), Optional.empty(), 0, ',');
    }

    /**
     * Takes times without offset for those of the clocks of a zone: a {@link java.time.ZoneOffset} for UTC and standard
     * time, a region such as America/New_York for clocks that follow daylight saving.
     *
     * @param clocks the zone
     * @return the reader
     */
    public SeriesCsv inZone(ZoneId clocks) {
        return new SeriesCsv(timeColumn, given, Optional.of(clocks), mostGapHours, separator);
    }

    /**
     * Fills missing rows and empty cells by straight lines.
     *
     * @param hours the longest gap that is filled, above zero
     * @return the reader
     * @throws SeriesException if it is not above zero
     */
    public SeriesCsv interpolatingUpTo(double hours) {
        if (!(hours > 0) || Double.isInfinite(hours)) {
            throw new SeriesException(
                    "longest gap (%s h) of CSV reader".formatted(hours),
                    "is not a finite number above zero",
                    "leave it out to refuse gaps.");
        }
        return new SeriesCsv(timeColumn, given, zone, hours, separator);
    }

    /**
     * Another separator of cells.
     *
     * @param character such as a semicolon
     * @return the reader
     */
    public SeriesCsv separatedBy(char character) {
        return new SeriesCsv(timeColumn, given, zone, mostGapHours, character);
    }

    /**
     * Reads one column.
     *
     * @param file the file, UTF-8
     * @param column its name
     * @param unit its unit
     * @return the series, named like the column
     * @throws SeriesException if the file breaks a rule
     * @throws io.dcsdk.document.DocumentException if it is absent, too large or no UTF-8
     */
    public TimeSeries read(Path file, String column, String unit) {
        return read(file, ImmutableMap.of(column, unit)).get(column);
    }

    /**
     * Reads some columns.
     *
     * @param file the file, UTF-8
     * @param units the unit of each column, by its name
     * @return the series
     * @throws SeriesException if the file breaks a rule
     * @throws io.dcsdk.document.DocumentException if it is absent, too large or no UTF-8
     */
    public SeriesTable read(Path file, Map<String, String> units) {
        return read(file.toString(), Documents.text(file), 0, units);
    }

    /**
     * Reads columns of a table within a text.
     *
     * @param source name of the file, for messages
     * @param text the table, with its line of names
     * @param linesBefore lines of the file before the text
     * @param units the unit of each column, by its name
     * @return the series
     * @throws SeriesException if the text breaks a rule
     */
    public SeriesTable read(String source, String text, int linesBefore, Map<String, String> units) {
        CsvRows rows = CsvRows.of(source, text, separator, linesBefore);
        List<String> names = List.copyOf(units.keySet());
        int[] columns = names.stream().mapToInt(rows::column).toArray();
        List<ImmutableDoubleArray.Builder> read = new ArrayList<>();
        names.forEach(name -> read.add(ImmutableDoubleArray.builder()));
        ImmutableLongArray.Builder seconds = ImmutableLongArray.builder();
        ImmutableLongArray.Builder lines = ImmutableLongArray.builder();
        Timestamps timestamps = new Timestamps(zone);
        int timeIndex = timeColumn.isPresent() ? rows.column(timeColumn.get()) : -1;
        int count = 0;
        while (rows.next()) {
            count++;
            if (count > TimeAxis.MAX_SIZE) {
                throw rows.fault(
                        "", "is beyond the %d rows that are read".formatted(TimeAxis.MAX_SIZE), "split the file.");
            }
            if (timeIndex >= 0) {
                Instant time = timestamps.read(rows, timeIndex);
                seconds.add(time.getEpochSecond());
            }
            lines.add(rows.line());
            for (int k = 0; k < columns.length; k++) {
                read.get(k).add(rows.number(columns[k]));
            }
        }
        int size = count;
        ImmutableLongArray lineOfRow = lines.build();
        Steps steps = given.map(axis -> Steps.of(source, axis, size))
                .orElseGet(() -> Steps.found(source, seconds.build(), lineOfRow, timestamps, mostGapHours));
        ImmutableMap.Builder<String, TimeSeries> series = ImmutableMap.builder();
        Map<String, Integer> filled = new LinkedHashMap<>();
        for (int k = 0; k < columns.length; k++) {
            String name = names.get(k);
            double[] values = steps.spread(read.get(k).build());
            IntFunction<String> place = step ->
                    "%s, line %d, column %s".formatted(source, lineOfRow.get(steps.rowFrom(step)), CsvRows.shown(name));
            filled.put(name, GapFilling.fill(place, steps.axis, values, mostGapHours));
            series.put(name, TimeSeries.of(name, String.valueOf(units.get(name)), steps.axis, values));
        }
        return new SeriesTable(steps.axis, series.buildOrThrow(), ImmutableMap.copyOf(filled));
    }

    /** The axis of a file, and on which of its steps each row stands. */
    private static final class Steps {
        private final TimeAxis axis;
        private final int[] places;

        private Steps(TimeAxis axis, int[] places) {
            this.axis = axis;
            this.places = places;
        }

        static Steps of(String source, TimeAxis axis, int rows) {
            if (rows != axis.size()) {
                throw new SeriesException(
                        source,
                        "has %d rows where the axis has %d steps".formatted(rows, axis.size()),
                        Math.abs(rows - axis.size()) == 24
                                ? "one of them is a leap year: use the axis of that year, then withoutLeapDay."
                                : "it is cut short, or of another year.");
            }
            int[] places = new int[rows];
            Arrays.setAll(places, i -> i);
            return new Steps(axis, places);
        }

        /** The step is the smallest difference of neighbours; every other difference must be a multiple of it. */
        static Steps found(
                String source,
                ImmutableLongArray seconds,
                ImmutableLongArray lines,
                Timestamps timestamps,
                double mostGapHours) {
            int rows = seconds.length();
            if (rows < 2) {
                throw new SeriesException(
                        source,
                        "has %d rows, from which no step can be told".formatted(rows),
                        "the file is cut short.");
            }
            long step = Long.MAX_VALUE;
            for (int i = 1; i < rows; i++) {
                step = Math.min(step, seconds.get(i) - seconds.get(i - 1));
            }
            int[] places = new int[rows];
            for (int i = 1; i < rows; i++) {
                long difference = seconds.get(i) - seconds.get(i - 1);
                String place = "%s, line %d".formatted(source, lines.get(i));
                if (difference % step != 0) {
                    throw irregular(source, seconds, lines);
                }
                long missing = difference / step - 1;
                if (missing * step > mostGapHours * 3600) {
                    throw new SeriesException(
                            place,
                            "comes after a gap of %d steps of %d s".formatted(missing, step),
                            mostGapHours == 0
                                    ? "have it interpolated: %s; if clocks were set forward here, name their region: %s."
                                            .formatted(GapFilling.permission(missing * step / 3600.0), Timestamps.ZONE)
                                    : "the gap is longer than the %s h that may be interpolated."
                                            .formatted(mostGapHours));
                }
                long next = places[i - 1] + 1L + missing;
                places[i] = (int) Math.min(next, TimeAxis.MAX_SIZE);
            }
            OffsetDateTime start = OffsetDateTime.ofInstant(Instant.ofEpochSecond(seconds.get(0)), timestamps.offset());
            return new Steps(TimeAxis.of(start, Duration.ofSeconds(step), places[rows - 1] + 1), places);
        }

        /** Names the first line that is off the distance that most lines have from the one above. */
        private static SeriesException irregular(String source, ImmutableLongArray seconds, ImmutableLongArray lines) {
            Map<Long, Integer> counts = new HashMap<>();
            for (int i = 1; i < seconds.length(); i++) {
                counts.merge(seconds.get(i) - seconds.get(i - 1), 1, Integer::sum);
            }
            long usual = Collections.max(counts.entrySet(), Map.Entry.comparingByValue())
                    .getKey();
            int row = 1;
            while ((seconds.get(row) - seconds.get(row - 1)) % usual == 0) {
                row++;
            }
            return new SeriesException(
                    "%s, line %d".formatted(source, lines.get(row)),
                    "is %d s after the line above, where most lines are %d s"
                            .formatted(seconds.get(row) - seconds.get(row - 1), usual),
                    "correct its time, or resample the file to equal steps first.");
        }

        /** The row of a step, or of the next one that has a row. */
        private int rowFrom(int step) {
            int found = Arrays.binarySearch(places, step);
            return found >= 0 ? found : -found - 1;
        }

        private double[] spread(ImmutableDoubleArray values) {
            double[] all = new double[axis.size()];
            Arrays.fill(all, Double.NaN);
            for (int i = 0; i < places.length; i++) {
                all[places[i]] = values.get(i);
            }
            return all;
        }
    }
}
