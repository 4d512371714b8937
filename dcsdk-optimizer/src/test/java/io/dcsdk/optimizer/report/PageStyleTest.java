package io.dcsdk.optimizer.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.Contrast;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Pages can be read in light, in the dark and on paper. */
final class PageStyleTest {
    private static final int PARTS = 8;
    private static final Pattern COLOUR = Pattern.compile("--([a-z0-9]+): (#[0-9a-f]{6})");

    /** The colours of each :root of the sheet: light, dark, paper. */
    private static List<Map<String, String>> schemes() {
        return Pattern.compile(":root \\{([^}]*)}")
                .matcher(PageStyle.SHEET)
                .results()
                .map(root -> colours(root.group(1)))
                .toList();
    }

    private static Map<String, String> colours(String root) {
        Map<String, String> colours = new HashMap<>();
        Matcher found = COLOUR.matcher(root);
        while (found.find()) {
            colours.put(found.group(1), found.group(2));
        }
        return colours;
    }

    private static void assertContrast(Map<String, String> scheme, String ink, String ground, double least) {
        double contrast = Contrast.between(scheme.getOrDefault(ink, ""), scheme.getOrDefault(ground, ""));
        assertTrue(contrast >= least, "%s on %s: %s in %s".formatted(ink, ground, contrast, scheme));
    }

    @Test
    void lettersStandOutFromWhatTheyAreWrittenOn() {
        assertEquals(3, schemes().size(), "light, dark, paper");
        for (Map<String, String> scheme : schemes()) {
            for (String ink : List.of("ink", "faint", "accent")) {
                assertContrast(scheme, ink, "paper", Contrast.OF_TEXT);
                assertContrast(scheme, ink, "band", Contrast.OF_TEXT);
            }
        }
    }

    /** White on the orange of the second part had 4.49. */
    @Test
    void lettersWithinPartsOfABarStandOutFromIt() {
        for (Map<String, String> scheme : schemes()) {
            for (int part = 0; part < PARTS; part++) {
                assertContrast(scheme, "inside", "part" + part, Contrast.OF_TEXT);
            }
        }
    }

    @Test
    void barsStandOutFromThePage() {
        for (Map<String, String> scheme : schemes()) {
            assertContrast(scheme, "fill", "paper", Contrast.OF_SHAPES);
            assertContrast(scheme, "binding", "paper", Contrast.OF_SHAPES);
        }
    }
}
