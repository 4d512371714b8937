package io.dcsdk.training.hub;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Files that are there whole or not at all, even where the machine loses its power. */
final class DurableFiles {
    private DurableFiles() {}

    /** Makes a symbolic link; a test makes none. */
    @FunctionalInterface
    interface Linker {
        void link(Path link, Path target) throws IOException;
    }

    /** Gives a finished file its name. */
    static void publish(Path finished, Path name) throws IOException {
        try {
            Files.move(finished, name, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException unsupported) {
            Files.move(finished, name, StandardCopyOption.REPLACE_EXISTING);
        }
        syncFolder(name);
    }

    /** Writes a short text. */
    static void write(Path path, String text) throws IOException {
        Files.createDirectories(folder(path));
        Path temporary = temporaryBeside(path);
        try {
            Files.writeString(temporary, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
            sync(temporary);
            publish(temporary, path);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /**
     * Lets a name in a snapshot stand for a blob: a relative symbolic link, so that the cache can be moved; where there are
     * none, a hard link; where there are none either, a copy.
     */
    static void point(Path pointer, Path blob, Linker linker) throws IOException {
        Files.createDirectories(folder(pointer));
        Path temporary = temporaryBeside(pointer);
        try {
            try {
                linker.link(temporary, folder(pointer).relativize(blob.toAbsolutePath()));
            } catch (IOException | UnsupportedOperationException | SecurityException noSymbolicLinks) {
                linkOrCopy(temporary, blob);
            }
            publish(temporary, pointer);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void linkOrCopy(Path temporary, Path blob) throws IOException {
        try {
            Files.createLink(temporary, blob);
        } catch (FileAlreadyExistsException taken) {
            throw taken;
        } catch (IOException | UnsupportedOperationException | SecurityException noHardLinks) {
            Files.copy(blob, temporary);
            sync(temporary);
        }
    }

    private static Path folder(Path entry) {
        Path folder = entry.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalArgumentException(entry + " is the root of a file system");
        }
        return folder;
    }

    private static Path temporaryBeside(Path path) {
        return path.resolveSibling(path.getFileName() + "." + UUID.randomUUID() + ".tmp");
    }

    /** A new name survives a loss of power only once its folder is written; some platforms cannot open a folder. */
    private static void syncFolder(Path entry) {
        try (FileChannel folder = FileChannel.open(folder(entry), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException unsupported) {
            // Nothing is lost but the guarantee: the content itself was forced before.
        }
    }
}
