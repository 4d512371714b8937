package io.dcsdk.drawing;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Colours keep apart for every kind of colour vision. What dichromats see is simulated with the matrices of G. M. Machado, M. M.
 * Oliveira, L. A. F. Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency" (2009), severity 1.
 */
final class ChartColoursTest {
    private static final double[][] NORMAL = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    private static final double[][] PROTANOPIA = {
        {0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}
    };
    private static final double[][] DEUTERANOPIA = {
        {0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}
    };
    private static final double[][] TRITANOPIA = {
        {1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}
    };

    private static double[] linear(String colour) {
        double[] rgb = new double[3];
        for (int i = 0; i < 3; i++) {
            double value = Integer.parseInt(colour, 1 + 2 * i, 3 + 2 * i, 16) / 255.0;
            rgb[i] = value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
        }
        return rgb;
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[3];
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                product[i] += matrix[i][j] * vector[j];
            }
            product[i] = Math.max(0, Math.min(1, product[i]));
        }
        return product;
    }

    /** CIE L*a*b* under D65. */
    private static double[] lab(double[] rgb) {
        double x = f((0.4124564 * rgb[0] + 0.3575761 * rgb[1] + 0.1804375 * rgb[2]) / 0.95047);
        double y = f(0.2126729 * rgb[0] + 0.7151522 * rgb[1] + 0.0721750 * rgb[2]);
        double z = f((0.0193339 * rgb[0] + 0.1191920 * rgb[1] + 0.9503041 * rgb[2]) / 1.08883);
        return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double f(double t) {
        return t > 216.0 / 24389 ? Math.cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    }

    private static double apart(double[] one, double[] other) {
        return Math.sqrt(
                Math.pow(one[0] - other[0], 2) + Math.pow(one[1] - other[1], 2) + Math.pow(one[2] - other[2], 2));
    }

    private static final String LIGHT = ChartStyle.SHEET.substring(0, ChartStyle.SHEET.indexOf("@media"));
    private static final String DARK = ChartStyle.SHEET.substring(ChartStyle.SHEET.indexOf("@media"));

    private static Optional<String> colour(String sheet, String name) {
        Matcher matcher = Pattern.compile("\\." + name + " \\{ (?:fill|stroke): (#[0-9a-f]{6})")
                .matcher(sheet);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static List<String> colours(String kind, int count, boolean dark) {
        return IntStream.range(0, count)
                .mapToObj(k -> colour(dark ? DARK : LIGHT, kind + k)
                        .or(() -> colour(LIGHT, kind + k))
                        .orElseThrow())
                .toList();
    }

    @Test
    void fillsKeepApartForEveryEye() {
        for (boolean dark : new boolean[] {false, true}) {
            List<String> fills = colours("fill", ChartStyle.COLOURS, dark);
            for (double[][] eye : List.of(NORMAL, PROTANOPIA, DEUTERANOPIA, TRITANOPIA)) {
                for (int i = 0; i < fills.size(); i++) {
                    for (int j = 0; j < i; j++) {
                        double distance =
                                apart(lab(times(eye, linear(fills.get(i)))), lab(times(eye, linear(fills.get(j)))));
                        // A just noticeable difference is about 2.3.
                        assertTrue(distance > 12, fills.get(i) + " " + fills.get(j) + " " + distance);
                    }
                }
            }
        }
    }

    @Test
    void gapsOfHeatMapsKeepApartFromTheScaleAndThePageForEveryEye() {
        for (boolean dark : new boolean[] {false, true}) {
            String gap = colour(dark ? DARK : LIGHT, "gap").orElseThrow();
            List<String> others = new ArrayList<>(colours("heat", ChartStyle.HEATS, dark));
            others.add(colour(dark ? DARK : LIGHT, "page").orElseThrow());
            for (double[][] eye : List.of(NORMAL, PROTANOPIA, DEUTERANOPIA, TRITANOPIA)) {
                for (String other : others) {
                    double distance = apart(lab(times(eye, linear(gap))), lab(times(eye, linear(other))));
                    assertTrue(distance > 12, gap + " " + other + " " + distance);
                }
            }
        }
    }

    /** Contrast as the Web Content Accessibility Guidelines 2.2 define it. */
    private static double contrast(String one, String other) {
        double[] light = {luminance(one), luminance(other)};
        return (Math.max(light[0], light[1]) + 0.05) / (Math.min(light[0], light[1]) + 0.05);
    }

    private static double luminance(String colour) {
        double[] rgb = linear(colour);
        return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
    }

    @Test
    void linesAndLettersStandOutFromTheirPage() {
        for (boolean dark : new boolean[] {false, true}) {
            String sheet = dark ? DARK : LIGHT;
            String page = colour(sheet, "page").orElseThrow();
            List<String> lines = new ArrayList<>(colours("line", ChartStyle.COLOURS, dark));
            lines.add(colour(sheet, "axis").orElseThrow());
            for (String line : lines) {
                assertTrue(contrast(line, page) >= 3, line + " " + contrast(line, page));
            }
            for (String letters : List.of("title", "label")) {
                String ink = colour(sheet, letters).orElseThrow();
                assertTrue(contrast(ink, page) >= 4.5, letters + " " + contrast(ink, page));
            }
        }
    }

    @Test
    void demandAndMeanAreDrawnInTheInkOfTitlesInTheDarkAsWell() {
        for (String line : List.of("demand", "mean")) {
            assertTrue(
                    DARK.contains(".%s { stroke: %s }"
                            .formatted(line, colour(DARK, "title").orElseThrow())),
                    line);
        }
    }

    @Test
    void heatRisesEvenlyInLightnessForEveryEye() {
        List<String> heats = colours("heat", ChartStyle.HEATS, false);
        for (double[][] eye : List.of(NORMAL, PROTANOPIA, DEUTERANOPIA, TRITANOPIA)) {
            double last = -1;
            for (String heat : heats) {
                double lightness = lab(times(eye, linear(heat)))[0];
                assertTrue(lightness > last + 3, heat + " " + lightness + " " + last);
                last = lightness;
            }
        }
    }
}
