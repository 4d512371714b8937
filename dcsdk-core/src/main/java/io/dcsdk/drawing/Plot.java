package io.dcsdk.drawing;

import java.util.List;

/** The rectangle of a chart that holds the data: its upright axis with grid and unit, its base, its legend. */
record Plot(SvgDrawing drawing, double left, double right, double top, double bottom, ChartAxis up) {
    static final double LEFT = 72;
    static final double RIGHT = 660;
    static final double WIDE = Chart.WIDTH - 24.0;
    /** About the width of a letter of 12 pixels, on the safe side. */
    static final double LETTER = 7;

    private static final int LONGEST_TITLE = 90;
    private static final int LONGEST_NAME = 24;
    private static final double LEGEND_LINE = 20;

    /** What a legend shows before a name. */
    enum Key {
        AREA,
        LINE,
        DEMAND
    }

    /** A line of a legend. */
    record LegendLine(Key key, int colour, String name) {}

    static void title(SvgDrawing drawing, double top, String title) {
        drawing.text("title", LEFT, top + 24, "start", shortened(title, LONGEST_TITLE));
    }

    double y(double value) {
        return bottom - (bottom - top) * up.place(value);
    }

    /** Grid, numbers and what they are; the latter stands above the axis. */
    void axis(String quantity) {
        drawing.text("label", left - 8, top - 10, "start", shortened(quantity, LONGEST_TITLE));
        List<String> labels = up.labels();
        for (int k = 0; k < labels.size(); k++) {
            double y = y(up.ticks().get(k).doubleValue());
            drawing.line("grid", left, y, right, y);
            drawing.text("label", left - 8, y + 4, "end", labels.get(k));
        }
        drawing.line("axis", left, top, left, bottom);
    }

    /** The line at zero, or at the low end of an axis without zero. */
    void base() {
        double y = up.low() <= 0 && up.high() >= 0 ? y(0) : bottom;
        drawing.line("axis", left, y, right, y);
    }

    void legend(List<LegendLine> entries) {
        for (int k = 0; k < entries.size(); k++) {
            LegendLine entry = entries.get(k);
            double x = right + 20;
            double y = top + LEGEND_LINE * k;
            switch (entry.key()) {
                case AREA -> drawing.rectangle("fill" + entry.colour(), x, y, 22, 12);
                case LINE -> drawing.line("line line" + entry.colour(), x, y + 6, x + 22, y + 6);
                case DEMAND -> drawing.line("demand", x, y + 6, x + 22, y + 6);
            }
            drawing.text("label", x + 29, y + 10, "start", shortened(entry.name(), LONGEST_NAME));
        }
    }

    /** Whether a legend fits into one line above the plot. */
    static boolean fitsAbove(List<LegendLine> entries) {
        return entries.stream().mapToDouble(Plot::length).sum() <= WIDE - LEFT;
    }

    private static double length(LegendLine entry) {
        return 48 + LETTER * Math.min(LONGEST_NAME, entry.name().length());
    }

    /** A legend in one line above the plot and above the name of its axis. */
    void legendAbove(List<LegendLine> entries) {
        double x = left;
        for (LegendLine entry : entries) {
            drawing.rectangle("fill" + entry.colour(), x, top - 46, 22, 12);
            drawing.text("label", x + 29, top - 36, "start", shortened(entry.name(), LONGEST_NAME));
            x += length(entry);
        }
    }

    /** Names below the base, in lines where they have several; long ones in turn on two heights, with twice the room. */
    void categories(List<String> names) {
        double step = (right - left) / names.size();
        int longest = names.stream()
                .flatMap(String::lines)
                .mapToInt(String::length)
                .max()
                .orElse(0);
        boolean isPlain = names.stream().allMatch(name -> name.lines().count() <= 1);
        boolean isInTurn = isPlain && LETTER * (longest + 1) > step;
        int letters = Math.max(2, (int) ((isInTurn ? 2 * step : step) / LETTER - 0.4));
        for (int c = 0; c < names.size(); c++) {
            double y = bottom + (isInTurn && c % 2 == 1 ? 34 : 18);
            for (String line : names.get(c).lines().limit(2).toList()) {
                drawing.text("label", left + step * (c + 0.5), y, "middle", shortened(line, letters));
                y += 16;
            }
        }
    }

    static String shortened(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
