package io.dcsdk.training.record.tensorboard;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads event files back, on its own: checks both checksums of every record bit by bit and walks the protobuf fields. */
final class EventReader {
    /** What an event says. */
    record Event(double wallTime, long step, Optional<String> version, boolean restart, Map<String, Float> scalars) {}

    private EventReader() {}

    static List<Event> read(byte[] file) {
        List<Event> events = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        while (in.hasRemaining()) {
            byte[] length = take(in, 8);
            expect(crc(length), in.getInt());
            byte[] event = take(in, Math.toIntExact(buffer(length).getLong()));
            expect(crc(event), in.getInt());
            events.add(event(buffer(event)));
        }
        return events;
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] take(ByteBuffer in, int count) {
        byte[] bytes = new byte[count];
        in.get(bytes);
        return bytes;
    }

    private static void expect(int computed, int found) {
        if (computed != found) {
            throw new AssertionError("checksum %08x, but %08x was computed".formatted(found, computed));
        }
    }

    /** CRC-32C as RFC 3720 defines it: reflected polynomial 0x82f63b78, a bit at a time; then the mask. */
    static int crc(byte[] bytes) {
        int crc = ~0;
        for (byte next : bytes) {
            crc ^= next & 0xff;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >>> 1 : (crc >>> 1) ^ 0x82f63b78;
            }
        }
        crc = ~crc;
        return ((crc >>> 15) | (crc << 17)) + 0xa282ead8;
    }

    private static Event event(ByteBuffer in) {
        double wallTime = 0;
        long step = 0;
        Optional<String> version = Optional.empty();
        boolean restart = false;
        Map<String, Float> scalars = new LinkedHashMap<>();
        while (in.hasRemaining()) {
            switch ((int) varint(in)) {
                case (1 << 3) | 1 -> wallTime = in.getDouble();
                case 2 << 3 -> step = varint(in);
                case (3 << 3) | 2 -> version = Optional.of(text(message(in)));
                case (5 << 3) | 2 -> summary(message(in), scalars);
                case (7 << 3) | 2 -> {
                    ByteBuffer log = message(in);
                    restart = varint(log) == 1 << 3 && varint(log) == 1;
                }
                default -> throw new AssertionError("unknown field");
            }
        }
        return new Event(wallTime, step, version, restart, scalars);
    }

    private static void summary(ByteBuffer in, Map<String, Float> scalars) {
        while (in.hasRemaining()) {
            expect((1 << 3) | 2, (int) varint(in));
            ByteBuffer value = message(in);
            expect((1 << 3) | 2, (int) varint(value));
            String tag = text(message(value));
            expect((2 << 3) | 5, (int) varint(value));
            scalars.put(tag, value.getFloat());
        }
    }

    private static ByteBuffer message(ByteBuffer in) {
        return buffer(take(in, (int) varint(in)));
    }

    private static String text(ByteBuffer in) {
        return StandardCharsets.UTF_8.decode(in).toString();
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}
