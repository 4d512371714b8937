package io.dcsdk.training.inference;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * GPT-2's alphabet of bytes: the printable Latin-1 characters stand for themselves, the 68 other bytes in their order for
 * the characters from U+0100. A token with any other character stands for its own UTF-8 bytes. What is no UTF-8 in the end
 * becomes U+FFFD.
 */
final class ByteLevelJoiner {
    private static final int[] BYTE_OF_CHARACTER = alphabet();

    private ByteLevelJoiner() {}

    static String join(List<String> tokens) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String token : tokens) {
            byte[] part = isEncoded(token) ? decoded(token) : token.getBytes(StandardCharsets.UTF_8);
            bytes.write(part, 0, part.length);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static boolean isEncoded(String token) {
        return token.chars().allMatch(c -> c < BYTE_OF_CHARACTER.length && BYTE_OF_CHARACTER[c] >= 0);
    }

    private static byte[] decoded(String token) {
        byte[] bytes = new byte[token.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) BYTE_OF_CHARACTER[token.charAt(i)];
        }
        return bytes;
    }

    private static int[] alphabet() {
        int[] bytes = new int[256 + 68];
        Arrays.fill(bytes, -1);
        int moved = 256;
        for (int b = 0; b < 256; b++) {
            boolean printable = (b >= '!' && b <= '~') || (b >= 0xa1 && b <= 0xac) || b >= 0xae;
            bytes[printable ? b : moved++] = b;
        }
        return bytes;
    }
}
