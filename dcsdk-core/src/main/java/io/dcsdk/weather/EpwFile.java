package io.dcsdk.weather;

import io.dcsdk.document.Documents;
import io.dcsdk.series.CsvRows;
import io.dcsdk.series.GapFilling;
import io.dcsdk.series.SeriesException;
import io.dcsdk.series.TimeAxis;
import io.dcsdk.series.TimeSeries;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An EnergyPlus weather file: 8 header lines, then 35 columns for each hour of a year in local standard time. Hour h of the
 * file is the hour that ends at h, so the first step of a series is the file's hour 1. A typical year is made of months of
 * several years; its steps are laid on {@value #COMMON_YEAR}, those of a file with 29 February on {@value #LEAP_YEAR}.
 *
 * <p>Missing values are known by the sentinel of their column. They fail when their series is asked for, not before.
 */
public final class EpwFile {
    /** The year that 8760 hours are laid on. */
    public static final int COMMON_YEAR = 2001;

    /** The year that 8784 hours are laid on. */
    public static final int LEAP_YEAR = 2000;

    private static final int COLUMNS = 35;
    private static final int HOUR_COLUMN = 3;
    private static final List<String> HEADERS = List.of(
            "LOCATION",
            "DESIGN CONDITIONS",
            "TYPICAL/EXTREME PERIODS",
            "GROUND TEMPERATURES",
            "HOLIDAYS/DAYLIGHT SAVING",
            "COMMENTS 1",
            "COMMENTS 2",
            "DATA PERIODS");

    private final String source;
    private final Location location;
    private final TimeAxis axis;
    private final Map<EpwField, double[]> values;

    private EpwFile(String source, Location location, TimeAxis axis, Map<EpwField, double[]> values) {
        this.source = source;
        this.location = location;
        this.axis = axis;
        this.values = values;
    }

    /**
     * Reads a file.
     *
     * @param file the file, UTF-8
     * @return its content
     * @throws SeriesException if it breaks a rule of the format
     * @throws io.dcsdk.document.DocumentException if it is absent, too large or no UTF-8
     */
    public static EpwFile read(Path file) {
        return parse(file.toString(), Documents.text(file));
    }

    /**
     * Reads a text.
     *
     * @param source name of the file, for messages
     * @param text the whole file
     * @return its content
     * @throws SeriesException if it breaks a rule of the format
     */
    public static EpwFile parse(String source, String text) {
        int from = 0;
        List<String> location = List.of();
        for (int i = 0; i < HEADERS.size(); i++) {
            int end = text.indexOf('\n', from);
            if (end < 0) {
                throw new SeriesException(source, "has no 8 header lines", "it is no EPW file.");
            }
            List<String> cells = header(source, text.substring(from, end).strip(), i);
            location = i == 0 ? cells : location;
            from = end + 1;
        }
        Location place = location(source, location);
        String names = IntStream.range(0, COLUMNS).mapToObj(EpwFile::columnName).collect(Collectors.joining(","));
        CsvRows rows = CsvRows.of(source, names + "\n" + text.substring(from), ',', HEADERS.size() - 1);
        Map<EpwField, double[]> read = new EnumMap<>(EpwField.class);
        for (EpwField field : EpwField.values()) {
            read.put(field, new double[366 * 24]);
        }
        int hours = hours(rows, read);
        ZoneOffset offset = ZoneOffset.ofTotalSeconds((int) Math.round(place.hoursFromUtc() * 3600));
        TimeAxis axis = TimeAxis.yearOfHours(hours == 365 * 24 ? COMMON_YEAR : LEAP_YEAR, offset);
        read.replaceAll((field, all) -> Arrays.copyOf(all, hours));
        return new EpwFile(source, place, axis, read);
    }

    /** How messages call a column: what it is, or where it stands as people count. */
    private static String columnName(int index) {
        return Arrays.stream(EpwField.values())
                .filter(field -> field.column() == index)
                .map(EpwField::label)
                .findFirst()
                .orElse("number " + (index + 1));
    }

    private static List<String> header(String source, String line, int index) {
        List<String> cells = line.isEmpty()
                ? List.of("")
                : CsvRows.of(source, line, ',', index).columns();
        if (!cells.get(0).toUpperCase(Locale.ROOT).startsWith(HEADERS.get(index))) {
            throw new SeriesException(
                    "%s, line %d".formatted(source, index + 1),
                    "does not begin with " + HEADERS.get(index),
                    "it is no EPW file, or a header line is missing.");
        }
        boolean hourly = index < HEADERS.size() - 1
                || (cells.size() > 2 && cells.get(1).equals("1") && cells.get(2).equals("1"));
        if (!hourly) {
            throw new SeriesException(
                    "%s, line %d".formatted(source, index + 1),
                    "does not say one period of one record an hour",
                    "use an hourly file of one year.");
        }
        return cells;
    }

    private static Location location(String source, List<String> cells) {
        if (cells.size() < 10) {
            throw new SeriesException(source + ", line 1", "has fewer than 10 cells", "it is cut short.");
        }
        String name =
                cells.subList(1, 4).stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
        return new Location(
                name,
                (cells.get(4) + " " + cells.get(5)).strip(),
                number(source, "latitude", cells.get(6), 90),
                number(source, "longitude", cells.get(7), 180),
                number(source, "time zone", cells.get(8), 14),
                number(source, "elevation", cells.get(9), 9999));
    }

    private static double number(String source, String what, String cell, double most) {
        double value;
        try {
            value = Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            value = Double.NaN;
        }
        if (!(Math.abs(value) <= most)) {
            throw new SeriesException(
                    "%s, line 1, %s".formatted(source, what),
                    "is no number within -%s and %s".formatted(most, most),
                    "the cells of LOCATION are name, region, country, source, WMO, latitude, longitude, hours, elevation.");
        }
        return value;
    }

    private static int hours(CsvRows rows, Map<EpwField, double[]> read) {
        LocalDate day = LocalDate.of(COMMON_YEAR, 1, 1);
        int hour = 0;
        int count = 0;
        while (rows.next()) {
            hour++;
            if (hour > 24) {
                hour = 1;
                day = day.plusDays(1);
            }
            if (day.equals(LocalDate.of(COMMON_YEAR, 3, 1)) && count == 59 * 24 && isLeapDay(rows)) {
                day = LocalDate.of(LEAP_YEAR, 2, 29);
            }
            checkTime(rows, day, hour, count);
            for (EpwField field : EpwField.values()) {
                field(read, field)[count] = value(rows, field);
            }
            count++;
        }
        if (count != 365 * 24 && count != 366 * 24) {
            throw rows.fault(
                    "", "is the last of %d hours, not of 8760 or 8784".formatted(count), "the file is cut short.");
        }
        return count;
    }

    private static double[] field(Map<EpwField, double[]> read, EpwField field) {
        return Objects.requireNonNull(read.get(field));
    }

    private static boolean isLeapDay(CsvRows rows) {
        return rows.cell(1).equals("2") && rows.cell(2).equals("29");
    }

    private static void checkTime(CsvRows rows, LocalDate day, int hour, int count) {
        boolean expected = count < 366 * 24
                && rows.number(1) == day.getMonthValue()
                && rows.number(2) == day.getDayOfMonth()
                && rows.number(HOUR_COLUMN) == hour;
        if (!expected) {
            throw rows.fault(
                    "",
                    "is month %s, day %s, hour %s where %d, %d, %d comes next"
                            .formatted(
                                    rows.cell(1),
                                    rows.cell(2),
                                    rows.cell(HOUR_COLUMN),
                                    day.getMonthValue(),
                                    day.getDayOfMonth(),
                                    hour),
                    "an hour is missing, or there twice; hours are 1 to 24 of local standard time.");
        }
    }

    private static double value(CsvRows rows, EpwField field) {
        double value = rows.number(field.column());
        if (Double.isNaN(value) || field.isMissing(value)) {
            return Double.NaN;
        }
        if (!field.isPlausible(value)) {
            throw rows.fault(
                    "",
                    "has the %s %s, which is not within %s".formatted(field.label(), value, field.range()),
                    "columns are shifted, or the unit is another one.");
        }
        return value * field.factor();
    }

    /**
     * Where the weather was measured.
     *
     * @return the location
     */
    public Location location() {
        return location;
    }

    /**
     * The hours.
     *
     * @return 8760 or 8784, in local standard time
     */
    public TimeAxis axis() {
        return axis;
    }

    /**
     * How many hours of a column are missing.
     *
     * @param field the column
     * @return 0 up to all
     */
    public int missing(EpwField field) {
        return (int) Arrays.stream(field(values, field)).filter(Double::isNaN).count();
    }

    /**
     * A column without a gap.
     *
     * @param field the column
     * @return its series
     * @throws SeriesException if a value is missing
     */
    public TimeSeries series(EpwField field) {
        return series(field, 0);
    }

    /**
     * A column with short gaps filled by straight lines.
     *
     * @param field the column
     * @param mostGapHours the longest gap that is filled; 0 for none
     * @return its series
     * @throws SeriesException if a longer gap is left
     */
    public TimeSeries series(EpwField field, double mostGapHours) {
        IntFunction<String> place =
                step -> "%s, line %d, %s".formatted(source, HEADERS.size() + 1 + step, field.label());
        return new GapFilling(mostGapHours).series(place, field.label(), field.unit(), axis, field(values, field));
    }
}
