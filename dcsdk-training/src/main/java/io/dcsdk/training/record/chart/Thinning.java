package io.dcsdk.training.record.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Makes few points of many, in one pass: the steps are cut into equal stretches, and of each stretch that holds points the
 * lowest and the highest one stay, in their order, so that no spike is lost; or the mean.
 */
final class Thinning {
    private Thinning() {}

    /** At most two points a stretch; the same list if that is not fewer. */
    static List<Point> extremes(List<Point> points, int stretches) {
        if (points.size() <= 2 * stretches) {
            return points;
        }
        List<Point> kept = new ArrayList<>(2 * stretches);
        forEachStretch(points, stretches, stretch -> {
            int lowest = 0;
            int highest = 0;
            for (int i = 1; i < stretch.size(); i++) {
                double value = stretch.get(i).value();
                lowest = value < stretch.get(lowest).value() ? i : lowest;
                highest = value > stretch.get(highest).value() ? i : highest;
            }
            kept.add(stretch.get(Math.min(lowest, highest)));
            if (lowest != highest) {
                kept.add(stretch.get(Math.max(lowest, highest)));
            }
        });
        return kept;
    }

    /** One point a stretch, the mean by weight. */
    static List<Point> means(List<Point> points, int stretches) {
        List<Point> means = new ArrayList<>(stretches);
        forEachStretch(points, stretches, stretch -> {
            double step = 0;
            double value = 0;
            double weight = 0;
            for (Point point : stretch) {
                weight += point.weight();
                double share = point.weight() / weight;
                step = step * (1 - share) + point.step() * share;
                value = value * (1 - share) + point.value() * share;
            }
            means.add(new Point(step, value, weight));
        });
        return means;
    }

    private static void forEachStretch(List<Point> points, int stretches, Consumer<List<Point>> consumer) {
        double first = points.get(0).step();
        double length = (points.get(points.size() - 1).step() - first) / stretches;
        int from = 0;
        for (int stretch = 1; stretch <= stretches && from < points.size(); stretch++) {
            int to = from;
            while (to < points.size() && (stretch == stretches || points.get(to).step() < first + stretch * length)) {
                to++;
            }
            if (to > from) {
                consumer.accept(points.subList(from, to));
            }
            from = to;
        }
    }
}
