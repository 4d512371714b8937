package io.dcsdk.training.record;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A record of a training run that cannot be, or a file of records that cannot be read or written. */
public final class RecordException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private RecordException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /**
     * A value that breaks a rule.
     *
     * @param subject its name
     * @param value what it is
     * @param owner what it belongs to
     * @param rule what is wrong with it
     * @param advice the next step, a sentence that goes on after "Maybe"
     * @return the exception
     */
    public static RecordException of(String subject, Object value, String owner, String rule, String advice) {
        return new RecordException("%s (%s) of %s: %s\nMaybe %s".formatted(subject, value, owner, rule, advice), null);
    }

    /**
     * A line of a file that cannot be read.
     *
     * @param file the file
     * @param line its line, from 1
     * @param rule what is wrong with it, then a line that begins "Maybe"
     * @param cause what found it
     * @return the exception
     */
    public static RecordException inLine(Path file, long line, String rule, @Nullable Throwable cause) {
        return new RecordException("%s, line %d: %s".formatted(file, line, rule), cause);
    }

    /**
     * A fault of the file system.
     *
     * @param file the file
     * @param verb what was tried, in the passive voice: {@code read}, {@code written}
     * @param cause what happened
     * @return the exception
     */
    public static RecordException ofFile(Path file, String verb, IOException cause) {
        return new RecordException(
                "file (%s) of the run's records: cannot be %s (%s)\nMaybe %s"
                        .formatted(file, verb, reason(cause), nextStep(cause)),
                cause);
    }

    private static String reason(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return "there is no such file or folder";
        }
        if (cause instanceof FileAlreadyExistsException || cause instanceof NotDirectoryException) {
            return "something that is no folder stands where one is needed";
        }
        @Nullable String text = cause instanceof FileSystemException fault ? fault.getReason() : cause.getMessage();
        return Objects.requireNonNullElse(text, cause.getClass().getSimpleName());
    }

    private static String nextStep(IOException cause) {
        String reason = reason(cause).toLowerCase(Locale.ROOT);
        if (reason.contains("space") || reason.contains("quota")) {
            return "free some space on the disk, or choose a folder on another one.";
        }
        if (reason.contains("no such file") || reason.contains("no folder") || reason.contains("not a directory")) {
            return "check the path.";
        }
        return "check its permissions and the disk.";
    }
}
