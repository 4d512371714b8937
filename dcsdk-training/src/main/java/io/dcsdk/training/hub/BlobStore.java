package io.dcsdk.training.hub;

import io.dcsdk.training.hub.Transport.Redirects;
import io.dcsdk.training.hub.Transport.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings the bytes of files into the cache. They grow in {@code <hash>.incomplete}, which a later attempt, or a later
 * process, goes on with, and are renamed to {@code <hash>} once they have that hash and are on the disk.
 */
final class BlobStore {
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");

    private final Transport transport;
    private final HubSettings settings;
    private final Retry retry;
    private final ModelReference model;
    private final CacheLayout layout;

    BlobStore(Transport transport, HubSettings settings, Retry retry, ModelReference model, CacheLayout layout) {
        this.transport = transport;
        this.settings = settings;
        this.retry = retry;
        this.model = model;
        this.layout = layout;
    }

    /** The blob of a file; fetched unless it is here and sound. */
    Path obtain(RemoteFile file, ProgressMeter progress) {
        BlobLock lock;
        try {
            lock = BlobLock.acquire(layout.lock(file.checksum()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Retry.interrupted(subject(file), interrupted);
        }
        try {
            Path blob = layout.blob(file.checksum());
            if (!isSound(blob, file)) {
                download(file, progress);
                publish(layout.partial(file.checksum()), blob);
            }
            progress.finished(file);
            return blob;
        } finally {
            lock.release();
        }
    }

    private void download(RemoteFile file, ProgressMeter progress) {
        // Once a server has mishandled a range it is not asked for one again.
        boolean[] ranges = {true};
        retry.call(
                subject(file),
                "fetch it again later: what was fetched and is sound is kept.",
                () -> attempt(file, progress, ranges));
    }

    private boolean attempt(RemoteFile file, ProgressMeter progress, boolean[] ranges)
            throws IOException, InterruptedException {
        Path partial = layout.partial(file.checksum());
        MessageDigest digest = file.checksum().start(file.size());
        long have = ranges[0] ? resume(partial, file, digest) : discard(partial);
        if (have < file.size() || have == 0) {
            Map<String, String> range = have > 0 ? Map.of("Range", "bytes=" + have + "-") : Map.of();
            try (Reply reply = transport.send("GET", file.address(), range, Redirects.ALL)) {
                if (reply.status() == 416) {
                    ranges[0] = false;
                    throw new IOException("the server has no bytes after " + have);
                }
                Refusal.check(reply, model, settings, file.name());
                if (have > 0 && reply.status() == 206) {
                    checkRange(reply.header("Content-Range").orElse("none"), have, file.size(), ranges);
                } else if (reply.status() != 200) {
                    throw new IOException("HTTP " + reply.status() + " is no answer to a request for a file");
                } else {
                    have = 0;
                    digest = file.checksum().start(file.size());
                }
                receive(reply.body(), partial, have, file, digest, progress);
            }
        }
        if (!file.checksum().matches(digest)) {
            discard(partial);
            throw new IOException("its " + file.checksum().algorithm() + " is not the announced "
                    + file.checksum().hex());
        }
        return true;
    }

    private void checkRange(String contentRange, long have, long size, boolean[] ranges) throws IOException {
        Matcher range = CONTENT_RANGE.matcher(contentRange);
        boolean right = range.matches()
                && Long.parseLong(range.group(1)) == have
                && Long.parseLong(range.group(2)) == size - 1
                && (range.group(3).equals("*") || Long.parseLong(range.group(3)) == size);
        if (!right) {
            ranges[0] = false;
            throw new IOException(
                    "Content-Range is " + contentRange + ", not bytes " + have + "-" + (size - 1) + "/" + size);
        }
    }

    private void receive(
            ChunkBody body, Path partial, long start, RemoteFile file, MessageDigest digest, ProgressMeter progress)
            throws IOException, InterruptedException {
        long have = start;
        try (FileChannel channel = openAt(partial, start)) {
            for (List<ByteBuffer> chunk = body.next(); chunk != null; chunk = body.next()) {
                for (ByteBuffer buffer : chunk) {
                    if (buffer.remaining() > file.size() - have) {
                        discard(partial);
                        throw new IOException("more than the announced " + file.size() + " bytes came");
                    }
                    digest.update(buffer.duplicate());
                    have += buffer.remaining();
                    write(channel, buffer, partial);
                }
                progress.at(file, have);
            }
            force(channel, partial);
        }
        if (have < file.size()) {
            throw new IOException("the answer ended after " + have + " of " + file.size() + " bytes");
        }
    }

    /** Hashes what an earlier attempt left, and says how many bytes that is; more than there can be is nothing. */
    private static long resume(Path partial, RemoteFile file, MessageDigest digest) {
        try {
            long have = Files.exists(partial) ? Files.size(partial) : 0;
            if (have > file.size()) {
                return discard(partial);
            }
            if (have > 0) {
                hash(partial, digest);
            }
            return have;
        } catch (IOException fault) {
            throw HubException.local(partial, fault);
        }
    }

    private static boolean isSound(Path blob, RemoteFile file) {
        try {
            if (!Files.isRegularFile(blob) || Files.size(blob) != file.size()) {
                return false;
            }
            MessageDigest digest = file.checksum().start(file.size());
            hash(blob, digest);
            return file.checksum().matches(digest);
        } catch (IOException fault) {
            throw HubException.local(blob, fault);
        }
    }

    private static void hash(Path path, MessageDigest digest) throws IOException {
        byte[] buffer = new byte[1 << 16];
        try (InputStream bytes = Files.newInputStream(path)) {
            for (int count = bytes.read(buffer); count >= 0; count = bytes.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
    }

    // The disk's faults leave as HubException, which is not tried again; the network's stay IOException, which is.

    private static long discard(Path partial) {
        try {
            Files.deleteIfExists(partial);
            return 0;
        } catch (IOException fault) {
            throw HubException.local(partial, fault);
        }
    }

    private static FileChannel openAt(Path partial, long start) {
        try {
            Files.createDirectories(partial.toAbsolutePath().getParent());
            FileChannel channel = FileChannel.open(partial, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                channel.truncate(start).position(start);
                return channel;
            } catch (IOException fault) {
                channel.close();
                throw fault;
            }
        } catch (IOException fault) {
            throw HubException.local(partial, fault);
        }
    }

    private static void write(FileChannel channel, ByteBuffer buffer, Path partial) {
        try {
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        } catch (IOException fault) {
            throw HubException.local(partial, fault);
        }
    }

    private static void force(FileChannel channel, Path partial) {
        try {
            channel.force(true);
        } catch (IOException fault) {
            throw HubException.local(partial, fault);
        }
    }

    private static void publish(Path partial, Path blob) {
        try {
            DurableFiles.publish(partial, blob);
        } catch (IOException fault) {
            throw HubException.local(blob, fault);
        }
    }

    private String subject(RemoteFile file) {
        return "file (" + file.name() + ") of " + model;
    }
}
