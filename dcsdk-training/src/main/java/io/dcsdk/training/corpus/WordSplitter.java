package io.dcsdk.training.corpus;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits text into words. White space (Unicode's, no-break spaces and control characters too) separates and belongs to no
 * word; a punctuation mark or symbol of ASCII, another character of Unicode's punctuation, and an ideograph is a word by
 * itself; everything between is a word, so an emoji with its joiners stays whole unless letters touch it.
 */
public final class WordSplitter {
    private WordSplitter() {}

    /**
     * A word and where it stands.
     *
     * @param text the word, not empty
     * @param start its first character (UTF-16 unit) in the text, from 0
     * @param end the character behind it
     */
    public record Word(String text, int start, int end) {}

    /**
     * The words of a text.
     *
     * @param text any text
     * @return the words in their order; what lies between them is white space only
     */
    public static List<Word> split(String text) {
        List<Word> words = new ArrayList<>();
        int start = 0;
        int next = 0;
        while (next < text.length()) {
            int character = text.codePointAt(next);
            int end = next + Character.charCount(character);
            boolean space = isSpace(character);
            if (space || standsAlone(character)) {
                add(words, text, start, next);
                if (!space) {
                    add(words, text, next, end);
                }
                start = end;
            }
            next = end;
        }
        add(words, text, start, next);
        return List.copyOf(words);
    }

    private static void add(List<Word> words, String text, int start, int end) {
        if (end > start) {
            words.add(new Word(text.substring(start, end), start, end));
        }
    }

    private static boolean isSpace(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character);
    }

    private static boolean standsAlone(int character) {
        if (character < 0x80) {
            return !Character.isLetterOrDigit(character);
        }
        return switch (Character.getType(character)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> Character.isIdeographic(character);
        };
    }
}
