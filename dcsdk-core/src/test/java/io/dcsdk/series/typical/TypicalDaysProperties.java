package io.dcsdk.series.typical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.SharedWeather;
import io.dcsdk.series.SeriesException;
import io.dcsdk.series.TimeAxis;
import io.dcsdk.series.TimeSeries;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The laws of typical days. */
final class TypicalDaysProperties {
    private static final int PER_DAY = 4;

    private static TimeAxis axis(int days) {
        OffsetDateTime start = OffsetDateTime.of(2001, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
        return TimeAxis.of(start, Duration.ofHours(6), PER_DAY * days);
    }

    /** Days of two series, some of them equal. */
    private static List<double[][]> days(long seed, int count) {
        Random random = new Random(seed);
        List<double[][]> days = new ArrayList<>();
        for (int day = 0; day < count; day++) {
            if (day > 0 && random.nextInt(3) == 0) {
                days.add(days.get(random.nextInt(day)));
            } else {
                days.add(new double[][] {
                    random.doubles(PER_DAY).map(value -> 100 * value).toArray(),
                    random.doubles(PER_DAY)
                            .map(value -> value < 0.3 ? 0 : value)
                            .toArray()
                });
            }
        }
        return days;
    }

    private static List<TimeSeries> series(List<double[][]> days) {
        List<TimeSeries> series = new ArrayList<>();
        for (int s = 0; s < 2; s++) {
            double[] values = new double[PER_DAY * days.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = days.get(i / PER_DAY)[s][i % PER_DAY];
            }
            series.add(TimeSeries.of(s == 0 ? "load" : "sun", s == 0 ? "MW" : "", axis(days.size()), values));
        }
        return series;
    }

    @Property(tries = 200)
    void asManyAsDaysAreTheSeriesItself(@ForAll long seed, @ForAll @IntRange(min = 1, max = 25) int count) {
        List<TimeSeries> series = series(days(seed, count));
        TypicalDays typical = TypicalDays.of(series, count, List.of());
        assertEquals(0, typical.objective());
        for (TimeSeries one : series) {
            assertEquals(one, typical.expanded(one));
            assertEquals(one, typical.expandedKeepingSum(one));
        }
        for (ClusteringError error : typical.errors()) {
            assertEquals(
                    0, error.rootMeanSquare() + Math.abs(error.mean()) + error.duration() + Math.abs(error.peak()));
        }
    }

    @Property(tries = 200)
    void weightsSumToTheDaysAndEveryDayHasItsNearest(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 25) int count,
            @ForAll @IntRange(min = 1, max = 30) int most) {
        List<TimeSeries> series = series(days(seed, count));
        TypicalDays typical = TypicalDays.of(series, most, List.of("load"));
        assertTrue(typical.days().size() <= Math.min(most, count));
        assertEquals(count, typical.days().stream().mapToInt(TypicalDay::weight).sum());
        double sum = 0;
        for (int day = 0; day < count; day++) {
            double own = distance(
                    series,
                    day,
                    typical.days().get(typical.assignment().get(day)).day());
            for (TypicalDay other : typical.days()) {
                assertTrue(own <= distance(series, day, other.day()) * (1 + 1e-12) + 1e-15);
            }
            sum += own;
        }
        assertEquals(sum, typical.objective(), 1e-9 * Math.max(1, sum));
        // The day of the peak is kept, so the peak is.
        assertEquals(0, typical.errors().get(0).peak());
        assertEquals(
                series.get(0).sum(),
                typical.expandedKeepingSum(series.get(0)).sum(),
                1e-9 * Math.abs(series.get(0).sum()));
    }

    private static double distance(List<TimeSeries> series, int one, int other) {
        double sum = 0;
        for (TimeSeries each : series) {
            double range = each.max() - each.min();
            for (int i = 0; i < PER_DAY; i++) {
                double difference =
                        (each.at(one * PER_DAY + i) - each.at(other * PER_DAY + i)) / (range > 0 ? range : 1);
                sum += difference * difference;
            }
        }
        return sum;
    }

