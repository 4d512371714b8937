package io.dcsdk.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Solve time against the number of items as an SVG drawing, both axes logarithmic: for each demand a line through the
 * medians, and for each point a bar from the fastest to the slowest seed.
 */
final class TimeChart {
    private static final int LEFT = 70;
    private static final int RIGHT = 560;
    private static final int TOP = 50;
    private static final int BOTTOM = 350;
    private static final int LABEL_HEIGHT = 18;

    private final List<ReportRow> rows;
    private final double leastItems;
    private final double mostItems;
    private final int leastPower;
    private final int mostPower;
    private final SvgCanvas canvas = new SvgCanvas(680, 410);

    private TimeChart(List<ReportRow> rows) {
        this.rows = rows;
        this.leastItems = rows.stream().mapToInt(ReportRow::items).min().orElseThrow() / 1.3;
        this.mostItems = rows.stream().mapToInt(ReportRow::items).max().orElseThrow() * 1.3;
        double least = rows.stream()
                .mapToDouble(row -> row.least(PlanningRun::solve))
                .min()
                .orElseThrow();
        double most = rows.stream()
                .mapToDouble(row -> row.most(PlanningRun::solve))
                .max()
                .orElseThrow();
        this.leastPower = (int) Math.floor(Math.log10(least));
        this.mostPower = Math.max(leastPower + 1, (int) Math.ceil(Math.log10(most)));
    }

    /** Draws rows, at least one. */
    static String of(List<ReportRow> rows, String title) {
        return new TimeChart(rows).draw(title);
    }

    private String draw(String title) {
        canvas.text(LEFT, 28, "start", "black", title);
        axes();
        for (DemandSize demand : DemandSize.values()) {
            List<ReportRow> line =
                    rows.stream().filter(row -> row.demand() == demand).toList();
            if (!line.isEmpty()) {
                line(line, demand, colour(demand));
            }
        }
        return canvas.document();
    }

    private void axes() {
        for (int power = leastPower; power <= mostPower; power++) {
            double y = y(Math.pow(10, power));
            canvas.line(LEFT, y, RIGHT, y, "#dddddd", 1);
            canvas.text(LEFT - 8, y + 4, "end", "black", power(power));
        }
        rows.stream().mapToInt(ReportRow::items).distinct().forEach(items -> {
            canvas.line(x(items), TOP, x(items), BOTTOM, "#eeeeee", 1);
            canvas.text(x(items), BOTTOM + 20, "middle", "black", String.valueOf(items));
        });
        canvas.line(LEFT, TOP, LEFT, BOTTOM, "black", 1);
        canvas.line(LEFT, BOTTOM, RIGHT, BOTTOM, "black", 1);
        canvas.text((LEFT + RIGHT) / 2.0, BOTTOM + 42, "middle", "black", "items in the catalogue");
    }

    private static String power(int power) {
        return String.format(Locale.ROOT, "%." + Math.max(0, -power) + "f s", Math.pow(10, power));
    }

    private void line(List<ReportRow> line, DemandSize demand, String colour) {
        double shift = shift(demand);
        List<double[]> points = new ArrayList<>();
        for (ReportRow row : line) {
            double x = x(row.items()) + shift;
            double y = y(row.median(PlanningRun::solve));
            points.add(new double[] {x, y});
            canvas.line(x, y(row.least(PlanningRun::solve)), x, y(row.most(PlanningRun::solve)), colour, 2);
            canvas.point(x, y, colour);
        }
        canvas.path(points, colour);
        double label = TOP + LABEL_HEIGHT * (1 + shift / 5);
        canvas.text(RIGHT + 10, label, "start", colour, demand.name().toLowerCase(Locale.ROOT) + " demand");
    }

    private static String colour(DemandSize demand) {
        return switch (demand) {
            case SMALL -> "#1b6ca8";
            case MEDIUM -> "#c8553d";
            case LARGE -> "#3a7d44";
        };
    }

    /** Aside, so that the bars of one number of items do not cover each other. */
    private static double shift(DemandSize demand) {
        return switch (demand) {
            case SMALL -> -5;
            case MEDIUM -> 0;
            case LARGE -> 5;
        };
    }

    private double x(double items) {
        return LEFT + (RIGHT - LEFT) * Math.log(items / leastItems) / Math.log(mostItems / leastItems);
    }

    private double y(double seconds) {
        return BOTTOM - (BOTTOM - TOP) * (Math.log10(seconds) - leastPower) / (mostPower - leastPower);
    }
}
