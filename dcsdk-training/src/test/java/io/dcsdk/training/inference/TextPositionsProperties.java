package io.dcsdk.training.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

final class TextPositionsProperties {
    @Property
    void theTwoCountsAreInverse(
            @ForAll @StringLength(max = 12) @CharRange(from = 'a', to = 'c') @CharRange(from = '\uD83C', to = '\uDC04')
                    String text) {
        TextPositions positions = TextPositions.of(text);
        assertEquals(text.codePointCount(0, text.length()), positions.length());
        for (int i = 0; i <= positions.length(); i++) {
            assertEquals(text.offsetByCodePoints(0, i), positions.utf16(i));
            assertEquals(i, positions.codePoint(positions.utf16(i)));
            assertEquals(text.substring(0, positions.utf16(i)), positions.slice(0, i));
        }
        for (int unit = 0; unit <= text.length(); unit++) {
            int back = positions.utf16(positions.codePoint(unit));
            assertEquals(unit, back + (insidePair(text, unit) ? 1 : 0));
        }
        assertThrows(InferenceException.class, () -> positions.utf16(positions.length() + 1));
        assertThrows(InferenceException.class, () -> positions.utf16(-1));
        assertThrows(InferenceException.class, () -> positions.codePoint(text.length() + 1));
        assertThrows(InferenceException.class, () -> positions.codePoint(-1));
    }

    private static boolean insidePair(String text, int unit) {
        return unit > 0 && unit < text.length() && Character.isSurrogatePair(text.charAt(unit - 1), text.charAt(unit));
    }
}
