package io.dcsdk.drawing;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import io.dcsdk.drawing.Plot.LegendLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What adds up, step by step, as stacked areas, and a line to compare it with: what brings power above zero, what takes it
 * below. More than eight layers are drawn as the seven largest and the sum of the others.
 *
 * @param title what it is
 * @param quantity what is drawn, with its unit
 * @param ticks marks of the time axis, in steps from 0 to the length of the layers
 * @param layers at least one, all of one length, the lowest first
 * @param line of the same length
 */
public record StackedAreaChart(
        String title, String quantity, ImmutableList<Tick> ticks, ImmutableList<Layer> layers, Layer line)
        implements Chart {
    private static final int HEIGHT = 372;
    private static final double PLOT_TOP = 62;
    private static final double PLOT_BOTTOM = 336;

    /**
     * A mark of the time axis.
     *
     * @param position in steps
     * @param label what it says, short
     */
    public record Tick(double position, String label) {}

    /**
     * Checks the lengths.
     *
     * @throws IllegalArgumentException if there is no layer, one has another length, or a tick is outside
     */
    public StackedAreaChart {
        if (layers.isEmpty()) {
            throw new IllegalArgumentException(
                    "layers () of stacked areas: there is none\nMaybe nothing brings power at this node.");
        }
        Layers.requireLength("stacked areas", layers, line.length());
        for (Tick tick : ticks) {
            if (!(tick.position() >= 0 && tick.position() <= line.length())) {
                throw new IllegalArgumentException(
                        "tick (%s at %s) of stacked areas: it is outside the %d steps\nMaybe count steps from 0."
                                .formatted(tick.label(), tick.position(), line.length()));
            }
        }
    }

    @Override
    public String description() {
        return "%s over %d steps: %s."
                .formatted(
                        quantity,
                        line.length(),
                        Stream.concat(layers.stream(), Stream.of(line))
                                .map(Layer::describe)
                                .collect(Collectors.joining("; ")));
    }

    @Override
    public int height() {
        return HEIGHT;
    }

    @Override
    public void draw(SvgDrawing drawing, double top) {
        ImmutableList<Layer> shown = Layers.atMost(ChartStyle.COLOURS, layers);
        double[] highest = new double[line.length()];
        double[] lowest = new double[line.length()];
        for (Layer layer : shown) {
            for (int t = 0; t < highest.length; t++) {
                highest[t] += Math.max(0, layer.at(t));
                lowest[t] += Math.min(0, layer.at(t));
            }
        }
        double most = line.most();
        double least = line.least();
        for (int t = 0; t < highest.length; t++) {
            most = Math.max(most, highest[t]);
            least = Math.min(least, lowest[t]);
        }
        Plot plot = new Plot(
                drawing, Plot.LEFT, Plot.RIGHT, top + PLOT_TOP, top + PLOT_BOTTOM, ChartAxis.fromZero(least, most, 7));
        Plot.title(drawing, top, title);
        plot.axis(quantity);
        areas(plot, shown);
        plot.base();
        for (Tick tick : ticks) {
            double x = x(plot, tick.position());
            drawing.line("axis", x, plot.bottom(), x, plot.bottom() + 5);
            drawing.text("label", x, plot.bottom() + 18, "middle", tick.label());
        }
        drawing.path("demand", steps(plot, line));
        List<LegendLine> entries = new ArrayList<>();
        entries.add(new LegendLine(Plot.Key.DEMAND, 0, line.name()));
        ImmutableIntArray colours = Layers.colours(shown);
        for (int k = shown.size() - 1; k >= 0; k--) {
            entries.add(
                    new LegendLine(Plot.Key.AREA, colours.get(k), shown.get(k).name()));
        }
        plot.legend(entries);
    }

    private double x(Plot plot, double position) {
        return plot.left() + (plot.right() - plot.left()) * position / line.length();
    }

    private List<double[]> steps(Plot plot, Layer layer) {
        List<double[]> corners = new ArrayList<>();
        for (int t = 0; t < layer.length(); t++) {
            corners.add(new double[] {x(plot, t), plot.y(layer.at(t))});
            corners.add(new double[] {x(plot, t + 1), plot.y(layer.at(t))});
        }
        return corners;
    }

    private void areas(Plot plot, List<Layer> shown) {
        double[] up = new double[line.length()];
        double[] down = new double[line.length()];
        ImmutableIntArray colours = Layers.colours(shown);
        for (int k = 0; k < shown.size(); k++) {
            Layer layer = shown.get(k);
            if (layer.most() > 0) {
                area(plot, colours.get(k), layer, up, 1);
            }
            if (layer.least() < 0) {
                area(plot, colours.get(k), layer, down, -1);
            }
        }
    }

    /** One side of zero: out along the inner edge and back along the outer one. */
    private void area(Plot plot, int colour, Layer layer, double[] edge, int sign) {
        List<double[]> inner = new ArrayList<>();
        List<double[]> outer = new ArrayList<>();
        for (int t = 0; t < edge.length; t++) {
            double size = Math.max(0, sign * layer.at(t));
            double from = plot.y(edge[t]);
            edge[t] += sign * size;
            double to = plot.y(edge[t]);
            for (int end = 0; end < 2; end++) {
                inner.add(new double[] {x(plot, t + end), from});
                outer.add(new double[] {x(plot, t + end), to});
            }
        }
        Collections.reverse(outer);
        inner.addAll(outer);
        plot.drawing().area("area fill" + colour, inner);
    }
}
