package io.dcsdk.training.record.tensorboard;

import java.util.zip.CRC32C;

/**
 * The checksum of a TFRecord: CRC-32C (RFC 3720, B.4), rotated right by 15 bits and offset by a constant, so that the
 * checksum of bytes that hold checksums themselves stays a good one (TensorFlow, {@code tensorflow/core/lib/hash/crc32c.h}).
 */
final class MaskedCrc {
    private static final int OFFSET = 0xa282ead8;
    private static final int ROTATION = 15;

    private MaskedCrc() {}

    static int of(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, bytes.length);
        return Integer.rotateRight((int) crc.getValue(), ROTATION) + OFFSET;
    }
}
