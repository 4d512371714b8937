package io.dcsdk.training.safetensors;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Safetensors files made by hand, right or wrong. */
final class RawFile {
    private RawFile() {}

    static byte[] of(String header, int dataBytes) {
        return of(header.getBytes(UTF_8), dataBytes);
    }

    static byte[] of(byte[] header, int dataBytes) {
        return of(header.length, header, dataBytes);
    }

    static byte[] of(long announced, byte[] header, int dataBytes) {
        return ByteBuffer.allocate(8 + header.length + dataBytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(announced)
                .put(header)
                .array();
    }

    /** The header entry of a tensor. */
    static String entry(String name, String type, String shape, String offsets) {
        return "\"%s\":{\"dtype\":\"%s\",\"shape\":%s,\"data_offsets\":%s}".formatted(name, type, shape, offsets);
    }
}
