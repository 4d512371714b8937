package io.dcsdk.carbon;

import com.google.common.collect.ImmutableMap;
import io.dcsdk.document.Documents;
import io.dcsdk.series.CsvRows;
import io.dcsdk.series.SeriesCsv;
import io.dcsdk.series.SeriesException;
import io.dcsdk.series.TimeSeries;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/**
 * Hourly files of carbon intensity. In those of Electricity Maps, names of columns have changed over the years; they are known
 * by what stays: {@code Datetime (UTC)}, and {@code Carbon intensity} with {@code (direct)}, {@code (LCA)} or {@code (Life
 * cycle)}. Times without offset are UTC, as the name of their column says.
 */
public final class GridCarbonCsv {
    private GridCarbonCsv() {}

    /** What is counted. */
    public enum Boundary {
        /** Burning of fuels only. */
        DIRECT,
        /** From mine to waste. */
        LIFE_CYCLE
    }

    /**
     * Reads a file of Electricity Maps.
     *
     * @param file the file, UTF-8
     * @param boundary which of its two columns
     * @param mostGapHours the longest gap that is filled by straight lines; 0 for none
     * @return average intensities
     * @throws SeriesException if the file breaks a rule or has a longer gap
     * @throws io.dcsdk.document.DocumentException if it is absent, too large or no UTF-8
     */
    public static GridCarbon electricityMaps(Path file, Boundary boundary, double mostGapHours) {
        String text = Documents.text(file);
        List<String> columns = CsvRows.of(file.toString(), text, ',', 0).columns();
        String time = column(file, columns, "datetime", List.of("(utc)"));
        String intensity = column(
                file,
                columns,
                "carbon intensity",
                boundary == Boundary.DIRECT ? List.of("(direct)") : List.of("(lca)", "(life cycle)"));
        SeriesCsv csv = SeriesCsv.timedBy(time).inZone(ZoneOffset.UTC);
        TimeSeries series = (mostGapHours > 0 ? csv.interpolatingUpTo(mostGapHours) : csv)
                .read(file.toString(), text, 0, ImmutableMap.of(intensity, GridCarbon.UNIT))
                .get(intensity);
        String source = "%s, %s".formatted(file, intensity);
        return new GridCarbon(series.named("carbon intensity"), GridCarbon.FactorKind.AVERAGE, source);
    }

    /**
     * Reads one column of intensities in g/kWh from a file with times.
     *
     * @param file the file, UTF-8
     * @param timeColumn column of times with offset
     * @param column column of the intensity
     * @param kind what the factors answer
     * @param mostGapHours the longest gap that is filled by straight lines; 0 for none
     * @return the intensities
     * @throws SeriesException if the file breaks a rule or has a longer gap
     * @throws io.dcsdk.document.DocumentException if it is absent, too large or no UTF-8
     */
    public static GridCarbon column(
            Path file, String timeColumn, String column, GridCarbon.FactorKind kind, double mostGapHours) {
        SeriesCsv csv = SeriesCsv.timedBy(timeColumn);
        TimeSeries series =
                (mostGapHours > 0 ? csv.interpolatingUpTo(mostGapHours) : csv).read(file, column, GridCarbon.UNIT);
        return new GridCarbon(series.named("carbon intensity"), kind, "%s, %s".formatted(file, column));
    }

    private static String column(Path file, List<String> columns, String begin, List<String> ends) {
        List<String> found = columns.stream()
                .filter(name -> {
                    String lower = name.toLowerCase(Locale.ROOT);
                    return lower.startsWith(begin) && ends.stream().anyMatch(lower::endsWith);
                })
                .toList();
        if (found.size() != 1) {
            throw new SeriesException(
                    file.toString(),
                    "has %d columns that begin with \"%s\" and end with %s"
                            .formatted(found.size(), begin, String.join(" or ", ends)),
                    "it is no hourly file of Electricity Maps: read it by its columns, without form: electricity-maps.");
        }
        return found.get(0);
    }
}
