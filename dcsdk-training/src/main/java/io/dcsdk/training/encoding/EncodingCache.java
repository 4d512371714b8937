package io.dcsdk.training.encoding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One encoded data set on disk, little-endian: magic (8 bytes), version, sentences s, rows r, tokens t (4 bytes each), the
 * key (32 bytes); then as 4-byte numbers s word counts, r sentence numbers, r + 1 starts, t ids, t labels, t words; then
 * SHA-256 of all that (32 bytes). The length follows from the three counts, so nothing is read before it fits.
 */
final class EncodingCache {
    static final int VERSION = 1;
    private static final byte[] MAGIC = "DCSDKENC".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER = 8 + 4 * 4 + 32;
    private static final int DIGEST = 32;
    private static final Logger LOG = LoggerFactory.getLogger(EncodingCache.class);

    private final Path folder;
    private final Path file;
    private final byte[] key;

    EncodingCache(Path folder, String key) {
        this.folder = folder;
        this.file = folder.resolve(key + ".encoded");
        this.key = HexFormat.of().parseHex(key);
    }

    /** The rows in the file, or null if there is none that can be trusted. */
    @Nullable
    TokenRows read(List<? extends List<String>> words, int vocabulary, int labels, int maxLength) {
        if (!Files.exists(file)) {
            return null;
        }
        try {
            byte[] bytes = Files.size(file) > Integer.MAX_VALUE - 8 ? new byte[0] : Files.readAllBytes(file);
            String fault = fault(bytes);
            if (fault == null) {
                TokenRows rows = rows(bytes);
                fault = new RowCheck(rows, words, vocabulary, labels, maxLength).fault();
                if (fault == null) {
                    return rows;
                }
            }
            LOG.warn("Cache {} is not used and will be written anew: {}.", file, fault);
        } catch (IOException e) {
            LOG.warn("Cache {} is not used and will be written anew: it cannot be read ({}).", file, e.toString());
        }
        return null;
    }

    private @Nullable String fault(byte[] bytes) {
        if (bytes.length < HEADER + DIGEST) {
            return "it is too short or too long";
        }
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        byte[] magic = new byte[MAGIC.length];
        in.get(magic);
        if (!MessageDigest.isEqual(magic, MAGIC) || in.getInt() != VERSION) {
            return "it is not of version " + VERSION + " of this format";
        }
        int sentences = in.getInt();
        int rows = in.getInt();
        int tokens = in.getInt();
        if (sentences < 0 || rows < 0 || tokens < 0 || length(sentences, rows, tokens) != bytes.length) {
            return "its length does not fit its counts";
        }
        byte[] found = new byte[key.length];
        in.get(found);
        if (!MessageDigest.isEqual(found, key)) {
            return "it was made for other data";
        }
        MessageDigest digest = EncodingKey.sha256();
        digest.update(bytes, 0, bytes.length - DIGEST);
        byte[] written = new byte[DIGEST];
        in.get(bytes.length - DIGEST, written);
        return MessageDigest.isEqual(digest.digest(), written) ? null : "its digest is wrong";
    }

    private static long length(long sentences, long rows, long tokens) {
        return HEADER + 4 * (sentences + rows + rows + 1 + 3 * tokens) + DIGEST;
    }

    private static TokenRows rows(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        TokenRows rows = new TokenRows();
        rows.sentences = in.getInt(12);
        rows.rows = in.getInt(16);
        rows.tokens = in.getInt(20);
        IntBuffer numbers =
                in.position(HEADER).slice().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
        rows.wordCounts = next(numbers, rows.sentences);
        rows.sentenceOf = next(numbers, rows.rows);
        rows.starts = next(numbers, rows.rows + 1);
        rows.ids = next(numbers, rows.tokens);
        rows.labels = next(numbers, rows.tokens);
        rows.words = next(numbers, rows.tokens);
        return rows;
    }

    private static int[] next(IntBuffer numbers, int count) {
        int[] values = new int[count];
        numbers.get(values);
        return values;
    }

    /** Writes beside the file, flushes to the disk, then renames: a reader sees the whole file or none. */
    void write(TokenRows rows) {
        long length = length(rows.sentences, rows.rows, rows.tokens);
        if (length > Integer.MAX_VALUE - 8) {
            LOG.warn("Cache {} is not written: {} bytes are more than it can hold.", file, length);
            return;
        }
        ByteBuffer out = ByteBuffer.allocate((int) length).order(ByteOrder.LITTLE_ENDIAN);
        out.put(MAGIC).putInt(VERSION).putInt(rows.sentences).putInt(rows.rows).putInt(rows.tokens);
        out.put(key);
        for (int[] part : List.of(rows.wordCounts, rows.sentenceOf, rows.starts, rows.ids, rows.labels, rows.words)) {
            out.asIntBuffer().put(part);
            out.position(out.position() + 4 * part.length);
        }
        MessageDigest digest = EncodingKey.sha256();
        digest.update(out.array(), 0, out.position());
        out.put(digest.digest()).flip();
        try {
            Files.createDirectories(folder);
            Path temporary = Files.createTempFile(folder, ".encoded", ".tmp");
            try {
                try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                    while (out.hasRemaining()) {
                        channel.write(out);
                    }
                    channel.force(true);
                }
                Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new EncodingException(
                    "cache folder (%s) of encoded data: cannot be written (%s)\nMaybe name another folder, or encode without one."
                            .formatted(folder, e),
                    e);
        }
    }
}
