package io.dcsdk.training.inference;

import java.util.Arrays;

/** Translates between positions in a text that count code points and positions that count UTF-16 units. */
public final class TextPositions {
    private final String text;
    /** {@code utf16[i]} is where code point i begins; its last element is the length of the text. */
    private final int[] utf16;

    private TextPositions(String text, int[] utf16) {
        this.text = text;
        this.utf16 = utf16;
    }

    /**
     * The positions of a text. Half of a surrogate pair that lacks the other counts as a code point.
     *
     * @param text any text
     * @return its positions
     */
    public static TextPositions of(String text) {
        int[] utf16 = new int[text.codePointCount(0, text.length()) + 1];
        int unit = 0;
        for (int i = 0; i < utf16.length - 1; i++) {
            utf16[i] = unit;
            unit += Character.charCount(text.codePointAt(unit));
        }
        utf16[utf16.length - 1] = unit;
        return new TextPositions(text, utf16);
    }

    /**
     * The text's length.
     *
     * @return code points
     */
    public int length() {
        return utf16.length - 1;
    }

    /**
     * The position in UTF-16 units.
     *
     * @param codePoint code points before it, from 0 to {@link #length()}
     * @return UTF-16 units before it
     * @throws InferenceException if it is outside the text
     */
    public int utf16(int codePoint) {
        if (codePoint < 0 || codePoint > length()) {
            throw outside(codePoint, length(), "code points");
        }
        return utf16[codePoint];
    }

    /**
     * The position in code points.
     *
     * @param unit UTF-16 units before it, from 0 to the string's length; within a pair it counts as before the pair
     * @return code points before it
     * @throws InferenceException if it is outside the text
     */
    public int codePoint(int unit) {
        if (unit < 0 || unit > text.length()) {
            throw outside(unit, text.length(), "UTF-16 units");
        }
        int found = Arrays.binarySearch(utf16, unit);
        return found >= 0 ? found : -found - 2;
    }

    /**
     * A part of the text.
     *
     * @param start code points before it
     * @param end code points before its end, at least {@code start}
     * @return the part
     * @throws InferenceException if it is not within the text
     */
    public String slice(int start, int end) {
        if (start > end) {
            throw new InferenceException("span (" + start + " to " + end
                    + ") of the text: ends before it begins\nMaybe the offsets belong to another text.");
        }
        return text.substring(utf16(start), utf16(end));
    }

    private static InferenceException outside(int position, int length, String unit) {
        return new InferenceException("position (" + position + ") of the text: not from 0 to its " + length + " "
                + unit + "\nMaybe the offsets belong to another text.");
    }
}
