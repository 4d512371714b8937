package io.dcsdk.training.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Folders that survive a power cut: an entry of a folder is durable only once the folder itself is synchronised. */
public final class Folders {
    // A folder cannot be opened as a file there, and its entries are journalled anyway.
    private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

    private Folders() {}

    /**
     * Makes a folder with all its parents; one that is there already stays as it is.
     *
     * @param folder the folder
     * @throws FileException if it cannot be made, for instance because a file stands in its place
     */
    public static void create(Path folder) {
        Deque<Path> missing = new ArrayDeque<>();
        for (@Nullable Path at = folder.toAbsolutePath(); at != null && !Files.isDirectory(at); at = at.getParent()) {
            missing.push(at);
        }
        try {
            Files.createDirectories(folder);
            for (Path made : missing) {
                synchronise(made.resolve("..").normalize());
            }
        } catch (IOException e) {
            throw FileException.of(folder, "made", e);
        }
    }

    /** Asks the disk to keep the entries of a folder: names made, renamed and removed in it. */
    static void synchronise(Path folder) throws IOException {
        if (WINDOWS) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
