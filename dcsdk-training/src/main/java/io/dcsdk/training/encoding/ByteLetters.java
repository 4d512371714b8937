package io.dcsdk.training.encoding;

/**
 * The alphabet of byte-level vocabularies: printable bytes of Latin-1 (! to ~, ¡ to ¬, ® to ÿ) are written as themselves,
 * the other 68 as the letters from U+0100 on, in order.
 */
final class ByteLetters {
    private static final int[] BYTE_OF = new int[0x100 + 68];

    static {
        int next = 0x100;
        for (int value = 0; value < 256; value++) {
            boolean printable = (value >= '!' && value <= '~') || (value >= 0xA1 && value <= 0xAC) || value >= 0xAE;
            if (!printable) {
                BYTE_OF[value] = -1;
                BYTE_OF[next++] = value;
            } else {
                BYTE_OF[value] = value;
            }
        }
    }

    private ByteLetters() {}

    /** The byte that a letter stands for, from 0 to 255; −1 if it is none of the letters. */
    static int byteOf(char letter) {
        return letter < BYTE_OF.length ? BYTE_OF[letter] : -1;
    }
}
