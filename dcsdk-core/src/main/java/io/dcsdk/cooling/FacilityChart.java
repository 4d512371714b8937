package io.dcsdk.cooling;

import io.dcsdk.drawing.SvgDrawing;
import io.dcsdk.series.SeriesException;
import io.dcsdk.series.TimeSeries;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * A year of a facility as a picture: PUE by month as bars, and by hour as a heat map of days across and hours down.
 *
 * @param title what it is, any text
 * @param year one year of hours from 1 January, 0:00, without an hour of no IT load
 */
public record FacilityChart(String title, FacilityYear year) {
    private static final int WIDTH = 880;
    private static final int HEIGHT = 520;
    private static final double LEFT = 56;
    private static final double DAY = 2.2;
    private static final double TOP = 64;
    private static final double BARS = 150;
    private static final double MAP = 270;
    private static final double HOUR = 8;
    private static final int HOURS_A_DAY = 24;
    private static final int CLASSES = 9;
    private static final int MOST_TITLE = 100;
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private static final String STYLE_SHEET = """
            .page { fill: #ffffff } .title { fill: #1f2328; font-size: 15px } .label { fill: #424a53 }
            .axis { stroke: #6e7781 } .bar { fill: #1b6ca8 }
            .c0 { fill: #f0f6fb } .c1 { fill: #d3e6f3 } .c2 { fill: #afd1e7 } .c3 { fill: #fbe3c0 } .c4 { fill: #f9c98a }
            .c5 { fill: #f2a65a } .c6 { fill: #e07b39 } .c7 { fill: #c8553d } .c8 { fill: #8f2d2d }
            @media (prefers-color-scheme: dark) {
            .page { fill: #0d1117 } .title { fill: #e6edf3 } .label { fill: #b1bac4 } .axis { stroke: #7d8590 }
            .bar { fill: #58a6ff }
            }
            """;

    /** Checks that it is a year of hours. */
    public FacilityChart {
        TimeSeries load = year.itLoad();
        boolean wholeYear = load.axis().step().equals(Duration.ofHours(1))
                && load.axis().start().getDayOfYear() == 1
                && load.axis().start().getHour() == 0
                && (load.size() == 365 * HOURS_A_DAY || load.size() == 366 * HOURS_A_DAY);
        if (!wholeYear) {
            throw new SeriesException(
                    "year (%s) of facility chart".formatted(load.axis()),
                    "is not one year of hours from 1 January",
                    "resample the series first.");
        }
    }

    /**
     * Draws the chart.
     *
     * @return an SVG document, {@value #WIDTH} by {@value #HEIGHT} pixels; the same text for equal years
     * @throws SeriesException if there is an hour without IT load
     */
    public String toSvg() {
        String shown = title.length() > MOST_TITLE ? title.substring(0, MOST_TITLE - 1) + "…" : title;
        SvgDrawing drawing = new SvgDrawing(WIDTH, HEIGHT, shown, STYLE_SHEET);
        drawing.text("title", LEFT, 28, "start", shown);
        TimeSeries hourly = year.hourlyPowerUsageEffectiveness();
        bars(drawing);
        map(drawing, hourly);
        legend(drawing, hourly);
        return drawing.end();
    }

    private void bars(SvgDrawing drawing) {
        List<Double> months = year.monthlyPowerUsageEffectiveness();
        double most = months.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        double scale = BARS / (most - 1);
        double step = days() * DAY / MONTHS.size();
        drawing.text("label", LEFT, TOP - 12, "start", "PUE by month, bars from 1");
        drawing.line("axis", LEFT, TOP + BARS, LEFT + days() * DAY, TOP + BARS);
        for (int i = 0; i < MONTHS.size(); i++) {
            double height = scale * (months.get(i) - 1);
            double x = LEFT + i * step;
            drawing.rectangle("bar", x + 6, TOP + BARS - height, step - 12, height);
            drawing.text("label", x + step / 2, TOP + BARS + 16, "middle", MONTHS.get(i));
            drawing.text("label", x + step / 2, TOP + BARS - height - 4, "middle", number(months.get(i)));
        }
    }

    private void map(SvgDrawing drawing, TimeSeries hourly) {
        int[] colours = colours(hourly);
        drawing.text("label", LEFT, MAP - 12, "start", "PUE by hour: days across, hours of local standard time down");
        for (int hour = 0; hour < HOURS_A_DAY; hour++) {
            double y = MAP + hour * HOUR;
            int from = 0;
            for (int day = 1; day <= days(); day++) {
                // Neighbours of one colour are one rectangle.
                if (day == days() || colours[day * HOURS_A_DAY + hour] != colours[from * HOURS_A_DAY + hour]) {
                    drawing.rectangle(
                            "c" + colours[from * HOURS_A_DAY + hour], LEFT + from * DAY, y, (day - from) * DAY, HOUR);
                    from = day;
                }
            }
            if (hour % 6 == 0) {
                drawing.text("label", LEFT - 8, y + HOUR, "end", "%d:00".formatted(hour));
            }
        }
    }

    private void legend(SvgDrawing drawing, TimeSeries hourly) {
        double y = MAP + HOURS_A_DAY * HOUR + 20;
        double step = (hourly.max() - hourly.min()) / CLASSES;
        for (int i = 0; i < CLASSES; i++) {
            double x = LEFT + i * 84;
            drawing.rectangle("c" + i, x, y, 16, 12);
            drawing.text("label", x + 22, y + 10, "start", "from " + number(hourly.min() + i * step));
        }
    }

    private static int[] colours(TimeSeries hourly) {
        double least = hourly.min();
        double range = hourly.max() - least;
        return hourly.stream()
                .mapToInt(value -> range == 0 ? 0 : Math.min(CLASSES - 1, (int) ((value - least) / range * CLASSES)))
                .toArray();
    }

    private int days() {
        return year.itLoad().size() / HOURS_A_DAY;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
