package io.dcsdk.drawing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A year by colour: days across, hours down. Classes begin and end at round numbers.
 *
 * @param title what it is
 * @param quantity what the colour stands for, with its unit
 * @param first the first day
 * @param stepsPerDay 1 to 96
 * @param values whole days of at most two years
 * @param gaps steps that have no value
 */
public record HeatMap(String title, String quantity, LocalDate first, int stepsPerDay, Layer values, Gaps gaps)
        implements Chart {
    private static final int HEIGHT = 336;
    private static final double PLOT_TOP = 54;
    private static final double PLOT_HEIGHT = 192;
    private static final double NARROWEST_MONTH = 26;
    private static final double CELL = 80;
    private static final int MOST_STEPS_PER_DAY = 96;
    private static final int MOST_DAYS = 732;
    private static final int HOURS = 24;
    private static final int LONGEST_QUANTITY = 110;
    private static final int LONGEST_REASON = 24;
    /** Stands for a gap where others are classes of the scale. */
    private static final int GAP = -1;

    /**
     * Steps without a value, in a grey that the scale does not have.
     *
     * @param reason why they have none, for legend and description, such as no IT load
     * @param steps counted from 0; what the values say there is passed over
     */
    public record Gaps(String reason, ImmutableSet<Integer> steps) {
        /** Every step has a value. */
        public static final Gaps NONE = new Gaps("", ImmutableSet.of());
    }

    /**
     * Checks that there are whole days, and a value.
     *
     * @throws IllegalArgumentException if there are no whole days, too many, or gaps only; or a gap lies outside
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
        int steps = values.length();
        if (gaps.steps().size() >= steps || gaps.steps().stream().anyMatch(step -> step < 0 || step >= steps)) {
            throw new IllegalArgumentException(
                    "gaps (%d of %d steps) of heat map: they leave no value, or one lies outside\nMaybe count steps from 0."
                            .formatted(gaps.steps().size(), steps));
        }
    }

    /**
     * A map without gaps.
     *
     * @param title what it is
     * @param quantity what the colour stands for, with its unit
     * @param first the first day
     * @param stepsPerDay 1 to 96
     * @param values whole days of at most two years
     * @throws IllegalArgumentException if there are no whole days, or too many
     */
    public HeatMap(String title, String quantity, LocalDate first, int stepsPerDay, Layer values) {
        this(title, quantity, first, stepsPerDay, values, Gaps.NONE);
    }

    private boolean isGap(int step) {
        return gaps.steps().contains(step);
    }

    /** The values that are there. */
    private Layer present() {
        return Layer.of(
                values.name(),
                IntStream.range(0, values.length())
                        .filter(step -> !isGap(step))
                        .mapToDouble(values::at)
                        .toArray());
    }

    private int days() {
        return values.length() / stepsPerDay;
    }

    @Override
    public String description() {
        Layer present = present();
        String missing = gaps.steps().isEmpty()
                ? ""
                : "; %s in %d of %d steps".formatted(gaps.reason(), gaps.steps().size(), values.length());
        return "%s by day and hour over %d days: %s; first highest on %s, first lowest on %s%s."
                .formatted(
                        quantity,
                        days(),
                        present.describe(),
                        when(firstOf(present.most())),
                        when(firstOf(present.least())),
                        missing);
    }

    private int firstOf(double value) {
        return IntStream.range(0, values.length())
                .filter(step -> !isGap(step) && values.at(step) == value)
                .findFirst()
                .orElseThrow();
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
        Layer present = present();
        ChartAxis classes = ChartAxis.around(present.least(), present.most(), ChartStyle.HEATS - 1);
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
        boxes.forEach((heat, of) -> drawing.rectangles(heat == GAP ? "heat gap" : "heat heat" + heat, of));
    }

    private int heat(int day, int step, ChartAxis classes) {
        int index = day * stepsPerDay + step;
        if (isGap(index)) {
            return GAP;
        }
        int parts = classes.ticks().size() - 1;
        int part = (int) (classes.place(values.at(index)) * parts);
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
        String reason = gaps.steps().isEmpty() ? "" : Plot.shortened(gaps.reason(), LONGEST_REASON);
        int room = reason.isEmpty() ? LONGEST_QUANTITY : LONGEST_QUANTITY - LONGEST_REASON - 6;
        drawing.text("label", Plot.LEFT, y - 8, "start", Plot.shortened(quantity, room));
        if (!reason.isEmpty()) {
            // Above the end of the scale: nine classes take the whole width.
            drawing.rectangle("gap", Plot.WIDE - 22, y - 18, 22, 12);
            drawing.text("label", Plot.WIDE - 29, y - 8, "end", reason);
        }
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
