package io.dcsdk.training.files;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A file that cannot be read or written: absent, forbidden, too large, no room left. */
public final class FileException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /**
     * A fault that no other exception caused.
     *
     * @param file the file
     * @param rule what is wrong with it, then a line that begins "Maybe"
     */
    public FileException(Path file, String rule) {
        super("file (%s): %s".formatted(file, rule));
    }

    private FileException(Path file, String rule, IOException cause) {
        super("file (%s): %s".formatted(file, rule), cause);
    }

    /**
     * A fault of the file system.
     *
     * @param file the file
     * @param verb what was tried, in the passive voice: {@code read}, {@code written}
     * @param cause what happened
     * @return an exception whose message names the file, the reason and the next step
     */
    public static FileException of(Path file, String verb, IOException cause) {
        return new FileException(
                file, "cannot be %s (%s)\nMaybe %s.".formatted(verb, reason(cause), nextStep(cause)), cause);
    }

    private static String reason(IOException cause) {
        if (cause instanceof NoSuchFileException) {
            return "there is no such file or folder";
        }
        if (cause instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (cause instanceof DirectoryNotEmptyException) {
            return "a folder stands in its place";
        }
        if (cause instanceof NotDirectoryException || cause instanceof FileAlreadyExistsException) {
            return "something that is no folder stands where one is needed";
        }
        if (cause instanceof CharacterCodingException) {
            return "it is not UTF-8 text";
        }
        if (cause instanceof ClosedByInterruptException) {
            return "the thread was interrupted";
        }
        @Nullable String text = cause instanceof FileSystemException fault ? fault.getReason() : cause.getMessage();
        return Objects.requireNonNullElse(text, cause.getClass().getSimpleName());
    }

    private static String nextStep(IOException cause) {
        String reason = reason(cause);
        if (cause instanceof NoSuchFileException
                || cause instanceof DirectoryNotEmptyException
                || cause instanceof NotDirectoryException
                || cause instanceof FileAlreadyExistsException) {
            return "check the path";
        }
        if (cause instanceof CharacterCodingException) {
            return "save it as UTF-8, or another file was meant";
        }
        if (cause instanceof ClosedByInterruptException) {
            return "run it again";
        }
        if (reason.contains("No space left") || reason.contains("quota") || reason.contains("not enough space")) {
            return "free some space on the disk, or choose a folder on another one";
        }
        if (reason.contains("Read-only")) {
            return "choose a folder that can be written to";
        }
        return "check its permissions and the disk";
    }
}
