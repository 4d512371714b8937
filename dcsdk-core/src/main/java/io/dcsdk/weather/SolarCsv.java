package io.dcsdk.weather;

import com.google.common.collect.ImmutableMap;
import io.dcsdk.document.Documents;
import io.dcsdk.series.CsvRows;
import io.dcsdk.series.SeriesCsv;
import io.dcsdk.series.SeriesException;
import io.dcsdk.series.TimeAxis;
import io.dcsdk.series.TimeSeries;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hourly files of PVGIS and PVWatts: lines about the system, a table, and lines after it. */
public final class SolarCsv {
    private static final String NAME = "solar capacity factor";
    private static final String PVGIS_POWER = "P";
    private static final String PVWATTS_POWER = "AC System Output (W)";
    private static final Pattern PVGIS_PEAK = Pattern.compile("Nominal power of the PV system.*:\\s*(\\S+)");
    private static final Pattern PVWATTS_PEAK = Pattern.compile("\"?DC System Size \\(kW\\):?\"?,\"?([^\",]+)\"?.*");
    private static final Pattern PVGIS_TIME = Pattern.compile("(\\d{4})(\\d\\d)(\\d\\d):(\\d\\d)(\\d\\d),(.*)");

    private SolarCsv() {}

    /** The table of a file: its text, and how many lines stand before it. */
    private record Table(String source, List<String> before, String text) {
        static Table of(String source, String all, Predicate<String> first, Predicate<String> after) {
            List<String> lines = all.lines().toList();
            int begin = 0;
            while (begin < lines.size() && !first.test(lines.get(begin))) {
                begin++;
            }
            if (begin == lines.size()) {
                throw new SeriesException(
                        source, "has no line of column names", "ask the service for hourly data as CSV.");
            }
            int end = begin;
            while (end < lines.size() && !after.test(lines.get(end))) {
                end++;
            }
            return new Table(source, lines.subList(0, begin), String.join("\n", lines.subList(begin, end)));
        }

        double peak(Pattern form) {
            Optional<String> text = before.stream()
                    .map(form::matcher)
                    .filter(Matcher::matches)
                    .map(match -> match.group(1))
                    .findFirst();
            double value;
            try {
                value = Double.parseDouble(text.orElse(""));
            } catch (NumberFormatException e) {
                value = Double.NaN;
            }
            if (!(value > 0) || Double.isInfinite(value)) {
                throw new SeriesException(
                        source,
                        "does not say the peak power of the system",
                        "ask the service for PV power with its size.");
            }
            return value;
        }
    }

    /**
     * Reads hourly data of PVGIS (version 5, CSV, with PV power). Its times are UTC and stand some minutes within their hour,
     * the same in all rows.
     *
     * @param file the file, UTF-8
     * @return power over nominal power, in UTC
     * @throws SeriesException if the file is another one, or has no power
     * @throws io.dcsdk.document.DocumentException if it is absent, too large or no UTF-8
     */
    public static SolarOutput pvgis(Path file) {
        Table table =
                Table.of(file.toString(), Documents.text(file), line -> line.startsWith("time,"), String::isBlank);
        double peak = table.peak(PVGIS_PEAK);
        StringBuilder text = new StringBuilder();
        String minute = "";
        Optional<LocalDateTime> hour = Optional.empty();
        int line = table.before().size();
        for (String row : table.text().lines().toList()) {
            line++;
            Matcher time = PVGIS_TIME.matcher(row);
            if (time.matches()) {
                minute = minute.isEmpty() ? time.group(5) : minute;
                checkMinute(file.toString(), line, minute, time.group(5));
                hour = checkHour(file.toString(), line, hour, time);
                row = "%s-%s-%s %s:00Z,%s"
                        .formatted(time.group(1), time.group(2), time.group(3), time.group(4), time.group(6));
            }
            text.append(row).append('\n');
        }
        TimeSeries watts = SeriesCsv.timedBy("time")
                .read(file.toString(), text.toString(), table.before().size(), ImmutableMap.of(PVGIS_POWER, "W"))
                .get(PVGIS_POWER);
        return output(watts, peak, file.toString());
    }

