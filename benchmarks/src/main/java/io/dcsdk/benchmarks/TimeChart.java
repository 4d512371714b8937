package io.dcsdk.benchmarks;

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
    private final StringBuilder svg = new StringBuilder();

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
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 680 410\" font-family=\"sans-serif\""
                + " font-size=\"13\">\n<rect width=\"680\" height=\"410\" fill=\"white\"/>\n");
        text(LEFT, 28, "start", "black", title);
        axes();
        for (DemandSize demand : DemandSize.values()) {
            List<ReportRow> line =
                    rows.stream().filter(row -> row.demand() == demand).toList();
            if (!line.isEmpty()) {
                line(line, demand, colour(demand));
            }
        }
        return svg.append("</svg>\n").toString();
    }

    private void axes() {
        for (int power = leastPower; power <= mostPower; power++) {
            double y = y(Math.pow(10, power));
            stroke(LEFT, y, RIGHT, y, "#dddddd", 1);
            text(LEFT - 8, y + 4, "end", "black", power(power));
        }
        rows.stream().mapToInt(ReportRow::items).distinct().forEach(items -> {
            stroke(x(items), TOP, x(items), BOTTOM, "#eeeeee", 1);
            text(x(items), BOTTOM + 20, "middle", "black", String.valueOf(items));
        });
        stroke(LEFT, TOP, LEFT, BOTTOM, "black", 1);
        stroke(LEFT, BOTTOM, RIGHT, BOTTOM, "black", 1);
        text((LEFT + RIGHT) / 2.0, BOTTOM + 42, "middle", "black", "items in the catalogue");
    }

    private static String power(int power) {
        return String.format(Locale.ROOT, "%." + Math.max(0, -power) + "f s", Math.pow(10, power));
    }

    private void line(List<ReportRow> line, DemandSize demand, String colour) {
        double shift = shift(demand);
        StringBuilder points = new StringBuilder();
        for (ReportRow row : line) {
            double x = x(row.items()) + shift;
            double y = y(row.median(PlanningRun::solve));
            points.append(number(x)).append(',').append(number(y)).append(' ');
            stroke(x, y(row.least(PlanningRun::solve)), x, y(row.most(PlanningRun::solve)), colour, 2);
            svg.append("<circle cx=\"%s\" cy=\"%s\" r=\"4\" fill=\"%s\"/>\n".formatted(number(x), number(y), colour));
        }
        svg.append("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>\n"
                .formatted(points.toString().strip(), colour));
        double label = TOP + LABEL_HEIGHT * (1 + shift / 5);
        text(RIGHT + 10, label, "start", colour, demand.name().toLowerCase(Locale.ROOT) + " demand");
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

    private void stroke(double fromX, double fromY, double toX, double toY, String colour, int width) {
        svg.append("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\" stroke-width=\"%d\"/>\n"
                .formatted(number(fromX), number(fromY), number(toX), number(toY), colour, width));
    }

    private void text(double x, double y, String anchor, String colour, String text) {
        svg.append("<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" fill=\"%s\">%s</text>\n"
                .formatted(number(x), number(y), anchor, colour, text));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
