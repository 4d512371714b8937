package io.dcsdk.training.record.history;

import io.dcsdk.document.DocumentException;
import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.training.record.RecordException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The journal of a run: JSON lines, each ended by a line feed. A line without one at the end of the file was being written
 * when the process was killed; it is dropped on reading. Everything else that is no record is refused with its line.
 *
 * @param lines the whole lines
 * @param tornBytes the length of what was dropped
 */
record Journal(List<JournalLine> lines, int tornBytes) {
    /** The most bytes of a file, enough for millions of records. */
    static final long MAX_BYTES = 1L << 30;

    /** The most bytes of a line. */
    static final int MAX_LINE_BYTES = 1 << 20;

    Journal {
        lines = List.copyOf(lines);
    }

    static byte[] bytes(JournalLine line) {
        byte[] bytes = (Documents.toCompactJson(line) + "\n").getBytes(StandardCharsets.UTF_8);
        if (bytes.length > MAX_LINE_BYTES) {
            throw RecordException.of(
                    "length",
                    bytes.length,
                    "a line of the journal",
                    "must be at most %d bytes".formatted(MAX_LINE_BYTES),
                    "describe the configuration in fewer words.");
        }
        return bytes;
    }

    static Journal read(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw RecordException.of(
                        "file", file, "the run's records", "is larger than %d bytes".formatted(MAX_BYTES), "split it.");
            }
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
                return read(in, file);
            }
        } catch (IOException e) {
            throw RecordException.ofFile(file, "read", e);
        }
    }

    private static Journal read(InputStream in, Path file) throws IOException {
        List<JournalLine> lines = new ArrayList<>();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                lines.add(parse(line.toByteArray(), file, lines.size() + 1));
                line.reset();
            } else if (line.size() < MAX_LINE_BYTES) {
                line.write(next);
            } else {
                throw RecordException.inLine(
                        file,
                        lines.size() + 1,
                        "is longer than %d bytes\nMaybe another file was meant.".formatted(MAX_LINE_BYTES),
                        null);
            }
        }
        return new Journal(lines, line.size());
    }

    private static JournalLine parse(byte[] bytes, Path file, long number) {
        String source = file.toString();
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Documents.read(text, source, DocumentFormat.JSON, JournalLine.class);
        } catch (CharacterCodingException e) {
            throw RecordException.inLine(file, number, "is not UTF-8 text\nMaybe restore the file from a copy.", e);
        } catch (DocumentException e) {
            throw RecordException.inLine(file, number, fault(e, source), e);
        }
    }

    /** The message without the place, which is that inside a document of one line. */
    private static String fault(DocumentException e, String source) {
        String message = String.valueOf(e.getMessage());
        String place = source + (e.line().isPresent() ? ", line " + e.line().getAsInt() : "");
        return message.startsWith(place) ? message.substring(place.length()).replaceFirst("^(, |: )", "") : message;
    }
}
