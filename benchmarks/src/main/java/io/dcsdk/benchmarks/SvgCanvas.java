package io.dcsdk.benchmarks;

import java.util.List;
import java.util.Locale;

/** A white page for the charts of the reports; text must be free of markup. */
public final class SvgCanvas {
    private final StringBuilder svg = new StringBuilder();

    /**
     * An empty page.
     *
     * @param width its width
     * @param height its height
     */
    public SvgCanvas(int width, int height) {
        svg.append(("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %2$d\" font-family=\"sans-serif\""
                        + " font-size=\"13\">\n<rect width=\"%1$d\" height=\"%2$d\" fill=\"white\"/>\n")
                .formatted(width, height));
    }

    /**
     * Draws a straight line.
     *
     * @param fromX where it begins
     * @param fromY where it begins
     * @param toX where it ends
     * @param toY where it ends
     * @param colour its colour
     * @param width its width
     */
    public void line(double fromX, double fromY, double toX, double toY, String colour, int width) {
        svg.append("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\" stroke-width=\"%d\"/>\n"
                .formatted(number(fromX), number(fromY), number(toX), number(toY), colour, width));
    }

    /**
     * Draws a line through points.
     *
     * @param points pairs of coordinates
     * @param colour its colour
     */
    public void path(List<double[]> points, String colour) {
        StringBuilder pairs = new StringBuilder();
        for (double[] point : points) {
            pairs.append(number(point[0])).append(',').append(number(point[1])).append(' ');
        }
        svg.append("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>\n"
                .formatted(pairs.toString().strip(), colour));
    }

    /**
     * Draws a point.
     *
     * @param x its place
     * @param y its place
     * @param colour its colour
     */
    public void point(double x, double y, String colour) {
        svg.append("<circle cx=\"%s\" cy=\"%s\" r=\"4\" fill=\"%s\"/>\n".formatted(number(x), number(y), colour));
    }

    /**
     * Draws a point as a ring.
     *
     * @param x its place
     * @param y its place
     * @param colour its colour
     */
    public void ring(double x, double y, String colour) {
        svg.append("<circle cx=\"%s\" cy=\"%s\" r=\"3.5\" fill=\"white\" stroke=\"%s\" stroke-width=\"1.5\"/>\n"
                .formatted(number(x), number(y), colour));
    }

    /**
     * Writes text.
     *
     * @param x where it is anchored
     * @param y its base line
     * @param anchor {@code start}, {@code middle} or {@code end}
     * @param colour its colour
     * @param text the text
     */
    public void text(double x, double y, String anchor, String colour, String text) {
        svg.append("<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" fill=\"%s\">%s</text>\n"
                .formatted(number(x), number(y), anchor, colour, text));
    }

    /**
     * The drawing so far as a document.
     *
     * @return SVG
     */
    public String document() {
        return svg + "</svg>\n";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
