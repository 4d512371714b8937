package io.dcsdk.examples;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The lines of standard input, each given as soon as it has come. Only LF, or CR LF, ends a line: texts may hold U+2028 and
 * the like. A byte order mark at the beginning is left out.
 */
final class TextLines {
    private static final int MOST_BYTES = 16 << 20;

    private final InputStream in;
    private long line;

    TextLines(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /** The next line without its end, or null behind the last. */
    @Nullable
    String next() {
        line++;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int value = read();
        if (value < 0) {
            return null;
        }
        while (value >= 0 && value != '\n') {
            if (bytes.size() == MOST_BYTES) {
                throw new BadInput(owner(), "is longer than %d bytes".formatted(MOST_BYTES), "break it up.");
            }
            bytes.write(value);
            value = read();
        }
        String text = decoded(bytes.toByteArray());
        if (line == 1 && text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    private int read() {
        try {
            return in.read();
        } catch (IOException e) {
            throw new BadInput(owner(), "cannot be read (%s)".formatted(e.getMessage()), "check where it comes from.");
        }
    }

    private String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BadInput(owner(), "is not UTF-8 text", "convert it: iconv -f latin1 -t utf-8.");
        }
    }

    private String owner() {
        return "line %d of standard input".formatted(line);
    }
}
