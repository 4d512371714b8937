package io.dcsdk.training.hub;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a file's bytes must hash to, as the hub's entity tag says: SHA-256 of the bytes where git keeps only a pointer to
 * them (64 digits), or the name that git gives to a blob (40 digits), SHA-1 of {@code "blob <length>\0"} and the bytes.
 */
record Checksum(String algorithm, String hex) {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern SHA1 = Pattern.compile("[0-9a-f]{40}");

    /** Reads an entity tag, quoted or not, weak or not; empty where it is neither of the two hashes. */
    static Optional<Checksum> ofEntityTag(String tag) {
        String bare = tag.strip();
        bare = bare.startsWith("W/") ? bare.substring(2) : bare;
        if (bare.length() >= 2 && bare.startsWith("\"") && bare.endsWith("\"")) {
            bare = bare.substring(1, bare.length() - 1);
        }
        bare = bare.toLowerCase(Locale.ROOT);
        if (SHA256.matcher(bare).matches()) {
            return Optional.of(new Checksum("SHA-256", bare));
        }
        return SHA1.matcher(bare).matches() ? Optional.of(new Checksum("SHA-1", bare)) : Optional.empty();
    }

    /** A digest that is ready for the first of so many bytes. */
    MessageDigest start(long length) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            if (algorithm.equals("SHA-1")) {
                digest.update(("blob " + length + "\0").getBytes(StandardCharsets.US_ASCII));
            }
            return digest;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has " + algorithm, impossible);
        }
    }

    boolean matches(MessageDigest finished) {
        return HexFormat.of().formatHex(finished.digest()).equals(hex);
    }
}
