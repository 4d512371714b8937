package io.dcsdk.training.safetensors;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Takes the bytes of a header apart: the few tokens of JSON that a header may have, and nothing else. It works on bytes,
 * not on characters, so that ill-formed UTF-8 is seen and not replaced, and so that a header of the largest size needs no
 * second copy.
 */
final class HeaderScanner {
    private final Path file;
    private final byte[] bytes;
    private int position;

    HeaderScanner(Path file, byte[] bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    /** Whether the next byte that is no white space is this one; if so, it is taken. */
    boolean take(char wanted) {
        skipSpace();
        if (position < bytes.length && bytes[position] == wanted) {
            position++;
            return true;
        }
        return false;
    }

    void expect(char wanted) {
        if (!take(wanted)) {
            throw unexpected("'" + wanted + "'");
        }
    }

    void expectEnd() {
        skipSpace();
        if (position < bytes.length) {
            throw unexpected("the end of the header");
        }
    }

    /** A string with its escapes resolved. */
    String string() {
        skipSpace();
        if (position >= bytes.length || bytes[position] != '"') {
            throw unexpected("a string");
        }
        int start = ++position;
        while (position < bytes.length && bytes[position] != '"' && bytes[position] != '\\') {
            if (bytes[position] >= 0 && bytes[position] < 0x20) {
                throw fault("a control character stands in a string");
            }
            position++;
        }
        if (position < bytes.length && bytes[position] == '"') {
            return text(start, position++);
        }
        StringBuilder result = new StringBuilder(text(start, position));
        while (position < bytes.length && bytes[position] != '"') {
            if (bytes[position] == '\\') {
                result.append(escaped());
                continue;
            }
            int from = position;
            while (position < bytes.length && bytes[position] != '"' && bytes[position] != '\\') {
                if (bytes[position] >= 0 && bytes[position] < 0x20) {
                    throw fault("a control character stands in a string");
                }
                position++;
            }
            result.append(text(from, position));
        }
        if (position >= bytes.length) {
            throw fault("a string has no end");
        }
        position++;
        requirePairedSurrogates(result);
        return result.toString();
    }

    private char escaped() {
        position++;
        if (position >= bytes.length) {
            throw fault("a string has no end");
        }
        return switch (bytes[position++]) {
            case '"' -> '"';
            case '\\' -> '\\';
            case '/' -> '/';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hexadecimal();
            default -> throw fault("an escape is none that JSON knows");
        };
    }

    private char hexadecimal() {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            int digit = position < bytes.length ? Character.digit(bytes[position], 16) : -1;
            if (digit < 0) {
                throw fault("an escape is none that JSON knows");
            }
            value = value * 16 + digit;
            position++;
        }
        return (char) value;
    }

    private void requirePairedSurrogates(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw fault("an escape is half a character");
            }
        }
    }

    /** A whole number from 0 to 2^63 - 1, without sign, fraction, exponent or leading zeros. */
    long number() {
        skipSpace();
        int start = position;
        long value = 0;
        while (position < bytes.length && bytes[position] >= '0' && bytes[position] <= '9') {
            int digit = bytes[position] - '0';
            if (value > (Long.MAX_VALUE - digit) / 10) {
                throw fault("a number is larger than 2^63 - 1");
            }
            value = value * 10 + digit;
            position++;
        }
        if (position == start) {
            throw unexpected("a whole number from 0");
        }
        if (position - start > 1 && bytes[start] == '0') {
            throw fault("a number has leading zeros");
        }
        if (position < bytes.length && (bytes[position] == '.' || bytes[position] == 'e' || bytes[position] == 'E')) {
            throw fault("a number is no whole number");
        }
        return value;
    }

    /** A fault at the present position. */
    SafetensorsException fault(String rule) {
        return new SafetensorsException(
                file,
                "header (byte %d)".formatted(position),
                rule + "\nMaybe the file is damaged: fetch or write it again.");
    }

    private SafetensorsException unexpected(String wanted) {
        if (position >= bytes.length) {
            return fault("it ends where " + wanted + " is wanted");
        }
        int found = bytes[position] & 0xff;
        String shown = found > 0x20 && found < 0x7f ? "'" + (char) found + "'" : "byte 0x%02x".formatted(found);
        return fault(shown + " stands where " + wanted + " is wanted");
    }

    private String text(int from, int to) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, to - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw fault("a string is not UTF-8");
        }
    }

    private void skipSpace() {
        while (position < bytes.length
                && (bytes[position] == ' '
                        || bytes[position] == '\n'
                        || bytes[position] == '\r'
                        || bytes[position] == '\t')) {
            position++;
        }
    }
}
