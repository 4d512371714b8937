package io.dcsdk.cooling;

import com.google.common.collect.ImmutableList;
import io.dcsdk.drawing.Chart;
import io.dcsdk.drawing.DurationChart;
import io.dcsdk.drawing.HeatMap;
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

/**
 * A year of a facility as pictures: PUE and WUE by month, PUE by hour and day, and how long which power is drawn.
 *
 * @param title what it is, any text
 * @param year one year of hours from 1 January, 0:00, without an hour of no IT load
 */
public record FacilityChart(String title, FacilityYear year) {
    private static final int HOURS_A_DAY = 24;
    private static final int MONTHS = 12;
    private static final double WATTS_PER_KILOWATT = 1000;

    /** Checks that it is a year of hours. */
    public FacilityChart {
        if (!isWholeYear(year.itLoad().axis())) {
            throw new SeriesException(
                    "year (%s) of facility chart".formatted(year.itLoad().axis()),
                    "is not one year of hours from 1 January",
                    "resample the series first.");
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
     * PUE by month, from the best hour over the month's own to the worst hour, and WUE below.
     *
     * @return a chart
     * @throws SeriesException if there is an hour without IT load
     */
    public Chart months() {
        double[] water = year.monthlyWaterUsageEffectiveness().stream()
                .mapToDouble(litres -> Math.max(0, litres))
                .toArray();
        return new IntervalChart(
                title + ": PUE and WUE by month",
                "PUE: bar from the best to the worst hour; stroke and number: the month",
                HeatMap.months(),
                intervals(),
                Optional.of(new Columns("WUE in L/kWh", Layer.of("WUE", water))));
    }

    /**
     * PUE of each month: its best hour, the month's own, its worst hour.
     *
     * @return twelve
     * @throws SeriesException if there is an hour without IT load
     */
    public ImmutableList<Interval> intervals() {
        TimeSeries hourly = year.hourlyPowerUsageEffectiveness();
        double[] least = new double[MONTHS];
        double[] most = new double[MONTHS];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        for (int i = 0; i < hourly.size(); i++) {
            int month = hourly.axis().time(i).getMonthValue() - 1;
            least[month] = Math.min(least[month], hourly.at(i));
            most[month] = Math.max(most[month], hourly.at(i));
        }
        List<Double> means = year.monthlyPowerUsageEffectiveness();
        ImmutableList.Builder<Interval> intervals = ImmutableList.builder();
        for (int month = 0; month < MONTHS; month++) {
            // Rounding may put the mean of equal hours beside them.
            double mean = Math.max(least[month], Math.min(most[month], means.get(month)));
            intervals.add(new Interval(least[month], mean, most[month]));
        }
        return intervals.build();
    }

    /**
     * PUE by day and hour.
     *
     * @return a chart
     * @throws SeriesException if there is an hour without IT load
     */
    public Chart hours() {
        return new HeatMap(
                title + ": PUE by hour",
                "PUE (days across, hours of local standard time down)",
                year.itLoad().axis().start().toLocalDate(),
                HOURS_A_DAY,
                Layer.of("PUE", year.hourlyPowerUsageEffectiveness().toArray()));
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
     * @throws SeriesException if there is an hour without IT load
     */
    public String toSvg() {
        return Chart.below(title, List.of(months(), hours()));
    }
}
