package io.dcsdk.training.corpus;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a file with columns, one after the other: what CoNLL readers are made of. */
public final class ColumnLines implements AutoCloseable {
    /** The most bytes that a line may have. */
    public static final int MAX_LINE_BYTES = 64 * 1024;

    private final Utf8Lines lines;
    private final ColumnSeparator separator;

    private ColumnLines(Utf8Lines lines, ColumnSeparator separator) {
        this.lines = lines;
        this.separator = separator;
    }

    /**
     * Opens a file: UTF-8 with lines that end with LF or CR LF, at most 256 MiB.
     *
     * @param file the file
     * @param separator what stands between columns
     * @return its lines, to be closed
     * @throws CorpusException if it cannot be opened
     */
    public static ColumnLines open(Path file, ColumnSeparator separator) {
        return new ColumnLines(Utf8Lines.open(file, MAX_LINE_BYTES), separator);
    }

    /**
     * The number of the line that came last.
     *
     * @return it, from 1; 0 before the first
     */
    public int line() {
        return lines.line();
    }

    /**
     * The next line.
     *
     * @return its cells, none if it is blank; null behind the last line
     * @throws CorpusException if it is too long or not UTF-8, or the file cannot be read
     */
    public @Nullable List<String> next() {
        String line = lines.next();
        return line == null ? null : separator.cells(line);
    }

    @Override
    public void close() {
        lines.close();
    }
}
