package io.dcsdk.document;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A document that cannot be read or written. The message reads {@code file, line 12, site.maxPower: rule broken}, then a
 * line that begins "Maybe" with the next step.
 */
public final class DocumentException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String source;
    private final int line;
    private final String path;

    DocumentException(String source, int line, String path, String rule) {
        super(source + (line > 0 ? ", line " + line : "") + (path.isEmpty() ? "" : ", " + path) + ": " + rule);
        this.source = source;
        this.line = line;
        this.path = path;
    }

    /**
     * The file or the name that the text was given.
     *
     * @return the source as it stands in the message
     */
    public String source() {
        return source;
    }

    /**
     * The line of the fault.
     *
     * @return the line, from 1; empty when the fault has no place (a file that is absent)
     */
    public OptionalInt line() {
        return line > 0 ? OptionalInt.of(line) : OptionalInt.empty();
    }

    /**
     * The path of the fault, like {@code site.racks} or {@code servers[2].price}.
     *
     * @return the path; empty at the root
     */
    public Optional<String> path() {
        return path.isEmpty() ? Optional.empty() : Optional.of(path);
    }
}
