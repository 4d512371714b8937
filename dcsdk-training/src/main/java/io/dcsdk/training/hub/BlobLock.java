package io.dcsdk.training.hub;

import com.google.common.util.concurrent.Striped;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.Lock;

/**
 * Held while one blob is fetched, so that nobody else fetches it: against other processes by a file's lock, against other
 * threads by an ordinary one, since file locks belong to the whole process. A thread holds one at a time.
 */
final class BlobLock {
    private static final Striped<Lock> THREADS = Striped.lock(256);

    private final Lock threads;
    private final FileChannel channel;
    private final FileLock processes;

    private BlobLock(Lock threads, FileChannel channel, FileLock processes) {
        this.threads = threads;
        this.channel = channel;
        this.processes = processes;
    }

    static BlobLock acquire(Path path) throws InterruptedException {
        Lock threads = THREADS.get(path.toAbsolutePath().normalize());
        threads.lockInterruptibly();
        boolean held = false;
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                BlobLock lock = new BlobLock(threads, channel, channel.lock());
                held = true;
                return lock;
            } finally {
                if (!held) {
                    channel.close();
                }
            }
        } catch (FileLockInterruptionException interrupted) {
            throw (InterruptedException) new InterruptedException().initCause(interrupted);
        } catch (IOException fault) {
            throw HubException.local(path, fault);
        } finally {
            if (!held) {
                threads.unlock();
            }
        }
    }

    /** The file stays: to delete it would let two processes hold locks on two files of one name. */
    void release() {
        try (channel) {
            processes.release();
        } catch (IOException released) {
            // The lock ends with its channel at the latest.
        } finally {
            threads.unlock();
        }
    }
}
