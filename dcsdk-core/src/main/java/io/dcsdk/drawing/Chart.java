package io.dcsdk.drawing;

import java.util.List;

/** A picture of numbers, {@value #WIDTH} pixels wide. Equal charts give equal text. */
public interface Chart {
    /** Width of every chart, in pixels. */
    int WIDTH = 880;

    /**
     * What it is.
     *
     * @return any text
     */
    String title();

    /**
     * What it shows, in words with its figures, for readers without eyes.
     *
     * @return any text
     */
    String description();

    /**
     * How tall it is.
     *
     * @return in pixels
     */
    int height();

    /**
     * Draws it, its title included.
     *
     * @param drawing a drawing with the style sheet of charts
     * @param top its upper edge
     */
    void draw(SvgDrawing drawing, double top);

    /**
     * The chart alone.
     *
     * @return an SVG document that needs nothing else, in light or dark colours as the reader prefers
     */
    default String toSvg() {
        return below(title(), List.of(this));
    }

    /**
     * Charts below each other.
     *
     * @param title what they are together, any text
     * @param charts at least one
     * @return an SVG document that needs nothing else
     */
    static String below(String title, List<Chart> charts) {
        int height = charts.stream().mapToInt(Chart::height).sum();
        String description = String.join(
                " ",
                charts.stream()
                        .map(chart -> chart.title().equals(title)
                                ? chart.description()
                                : "%s: %s".formatted(chart.title(), chart.description()))
                        .toList());
        SvgDrawing drawing = new SvgDrawing(WIDTH, height, title, description, ChartStyle.SHEET);
        double top = 0;
        for (Chart chart : charts) {
            chart.draw(drawing, top);
            top += chart.height();
        }
        return drawing.end();
    }
}
