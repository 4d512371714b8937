package io.dcsdk.cooling;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.dcsdk.drawing.Chart;
import io.dcsdk.drawing.DurationChart;
import io.dcsdk.drawing.HeatMap;
import io.dcsdk.drawing.HeatMap.Gaps;
import io.dcsdk.drawing.IntervalChart;
import io.dcsdk.drawing.IntervalChart.Columns;
import io.dcsdk.drawing.IntervalChart.Interval;
import io.dcsdk.drawing.Layer;
import io.dcsdk.series.SeriesException;
import io.dcsdk.series.TimeAxis;
import io.dcsdk.series.TimeSeries;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A year of a facility as pictures: PUE and WUE by month, PUE by hour and day, and how long which power is drawn.
 *
 * @param title what it is, any text
 * @param year one year of hours from 1 January, 0:00; hours without IT load have no PUE and are shown as such
 */
public record FacilityChart(String title, FacilityYear year) {
    private static final int HOURS_A_DAY = 24;
    private static final double WATTS_PER_KILOWATT = 1000;

    /**
     * Checks that it is a year of hours in which something runs.
     *
     * @throws SeriesException if it is not
     */
    public FacilityChart {
        if (!isWholeYear(year.itLoad().axis())) {
            throw new SeriesException(
                    "year (%s) of facility chart".formatted(year.itLoad().axis()),
                    "is not one year of hours from 1 January",
                    "resample the series first.");
        }
        if (!(year.itLoad().max() > 0)) {
            throw new SeriesException(
                    "IT load (%s W at most) of facility chart"
                            .formatted(year.itLoad().max()),
                    "is above zero in no hour",
                    "give the IT equipment a load.");
        }
    }

    /**
     * Whether steps have months and days to be drawn by.
     *
     * @param axis the steps of a facility
     * @return true for 365 or 366 days of hours from 1 January, 0:00
     */
    public static boolean isWholeYear(TimeAxis axis) {
        return axis.step().equals(Duration.ofHours(1))
                && axis.start().getDayOfYear() == 1
                && axis.start().getHour() == 0
                && (axis.size() == 365 * HOURS_A_DAY || axis.size() == 366 * HOURS_A_DAY);
    }

    /**
     * PUE by month, from the best to the worst hour with IT load and of the month as a whole, and WUE below.
     *
     * @return a chart, without a bar for a month in which nothing runs
     */
    public Chart months() {
        double[] water = year.monthlyWaterUsageEffectiveness().stream()
                .mapToDouble(litres -> Math.max(0, litres.orElse(0.0)))
                .toArray();
        return new IntervalChart(
                title + ": PUE and WUE by month",
                "PUE: bar from the best to the worst hour with IT load; stroke and number: the month",
                HeatMap.months(),
                intervals(),
                Optional.of(new Columns("WUE in L/kWh", Layer.of("WUE", water))));
    }

    /**
     * PUE of each month: its best hour, the month's own, its worst hour.
     *
     * @return twelve; empty for a month in which nothing runs
     */
    public ImmutableList<Optional<Interval>> intervals() {
        return year.monthlyPowerUsageRanges().stream()
                .map(month -> month.map(FacilityChart::interval))
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * A range of PUE as a bar with a stroke.
     *
     * @param range of a month or a year
     * @return from the best to the worst hour, with a stroke for the whole
     */
    public static Interval interval(UsageRange range) {
        return new Interval(range.best(), range.overall(), range.worst());
    }

    /**
     * PUE by day and hour.
     *
     * @return a chart, with hours without IT load in grey
     */
    public Chart hours() {
        double[] effectiveness = new double[year.itLoad().size()];
        ImmutableSet.Builder<Integer> still = ImmutableSet.builder();
        for (int i = 0; i < effectiveness.length; i++) {
            OptionalDouble found = year.hourlyPowerUsageEffectiveness(i);
            effectiveness[i] = found.orElse(0);
            if (found.isEmpty()) {
                still.add(i);
            }
        }
        return new HeatMap(
                title + ": PUE by hour",
                "PUE (days across, hours of local standard time down)",
                year.itLoad().axis().start().toLocalDate(),
                HOURS_A_DAY,
                Layer.of("PUE", effectiveness),
                new Gaps("no IT load", still.build()));
    }

    /**
     * Which power is drawn for how much of the year.
     *
     * @return a chart of the whole facility, the IT equipment and what the facility adds
     */
    public Chart duration() {
        return duration(title, year);
    }

    /**
     * Which power is drawn for how much of the time, of steps that need not be a year.
     *
     * @param title what it is, any text
     * @param year a facility in equal steps of any number
     * @return a chart of the whole facility, the IT equipment and what the facility adds
     */
    public static Chart duration(String title, FacilityYear year) {
        double[] ones = new double[year.itLoad().size()];
        Arrays.fill(ones, 1);
        return new DurationChart(
                title + ": load duration",
                "Power in kW, exceeded for that share of the time",
                ImmutableList.of(
                        kilowatts("whole facility", year.facility()),
                        kilowatts("IT equipment", year.itLoad()),
                        kilowatts("cooling", year.cooling()),
                        kilowatts("power losses", year.powerLosses())),
                Layer.of("hours", ones));
    }

    private static Layer kilowatts(String name, TimeSeries watts) {
        return Layer.of(name, watts.times(1 / WATTS_PER_KILOWATT).toArray());
    }

    /**
     * PUE and WUE by month above PUE by hour.
     *
     * @return an SVG document; the same text for equal years
     */
    public String toSvg() {
        return Chart.below(title, List.of(months(), hours()));
    }
}
