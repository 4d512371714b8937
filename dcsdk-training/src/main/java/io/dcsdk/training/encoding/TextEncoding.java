package io.dcsdk.training.encoding;

import java.util.Arrays;
import java.util.List;

/**
 * The tokens of one running text, special tokens included, with their places in the original text: from start to before
 * end, counted in UTF-16 units (as {@link String} does) and in code points (as Python does). A special token has the place
 * 0 to 0 and the word number −1.
 */
public final class TextEncoding {
    /** The word number of a special token. */
    public static final int NO_WORD = -1;

    private final String text;
    private final int[] ids;
    private final List<String> tokens;
    private final int[] wordIndex;
    private final boolean[] special;
    private final int[] starts;
    private final int[] ends;
    private final int[] unitOf;

    private TextEncoding(
            String text,
            int[] ids,
            List<String> tokens,
            int[] wordIndex,
            boolean[] special,
            int[] starts,
            int[] ends,
            int[] unitOf) {
        this.text = text;
        this.ids = ids;
        this.tokens = tokens;
        this.wordIndex = wordIndex;
        this.special = special;
        this.starts = starts;
        this.ends = ends;
        this.unitOf = unitOf;
    }

    /**
     * Tokens with places in code points. The arrays are not copied.
     *
     * @param text the original text
     * @param ids token ids
     * @param tokens token texts
     * @param wordIndex word numbers, −1 for special tokens
     * @param special which tokens stand for no text
     * @param starts first code point of each token
     * @param ends code point after each token
     * @return the encoding
     * @throws EncodingException if lengths differ or a place lies outside the text
     */
    public static TextEncoding ofCodePoints(
            String text, int[] ids, List<String> tokens, int[] wordIndex, boolean[] special, int[] starts, int[] ends) {
        int size = ids.length;
        if (tokens.size() != size
                || wordIndex.length != size
                || special.length != size
                || starts.length != size
                || ends.length != size) {
            throw new EncodingException("parts of a text's encoding: differ in length\nMaybe give one for each token.");
        }
        int[] unitOf = unitsOfCodePoints(text);
        for (int i = 0; i < size; i++) {
            if (starts[i] < 0 || ends[i] < starts[i] || ends[i] >= unitOf.length) {
                throw new EncodingException(
                        "place (%d to %d) of token %s: lies outside a text of %d code points\nMaybe "
                                        .formatted(starts[i], ends[i], tokens.get(i), unitOf.length - 1)
                                + "the places count bytes or UTF-16 units.");
            }
        }
        return new TextEncoding(text, ids, List.copyOf(tokens), wordIndex, special, starts, ends, unitOf);
    }

    /** Index of the first UTF-16 unit of each code point, and of the end. */
    private static int[] unitsOfCodePoints(String text) {
        int[] units = new int[text.codePointCount(0, text.length()) + 1];
        int unit = 0;
        for (int point = 0; point < units.length; point++) {
            units[point] = unit;
            if (unit < text.length()) {
                unit += Character.charCount(text.codePointAt(unit));
            }
        }
        return units;
    }

    /**
     * How many tokens there are.
     *
     * @return from 0
     */
    public int size() {
        return ids.length;
    }

    /**
     * The text that was encoded.
     *
     * @return as it was given
     */
    public String text() {
        return text;
    }

    /**
     * A token's id.
     *
     * @param token its number in the row, from 0
     * @return the row of the vocabulary
     */
    public int id(int token) {
        return ids[token];
    }

    /**
     * All token ids.
     *
     * @return a fresh array
     */
    public int[] ids() {
        return ids.clone();
    }

    /**
     * The tokens as the vocabulary writes them.
     *
     * @return one each, in order
     */
    public List<String> tokens() {
        return tokens;
    }

    /**
     * The word that a token belongs to.
     *
     * @param token its number in the row, from 0
     * @return the number of its word as the tokenizer splits the text, from 0; {@link #NO_WORD} for special tokens
     */
    public int word(int token) {
        return wordIndex[token];
    }

    /**
     * Whether a token was added around the text.
     *
     * @param token its number in the row, from 0
     * @return true if it stands for no text
     */
    public boolean isSpecial(int token) {
        return special[token];
    }

    /**
     * Where a token starts.
     *
     * @param token its number in the row, from 0
     * @return index of its first UTF-16 unit in the text
     */
    public int start(int token) {
        return unitOf[starts[token]];
    }

    /**
     * Where a token ends.
     *
     * @param token its number in the row, from 0
     * @return index of the UTF-16 unit after it in the text
     */
    public int end(int token) {
        return unitOf[ends[token]];
    }

    /**
     * Where a token starts, in code points.
     *
     * @param token its number in the row, from 0
     * @return how many code points of the text lie before it
     */
    public int startCodePoint(int token) {
        return starts[token];
    }

    /**
     * Where a token ends, in code points.
     *
     * @param token its number in the row, from 0
     * @return how many code points of the text lie before its end
     */
    public int endCodePoint(int token) {
        return ends[token];
    }

    /**
     * The tokens that stand for text, ready for {@link Windows#over}.
     *
     * @return their ids and word numbers
     */
    public Subwords subwords() {
        int[] kept = new int[ids.length];
        int[] words = new int[ids.length];
        int size = 0;
        for (int token = 0; token < ids.length; token++) {
            if (!special[token]) {
                kept[size] = ids[token];
                words[size++] = wordIndex[token];
            }
        }
        return Subwords.of(Arrays.copyOf(kept, size), Arrays.copyOf(words, size));
    }
}
