package io.dcsdk.drawing;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import io.dcsdk.drawing.Plot.LegendLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What adds up, in a column for each category: cost or carbon by source for each month or design. Parts below zero hang below
 * it. More than eight parts are drawn as the seven largest and the sum of the others. A column is labelled with its sum.
 *
 * @param title what it is
 * @param quantity what is drawn, with its unit
 * @param categories the columns, 1 to 24
 * @param layers the parts, at least one, each with a value for each category, the lowest first
 */
public record StackedColumns(
        String title, String quantity, ImmutableList<String> categories, ImmutableList<Layer> layers) implements Chart {
    private static final int HEIGHT = 346;
    private static final double PLOT_TOP = 66;
    private static final double PLOT_BOTTOM = 298;
    private static final int MOST = 24;
    private static final double WIDEST = 90;

    /**
     * Checks the lengths.
     *
     * @throws IllegalArgumentException if there are no parts or categories, too many of the latter, or lengths differ
     */
    public StackedColumns {
        if (layers.isEmpty() || categories.isEmpty() || categories.size() > MOST) {
            throw new IllegalArgumentException(
                    "parts and columns (%d and %d) of stacked columns: there must be some, and at most %d columns\nMaybe draw months."
                            .formatted(layers.size(), categories.size(), MOST));
        }
        Layers.requireLength("stacked columns", layers, categories.size());
    }

    @Override
    public String description() {
        List<String> columns = new ArrayList<>();
        for (int c = 0; c < categories.size(); c++) {
            int column = c;
            columns.add("%s %s (%s)"
                    .formatted(
                            categories.get(c),
                            ChartAxis.figure(sum(c)),
                            layers.stream()
                                    .filter(layer -> layer.at(column) != 0)
                                    .map(layer -> layer.name() + " " + ChartAxis.figure(layer.at(column)))
                                    .collect(Collectors.joining(", "))));
        }
        return "%s: %s.".formatted(quantity, String.join("; ", columns));
    }

    private double sum(int category) {
        return layers.stream().mapToDouble(layer -> layer.at(category)).sum();
    }

    @Override
    public int height() {
        return HEIGHT;
    }

    @Override
    public void draw(SvgDrawing drawing, double top) {
        ImmutableList<Layer> shown = Layers.atMost(ChartStyle.COLOURS, layers);
        double[] high = new double[categories.size()];
        double[] low = new double[categories.size()];
        for (Layer layer : shown) {
            for (int c = 0; c < high.length; c++) {
                high[c] += Math.max(0, layer.at(c));
                low[c] += Math.min(0, layer.at(c));
            }
        }
        double most = 0;
        double least = 0;
        for (int c = 0; c < high.length; c++) {
            most = Math.max(most, high[c]);
            least = Math.min(least, low[c]);
        }
        List<LegendLine> entries = new ArrayList<>();
        ImmutableIntArray colours = Layers.colours(shown);
        for (int k = 0; k < shown.size(); k++) {
            entries.add(
                    new LegendLine(Plot.Key.AREA, colours.get(k), shown.get(k).name()));
        }
        boolean isAbove = Plot.fitsAbove(entries);
        Plot plot = new Plot(
                drawing,
                Plot.LEFT,
                isAbove ? Plot.WIDE : Plot.RIGHT,
                top + (isAbove ? PLOT_TOP + 22 : PLOT_TOP),
                top + PLOT_BOTTOM,
                ChartAxis.fromZero(least, 1.06 * most, 6));
        Plot.title(drawing, top, title);
        plot.axis(quantity);
        double step = (plot.right() - plot.left()) / categories.size();
        double wide = Math.min(WIDEST, 0.72 * step);
        for (int c = 0; c < categories.size(); c++) {
            double middle = plot.left() + step * (c + 0.5);
            column(plot, shown, colours, c, middle - wide / 2, wide);
            label(plot, plot.up().near(sum(c)), middle, plot.y(high[c]) - 5, step);
        }
        plot.categories(categories);
        plot.base();
        if (isAbove) {
            plot.legendAbove(entries);
        } else {
            Collections.reverse(entries);
            plot.legend(entries);
        }
    }

    private static void column(
            Plot plot, List<Layer> shown, ImmutableIntArray colours, int category, double x, double wide) {
        double up = 0;
        double down = 0;
        for (int k = 0; k < shown.size(); k++) {
            double size = shown.get(k).at(category);
            double from = size >= 0 ? up : down;
            double upper = plot.y(Math.max(from, from + size));
            double lower = plot.y(Math.min(from, from + size));
            plot.drawing().rectangle("area fill" + colours.get(k), x, upper, wide, lower - upper);
            up += Math.max(0, size);
            down += Math.min(0, size);
        }
    }

    private static void label(Plot plot, String text, double x, double y, double room) {
        if (Plot.LETTER * text.length() <= room) {
            plot.drawing().text("label", x, y, "middle", text);
        }
    }
}
