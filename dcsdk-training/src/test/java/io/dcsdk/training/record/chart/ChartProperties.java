package io.dcsdk.training.record.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

final class ChartProperties {
    @Property(tries = 500)
    void anAxisHoldsItsValuesAndHasAFewRoundTicks(@ForAll double one, @ForAll double other) {
        double low = Math.min(one, other);
        double high = Math.max(one, other);
        Assume.that(low < high);
        Axis axis = Axis.around(low, high, 6);
        assertTrue(axis.low() <= low && axis.high() >= high && axis.high() > axis.low());
        int ticks = axis.ticks().size();
        assertTrue(ticks >= 2 && ticks <= 9, axis.toString());
        BigDecimal step = axis.ticks().get(1).subtract(axis.ticks().get(0)).stripTrailingZeros();
        assertTrue(List.of("1", "2", "5").contains(step.unscaledValue().toString()), step.toString());
        for (double value : new double[] {low, high}) {
            assertTrue(axis.place(value) >= 0 && axis.place(value) <= 1, axis + " " + axis.place(value));
        }
    }

    @Example
    void ticksAreWhatAPersonWouldChoose() {
        assertEquals(List.of("0", "0.5", "1", "1.5", "2", "2.5"), labels(Axis.around(0, 2.43, 6)));
        assertEquals(List.of("0.8", "0.85", "0.9"), labels(Axis.around(0.813, 0.9, 4)));
        assertEquals(List.of("0", "200", "400", "600", "800", "1000"), labels(Axis.within(0, 1_000, 8, true)));
        assertEquals(List.of("0", "1", "2", "3"), labels(Axis.within(0, 3, 8, true)));
        assertEquals(List.of("0", "5000000", "1e7"), labels(Axis.within(0, 12e6, 4, true)));
        assertEquals(List.of("0", "1e-9", "2e-9", "3e-9", "4e-9"), labels(Axis.around(0, 3.3e-9, 6)));
        assertEquals(List.of("-0.000002", "0", "0.000002"), labels(Axis.around(-1.5e-6, 1.1e-6, 2)));
    }

    private static List<String> labels(Axis axis) {
        return axis.ticks().stream().map(Axis::label).toList();
    }

    @Property(tries = 300)
    void thinningKeepsTheExtremesAndTheOrder(
            @ForAll @Size(min = 1, max = 300) List<Double> values, @ForAll @IntRange(min = 1, max = 40) int stretches) {
        List<Point> points = points(values);
        List<Point> thin = Thinning.extremes(points, stretches);
        assertTrue(thin.size() <= 2 * stretches);
        assertEquals(extent(points), extent(thin));
        for (int i = 1; i < thin.size(); i++) {
            assertTrue(thin.get(i - 1).step() < thin.get(i).step());
        }
        assertTrue(points.containsAll(thin));
    }

    @Property(tries = 300)
    void meansLieBetweenTheExtremesAndCountEveryStepOnce(
            @ForAll @Size(min = 1, max = 300) List<Double> values, @ForAll @IntRange(min = 1, max = 40) int stretches) {
        List<Point> points = points(values);
        List<Point> means = Thinning.means(points, stretches);
        assertTrue(!means.isEmpty() && means.size() <= stretches);
        assertEquals(values.size(), means.stream().mapToDouble(Point::weight).sum());
        List<Double> all = extent(points);
        List<Double> theirs = extent(means);
        double slack = 1e-12 * Math.max(Math.abs(all.get(0)), Math.abs(all.get(1)));
        assertTrue(theirs.get(0) >= all.get(0) - slack && theirs.get(1) <= all.get(1) + slack);
    }

    private static List<Point> points(List<Double> values) {
        List<Point> points = new ArrayList<>();
        values.forEach(value -> points.add(new Point(points.size() * 3.0 + 1, value)));
        return points;
    }

    private static List<Double> extent(List<Point> points) {
        double[] values = points.stream().mapToDouble(Point::value).toArray();
        return List.of(
                DoubleStream.of(values).min().orElseThrow(),
                DoubleStream.of(values).max().orElseThrow());
    }
}
