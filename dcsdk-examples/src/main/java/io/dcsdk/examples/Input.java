package io.dcsdk.examples;

import io.dcsdk.document.DocumentException;
import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.training.files.FolderLock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a command is given: a file, or {@code -} for standard input. The name tells the notation; without a known
 * ending the text does, JSON if it begins with a brace or bracket.
 */
final class Input {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Input() {}

    /** Reads a record; everything wrong with file or content is a {@link DocumentException} or {@link BadInput}. */
    static <T> T read(String where, Class<T> type) {
        boolean standard = where.equals("-");
        String source = standard ? "standard input" : where;
        String text = standard ? text(System.in, source) : text(where);
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text = text.substring(1);
        }
        return Documents.read(text, source, format(where, text), type);
    }

    /** The path of a name. */
    static Path path(String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new BadInput("file (%s)".formatted(printable(name)), "is no path", "check for stray characters.");
        }
    }

    /** Refuses a target that cannot be written before the work, not after it. */
    static Path writable(String option, String name) {
        Path target = path(name);
        @Nullable Path folder = target.toAbsolutePath().getParent();
        if (Files.isDirectory(target) || folder == null || !Files.isDirectory(folder)) {
            throw new BadInput(
                    "%s (%s)".formatted(option, name),
                    Files.isDirectory(target) ? "is a folder" : "its folder does not exist",
                    "check the path.");
        }
        return target;
    }

    /** A folder to write into that is empty, or not there yet. */
    static Path emptyFolder(String option, String name, String next) {
        Path folder = path(name);
        String subject = "%s (%s)".formatted(option, name);
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new BadInput(subject, "is a file", "name a folder.");
        }
        if (Files.isDirectory(folder)) {
            try (Stream<Path> entries = Files.list(folder)) {
                if (!entries.allMatch(entry -> entry.endsWith(FolderLock.NAME))) {
                    throw new BadInput(subject, "is not empty", next);
                }
            } catch (IOException e) {
                throw new BadInput(subject, "cannot be read (%s)".formatted(e.getMessage()), "check its permissions.");
            }
        }
        return folder;
    }

    private static DocumentFormat format(String where, String text) {
        String name = where.toLowerCase(Locale.ROOT);
        if (name.endsWith(".json") || name.endsWith(".yaml") || name.endsWith(".yml")) {
            return DocumentFormat.ofFileName(name);
        }
        String start = text.stripLeading();
        return start.startsWith("{") || start.startsWith("[") ? DocumentFormat.JSON : DocumentFormat.YAML;
    }

    private static String text(String where) {
        Path file = path(where);
        if (!Files.exists(file) || Files.isRegularFile(file) || Files.isDirectory(file)) {
            return Documents.text(file);
        }
        // A pipe, as the shell's <(...) makes one.
        try (InputStream in = Files.newInputStream(file)) {
            return text(in, where);
        } catch (IOException e) {
            throw unreadable(where, e);
        }
    }

    private static String text(InputStream in, String source) {
        try {
            byte[] bytes = in.readNBytes(Documents.MAX_BYTES + 1);
            if (bytes.length > Documents.MAX_BYTES) {
                throw new BadInput(source, "is larger than %d bytes".formatted(Documents.MAX_BYTES), "split it.");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BadInput(source, "is not UTF-8 text", "save it as UTF-8.");
        } catch (IOException e) {
            throw unreadable(source, e);
        }
    }

    private static BadInput unreadable(String source, IOException fault) {
        return new BadInput(
                source, "cannot be read (%s)".formatted(fault.getMessage()), "check the path and its permissions.");
    }

    private static String printable(String name) {
        return name.replaceAll("\\p{Cntrl}", "?");
    }
}
