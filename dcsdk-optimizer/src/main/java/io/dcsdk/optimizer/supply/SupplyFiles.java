package io.dcsdk.optimizer.supply;

import io.dcsdk.document.Documents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files beside a document: within its folder, and not too large. */
final class SupplyFiles {
    /** A year of quarter hours has a thousand columns before this is reached. */
    private static final long MAX_BYTES = 64L * 1024 * 1024;

    private static final int MAX_FILES = 100;

    private final Path folder;
    private final Map<Path, String> texts = new LinkedHashMap<>();

    SupplyFiles(Path folder) {
        this.folder = folder;
    }

    /** The path of a file that is named in the document. */
    Path path(String name, String owner) {
        Path relative;
        try {
            relative = Path.of(name).normalize();
        } catch (InvalidPathException e) {
            throw new SupplyException(
                    "file (%s) of %s".formatted(name.replaceAll("\\p{Cntrl}", "?"), owner),
                    "is no path",
                    "check for stray characters.");
        }
        Path path = folder.resolve(relative);
        if (relative.isAbsolute() || relative.startsWith("..") || leads(path)) {
            throw new SupplyException(
                    "file (%s) of %s".formatted(name, owner),
                    "must lie in the folder of the document",
                    "put it beside the document and name it without folders before.");
        }
        try {
            if (Files.isRegularFile(path) && Files.size(path) > MAX_BYTES) {
                throw new SupplyException(
                        "file (%s, %d bytes) of %s".formatted(name, Files.size(path), owner),
                        "is larger than %d bytes".formatted(MAX_BYTES),
                        "keep the columns that are used.");
            }
        } catch (IOException e) {
            throw unreadable(name, owner, e);
        }
        return path;
    }

    /** Whether a link leads out of the folder. */
    private boolean leads(Path path) {
        if (!Files.exists(path)) {
            return false;
        }
        try {
            return !path.toRealPath().startsWith(folder.toAbsolutePath().toRealPath());
        } catch (IOException e) {
            throw unreadable(path.toString(), "the document", e);
        }
    }

    private static SupplyException unreadable(String name, String owner, IOException e) {
        return new SupplyException(
                "file (%s) of %s".formatted(name, owner),
                "cannot be read (%s)".formatted(e.getMessage()),
                "check its permissions.");
    }

    /** The text of a file, read once. */
    String text(Path path) {
        String known = texts.get(path);
        if (known != null) {
            return known;
        }
        if (texts.size() >= MAX_FILES) {
            throw new SupplyException(
                    "files (more than %d) of the document".formatted(MAX_FILES),
                    "are too many",
                    "put series of the same steps beside each other in one file.");
        }
        String text = Documents.text(path);
        texts.put(path, text);
        return text;
    }
}