    private static void checkMinute(String source, int line, String first, String minute) {
        if (!minute.equals(first)) {
            throw new SeriesException(
                    "%s, line %d".formatted(source, line),
                    "is at minute %s, the first row at %s".formatted(minute, first),
                    "the file is not hourly.");
        }
    }

    /** The hour of a row, which follows that of the row before. */
    private static Optional<LocalDateTime> checkHour(
            String source, int line, Optional<LocalDateTime> before, Matcher time) {
        LocalDateTime hour;
        try {
            hour = LocalDateTime.of(
                    Integer.parseInt(time.group(1)),
                    Integer.parseInt(time.group(2)),
                    Integer.parseInt(time.group(3)),
                    Integer.parseInt(time.group(4)),
                    0);
        } catch (DateTimeException e) {
            throw new SeriesException(
                    "%s, line %d, column time".formatted(source, line),
                    "is no date and hour (%s)".formatted(e.getMessage()),
                    "PVGIS writes them like 20230131:1310.");
        }
        if (before.isPresent() && !hour.equals(before.get().plusHours(1))) {
            throw new SeriesException(
                    "%s, line %d".formatted(source, line),
                    "is %s where %s comes next".formatted(hour, before.get().plusHours(1)),
                    "an hour is missing, or there twice: ask PVGIS for the file again.");
        }
        return Optional.of(hour);
    }

    /**
     * Reads hourly data of PVWatts: 8760 hours of local standard time.
     *
     * @param file the file, UTF-8
     * @param offset local standard time less UTC, which the file does not say
     * @return power over DC size
     * @throws SeriesException if the file is another one
     * @throws io.dcsdk.document.DocumentException if it is absent, too large or no UTF-8
     */
    public static SolarOutput pvWatts(Path file, ZoneOffset offset) {
        Table table = Table.of(
                file.toString(),
                Documents.text(file),
                line -> line.startsWith("\"Month\",") || line.startsWith("Month,"),
                line -> line.startsWith("\"Totals\"") || line.startsWith("Totals") || line.isBlank());
        double peak = table.peak(PVWATTS_PEAK);
        TimeAxis axis = TimeAxis.yearOfHours(EpwFile.COMMON_YEAR, offset);
        int before = table.before().size();
        checkHours(CsvRows.of(file.toString(), table.text(), ',', before), axis);
        TimeSeries watts = SeriesCsv.on(axis)
                .read(file.toString(), table.text(), before, ImmutableMap.of(PVWATTS_POWER, "W"))
                .get(PVWATTS_POWER);
        return output(watts, peak, file.toString());
    }

    private static void checkHours(CsvRows rows, TimeAxis axis) {
        int month = rows.column("Month");
        int day = rows.column("Day");
        int hour = rows.column("Hour");
        for (int i = 0; rows.next(); i++) {
            OffsetDateTime time = axis.time(Math.min(i, axis.size()));
            if (rows.number(month) != time.getMonthValue()
                    || rows.number(day) != time.getDayOfMonth()
                    || rows.number(hour) != time.getHour()) {
                throw rows.fault(
                        "",
                        "is month %s, day %s, hour %s where %s comes next"
                                .formatted(rows.cell(month), rows.cell(day), rows.cell(hour), time.toLocalDateTime()),
                        "an hour is missing, or there twice; hours are 0 to 23.");
            }
        }
    }

    private static SolarOutput output(TimeSeries watts, double peakKilowatts, String source) {
        TimeSeries factor =
                watts.map("", power -> power / (1000 * peakKilowatts)).named(NAME);
        return new SolarOutput(factor, peakKilowatts, source);
    }
}
