package io.dcsdk.training.safetensors;

import static io.dcsdk.training.safetensors.SafetensorsException.quote;

import io.dcsdk.training.files.AtomicFile;
import io.dcsdk.training.tensor.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes safetensors files, each whole or not at all ({@link AtomicFile}). The tensors are streamed one after the other,
 * so that those of a {@link TensorSource} need never be in memory together.
 *
 * <p>Tensors stand in the given order, except that wider element types come first: so each is aligned to its elements, as
 * the reference implementation does it. The same input gives the same bytes.
 */
public final class SafetensorsWriter {
    private static final int LENGTH_BYTES = 8;
    private static final int ALIGNMENT = 8;

    // The JDK keeps a native buffer as large as the largest write of a heap buffer for each thread.
    private static final int CHUNK_BYTES = 1 << 20;

    private SafetensorsWriter() {}

    /**
     * Writes tensors that are in memory.
     *
     * @param file the target, in a folder that is there
     * @param tensors the tensors by name, in their order
     * @param metadata free text by name, in its order; {@code format = pt} makes {@code transformers} read the file
     * @throws SafetensorsException if the format cannot hold them
     * @throws io.dcsdk.training.files.FileException if the file cannot be written; the old one is then still there
     */
    public static void write(Path file, Map<String, Tensor> tensors, Map<String, String> metadata) {
        write(
                file,
                tensors.entrySet().stream()
                        .map(e -> TensorSource.of(e.getKey(), e.getValue()))
                        .toList(),
                metadata);
    }

    /**
     * Writes tensors that are made one at a time.
     *
     * @param file the target, in a folder that is there
     * @param tensors the tensors, in their order
     * @param metadata free text by name, in its order
     * @throws SafetensorsException if the format cannot hold them, or a source gives another type or shape than it said
     * @throws io.dcsdk.training.files.FileException if the file cannot be written; the old one is then still there
     */
    public static void write(Path file, List<TensorSource> tensors, Map<String, String> metadata) {
        try (AtomicFile atomic = prepare(file, tensors, metadata)) {
            atomic.commit();
        }
    }

    /**
     * Brings a file onto the disk, beside the target, without putting it in its place.
     *
     * @param file the target, in a folder that is there
     * @param tensors the tensors, in their order
     * @param metadata free text by name, in its order
     * @return the file to be, which must be committed or closed
     * @throws SafetensorsException if the format cannot hold them, or a source gives another type or shape than it said
     * @throws io.dcsdk.training.files.FileException if it cannot be written
     */
    public static AtomicFile prepare(Path file, List<TensorSource> tensors, Map<String, String> metadata) {
        Content content = content(file, tensors, metadata);
        return AtomicFile.prepare(file, content::writeTo);
    }

    /**
     * Writes to a channel that is open already, such as standard output.
     *
     * @param channel where to; it stays open
     * @param name how messages name it
     * @param tensors the tensors, in their order
     * @param metadata free text by name, in its order
     * @throws SafetensorsException if the format cannot hold them, or a source gives another type or shape than it said
     * @throws IOException if the channel cannot be written
     */
    public static void write(
            WritableByteChannel channel, String name, List<TensorSource> tensors, Map<String, String> metadata)
            throws IOException {
        content(Path.of(name), tensors, metadata).writeTo(channel);
    }

    /** What a file will hold, placed and checked. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Content(Path file, byte[] header, List<TensorSource> ordered) {
        void writeTo(WritableByteChannel channel) throws IOException {
            int padding = padding(header);
            ByteBuffer start = ByteBuffer.allocate(LENGTH_BYTES + header.length + padding)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(header.length + padding)
                    .put(header);
            while (start.hasRemaining()) {
                start.put((byte) ' ');
            }
            writeFully(channel, start.flip());
            for (TensorSource source : ordered) {
                writeFully(channel, elements(file, source));
            }
        }
    }

    private static Content content(Path file, List<TensorSource> tensors, Map<String, String> metadata) {
        List<TensorSource> ordered = new ArrayList<>(tensors);
        ordered.sort(
                Comparator.comparingInt((TensorSource t) -> t.type().bytes()).reversed());
        byte[] header = HeaderText.of(file, place(file, ordered), metadata);
        int length = header.length + padding(header);
        if (length > SafetensorsReader.MAX_HEADER_BYTES) {
            throw new SafetensorsException(
                    file,
                    "header (%d bytes)".formatted(length),
                    "it is above the limit of %d bytes\nMaybe write fewer tensors or less metadata."
                            .formatted(SafetensorsReader.MAX_HEADER_BYTES));
        }
        return new Content(file, header, ordered);
    }

    private static int padding(byte[] header) {
        return Math.floorMod(-(LENGTH_BYTES + header.length), ALIGNMENT);
    }

    private static List<TensorEntry> place(Path file, List<TensorSource> ordered) {
        List<TensorEntry> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        long at = 0;
        for (TensorSource source : ordered) {
            if (!names.add(source.name())) {
                throw fault(file, source, "two tensors have this name\nMaybe give each its own.");
            }
            if (source.name().equals(HeaderParser.METADATA)) {
                throw fault(file, source, "the format keeps this name for itself\nMaybe choose another.");
            }
            long end = at;
            try {
                long bytes = source.type().bytes();
                for (long dimension : source.shape()) {
                    if (dimension < 0) {
                        throw fault(
                                file,
                                source,
                                "dimension (%d) is negative\nMaybe check the shape.".formatted(dimension));
                    }
                    bytes = Math.multiplyExact(bytes, dimension);
                }
                end = Math.addExact(at, bytes);
            } catch (ArithmeticException e) {
                throw fault(file, source, "the data would exceed 2^63 - 1 bytes\nMaybe check the shape.");
            }
            entries.add(new TensorEntry(source.name(), source.type(), source.shape(), at, end));
            at = end;
        }
        return entries;
    }

    private static ByteBuffer elements(Path file, TensorSource source) {
        Tensor tensor = source.elements().get();
        if (tensor.type() != source.type() || !tensor.shape().equals(source.shape())) {
            throw fault(
                    file,
                    source,
                    "its source gave %s where %s %s was announced\nMaybe the source is that of another tensor."
                            .formatted(tensor, source.type(), source.shape()));
        }
        return tensor.bytes();
    }

    private static SafetensorsException fault(Path file, TensorSource source, String rule) {
        return new SafetensorsException(file, "tensor (%s)".formatted(quote(source.name())), rule);
    }

    private static void writeFully(WritableByteChannel channel, ByteBuffer bytes) throws IOException {
        int end = bytes.limit();
        while (bytes.position() < end) {
            bytes.limit(Math.min(end, bytes.position() + CHUNK_BYTES));
            channel.write(bytes);
        }
    }
}
