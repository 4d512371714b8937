package io.dcsdk.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The laws of series. */
final class TimeSeriesProperties {
    private static TimeSeries series(long seed, int size) {
        OffsetDateTime start = OffsetDateTime.of(2001, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
        Random random = new Random(seed);
        double[] values = random.doubles(size)
                .map(value -> (value - 0.5) * Math.pow(10, random.nextInt(12)))
                .toArray();
        return TimeSeries.of("x", "kW", TimeAxis.of(start, Duration.ofHours(1), size), values);
    }

    @Property(tries = 300)
    void theSumIsTheExactOneToTheLastDigits(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3000) int size) {
        TimeSeries series = series(seed, size);
        BigDecimal exact = series.stream().mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
        double sizes = series.stream().map(Math::abs).sum();
        assertEquals(exact.doubleValue(), series.sum(), Math.ulp(exact.doubleValue()) + 1e-29 * size * sizes);
    }

    @Property(tries = 300)
    void turningBackGivesTheSeriesAndTurningKeepsItsSum(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 50) int size, @ForAll int by) {
        TimeSeries series = series(seed, size);
        int within = by % 1000;
        assertEquals(series, series.rotate(within).rotate(-within));
        assertEquals(series.rotate(within + size), series.rotate(within));
        double[] sorted = series.rotate(within).stream().sorted().toArray();
        assertArrayEquals(series.stream().sorted().toArray(), sorted);
    }

    @Property(tries = 300)
    void resamplingKeepsTheSumOverHours(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 20) int size,
            @ForAll @IntRange(min = 1, max = 12) int factor) {
        TimeSeries series = series(seed, size);
        TimeSeries fine = series.refined(factor == 7 || factor == 11 ? 1 : factor);
        double sizes = series.stream().map(Math::abs).sum();
        assertEquals(series.sumOverHours(), fine.sumOverHours(), 1e-12 * sizes);
        assertArrayEquals(series.toArray(), fine.coarsened(fine.size() / size).toArray(), 1e-15 * sizes);
        TimeSeries coarse = series(seed, size * factor).coarsened(factor);
        assertEquals(series(seed, size * factor).sumOverHours(), coarse.sumOverHours(), 1e-12 * factor * 1e12);
    }
}
