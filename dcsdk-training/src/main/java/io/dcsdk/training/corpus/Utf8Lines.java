package io.dcsdk.training.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a UTF-8 file, with their numbers and with limits. Only LF, or CR LF, ends a line: U+0085, U+2028 and their
 * like are characters of words, and are seen as such in corpora of tweets. A byte order mark at the beginning is left out.
 */
final class Utf8Lines implements AutoCloseable {
    /** The most bytes that a file may have. */
    static final long MAX_FILE_BYTES = 256L * 1024 * 1024;

    private final String source;
    private final InputStream in;
    private final int maxLineBytes;
    private final byte[] chunk = new byte[1 << 16];
    private int chunkLength;
    private int chunkPosition;
    private byte[] bytes = new byte[256];
    private int length;
    private long total;
    private int line;

    private Utf8Lines(String source, InputStream in, int maxLineBytes) {
        this.source = source;
        this.in = in;
        this.maxLineBytes = maxLineBytes;
    }

    static Utf8Lines open(Path file, int maxLineBytes) {
        if (Files.isDirectory(file)) {
            throw new CorpusException("file", file, "the corpus", "it is a folder", "name a file in it");
        }
        try {
            return new Utf8Lines(file.toString(), Files.newInputStream(file), maxLineBytes);
        } catch (NoSuchFileException e) {
            throw new CorpusException("file", file, "the corpus", "there is no such file", "check the path", e);
        } catch (AccessDeniedException e) {
            throw new CorpusException("file", file, "the corpus", "it may not be read", "check its permissions", e);
        } catch (IOException e) {
            throw unreadable(file.toString(), e);
        }
    }

    String source() {
        return source;
    }

    /** The number of the line that came last, from 1. */
    int line() {
        return line;
    }

    /** The next line without its end, or null behind the last. */
    @Nullable
    String next() {
        length = 0;
        boolean ended = collect();
        if (!ended && length == 0) {
            line--;
            return null;
        }
        while (length > 0 && bytes[length - 1] == '\r') {
            length--;
        }
        String text = decode();
        if (line == 1 && text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        int carriageReturn = text.indexOf('\r');
        if (carriageReturn >= 0) {
            throw CorpusException.at(
                    source,
                    line,
                    "carriage return",
                    "character " + (carriageReturn + 1),
                    "it stands inside of the line",
                    "convert the line ends to LF");
        }
        return text;
    }

    /** Takes bytes up to a line feed; false if the file ends before one. */
    private boolean collect() {
        line++;
        while (true) {
            if (chunkPosition == chunkLength && !refill()) {
                return false;
            }
            int start = chunkPosition;
            while (chunkPosition < chunkLength && chunk[chunkPosition] != '\n') {
                chunkPosition++;
            }
            keep(start, chunkPosition - start);
            if (chunkPosition < chunkLength) {
                chunkPosition++;
                return true;
            }
        }
    }

    private boolean refill() {
        try {
            chunkPosition = 0;
            chunkLength = Math.max(0, in.read(chunk));
        } catch (IOException e) {
            throw unreadable(source, e);
        }
        total += chunkLength;
        if (total > MAX_FILE_BYTES) {
            throw new CorpusException(
                    "file", source, "the corpus", "it has more than " + MAX_FILE_BYTES + " bytes", "split it");
        }
        return chunkLength > 0;
    }

    private void keep(int start, int count) {
        if (count > maxLineBytes - length) {
            throw CorpusException.at(
                    source,
                    line,
                    "bytes",
                    "more than " + maxLineBytes,
                    "the line is too long",
                    "this is no corpus, or its lines end in another way than with LF");
        }
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + count, 2 * bytes.length));
        }
        System.arraycopy(chunk, start, bytes, length, count);
        length += count;
    }

    private String decode() {
        for (int i = 0; i < length; i++) {
            if (bytes[i] < 0) {
                try {
                    return StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes, 0, length))
                            .toString();
                } catch (CharacterCodingException e) {
                    String shown = new String(bytes, 0, length, StandardCharsets.UTF_8);
                    throw new CorpusException(
                            "text", shown, source + ":" + line, "it is not UTF-8", "save the file as UTF-8", e);
                }
            }
        }
        return new String(bytes, 0, length, StandardCharsets.US_ASCII);
    }

    private static CorpusException unreadable(String source, IOException e) {
        return new CorpusException(
                "file",
                source,
                "the corpus",
                "it cannot be read (%s: %s)".formatted(e.getClass().getSimpleName(), e.getMessage()),
                "check the path",
                e);
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw unreadable(source, e);
        }
    }
}
