package io.dcsdk.training.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a folder for one writer: a second one, of this process or another, is refused. The system drops the lock of a
 * process that dies, however it dies; the file {@value #NAME} that it leaves then keeps nobody out. On file systems that
 * know no locks, as some network ones, only writers of the same process are kept apart.
 */
public final class FolderLock implements AutoCloseable {
    /** The name of the file, which is there only while the folder is in use or after a kill. */
    public static final String NAME = ".lock";

    private static final long LONGEST_MARK = 1 << 20;

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes a folder.
     *
     * @param folder a folder that is there
     * @return the lock, to be closed
     * @throws FileException if another has it, or it cannot be written to
     */
    public static FolderLock take(Path folder) {
        Path file = folder.toAbsolutePath().resolve(NAME);
        try {
            while (true) {
                @Nullable FileChannel channel = attempt(file);
                if (channel != null) {
                    return new FolderLock(file, channel);
                }
            }
        } catch (IOException e) {
            throw FileException.of(file, "locked", e);
        }
    }

    /** Null if the file was removed by its last owner while this one opened it: the lock is of nothing then. */
    @SuppressWarnings("MustBeClosedChecker") // closed by the lock that it belongs to
    private static @Nullable FileChannel attempt(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (locked(file, channel) && isStillThere(file, channel)) {
                return channel;
            }
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return null;
    }

    private static boolean locked(Path file, FileChannel channel) throws IOException {
        try {
            @Nullable FileLock lock = channel.tryLock();
            if (lock != null) {
                return true;
            }
        } catch (OverlappingFileLockException e) {
            throw taken(file);
        }
        if (Files.exists(file)) {
            throw taken(file);
        }
        return false;
    }

    private static FileException taken(Path file) {
        return new FileException(
                file,
                "is held by a run that works in this folder\nMaybe wait until it ends, or choose another folder.");
    }

    /** A length drawn at random and given to one shows up in the other only if the two are one. */
    private static boolean isStillThere(Path file, FileChannel channel) throws IOException {
        long mark = ThreadLocalRandom.current().nextLong(1, LONGEST_MARK);
        channel.truncate(0);
        channel.write(ByteBuffer.allocate(1), mark - 1);
        try {
            return Files.size(file) == mark;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Gives the folder back. A second call does nothing. */
    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // Some systems remove no open file. It stays, as after a kill, and keeps nobody out.
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw FileException.of(file, "closed", e);
        }
    }
}
