package io.dcsdk.training.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads files that are small by nature into memory, never more than a stated number of bytes. */
public final class SmallFile {
    private SmallFile() {}

    /**
     * The content of a file.
     *
     * @param file a regular file
     * @param maxBytes the most bytes that it may have, from 0
     * @return its bytes
     * @throws FileException if it is absent, no regular file, larger, or unreadable
     */
    public static byte[] readBytes(Path file, int maxBytes) {
        try {
            if (!Files.isRegularFile(file)) {
                if (!Files.exists(file)) {
                    throw FileException.of(file, "read", new NoSuchFileException(file.toString()));
                }
                throw new FileException(file, "is not a regular file\nMaybe check the path.");
            }
            try (InputStream in = Files.newInputStream(file)) {
                byte[] bytes = in.readNBytes(maxBytes);
                if (in.read() >= 0) {
                    throw new FileException(
                            file,
                            "is larger than the %d bytes that such a file may have\nMaybe another file was meant."
                                    .formatted(maxBytes));
                }
                return bytes;
            }
        } catch (IOException e) {
            throw FileException.of(file, "read", e);
        }
    }

    /**
     * The text of a file.
     *
     * @param file a regular file in UTF-8
     * @param maxBytes the most bytes that it may have, from 0
     * @return its text; a byte order mark is part of it
     * @throws FileException if it is absent, no regular file, larger, unreadable, or not UTF-8
     */
    public static String readText(Path file, int maxBytes) {
        byte[] bytes = readBytes(file, maxBytes);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IOException e) {
            throw FileException.of(file, "read", e);
        }
    }
}
