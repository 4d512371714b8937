package io.dcsdk.optimizer;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far two colours are apart for the eye, as the Web Content Accessibility Guidelines 2.2 define it. */
public final class Contrast {
    /** What letters need. */
    public static final double OF_TEXT = 4.5;

    /** What lines and shapes need. */
    public static final double OF_SHAPES = 3;

    private Contrast() {}

    /**
     * The contrast of two colours.
     *
     * @param one such as #0d1117
     * @param other such as #e6edf3
     * @return 1 for equal ones up to 21 for black on white
     */
    public static double between(String one, String other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    /**
     * The contrast of a class of a picture with its page, the lesser of that in light and in the dark.
     *
     * @param svg a picture with a style sheet that begins in light
     * @param name of the class
     * @return 1 to 21
     */
    public static double withPage(String svg, String name) {
        int dark = svg.indexOf("@media");
        String night = svg.substring(dark);
        String day = svg.substring(0, dark);
        return Math.min(
                between(fill(day, "page").orElseThrow(), fill(day, name).orElseThrow()),
                between(
                        fill(night, "page").orElseThrow(),
                        fill(night, name).or(() -> fill(day, name)).orElseThrow()));
    }

    private static Optional<String> fill(String sheet, String name) {
        Matcher found =
                Pattern.compile("\\." + name + " \\{ fill: (#[0-9a-f]{6})").matcher(sheet);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static double luminance(String colour) {
        return 0.2126 * linear(colour, 1) + 0.7152 * linear(colour, 3) + 0.0722 * linear(colour, 5);
    }

    private static double linear(String colour, int from) {
        double value = Integer.parseInt(colour, from, from + 2, 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
