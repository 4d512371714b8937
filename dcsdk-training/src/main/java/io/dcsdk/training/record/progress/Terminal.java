package io.dcsdk.training.record.progress;

import io.dcsdk.training.record.RecordException;
import java.io.Console;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a progress bar is drawn on.
 *
 * @param interactive whether a person looks at it and a carriage return goes back to the start of the line
 * @param columns the characters of a line, 10 to 10,000
 */
public record Terminal(boolean interactive, int columns) {
    /** The width that is taken when nothing tells another one. */
    public static final int USUAL_COLUMNS = 80;

    private static final int LEAST_COLUMNS = 10;
    private static final int MOST_COLUMNS = 10_000;
    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

    /**
     * Checks the width.
     *
     * @throws RecordException if it is out of range
     */
    public Terminal {
        if (columns < LEAST_COLUMNS || columns > MOST_COLUMNS) {
            throw RecordException.of(
                    "columns",
                    columns,
                    "the terminal",
                    "must lie between %d and %d".formatted(LEAST_COLUMNS, MOST_COLUMNS),
                    "use %d.".formatted(USUAL_COLUMNS));
        }
    }

    /**
     * Looks at the standard error stream of this process. It is interactive if it is a terminal and the environment
     * variable {@code TERM} is not {@code dumb}. Linux tells whether the stream is a terminal; elsewhere it is taken for
     * one if the console of the JVM is, which means that standard input and output are not redirected. The width is the
     * environment variable {@code COLUMNS}, if that is a sensible number, or else {@value #USUAL_COLUMNS}.
     *
     * @return what was found
     */
    public static Terminal ofStandardError() {
        return of(System.getenv(), isStandardErrorATerminal());
    }

    static Terminal of(Map<String, String> environment, boolean terminal) {
        return new Terminal(
                terminal && !"dumb".equals(environment.get("TERM")), columns(environment.getOrDefault("COLUMNS", "")));
    }

    private static int columns(String text) {
        if (!text.matches("\\d{1,5}")) {
            return USUAL_COLUMNS;
        }
        int columns = Integer.parseInt(text);
        return columns < LEAST_COLUMNS || columns > MOST_COLUMNS ? USUAL_COLUMNS : columns;
    }

    private static boolean isStandardErrorATerminal() {
        try {
            return standardErrorOfLinux(STANDARD_ERROR).orElseGet(() -> isTerminal(System.console()));
        } catch (IOException e) {
            return isTerminal(System.console());
        }
    }

    /** Whether a link of the proc file system leads to a terminal; empty where there is no such link. */
    static Optional<Boolean> standardErrorOfLinux(Path link) throws IOException {
        if (!Files.isSymbolicLink(link)) {
            return Optional.empty();
        }
        String target = Files.readSymbolicLink(link).toString();
        return Optional.of(target.matches("/dev/(pts/\\d+|tty.*|console)"));
    }

    /** From JDK 22 on there is a console without a terminal, and a method that tells, which JDK 17 does not have. */
    static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (boolean) MethodHandles.publicLookup()
                    .findVirtual(Console.class, "isTerminal", MethodType.methodType(boolean.class))
                    .invokeExact(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (Throwable e) {
            return false; // a bar that is missing harms nobody
        }
    }
}
