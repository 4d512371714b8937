package io.dcsdk.drawing;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A year by colour: days across, hours down. Classes begin and end at round numbers.
 *
 * @param title what it is
 * @param quantity what the colour stands for, with its unit
 * @param first the first day
 * @param stepsPerDay 1 to 96
 * @param values whole days of at most two years
 */
public record HeatMap(String title, String quantity, LocalDate first, int stepsPerDay, Layer values) implements Chart {
    private static final int HEIGHT = 336;
    private static final double PLOT_TOP = 54;
    private static final double PLOT_HEIGHT = 192;
    private static final double NARROWEST_MONTH = 26;
    private static final double CELL = 80;
    private static final int MOST_STEPS_PER_DAY = 96;
    private static final int MOST_DAYS = 732;
    private static final int HOURS = 24;

    /**
     * Checks that there are whole days.
     *
     * @throws IllegalArgumentException if there are not, or too many
     */
    public HeatMap {
        if (stepsPerDay < 1
                || stepsPerDay > MOST_STEPS_PER_DAY
                || values.length() % stepsPerDay != 0
                || values.length() / stepsPerDay > MOST_DAYS) {
            throw new IllegalArgumentException(
                    "values (%d, %d a day) of heat map: they must be whole days of at most two years\nMaybe cut the series."
                            .formatted(values.length(), stepsPerDay));
        }
    }

    private int days() {
        return values.length() / stepsPerDay;
    }

    @Override
    public String description() {
        int highest = 0;
        int lowest = 0;
        for (int i = 0; i < values.length(); i++) {
            highest = values.at(i) > values.at(highest) ? i : highest;
            lowest = values.at(i) < values.at(lowest) ? i : lowest;
        }
        return "%s by day and hour over %d days: %s; first highest on %s, first lowest on %s."
                .formatted(quantity, days(), values.describe(), when(highest), when(lowest));
    }

    private String when(int step) {
        LocalDate day = first.plusDays(step / stepsPerDay);
        int minutes = step % stepsPerDay * HOURS * 60 / stepsPerDay;
        return "%d %s at %d:%02d".formatted(day.getDayOfMonth(), name(day.getMonth()), minutes / 60, minutes % 60);
    }

    private static String name(Month month) {
        return month.getDisplayName(TextStyle.SHORT, Locale.ROOT);
    }

    @Override
    public int height() {
        return HEIGHT;
    }

    @Override
    public void draw(SvgDrawing drawing, double top) {
        Plot.title(drawing, top, title);
        ChartAxis classes = ChartAxis.around(values.least(), values.most(), ChartStyle.HEATS - 1);
        double upper = top + PLOT_TOP;
        cells(drawing, upper, classes);
        months(drawing, upper);
        for (int hour = 0; hour <= HOURS; hour += 6) {
            double y = upper + PLOT_HEIGHT * hour / HOURS;
            drawing.line("axis", Plot.LEFT - 5, y, Plot.LEFT, y);
            drawing.text("label", Plot.LEFT - 8, y + 4, "end", "%d:00".formatted(hour));
        }
        legend(drawing, upper + PLOT_HEIGHT + 56, classes);
    }

    private double day() {
        return (Plot.WIDE - Plot.LEFT) / days();
    }

    /** Where a day begins, in whole tenths of a pixel as it is written: neighbours meet without a gap. */
    private double edge(int day) {
        return Math.rint(10 * (Plot.LEFT + day * day())) / 10;
    }

    private void cells(SvgDrawing drawing, double upper, ChartAxis classes) {
        double high = PLOT_HEIGHT / stepsPerDay;
        SortedMap<Integer, List<double[]>> boxes = new TreeMap<>();
        for (int step = 0; step < stepsPerDay; step++) {
            int from = 0;
            for (int day = 1; day <= days(); day++) {
                // Neighbours of one colour are one rectangle.
                int heat = heat(from, step, classes);
                if (day == days() || heat(day, step, classes) != heat) {
                    boxes.computeIfAbsent(heat, absent -> new ArrayList<>())
                            .add(new double[] {edge(from), upper + step * high, edge(day) - edge(from), high});
                    from = day;
                }
            }
        }
        boxes.forEach((heat, of) -> drawing.rectangles("heat heat" + heat, of));
    }

    private int heat(int day, int step, ChartAxis classes) {
        int parts = classes.ticks().size() - 1;
        int part = (int) (classes.place(values.at(day * stepsPerDay + step)) * parts);
        return colour(Math.max(0, Math.min(parts - 1, part)), parts);
    }

    /** Few classes use the whole scale as well. */
    private static int colour(int part, int parts) {
        return parts == 1 ? ChartStyle.HEATS / 2 : (int) Math.round(part * (ChartStyle.HEATS - 1.0) / (parts - 1));
    }

    private void months(SvgDrawing drawing, double upper) {
        double y = upper + PLOT_HEIGHT;
        int from = 0;
        for (int day = 1; day <= days(); day++) {
            if (day == days() || first.plusDays(day).getDayOfMonth() == 1) {
                double left = Plot.LEFT + from * day();
                double right = Plot.LEFT + day * day();
                drawing.line("axis", left, y, left, y + 5);
                if (right - left >= NARROWEST_MONTH) {
                    drawing.text(
                            "label",
                            (left + right) / 2,
                            y + 18,
                            "middle",
                            name(first.plusDays(from).getMonth()));
                }
                from = day;
            }
        }
        drawing.line("axis", Plot.WIDE, y, Plot.WIDE, y + 5);
    }

    private void legend(SvgDrawing drawing, double y, ChartAxis classes) {
        List<String> labels = classes.labels();
        int parts = labels.size() - 1;
        drawing.text("label", Plot.LEFT, y - 8, "start", Plot.shortened(quantity, 110));
        for (int k = 0; k < parts; k++) {
            drawing.rectangle("heat" + colour(k, parts), Plot.LEFT + k * CELL, y, CELL, 12);
        }
        for (int k = 0; k <= parts; k++) {
            drawing.text("label", Plot.LEFT + k * CELL, y + 26, "middle", labels.get(k));
        }
    }

    /**
     * Months of a year, for charts by month.
     *
     * @return Jan to Dec
     */
    public static ImmutableList<String> months() {
        return Arrays.stream(Month.values()).map(HeatMap::name).collect(ImmutableList.toImmutableList());
    }
}
