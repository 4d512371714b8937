package io.dcsdk.drawing;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import io.dcsdk.drawing.Plot.LegendLine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * For each series, which value is reached for how much of the time: its values from the largest to the smallest. Of more than
 * eight the eight largest are drawn; the description has all.
 *
 * @param title what it is
 * @param quantity what is drawn, with its unit
 * @param layers at least one, all of one length
 * @param weights how much each step counts, above zero, of the same length
 * @param line what to compare them with, drawn as the line of stacked areas is, of the same length
 */
public record DurationChart(
        String title, String quantity, ImmutableList<Layer> layers, Layer weights, Optional<Layer> line)
        implements Chart {
    private static final int HEIGHT = 348;
    private static final double PLOT_TOP = 62;
    private static final double PLOT_BOTTOM = 296;
    private static final int MOST_CORNERS = 480;
    private static final int MOST_NOTED = 3;

    /**
     * Checks the lengths.
     *
     * @throws IllegalArgumentException if there is no layer, one has another length, or a weight is not above zero
     */
    public DurationChart {
        if (layers.isEmpty() || !(weights.least() > 0)) {
            throw new IllegalArgumentException(
                    "layers (%d) of duration chart: there is none, or a weight of zero\nMaybe use 1 for hours."
                            .formatted(layers.size()));
        }
        Layers.requireLength("duration chart", layers, weights.length());
        Layers.requireLength("duration chart", line.stream().toList(), weights.length());
    }

    /**
     * A chart without a line to compare with.
     *
     * @param title what it is
     * @param quantity what is drawn, with its unit
     * @param layers at least one, all of one length
     * @param weights how much each step counts, above zero, of the same length
     * @throws IllegalArgumentException if there is no layer, one has another length, or a weight is not above zero
     */
    public DurationChart(String title, String quantity, ImmutableList<Layer> layers, Layer weights) {
        this(title, quantity, layers, weights, Optional.empty());
    }

    @Override
    public String description() {
        return "%s in order of size: %s."
                .formatted(
                        quantity,
                        Stream.concat(line.stream(), layers.stream())
                                .map(layer -> "%s at most %s, half of the time at least %s, always at least %s"
                                        .formatted(
                                                layer.name(),
                                                ChartAxis.figure(layer.most()),
                                                ChartAxis.figure(half(layer)),
                                                ChartAxis.figure(layer.least())))
                                .collect(Collectors.joining("; ")));
    }

    private double half(Layer layer) {
        double passed = 0;
        double whole = weights.size();
        for (int i : order(layer)) {
            passed += weights.at(i);
            if (passed >= whole / 2) {
                return layer.at(i);
            }
        }
        return layer.least();
    }

    private static List<Integer> order(Layer layer) {
        return IntStream.range(0, layer.length())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> layer.at(i)).reversed())
                .toList();
    }

    @Override
    public int height() {
        return HEIGHT;
    }

    @Override
    public void draw(SvgDrawing drawing, double top) {
        ImmutableList<Layer> shown = Layers.largest(ChartStyle.COLOURS, layers);
        List<Layer> drawn = Stream.concat(line.stream(), shown.stream()).toList();
        double most = drawn.stream().mapToDouble(Layer::most).max().orElseThrow();
        double least = drawn.stream().mapToDouble(Layer::least).min().orElseThrow();
        Plot plot = new Plot(
                drawing, Plot.LEFT, Plot.RIGHT, top + PLOT_TOP, top + PLOT_BOTTOM, ChartAxis.fromZero(least, most, 6));
        Plot.title(drawing, top, title);
        plot.axis(quantity);
        plot.base();
        for (int percent = 0; percent <= 100; percent += 10) {
            double x = plot.left() + (plot.right() - plot.left()) * percent / 100;
            drawing.line("axis", x, plot.bottom(), x, plot.bottom() + 5);
            drawing.text("label", x, plot.bottom() + 18, "middle", String.valueOf(percent));
        }
        drawing.text("label", (plot.left() + plot.right()) / 2, plot.bottom() + 38, "middle", "Share of the time in %");
        List<LegendLine> entries = new ArrayList<>();
        line.ifPresent(layer -> {
            drawing.path("demand", curve(plot, layer));
            entries.add(new LegendLine(Plot.Key.DEMAND, 0, layer.name()));
        });
        ImmutableIntArray colours = Layers.colours(shown);
        for (int k = 0; k < shown.size(); k++) {
            drawing.path("line line" + colours.get(k), curve(plot, shown.get(k)));
            entries.add(
                    new LegendLine(Plot.Key.LINE, colours.get(k), shown.get(k).name()));
        }
        plot.legend(entries);
        omitted(plot, shown, entries.size());
    }

    private void omitted(Plot plot, List<Layer> shown, int lines) {
        List<String> left = layers.stream()
                .filter(layer -> !shown.contains(layer))
                .map(Layer::name)
                .toList();
        for (int k = 0; k < Math.min(left.size(), MOST_NOTED); k++) {
            boolean isLast = k == MOST_NOTED - 1 && left.size() > MOST_NOTED;
            String text = isLast ? "%d more".formatted(left.size() - k) : left.get(k);
            plot.drawing()
                    .text(
                            "label",
                            plot.right() + 20,
                            plot.top() + 20 * (lines + k) + 10,
                            "start",
                            Plot.shortened("not drawn: " + text, 28));
        }
    }

    /** A stair of not too many corners; its first and last values are the extremes. */
    private List<double[]> curve(Plot plot, Layer layer) {
        List<Integer> order = order(layer);
        double whole = weights.size();
        double wide = plot.right() - plot.left();
        double closest = wide / MOST_CORNERS;
        List<double[]> corners = new ArrayList<>();
        double passed = 0;
        double drawnX = Double.NEGATIVE_INFINITY;
        double drawnY = Double.NaN;
        for (int rank = 0; rank < order.size(); rank++) {
            double x = plot.left() + wide * passed / whole;
            double y = plot.y(layer.at(order.get(rank)));
            passed += weights.at(order.get(rank));
            if (rank == order.size() - 1 || (y != drawnY && x - drawnX >= closest)) {
                if (!corners.isEmpty()) {
                    corners.add(new double[] {x, drawnY});
                }
                corners.add(new double[] {x, y});
                drawnX = x;
                drawnY = y;
            }
        }
        corners.add(new double[] {plot.right(), drawnY});
        return corners;
    }
}