    @Property(tries = 200)
    void theOrderOfDaysDoesNotMatter(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 25) int count,
            @ForAll @IntRange(min = 1, max = 8) int most) {
        List<double[][]> days = days(seed, count);
        List<double[][]> shuffled = new ArrayList<>(days);
        Collections.shuffle(shuffled, new Random(seed + 1));
        assertEquals(content(days, most), content(shuffled, most));
    }

    /** Objective, and the values of each typical day with its weight, in an order of their own. */
    private static List<String> content(List<double[][]> days, int most) {
        TypicalDays typical = TypicalDays.of(series(days), most, List.of("sun"));
        List<String> content = new ArrayList<>();
        for (TypicalDay day : typical.days()) {
            double[][] values = days.get(day.day());
            content.add(day.weight() + " " + java.util.Arrays.deepToString(values));
        }
        Collections.sort(content);
        content.add("%.9e".formatted(typical.objective()));
        return content;
    }

    @Property(tries = 100)
    void moreDaysThatBeginWithTheseAreNotWorse(@ForAll long seed, @ForAll @IntRange(min = 2, max = 25) int count) {
        TypicalDays typical = TypicalDays.of(series(days(seed, count)), 1, List.of());
        for (int most = 2; most <= count; most++) {
            TypicalDays more = typical.refined(most);
            assertTrue(more.objective() <= typical.objective() * (1 + 1e-12));
            typical = more;
        }
        assertEquals(0, typical.objective());
    }

    @Property(tries = 100)
    void isTheBestOfAllPairsOrOneExchangeAwayFromNoBetterOne(
            @ForAll long seed, @ForAll @IntRange(min = 3, max = 10) int count) {
        List<TimeSeries> series = series(days(seed, count));
        TypicalDays typical = TypicalDays.of(series, 2, List.of());
        for (TypicalDay kept : typical.days()) {
            for (int other = 0; other < count; other++) {
                double sum = 0;
                for (int day = 0; day < count; day++) {
                    sum += Math.min(distance(series, day, kept.day()), distance(series, day, other));
                }
                assertTrue(typical.objective() <= sum * (1 + 1e-9) + 1e-12);
            }
        }
    }

    @Test
    void aRealYearLosesLittleWithTwelveDays() {
        TimeSeries dryBulb = SharedWeather.seattle().dryBulb();
        TypicalDays typical = TypicalDays.of(List.of(dryBulb), 12, List.of("dry bulb"));
        ClusteringError error = typical.errors().get(0);
        assertEquals(12, typical.days().size());
        assertEquals(0, error.peak());
        assertTrue(error.rootMeanSquare() < 0.08 * error.range(), error.toString());
        assertTrue(Math.abs(error.mean()) < 0.02 * error.range(), error.toString());
        assertTrue(error.duration() < error.rootMeanSquare(), error.toString());
    }

    @Test
    void refusesWhatIsNoWholeDays() {
        TimeSeries short1 = TimeSeries.constant("load", "MW", axis(2), 1).slice(0, 5);
        assertTrue(
                String.valueOf(assertThrows(SeriesException.class, () -> TypicalDays.of(List.of(short1), 1, List.of()))
                                .getMessage())
                        .contains("are not whole days, at most 1098\nMaybe "));
        TimeSeries load = TimeSeries.constant("load", "MW", axis(2), 1);
        assertTrue(String.valueOf(
                        assertThrows(SeriesException.class, () -> TypicalDays.of(List.of(load), 1, List.of("wind")))
                                .getMessage())
                .startsWith("peak (wind) of typical days: is of none of the series"));
        assertThrows(SeriesException.class, () -> TypicalDays.of(List.of(load), 0, List.of()));
        assertThrows(SeriesException.class, () -> TypicalDays.of(List.of(), 3, List.of()));
    }
}
