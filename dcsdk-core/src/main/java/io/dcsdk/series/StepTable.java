package io.dcsdk.series;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.dcsdk.document.Documents;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Figures by step, to be saved: a column that says when, and columns of numbers whose headings end with their unit, such as
 * {@code facility (MW)}. Numbers are written so that reading them gives the same doubles; where there is none the cell is empty.
 * {@link SeriesCsv} and supply documents read
 * such files by these headings. Immutable; each method gives a table with one more column.
 */
public final class StepTable {
    private static final String STARTS_OF_FORMULAS = "=+-@";

    private final Optional<TimeAxis> axis;
    private final int steps;
    private final ImmutableList<Column> columns;

    private StepTable(Optional<TimeAxis> axis, int steps, ImmutableList<Column> columns) {
        this.axis = axis;
        this.steps = steps;
        this.columns = columns;
    }

    /**
     * A column of numbers.
     *
     * @param heading its heading, with the unit
     * @param values one for each step
     */
    public record Column(String heading, ImmutableDoubleArray values) {}

    /**
     * A table of steps in time.
     *
     * @param axis when they begin
     * @return a table with the column {@code time}, such as 2023-07-10T00:00-07:00
     */
    public static StepTable at(TimeAxis axis) {
        return new StepTable(Optional.of(axis), axis.size(), ImmutableList.of());
    }

    /**
     * A table of steps whose time is not known.
     *
     * @param steps how many
     * @return a table whose first column counts them from 0
     */
    public static StepTable of(int steps) {
        return new StepTable(Optional.empty(), steps, ImmutableList.of());
    }

    private String when(int step) {
        return axis.map(known -> known.time(step).toString()).orElse(String.valueOf(step));
    }

    private String whenHeading() {
        return axis.isPresent() ? "time" : "step";
    }

    /**
     * The same with one more column.
     *
     * @param name what it is; characters that control a terminal become question marks, and what a spreadsheet would take for a
     *     formula gets an apostrophe in front
     * @param unit its unit; empty for a plain number
     * @param value the number of a step, finite; not a number where there is none, as a ratio has none while nothing runs
     * @return the table
     * @throws SeriesException if a number is infinite, or there is a column of this heading
     */
    public StepTable with(String name, String unit, IntToDoubleFunction value) {
        String heading = heading(unit.isEmpty() ? name : "%s (%s)".formatted(name, unit));
        if (headings().contains(heading)) {
            throw new SeriesException(
                    "column (%s) of table".formatted(heading), "is there already", "name it after what it belongs to.");
        }
        ImmutableDoubleArray values =
                ImmutableDoubleArray.copyOf(IntStream.range(0, steps).mapToDouble(value));
        for (int step = 0; step < values.length(); step++) {
            if (Double.isInfinite(values.get(step))) {
                throw new SeriesException(
                        "value (%s) of column %s at %s".formatted(values.get(step), heading, when(step)),
                        "is infinite",
                        "it is a ratio of a step in which nothing runs: use NaN, which is written as an empty cell.");
            }
        }
        return new StepTable(
                axis,
                steps,
                ImmutableList.<Column>builder()
                        .addAll(columns)
                        .add(new Column(heading, values))
                        .build());
    }

    private static String heading(String text) {
        String shown = CsvRows.shown(text);
        return STARTS_OF_FORMULAS.indexOf(shown.charAt(0)) >= 0 ? "'" + shown : shown;
    }

    /**
     * The headings of the table.
     *
     * @return that of the time or step first
     */
    public ImmutableList<String> headings() {
        return ImmutableList.<String>builder()
                .add(whenHeading())
                .addAll(columns.stream().map(Column::heading).iterator())
                .build();
    }

    /**
     * The columns of numbers.
     *
     * @return in their order
     */
    public ImmutableList<Column> columns() {
        return columns;
    }

    /**
     * The table as CSV (RFC 4180, lines end with a line feed).
     *
     * @return a line of headings and one for each step
     */
    public String toCsv() {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .bufferSize(0)
                .build(text);
        csv.writeRecord(headings());
        List<String> cells = new ArrayList<>();
        for (int step = 0; step < steps; step++) {
            cells.clear();
            cells.add(when(step));
            for (Column column : columns) {
                cells.add(cell(column.values().get(step)));
            }
            csv.writeRecord(cells);
        }
        return text.toString();
    }

    private static String cell(double value) {
        return Double.isNaN(value) ? "" : String.valueOf(value);
    }

    /**
     * The table as JSON: an object with an array for each heading, in the order of the alphabet; null where there is no number.
     *
     * @return a document
     */
    public String toJson() {
        Map<String, List<?>> document = new LinkedHashMap<>();
        document.put(
                whenHeading(),
                IntStream.range(0, steps)
                        .mapToObj(step -> axis.isPresent() ? when(step) : (Object) step)
                        .toList());
        columns.forEach(column -> document.put(
                column.heading(),
                column.values().stream()
                        .mapToObj(value -> Double.isNaN(value) ? Optional.<Double>empty() : Optional.of(value))
                        .toList()));
        return Documents.toJson(document);
    }
}
