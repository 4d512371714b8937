package io.dcsdk.training.hub;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ChecksumTest {
    @Test
    void knowsTheNameThatGitGivesToABlob() {
        // printf 'hello\n' | git hash-object --stdin
        assertTrue(matches("ce013625030ba8dba906f756967f9e9ca394464a", "hello\n"));
        assertTrue(matches("e69de29bb2d1d6434b8b29ae775ad8c2e48c5391", ""));
        assertFalse(matches("ce013625030ba8dba906f756967f9e9ca394464a", "hellO\n"));
    }

    @Test
    void knowsSha256() {
        assertTrue(matches("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "abc"));
    }

    @Test
    void readsEntityTagsInAllTheirDresses() {
        String hex = "ce013625030ba8dba906f756967f9e9ca394464a";
        Optional<Checksum> expected = Optional.of(new Checksum("SHA-1", hex));
        assertEquals(expected, Checksum.ofEntityTag(hex));
        assertEquals(expected, Checksum.ofEntityTag("\"" + hex + "\""));
        assertEquals(expected, Checksum.ofEntityTag("W/\"" + hex.toUpperCase(java.util.Locale.ROOT) + "\""));
        assertEquals(Optional.empty(), Checksum.ofEntityTag(hex + "0"));
        assertEquals(Optional.empty(), Checksum.ofEntityTag("\""));
        assertEquals(Optional.empty(), Checksum.ofEntityTag(""));
    }

    private static boolean matches(String tag, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Checksum checksum = Checksum.ofEntityTag(tag).orElseThrow();
        MessageDigest digest = checksum.start(bytes.length);
        digest.update(bytes);
        return checksum.matches(digest);
    }
}
