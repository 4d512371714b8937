package io.dcsdk.training.record.tensorboard;

import io.dcsdk.training.record.RecordException;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A TFRecord file that grows: for each record its length in 8 bytes, the masked checksum of these, the bytes, and their
 * masked checksum, all little-endian. Records are kept back and written together, so that a killed process leaves whole
 * records, but for the one that the kernel may have been copying.
 *
 * <p>A {@code FileOutputStream} and not a channel, which an interrupt of the thread (somebody pressed Ctrl-C) would close.
 */
final class EventFile {
    private final Path file;
    private final FileOutputStream out;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

    private EventFile(Path file, FileOutputStream out) {
        this.file = file;
        this.out = out;
    }

    /** Makes a new file; one that is there already is never touched. */
    static EventFile create(Path file) {
        try {
            Files.createFile(file);
            return new EventFile(file, new FileOutputStream(file.toFile(), true));
        } catch (IOException e) {
            throw RecordException.ofFile(file, "written", e);
        }
    }

    Path path() {
        return file;
    }

    void append(byte[] event) {
        byte[] length = littleEndian(Long.BYTES).putLong(event.length).array();
        pending.writeBytes(length);
        pending.writeBytes(checksum(length));
        pending.writeBytes(event);
        pending.writeBytes(checksum(event));
    }

    private static byte[] checksum(byte[] bytes) {
        return littleEndian(Integer.BYTES).putInt(MaskedCrc.of(bytes)).array();
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Hands all records over to the operating system, where they outlive this process. */
    void flush() {
        byte[] bytes = pending.toByteArray();
        pending.reset(); // also when writing fails half-way: whole records must not follow a torn one
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw RecordException.ofFile(file, "written", e);
        }
    }

    /** Brings all records onto the disk and closes the file. */
    void close() {
        try (FileOutputStream closing = out) {
            flush();
            closing.getFD().sync();
        } catch (IOException e) {
            throw RecordException.ofFile(file, "written", e);
        }
    }
}
