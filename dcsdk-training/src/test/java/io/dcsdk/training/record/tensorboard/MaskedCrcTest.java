package io.dcsdk.training.record.tensorboard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class MaskedCrcTest {
    /** The checksums of RFC 3720, B.4, before the mask. */
    @Test
    void matchesTheVectorsOfTheStandard() {
        byte[] ones = new byte[32];
        Arrays.fill(ones, (byte) 0xff);
        byte[] ascending = new byte[32];
        byte[] descending = new byte[32];
        for (int i = 0; i < 32; i++) {
            ascending[i] = (byte) i;
            descending[i] = (byte) (31 - i);
        }
        assertEquals(0x8a9136aa, unmasked(new byte[32]));
        assertEquals(0x62a8ab43, unmasked(ones));
        assertEquals(0x46dd794e, unmasked(ascending));
        assertEquals(0x113fdb5c, unmasked(descending));
    }

    /** As TensorBoard 2.21 computes them; the last is what every event file begins with after its first eight bytes. */
    @Test
    void matchesTensorBoard() {
        assertEquals(0xa282ead8, MaskedCrc.of(new byte[0]));
        assertEquals(0xc78ab0e5, MaskedCrc.of("123456789".getBytes(StandardCharsets.US_ASCII)));
        assertEquals(0x0fd7fffa, MaskedCrc.of(new byte[32]));
        assertEquals(0x224b7fa3, MaskedCrc.of(new byte[] {24, 0, 0, 0, 0, 0, 0, 0}));
    }

    @Property(tries = 200)
    void matchesTheDefinition(@ForAll byte[] bytes) {
        assertEquals(EventReader.crc(bytes), MaskedCrc.of(bytes));
    }

    private static int unmasked(byte[] bytes) {
        int rotated = MaskedCrc.of(bytes) - 0xa282ead8;
        return (rotated >>> 17) | (rotated << 15);
    }
}
