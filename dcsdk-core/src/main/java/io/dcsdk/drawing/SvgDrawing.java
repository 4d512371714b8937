package io.dcsdk.drawing;

import java.util.List;

/**
 * Shapes and text as SVG elements, drawn without AWT. Coordinates are written with one decimal; colours come from a style
 * sheet by class. Text of any origin is safe: it is escaped, and what XML forbids becomes U+FFFD. Style names and the style
 * sheet are the programmer's and written as they are.
 */
public final class SvgDrawing {
    private final StringBuilder svg = new StringBuilder();

    /**
     * An empty page.
     *
     * @param width in pixels
     * @param height in pixels
     * @param title what readers without eyes are told
     * @param styleSheet CSS for the classes used; {@code page} is the background
     */
    public SvgDrawing(int width, int height, String title, String styleSheet) {
        begin(width, height, title);
        svg.append("<style>\n%s</style>\n".formatted(styleSheet));
        svg.append("<rect class=\"page\" width=\"%d\" height=\"%d\"/>\n".formatted(width, height));
    }

    /**
     * An empty page that also tells what it shows.
     *
     * @param width in pixels
     * @param height in pixels
     * @param title what readers without eyes are told first
     * @param description what the drawing shows, in words
     * @param styleSheet CSS for the classes used; {@code page} is the background
     */
    public SvgDrawing(int width, int height, String title, String description, String styleSheet) {
        begin(width, height, title);
        describe(description);
        svg.append("<style>\n%s</style>\n".formatted(styleSheet));
        svg.append("<rect class=\"page\" width=\"%d\" height=\"%d\"/>\n".formatted(width, height));
    }

    private SvgDrawing() {}

    /**
     * An empty drawing to stand in a page, whose style sheet colours it; without a background.
     *
     * @param width in pixels
     * @param height in pixels
     * @param title what readers without eyes are told first
     * @param description what the drawing shows, in words
     * @return the drawing
     */
    public static SvgDrawing inPage(int width, int height, String title, String description) {
        SvgDrawing drawing = new SvgDrawing();
        drawing.begin(width, height, title);
        drawing.describe(description);
        return drawing;
    }

    private void describe(String description) {
        svg.append("<desc>%s</desc>\n".formatted(escaped(description)));
    }

    private void begin(int width, int height, String title) {
        svg.append(
                ("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\""
                                + " font-family=\"sans-serif\" font-size=\"12\">\n<title>%s</title>\n")
                        .formatted(width, height, width, height, escaped(title)));
    }

    /**
     * Draws a straight line.
     *
     * @param style its class
     * @param fromX where it begins
     * @param fromY where it begins
     * @param toX where it ends
     * @param toY where it ends
     */
    public void line(String style, double fromX, double fromY, double toX, double toY) {
        svg.append("<line class=\"%s\" x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>\n"
                .formatted(style, number(fromX), number(fromY), number(toX), number(toY)));
    }

    /**
     * Draws a circle.
     *
     * @param style its class
     * @param x its centre
     * @param y its centre
     * @param radius its radius
     */
    public void circle(String style, double x, double y, double radius) {
        svg.append("<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%s\"/>\n"
                .formatted(style, number(x), number(y), number(radius)));
    }

    /**
     * Draws a line through points.
     *
     * @param style its class
     * @param corners pairs of coordinates
     */
    public void path(String style, List<double[]> corners) {
        corners("polyline", style, corners);
    }

    /**
     * Draws a surface within corners.
     *
     * @param style its class
     * @param corners pairs of coordinates, once around
     */
    public void area(String style, List<double[]> corners) {
        corners("polygon", style, corners);
    }

    private void corners(String element, String style, List<double[]> corners) {
        svg.append('<').append(element).append(" class=\"").append(style).append("\" points=\"");
        String space = "";
        for (double[] corner : corners) {
            svg.append(space).append(number(corner[0])).append(',').append(number(corner[1]));
            space = " ";
        }
        svg.append("\"/>\n");
    }

    /**
     * Draws a rectangle.
     *
     * @param style its class
     * @param x its left edge
     * @param y its upper edge
     * @param width not negative
     * @param height not negative
     */
    public void rectangle(String style, double x, double y, double width, double height) {
        svg.append("<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>\n"
                .formatted(style, number(x), number(y), number(width), number(height)));
    }

    /**
     * Draws many rectangles of one class as one element, which takes a quarter of the text.
     *
     * @param style their class
     * @param boxes left edge, upper edge, width and height of each
     */
    public void rectangles(String style, List<double[]> boxes) {
        svg.append("<path class=\"").append(style).append("\" d=\"");
        for (double[] box : boxes) {
            String width = number(box[2]);
            svg.append('M')
                    .append(number(box[0]))
                    .append(' ')
                    .append(number(box[1]))
                    .append('h')
                    .append(width)
                    .append('v')
                    .append(number(box[3]))
                    .append("h-")
                    .append(width)
                    .append('z');
        }
        svg.append("\"/>\n");
    }

    /**
     * Writes text.
     *
     * @param style its class
     * @param x where it is anchored
     * @param y its base line
     * @param anchor {@code start}, {@code middle} or {@code end}
     * @param text any text
     */
    public void text(String style, double x, double y, String anchor, String text) {
        svg.append("<text class=\"%s\" x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>\n"
                .formatted(style, number(x), number(y), anchor, escaped(text)));
    }

    /**
     * Text as it may stand in XML and HTML, in elements and in quoted attributes.
     *
     * @param text any text
     * @return the text with markup escaped; what XML 1.0 forbids even when escaped becomes U+FFFD
     */
    public static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(character -> {
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(isAllowed(character) ? character : 0xfffd);
            }
        });
        return escaped.toString();
    }

    /** Production Char of XML 1.0, less the control characters that are only discouraged. */
    private static boolean isAllowed(int character) {
        return character == '\t'
                || character == '\n'
                || (character >= 0x20 && character < 0x7f)
                || (character >= 0xa0 && character < 0xd800)
                || (character >= 0xe000 && character < 0xfffe)
                || character >= 0x10000;
    }

    private static String number(double value) {
        long tenths = Math.round(value * 10);
        long rest = Math.abs(tenths % 10);
        String whole = (tenths < 0 ? "-" : "") + Math.abs(tenths) / 10;
        return rest == 0 ? whole : whole + "." + rest;
    }

    /**
     * The drawing as a document.
     *
     * @return SVG
     */
    public String end() {
        return svg + "</svg>\n";
    }
}
