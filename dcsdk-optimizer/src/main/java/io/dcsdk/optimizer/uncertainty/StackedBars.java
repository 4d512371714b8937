package io.dcsdk.optimizer.uncertainty;

import io.dcsdk.drawing.SvgDrawing;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Bars of parts on top of each other, with an axis, a legend and a name below each bar. The same input gives the same
 * text.
 *
 * @param title what the picture shows
 * @param unit what the axis counts
 * @param parts name of each part, at most {@value #MOST_PARTS}
 * @param bars the bars, from left to right
 */
record StackedBars(String title, String unit, List<String> parts, List<Bar> bars) {
    static final int MOST_PARTS = 6;
    static final int WIDTH = 760;
    static final int HEIGHT = 440;

    private static final int LEFT = 84;
    private static final int RIGHT = 730;
    private static final int TOP = 96;
    private static final int BOTTOM = 380;
    private static final int MOST_LABEL = 24;
    private static final int MOST_TITLE = 90;
    private static final String STYLE_SHEET = """
            .page { fill: #ffffff } .title { fill: #1f2328; font-size: 15px } .label { fill: #424a53 }
            .grid { stroke: #e3e7eb } .axis { stroke: #6e7781 }
            .part0 { fill: #1b6ca8 } .part1 { fill: #e08a2b } .part2 { fill: #5a9e4b } .part3 { fill: #a855a0 }
            .part4 { fill: #c8553d } .part5 { fill: #6e7781 }
            @media (prefers-color-scheme: dark) {
            .page { fill: #0d1117 } .title { fill: #e6edf3 } .label { fill: #b1bac4 } .grid { stroke: #262c34 }
            }
            """;

    /**
     * A bar.
     *
     * @param label its name
     * @param sizes the size of each part, not negative
     */
    record Bar(String label, List<Double> sizes) {
        double height() {
            return sizes.stream().mapToDouble(size -> size).sum();
        }
    }

    private String description() {
        return bars.stream()
                .map(bar -> "%s %s of %s".formatted(bar.label(), number(bar.height()), parts(bar)))
                .collect(Collectors.joining("; ", unit + ": ", "."));
    }

    private String parts(Bar bar) {
        return IntStream.range(0, bar.sizes().size())
                .mapToObj(part -> parts.get(part) + " " + number(bar.sizes().get(part)))
                .collect(Collectors.joining(", "));
    }

    String toSvg() {
        SvgDrawing drawing = new SvgDrawing(WIDTH, HEIGHT, title, description(), STYLE_SHEET);
        drawing.text("title", LEFT, 30, "start", cut(title, MOST_TITLE));
        double most = bars.stream().mapToDouble(Bar::height).max().orElse(0);
        double step = step(most > 0 ? most : 1);
        double top = step * Math.max(1, Math.ceil(most / step - 1e-9));
        for (int tick = 0; tick * step <= top * (1 + 1e-9); tick++) {
            double y = BOTTOM - (BOTTOM - TOP) * tick * step / top;
            drawing.line(tick == 0 ? "axis" : "grid", LEFT, y, RIGHT, y);
            drawing.text("label", LEFT - 8.0, y + 4, "end", number(tick * step));
        }
        drawing.text("label", LEFT, TOP - 14.0, "start", unit);
        legend(drawing);
        double room = (double) (RIGHT - LEFT) / Math.max(1, bars.size());
        for (int k = 0; k < bars.size(); k++) {
            Bar bar = bars.get(k);
            double width = Math.min(80, room * 0.6);
            double centre = LEFT + room * (k + 0.5);
            double y = BOTTOM;
            for (int part = 0; part < bar.sizes().size(); part++) {
                double height = (BOTTOM - TOP) * bar.sizes().get(part) / top;
                y -= height;
                drawing.rectangle("part" + part % MOST_PARTS, centre - width / 2, y, width, height);
            }
            // Names that would run into each other stand on two lines in turn.
            double line = bars.size() > 4 && k % 2 == 1 ? 34 : 18;
            drawing.text("label", centre, BOTTOM + line, "middle", cut(bar.label(), MOST_LABEL));
        }
        return drawing.end();
    }

    private void legend(SvgDrawing drawing) {
        double x = LEFT;
        for (int part = 0; part < parts.size(); part++) {
            drawing.rectangle("part" + part % MOST_PARTS, x, 48, 12, 12);
            String name = cut(parts.get(part), MOST_LABEL);
            drawing.text("label", x + 18, 58, "start", name);
            x += 36 + 7.0 * name.length();
        }
    }

    /** One, two or five times a power of ten, with four to ten steps up to the largest bar. */
    private static double step(double most) {
        double power = Math.pow(10, Math.floor(Math.log10(most / 4)));
        for (double digit : new double[] {1, 2, 5}) {
            if (most / (digit * power) <= 6) {
                return digit * power;
            }
        }
        return 10 * power;
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.4g", value);
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
