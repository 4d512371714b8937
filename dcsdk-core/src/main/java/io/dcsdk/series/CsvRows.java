package io.dcsdk.series;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The rows of a CSV text (RFC 4180) with a first line of column names, one after the other. Every row has as many cells as
 * there are names; blank lines and text behind a closing quote are refused.
 */
public final class CsvRows {
    private static final int MAX_COLUMNS = 10_000;
    private static final int MAX_BUFFER = 1 << 20;
    private static final String DECIMAL = "0123456789+-.eE";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String source;
    private final int linesBefore;
    private final Iterator<CsvRecord> records;
    private final List<String> columns;
    private List<String> cells = List.of();
    private int line;

    private CsvRows(String source, int linesBefore, Iterator<CsvRecord> records) {
        this.source = source;
        this.linesBefore = linesBefore;
        this.records = records;
        if (!next()) {
            throw new SeriesException(source, "has no line of column names", "the file is empty or cut short.");
        }
        List<String> names = new ArrayList<>();
        cells.forEach(cell -> names.add(cell.strip()));
        this.columns = List.copyOf(names);
    }

    /**
     * Starts to read.
     *
     * @param source name of the file, for messages
     * @param text the table, with its line of names
     * @param separator between cells, mostly a comma
     * @param linesBefore lines of the file before the text, so that messages tell lines of the file
     * @return the rows
     * @throws SeriesException if there is no line of names
     */
    public static CsvRows of(String source, String text, char separator, int linesBefore) {
        String table = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .maxBufferSize(MAX_BUFFER)
                .ofCsvRecord(table);
        return new CsvRows(source, linesBefore, reader.iterator());
    }

    /**
     * The names of the columns.
     *
     * @return in the order of the file, without blanks around them
     */
    public List<String> columns() {
        return columns;
    }

    /**
     * The place of a column.
     *
     * @param name its name, exactly
     * @return its index
     * @throws SeriesException if there is no such column or more than one
     */
    public int column(String name) {
        int index = columns.indexOf(name);
        if (index < 0 || columns.lastIndexOf(name) != index) {
            throw new SeriesException(
                    "%s, column %s".formatted(source, shown(name)),
                    index < 0 ? "is not there" : "is there more than once",
                    index < 0 ? "one of these is meant: " + shown(String.join(", ", columns)) + "." : "rename one.");
        }
        return index;
    }

    /**
     * Goes on to the next row.
     *
     * @return false at the end
     * @throws SeriesException if the row is malformed
     */
    public boolean next() {
        try {
            if (!records.hasNext()) {
                return false;
            }
            CsvRecord current = records.next();
            line = Math.toIntExact(current.getStartingLineNumber()) + linesBefore;
            cells = current.getFields();
        } catch (CsvParseException | UncheckedIOException e) {
            throw new SeriesException(
                    source,
                    "is no CSV after line %d (%s)".formatted(line, reason(e)),
                    "the row is cut short or has one cell too many.");
        }
        if (cells.size() > MAX_COLUMNS) {
            throw fault("", "has more than %d cells".formatted(MAX_COLUMNS), "the separator is another one.");
        }
        return true;
    }

    private static String reason(RuntimeException e) {
        Throwable cause = e.getCause() instanceof IOException io ? io : e;
        return shown(String.valueOf(cause.getMessage()));
    }

    /**
     * A cell of the row.
     *
     * @param column index of the column
     * @return its text without blanks around it
     */
    public String cell(int column) {
        if (column >= cells.size()) {
            throw fault(
                    "", "has %d cells where %d are named".formatted(cells.size(), columns.size()), "it is cut short.");
        }
        return cells.get(column).strip();
    }

    /**
     * A cell as a number.
     *
     * @param column index of the column
     * @return the number; NaN for an empty cell and for nan, which is how gaps are written
     * @throws SeriesException if the cell is neither a finite number nor a gap
     */
    public double number(int column) {
        String text = cell(column);
        if (text.isEmpty() || text.equalsIgnoreCase("nan")) {
            return Double.NaN;
        }
        try {
            double value = Double.parseDouble(text);
            // Java reads its own literals too, such as 12F and 0x1p3, which no file means as numbers.
            if (Double.isFinite(value) && text.chars().allMatch(c -> DECIMAL.indexOf(c) >= 0)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below, with the place.
        }
        throw fault(columns.get(column), "is no finite number (%s)".formatted(shown(text)), "write it like 12.5.");
    }

    /**
     * The line of the row.
     *
     * @return its number in the file, from 1
     */
    public int line() {
        return line;
    }

    /**
     * An error of the row.
     *
     * @param column name of the column; empty for the row as a whole
     * @param rule what is wrong, beginning with a verb
     * @param step what to do, after the word Maybe
     * @return the error, to be thrown
     */
    public SeriesException fault(String column, String rule, String step) {
        String place = column.isEmpty() ? "" : ", column " + shown(column);
        return new SeriesException("%s, line %d%s".formatted(source, line, place), rule, step);
    }

    /** Short, and without characters that could move the cursor of a terminal. */
    static String shown(String text) {
        String cut = text.length() > 200 ? text.substring(0, 200) + "..." : text;
        StringBuilder safe = new StringBuilder();
        cut.chars().forEach(c -> safe.append(Character.isISOControl(c) ? '?' : (char) c));
        return safe.toString();
    }
}
