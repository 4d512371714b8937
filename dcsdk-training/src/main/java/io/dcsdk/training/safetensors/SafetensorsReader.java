package io.dcsdk.training.safetensors;

import static io.dcsdk.training.safetensors.SafetensorsException.quote;

import io.dcsdk.training.files.FileException;
import io.dcsdk.training.tensor.ElementType;
import io.dcsdk.training.tensor.Tensor;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * An open safetensors file. Opening reads and checks the header only; each tensor is read when it is asked for, into
 * memory of its own, so that files of any size work and the file may be closed, replaced or removed afterwards. Memory is
 * bounded by the size of the file: nothing is allocated on the word of a header that the length does not bear out.
 *
 * <p>The format: the header's length as 8 bytes, little-endian; the header, JSON of at most {@value #MAX_HEADER_BYTES}
 * bytes; the data of the tensors, which must cover the rest of the file exactly. See
 * https://github.com/huggingface/safetensors.
 *
 * <p>Safe for several threads.
 */
public final class SafetensorsReader implements AutoCloseable {
    /** The longest header that is read, that of the reference implementation. */
    public static final int MAX_HEADER_BYTES = 100_000_000;

    private static final int LENGTH_BYTES = 8;

    // The JDK keeps a native buffer as large as the largest read for each thread.
    private static final int CHUNK_BYTES = 1 << 20;

    private final Path file;
    private final FileChannel channel;
    private final SafetensorsHeader header;
    private final long dataStart;

    private SafetensorsReader(Path file, FileChannel channel) throws IOException {
        this.file = file;
        this.channel = channel;
        long size = channel.size();
        if (size < LENGTH_BYTES) {
            throw new SafetensorsException(
                    file,
                    "size (%d bytes)".formatted(size),
                    "the length of the header alone needs 8 bytes\nMaybe the file was not written to its end.");
        }
        long length =
                read(0, LENGTH_BYTES).order(ByteOrder.LITTLE_ENDIAN).getLong(0); // negative where it exceeds 2^63 - 1
        String subject = "header length (%s)".formatted(Long.toUnsignedString(length));
        if (length < 0 || length > MAX_HEADER_BYTES) {
            throw new SafetensorsException(
                    file,
                    subject,
                    "it is above the limit of %d bytes\nMaybe this is no safetensors file."
                            .formatted(MAX_HEADER_BYTES));
        }
        if (length > size - LENGTH_BYTES) {
            throw new SafetensorsException(
                    file,
                    subject,
                    "the file has only %d bytes\nMaybe it is cut off: fetch or write it again.".formatted(size));
        }
        this.dataStart = LENGTH_BYTES + length;
        this.header = HeaderParser.parse(file, read(LENGTH_BYTES, (int) length).array(), size - dataStart);
    }

    /**
     * Opens a file.
     *
     * @param file a safetensors file
     * @return the open file, which must be closed
     * @throws SafetensorsException if there is no such file, it cannot be read, or its header breaks a rule of the format
     */
    @SuppressWarnings("MustBeClosedChecker") // closed by the reader
    public static SafetensorsReader open(Path file) {
        if (!Files.isRegularFile(file)) {
            String rule = Files.exists(file)
                    ? "it is not a regular file\nMaybe check the path."
                    : "there is no such file\nMaybe check the path.";
            throw new SafetensorsException(file, "content", rule, new NoSuchFileException(file.toString()));
        }
        @Nullable FileChannel channel = null;
        @Nullable SafetensorsReader reader = null;
        try {
            channel = FileChannel.open(file, StandardOpenOption.READ);
            reader = new SafetensorsReader(file, channel);
            return reader;
        } catch (IOException e) {
            throw unreadable(file, "header", e);
        } finally {
            if (channel != null && reader == null) {
                closeQuietly(channel);
            }
        }
    }

    /**
     * The file.
     *
     * @return its path as it was given
     */
    public Path file() {
        return file;
    }

    /**
     * What the file holds.
     *
     * @return the checked header
     */
    public SafetensorsHeader header() {
        return header;
    }

    /**
     * Reads a tensor.
     *
     * @param name its name
     * @return the tensor, in memory of its own
     * @throws SafetensorsException if there is none of this name, it has more than 2^31 - 1 bytes, a truth value is
     *     neither 0 nor 1, or the file cannot be read (any more)
     */
    public Tensor tensor(String name) {
        @Nullable TensorEntry entry = header.entries().get(name);
        String subject = "tensor (%s)".formatted(quote(name));
        if (entry == null) {
            throw new SafetensorsException(file, subject, "there is none of this name\nMaybe look at header().");
        }
        if (entry.bytes() > Integer.MAX_VALUE) {
            throw new SafetensorsException(
                    file,
                    subject,
                    "its %d bytes are more than the 2^31 - 1 of a Java array\nMaybe store it in parts."
                            .formatted(entry.bytes()));
        }
        ByteBuffer bytes;
        try {
            bytes = read(dataStart + entry.begin(), (int) entry.bytes());
        } catch (IOException e) {
            throw unreadable(file, subject, e);
        }
        if (entry.type() == ElementType.BOOL) {
            requireTruthValues(subject, bytes);
        }
        return Tensor.of(entry.type(), entry.shape(), bytes);
    }

    private void requireTruthValues(String subject, ByteBuffer bytes) {
        for (int i = 0; i < bytes.limit(); i++) {
            if (bytes.get(i) != 0 && bytes.get(i) != 1) {
                throw new SafetensorsException(
                        file,
                        subject,
                        "element %d is %d, neither 0 nor 1\nMaybe the file is damaged: fetch or write it again."
                                .formatted(i, bytes.get(i) & 0xff));
            }
        }
    }

    private ByteBuffer read(long from, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count);
        while (bytes.position() < count) {
            bytes.limit(Math.min(count, bytes.position() + CHUNK_BYTES));
            if (channel.read(bytes, from + bytes.position()) < 0) {
                throw new EOFException("the file became shorter while it was read");
            }
        }
        return bytes.flip();
    }

    private static SafetensorsException unreadable(Path file, String subject, IOException cause) {
        FileException fault = FileException.of(file, "read", cause);
        String text = String.valueOf(fault.getMessage());
        return new SafetensorsException(file, subject, text.substring(text.indexOf("cannot be")), cause);
    }

    private static void closeQuietly(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // Nothing was written; the fault that is on its way matters more.
        }
    }

    /** Closes the file; tensors that were read stay. */
    @Override
    public void close() {
        closeQuietly(channel);
    }
}
