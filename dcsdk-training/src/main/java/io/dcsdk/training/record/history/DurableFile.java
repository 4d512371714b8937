package io.dcsdk.training.record.history;

import io.dcsdk.training.record.RecordException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file whole or not at all: a temporary neighbour is written, synchronised with the disk and moved over the
 * target, then the folder is synchronised. A killed process may leave the neighbour, which the next write of the file replaces.
 */
final class DurableFile {
    // A folder cannot be opened as a file there.
    private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

    private DurableFile() {}

    /** Whole or not at all whatever stops the machine. */
    static void write(Path file, byte[] content) {
        write(file, content, true);
    }

    /** Whole or not at all whatever stops the process, without waiting for the disk: for what can be made again. */
    static void replace(Path file, byte[] content) {
        write(file, content, false);
    }

    private static void write(Path file, byte[] content, boolean durable) {
        Path target = file.toAbsolutePath();
        Path temporary = target.resolveSibling(target.getFileName() + ".part");
        try {
            try (FileOutputStream out = new FileOutputStream(temporary.toFile())) {
                out.write(content);
                if (durable) {
                    out.getFD().sync();
                }
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            if (durable) {
                synchronise(target.resolveSibling("."));
            }
        } catch (IOException e) {
            discard(temporary, e);
            throw RecordException.ofFile(file, "written", e);
        }
    }

    private static void discard(Path temporary, IOException cause) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    /** A channel refuses to work for an interrupted thread; the records of an interrupted run are wanted nonetheless. */
    private static void synchronise(Path folder) throws IOException {
        if (WINDOWS) {
            return;
        }
        boolean interrupted = Thread.interrupted();
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
