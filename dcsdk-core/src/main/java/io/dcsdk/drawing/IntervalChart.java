package io.dcsdk.drawing;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * For each category the least, mean and most of something as a bar with a stroke, and, if wanted, columns of something else
 * below, on the same categories but an axis of its own.
 *
 * @param title what it is
 * @param quantity what the bars are, with unit
 * @param categories 1 to 24, such as months
 * @param intervals one for each category; empty for a category that has none, but not for all
 * @param below columns below the bars
 */
public record IntervalChart(
        String title,
        String quantity,
        ImmutableList<String> categories,
        ImmutableList<Optional<Interval>> intervals,
        Optional<Columns> below)
        implements Chart {
    private static final double PLOT_TOP = 62;
    private static final double PLOT_BOTTOM = 252;
    private static final int BARS = 296;
    private static final double GAP = 70;
    private static final double COLUMNS = 90;
    private static final int MOST = 24;

    /**
     * A bar.
     *
     * @param least where it begins
     * @param mean where its stroke is; beside the bar if more counts for it than what the bar spans
     * @param most where it ends
     */
    public record Interval(double least, double mean, double most) {
        /**
         * Checks the order.
         *
         * @throws IllegalArgumentException if the bar ends before it begins, or a number is not finite
         */
        public Interval {
            if (!(least <= most) || !Double.isFinite(most - least) || !Double.isFinite(mean)) {
                throw new IllegalArgumentException(
                        "bar (%s to %s, stroke at %s) of interval: it ends before it begins, or a number is not finite\nMaybe the figures were swapped."
                                .formatted(least, most, mean));
            }
        }

        private double lowest() {
            return Math.min(least, mean);
        }

        private double highest() {
            return Math.max(most, mean);
        }
    }

    /**
     * Columns from zero.
     *
     * @param quantity what they are, with unit
     * @param values one for each category, not negative; not told for a category without a bar
     */
    public record Columns(String quantity, Layer values) {
        /**
         * Checks the sign.
         *
         * @throws IllegalArgumentException if a value is negative
         */
        public Columns {
            if (values.least() < 0) {
                throw new IllegalArgumentException("values (%s) of columns: one is negative\nMaybe use stacked columns."
                        .formatted(values.least()));
            }
        }
    }

    /**
     * Checks the lengths.
     *
     * @throws IllegalArgumentException if there is no category, there are too many, lengths differ, or there is no bar
     */
    public IntervalChart {
        if (categories.isEmpty() || categories.size() > MOST || intervals.size() != categories.size()) {
            throw new IllegalArgumentException(
                    "intervals (%d) of interval chart: there must be one for each of 1 to %d categories\nMaybe draw months."
                            .formatted(intervals.size(), MOST));
        }
        if (intervals.stream().noneMatch(Optional::isPresent)) {
            throw new IllegalArgumentException(
                    "intervals (%d) of interval chart: all of them are empty\nMaybe there is nothing to draw."
                            .formatted(intervals.size()));
        }
        if (below.isPresent()) {
            Layers.requireLength("interval chart", List.of(below.get().values()), categories.size());
        }
    }

    @Override
    public String description() {
        List<String> words = new ArrayList<>();
        for (int c = 0; c < categories.size(); c++) {
            int category = c;
            words.add(categories.get(c)
                    + intervals.get(c).map(bar -> described(bar, category)).orElse(" none"));
        }
        String what = below.map(columns -> "%s; below, %s".formatted(quantity, columns.quantity()))
                .orElse(quantity);
        return "%s: %s.".formatted(what, String.join("; ", words));
    }

    private String described(Interval interval, int category) {
        return " %s to %s, mean %s%s"
                .formatted(
                        ChartAxis.figure(interval.least()),
                        ChartAxis.figure(interval.most()),
                        ChartAxis.figure(interval.mean()),
                        below.map(columns -> ", below "
                                        + ChartAxis.figure(columns.values().at(category)))
                                .orElse(""));
    }

    private DoubleStream ofBars(ToDoubleFunction<Interval> figure) {
        return intervals.stream().flatMap(Optional::stream).mapToDouble(figure);
    }

    @Override
    public int height() {
        return below.isPresent() ? BARS + (int) (GAP + COLUMNS) : BARS;
    }

    @Override
    public void draw(SvgDrawing drawing, double top) {
        double least = ofBars(Interval::lowest).min().orElseThrow();
        double most = ofBars(Interval::highest).max().orElseThrow();
        Plot plot = new Plot(
                drawing,
                Plot.LEFT,
                Plot.WIDE,
                top + PLOT_TOP,
                top + PLOT_BOTTOM,
                ChartAxis.around(least, most + 0.1 * (most - least), 6));
        Plot.title(drawing, top, title);
        plot.axis(quantity);
        double step = (plot.right() - plot.left()) / categories.size();
        for (int c = 0; c < categories.size(); c++) {
            double middle = plot.left() + step * (c + 0.5);
            intervals
                    .get(c)
                    .ifPresentOrElse(
                            interval -> bar(plot, interval, middle, 0.5 * step),
                            () -> drawing.text("label", middle, plot.bottom() - 8, "middle", "none"));
        }
        plot.base();
        plot.categories(categories);
        below.ifPresent(columns -> columns(drawing, plot, columns, step));
    }

    private static void bar(Plot plot, Interval interval, double middle, double wide) {
        SvgDrawing drawing = plot.drawing();
        double upper = plot.y(interval.most());
        drawing.rectangle("fill4", middle - wide / 2, upper, wide, Math.max(1, plot.y(interval.least()) - upper));
        double mean = plot.y(interval.mean());
        drawing.line("mean", middle - wide / 2 - 3, mean, middle + wide / 2 + 3, mean);
        drawing.text(
                "label",
                middle,
                plot.y(interval.highest()) - 5,
                "middle",
                plot.up().near(interval.mean()));
    }

    private void columns(SvgDrawing drawing, Plot above, Columns columns, double step) {
        Plot plot = new Plot(
                drawing,
                above.left(),
                above.right(),
                above.bottom() + GAP,
                above.bottom() + GAP + COLUMNS,
                ChartAxis.fromZero(0, columns.values().most(), 3));
        plot.axis(columns.quantity());
        for (int c = 0; c < categories.size(); c++) {
            double middle = plot.left() + step * (c + 0.5);
            double upper = plot.y(columns.values().at(c));
            drawing.rectangle("fill2", middle - step / 4, upper, step / 2, plot.bottom() - upper);
        }
        if (columns.values().most() == 0) {
            drawing.text("label", (plot.left() + plot.right()) / 2, plot.bottom() - 8, "middle", "none");
        }
        plot.base();
        plot.categories(categories);
    }
}
