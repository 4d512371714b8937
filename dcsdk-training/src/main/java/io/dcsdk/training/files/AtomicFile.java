package io.dcsdk.training.files;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file that is written whole or not at all, whatever stops the process: the content goes to a temporary sibling, which
 * is synchronised with the disk and then renamed over the target; at last the folder is synchronised. Until the rename
 * the old file, if there is one, stays as it is; after it the new one is complete.
 *
 * <p>{@link #write} and {@link #writeBytes} do all of it at once. {@link #prepare} stops before the rename, so that several
 * files can be brought onto the disk before the first of them takes its place:
 *
 * <pre>{@code
 * try (AtomicFile file = AtomicFile.prepare(path, channel -> ...)) {
 *     ...
 *     file.commit();
 * } // without commit the temporary sibling is removed
 * }</pre>
 *
 * <p>A killed process leaves its temporary sibling behind, named {@code .NAME.UUID.part}; {@link #removeLeftovers} finds
 * those. A target that is a symbolic link is replaced by a file, what it points to stays.
 */
public final class AtomicFile implements AutoCloseable {
    private static final Pattern TEMPORARY =
            Pattern.compile("\\..+\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.part", Pattern.DOTALL);

    // Locks guard against other processes only; closing any channel of a file would even release the lock of another.
    private static final Set<Path> IN_WORK = ConcurrentHashMap.newKeySet();

    private final Path target;
    private final Path temporary;
    private final FileChannel channel;
    private boolean settled;

    private AtomicFile(Path target, Path temporary, FileChannel channel) {
        this.target = target;
        this.temporary = temporary;
        this.channel = channel;
    }

    /** Writes content to a channel that stands at the start of an empty file. */
    @FunctionalInterface
    public interface ChannelContent {
        /**
         * Writes all of the content.
         *
         * @param channel where to
         * @throws IOException if it cannot be written
         */
        void writeTo(FileChannel channel) throws IOException;
    }

    /** Writes content to a stream. */
    @FunctionalInterface
    public interface StreamContent {
        /**
         * Writes all of the content.
         *
         * @param stream where to; buffered, closed by the caller
         * @throws IOException if it cannot be written
         */
        void writeTo(OutputStream stream) throws IOException;
    }

    /**
     * Writes a file through a stream.
     *
     * @param file the target, in a folder that is there
     * @param content writes the content; an unchecked exception of its own comes through as it is
     * @throws FileException if the file cannot be written; the old one is then still there
     */
    public static void write(Path file, StreamContent content) {
        try (AtomicFile atomic = prepare(file, channel -> {
            OutputStream stream = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
            content.writeTo(stream);
            stream.flush();
        })) {
            atomic.commit();
        }
    }

    /**
     * Writes a file from memory.
     *
     * @param file the target, in a folder that is there
     * @param bytes the content
     * @throws FileException if the file cannot be written; the old one is then still there
     */
    public static void writeBytes(Path file, byte[] bytes) {
        try (AtomicFile atomic = prepareBytes(file, bytes)) {
            atomic.commit();
        }
    }

    /**
     * Brings content from memory onto the disk, beside the target.
     *
     * @param file the target, in a folder that is there
     * @param bytes the content
     * @return the file to be, which must be committed or closed
     * @throws FileException if it cannot be written
     */
    public static AtomicFile prepareBytes(Path file, byte[] bytes) {
        return prepare(file, channel -> {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        });
    }

    /**
     * Brings content onto the disk, beside the target.
     *
     * @param file the target, in a folder that is there
     * @param content writes the content; an unchecked exception of its own comes through as it is
     * @return the file to be, which must be committed or closed
     * @throws FileException if it cannot be written; nothing is left of it then
     */
    public static AtomicFile prepare(Path file, ChannelContent content) {
        Path target = file.toAbsolutePath();
        @Nullable Path name = target.getFileName();
        if (name == null) {
            throw new FileException(file, "is no file name\nMaybe check the path.");
        }
        Path temporary = target.resolveSibling("." + name + "." + UUID.randomUUID() + ".part");
        IN_WORK.add(temporary);
        try {
            if (Files.isDirectory(target)) {
                throw new DirectoryNotEmptyException(target.toString());
            }
            return fill(target, temporary, content);
        } catch (IOException e) {
            FileException fault = FileException.of(file, "written", e);
            discard(temporary, fault);
            throw fault;
        } catch (RuntimeException | Error e) {
            discard(temporary, e);
            throw e;
        }
    }

    @SuppressWarnings("MustBeClosedChecker") // closed by the file that it belongs to
    private static AtomicFile fill(Path target, Path temporary, ChannelContent content) throws IOException {
        FileChannel channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            lock(channel);
            content.writeTo(channel);
            channel.force(true);
            return new AtomicFile(target, temporary, channel);
        } catch (IOException | RuntimeException | Error e) {
            try {
                channel.close();
            } catch (IOException second) {
                e.addSuppressed(second);
            }
            throw e;
        }
    }

    /** Held until the channel is closed. */
    private static void lock(FileChannel channel) {
        try {
            @Nullable FileLock lock = channel.tryLock();
            assert lock == null || lock.isValid();
        } catch (IOException e) {
            // Some network file systems know no locks. Only removeLeftovers of another process would look at it.
        }
    }

    private static void discard(Path temporary, Throwable fault) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            fault.addSuppressed(e);
        } finally {
            IN_WORK.remove(temporary);
        }
    }

    /**
     * Puts the file in its place.
     *
     * @throws FileException if it cannot be renamed; the old file is then still there
     * @throws IllegalStateException if it was committed or closed before
     */
    public void commit() {
        if (settled) {
            throw new IllegalStateException("file (%s): it was committed or closed before".formatted(target));
        }
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            settled = true;
            IN_WORK.remove(temporary);
            channel.close();
            Folders.synchronise(target.resolveSibling("."));
        } catch (IOException e) {
            throw FileException.of(target, "written", e);
        }
    }

    /** Removes the temporary sibling unless it was committed. A second call does nothing. */
    @Override
    public void close() {
        if (settled) {
            return;
        }
        settled = true;
        try {
            channel.close();
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            throw FileException.of(temporary, "removed", e);
        } finally {
            IN_WORK.remove(temporary);
        }
    }

    /**
     * Removes a file, durably.
     *
     * @param file the file; nothing happens if there is none
     * @throws FileException if it cannot be removed
     */
    public static void delete(Path file) {
        try {
            if (Files.deleteIfExists(file)) {
                Folders.synchronise(file.toAbsolutePath().resolveSibling("."));
            }
        } catch (IOException e) {
            throw FileException.of(file, "removed", e);
        }
    }

    /**
     * Removes the temporary siblings that killed processes left in a folder, not those that are being written, by this
     * process or (where the file system knows locks) another.
     *
     * @param folder where to look, not in its sub-folders
     * @return what was removed
     * @throws FileException if the folder cannot be read or a leftover cannot be removed
     */
    public static List<Path> removeLeftovers(Path folder) {
        List<Path> removed = new ArrayList<>();
        try (DirectoryStream<Path> entries =
                Files.newDirectoryStream(folder.toAbsolutePath(), AtomicFile::isLeftover)) {
            for (Path entry : entries) {
                if (isAbandoned(entry)) {
                    Files.deleteIfExists(entry);
                    removed.add(entry);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw FileException.of(folder, "cleaned", new IOException(e));
        } catch (IOException e) {
            throw FileException.of(folder, "cleaned", e);
        }
        return List.copyOf(removed);
    }

    private static boolean isLeftover(Path entry) {
        @Nullable Path name = entry.getFileName();
        return name != null
                && TEMPORARY.matcher(name.toString()).matches()
                && Files.isRegularFile(entry)
                && !IN_WORK.contains(entry);
    }

    private static boolean isAbandoned(Path entry) throws IOException {
        try (FileChannel channel = FileChannel.open(entry, StandardOpenOption.WRITE);
                @Nullable FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}
