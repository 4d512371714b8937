package io.dcsdk.training.record.chart;

import io.dcsdk.drawing.SvgDrawing;
import java.math.BigDecimal;
import java.util.List;

/** One system of axes with its lines and its legend, a line of text above it. */
final class Panel {
    private static final int MOST_MARKS = 60;
    private static final double MARK = 3.5;
    private static final double LETTER = 6.3;

    private final SvgDrawing drawing;
    private final Axis steps;
    private final Axis values;
    private final int left;
    private final int right;
    private final int top;
    private final int bottom;
    private double legend;

    /** Draws the grid and the labels on its left. */
    Panel(SvgDrawing drawing, Axis steps, Axis values, int left, int right, int top, int bottom) {
        this.drawing = drawing;
        this.steps = steps;
        this.values = values;
        this.left = left;
        this.right = right;
        this.top = top;
        this.bottom = bottom;
        this.legend = left;
        for (BigDecimal tick : values.ticks()) {
            double y = along(bottom, top, values.place(tick));
            drawing.line("grid", left, y, right, y);
            drawing.text("label", left - 8.0, y + 4, "end", Axis.label(tick));
        }
        for (BigDecimal tick : steps.ticks()) {
            double x = along(left, right, steps.place(tick));
            drawing.line("grid", x, top, x, bottom);
        }
        drawing.line("axis", left, top, left, bottom);
        drawing.line("axis", left, bottom, right, bottom);
    }

    /** Labels the steps below. */
    void labelSteps() {
        for (BigDecimal tick : steps.ticks()) {
            drawing.text("label", along(left, right, steps.place(tick)), bottom + 18.0, "middle", Axis.label(tick));
        }
        drawing.text("label", (left + right) / 2.0, bottom + 36.0, "middle", "step");
    }

    /** A line through points; one alone is a mark, for a line through it would not be seen. */
    void line(String style, List<Point> points) {
        if (points.size() > 1) {
            drawing.path("line " + style, corners(points));
        } else {
            marks(style, points);
        }
    }

    /** A line through points that are marked as well, unless the marks would run into each other. */
    void markedLine(String style, List<Point> points) {
        if (points.size() > 1) {
            drawing.path("line " + style, corners(points));
        }
        if (points.size() <= MOST_MARKS) {
            marks(style, points);
        }
    }

    private void marks(String style, List<Point> points) {
        points.forEach(point -> drawing.circle("mark " + style, x(point.step()), y(point.value()), MARK));
    }

    void ring(String style, Point point) {
        drawing.circle("ring " + style, x(point.step()), y(point.value()), 2 * MARK);
    }

    /** Explains a line. */
    void legendLine(String style, String text) {
        double y = top - 14.0;
        drawing.line("line " + style, legend, y, legend + 22, y);
        legendText(28, y, text);
    }

    /** Explains a ring. */
    void legendRing(String style, String text) {
        double y = top - 14.0;
        drawing.circle("ring " + style, legend + 8, y, 2 * MARK);
        legendText(22, y, text);
    }

    private void legendText(double gap, double y, String text) {
        drawing.text("label", legend + gap, y + 4, "start", text);
        legend += gap + LETTER * text.length() + 18;
    }

    private List<double[]> corners(List<Point> points) {
        return points.stream()
                .map(point -> new double[] {x(point.step()), y(point.value())})
                .toList();
    }

    private double x(double step) {
        return along(left, right, steps.place(step));
    }

    private double y(double value) {
        return along(bottom, top, values.place(value));
    }

    private static double along(int from, int to, double share) {
        return from + (to - from) * share;
    }
}
