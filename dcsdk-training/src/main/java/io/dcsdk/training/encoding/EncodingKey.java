package io.dcsdk.training.encoding;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The key of an encoded data set: SHA-256 over everything that decides it, each text and list preceded by its length so
 * that no two inputs read the same.
 */
final class EncodingKey {
    private final MessageDigest digest = sha256();

    private EncodingKey() {}

    static String of(
            String tokenizer,
            List<String> labels,
            WindowPolicy windows,
            LabelAlignment alignment,
            List<? extends List<String>> words,
            @Nullable List<? extends List<String>> tags) {
        EncodingKey key = new EncodingKey();
        key.number(EncodingCache.VERSION);
        key.text(tokenizer);
        key.texts(labels);
        key.number(windows.maxLength());
        key.number(windows.overlap());
        key.text(alignment.name());
        key.lists(words);
        key.number(tags == null ? 0 : 1);
        if (tags != null) {
            key.lists(tags);
        }
        return HexFormat.of().formatHex(key.digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private void lists(List<? extends List<String>> lists) {
        number(lists.size());
        for (List<String> list : lists) {
            texts(list);
        }
    }

    private void texts(List<String> texts) {
        number(texts.size());
        for (String text : texts) {
            text(text);
        }
    }

    /** The UTF-16 units as they are, so that lone surrogates, which UTF-8 cannot tell apart, make a difference. */
    private void text(String text) {
        byte[] bytes = new byte[2 * text.length()];
        for (int i = 0; i < text.length(); i++) {
            bytes[2 * i] = (byte) (text.charAt(i) >>> 8);
            bytes[2 * i + 1] = (byte) text.charAt(i);
        }
        number(text.length());
        digest.update(bytes);
    }

    private void number(int value) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            digest.update((byte) (value >>> shift));
        }
    }
}
