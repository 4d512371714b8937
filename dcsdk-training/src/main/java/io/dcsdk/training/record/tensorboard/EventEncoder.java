package io.dcsdk.training.record.tensorboard;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/**
 * Encodes the few messages that TensorBoard needs in protobuf's wire format. Field numbers are those of TensorFlow's
 * {@code event.proto} and {@code summary.proto}:
 *
 * <pre>
 * Event       double wall_time = 1, int64 step = 2, string file_version = 3, Summary summary = 5, SessionLog session_log = 7
 * Summary     repeated Value value = 1
 * Value       string tag = 1, float simple_value = 2
 * SessionLog  SessionStatus status = 1 (START = 1)
 * </pre>
 */
final class EventEncoder {
    private static final int VARINT = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int DELIMITED = 2;
    private static final int FOUR_BYTES = 5;

    private static final int WALL_TIME = 1;
    private static final int STEP = 2;
    private static final int FILE_VERSION = 3;
    private static final int SUMMARY = 5;
    private static final int SESSION_LOG = 7;
    private static final int SUMMARY_VALUE = 1;
    private static final int VALUE_TAG = 1;
    private static final int VALUE_SIMPLE = 2;
    private static final int SESSION_STATUS = 1;
    private static final int SESSION_START = 1;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private EventEncoder() {}

    /** The first event of every file. */
    static byte[] version(Instant time) {
        return event(time, 0).text(FILE_VERSION, "brain.Event:2").out.toByteArray();
    }

    /** Says that what earlier files hold from this step on is void. */
    static byte[] restart(Instant time, long step) {
        EventEncoder log = new EventEncoder();
        log.varint(SESSION_STATUS, SESSION_START);
        return event(time, step).message(SESSION_LOG, log).out.toByteArray();
    }

    static byte[] scalars(Instant time, long step, Map<String, Double> values) {
        EventEncoder summary = new EventEncoder();
        values.forEach((tag, value) -> {
            EventEncoder scalar = new EventEncoder().text(VALUE_TAG, tag);
            scalar.key(VALUE_SIMPLE, FOUR_BYTES);
            scalar.out.writeBytes(
                    littleEndian(Float.BYTES).putFloat(value.floatValue()).array());
            summary.message(SUMMARY_VALUE, scalar);
        });
        return event(time, step).message(SUMMARY, summary).out.toByteArray();
    }

    private static EventEncoder event(Instant time, long step) {
        EventEncoder event = new EventEncoder();
        event.key(WALL_TIME, EIGHT_BYTES);
        double seconds = time.getEpochSecond() + time.getNano() / 1e9;
        event.out.writeBytes(littleEndian(Double.BYTES).putDouble(seconds).array());
        event.varint(STEP, step);
        return event;
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private EventEncoder message(int field, EventEncoder message) {
        return bytes(field, message.out.toByteArray());
    }

    private EventEncoder text(int field, String text) {
        return bytes(field, text.getBytes(StandardCharsets.UTF_8));
    }

    private EventEncoder bytes(int field, byte[] bytes) {
        key(field, DELIMITED);
        varint(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    private void varint(int field, long value) {
        key(field, VARINT);
        varint(value);
    }

    private void key(int field, int wireType) {
        varint(((long) field << 3) | wireType);
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
