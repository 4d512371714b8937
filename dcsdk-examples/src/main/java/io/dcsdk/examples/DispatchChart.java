package io.dcsdk.examples;

import io.dcsdk.drawing.SvgDrawing;
import io.dcsdk.optimizer.sizing.Activity;
import io.dcsdk.optimizer.sizing.Dispatch;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.Port;
import io.dcsdk.optimizer.sizing.Sizing.Design;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Two pictures of a dispatch at the first node with a demand: a week of what brings and takes, and the duration curves. */
final class DispatchChart {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 640;
    private static final double LEFT = 60;
    private static final double RIGHT = 700;
    private static final double WEEK_HOURS = 168;
    private static final int COLOURS = 8;
    private static final String STYLE = """
            .page { fill: #ffffff } .axis { stroke: #444444 } .word { fill: #222222 } .grid { stroke: #dddddd }
            .demand { fill: none; stroke: #000000; stroke-width: 1.5 }
            .f0 { fill: #4477aa } .f1 { fill: #eecc66 } .f2 { fill: #cc6677 } .f3 { fill: #117733 }
            .f4 { fill: #88ccee } .f5 { fill: #aa4499 } .f6 { fill: #999933 } .f7 { fill: #882255 }
            .l0 { fill: none; stroke: #4477aa } .l1 { fill: none; stroke: #ccaa33 } .l2 { fill: none; stroke: #cc6677 }
            .l3 { fill: none; stroke: #117733 } .l4 { fill: none; stroke: #44aacc } .l5 { fill: none; stroke: #aa4499 }
            .l6 { fill: none; stroke: #999933 } .l7 { fill: none; stroke: #882255 }
            """;

    private final String name;
    private final EnergySystem system;
    private final Dispatch dispatch;
    private final int node;
    private final List<Integer> shown = new ArrayList<>();

    DispatchChart(String name, EnergySystem system, Design design) {
        this.name = name;
        this.system = system;
        dispatch = design.dispatch();
        int first = 0;
        while (first < system.nodes().size() - 1
                && system.nodes().get(first).demand().maximum() <= 0) {
            first++;
        }
        node = first;
        for (int j = 0; j < system.activities().size(); j++) {
            if (coefficient(j) != 0) {
                shown.add(j);
            }
        }
    }

    private double coefficient(int j) {
        for (Port port : system.activities().get(j).ports()) {
            if (port.node().equals(system.nodes().get(node).name())) {
                return port.coefficient();
            }
        }
        return 0;
    }

    private double brought(int j, int t) {
        return coefficient(j) * dispatch.power(j, t);
    }

    private double demand(int t) {
        return system.nodes().get(node).demand().at(t);
    }

    /** The pictures; the week counts from 1. */
    String toSvg(int week) {
        int from = 0;
        double hours = 0;
        while (from < system.steps() && hours < (week - 1) * WEEK_HOURS) {
            hours += system.hours(from++);
        }
        int to = from;
        hours = 0;
        while (to < system.steps() && hours < WEEK_HOURS) {
            hours += system.hours(to++);
        }
        if (week < 1 || from == to) {
            throw new BadInput("--week (%d)".formatted(week), "lies outside the horizon", "use 1.");
        }
        SvgDrawing svg = new SvgDrawing(WIDTH, HEIGHT, name, STYLE);
        svg.text(
                "word",
                LEFT,
                20,
                "start",
                name + ": MW at " + system.nodes().get(node).name() + ", week " + week);
        week(svg, from, to);
        svg.text("word", LEFT, 350, "start", "Duration: MW that were exceeded for how much of the time");
        duration(svg);
        for (int k = 0; k < shown.size(); k++) {
            Activity activity = system.activities().get(shown.get(k));
            svg.rectangle("f" + k % COLOURS, RIGHT + 20, 40 + 18 * k, 12, 12);
            svg.text("word", RIGHT + 38, 50 + 18 * k, "start", activity.name());
        }
        return svg.end();
    }

    private void week(SvgDrawing svg, int from, int to) {
        double most = 1e-9;
        double least = 0;
        for (int t = from; t < to; t++) {
            double up = 0;
            double down = 0;
            for (int j : shown) {
                up += Math.max(0, brought(j, t));
                down += Math.min(0, brought(j, t));
            }
            most = Math.max(most, Math.max(up, demand(t)));
            least = Math.min(least, down);
        }
        double scale = 280 / (most - least);
        double zero = 40 + most * scale;
        double step = (RIGHT - LEFT) / (to - from);
        for (int t = from; t < to; t++) {
            double up = zero;
            double down = zero;
            for (int k = 0; k < shown.size(); k++) {
                double size = brought(shown.get(k), t) * scale;
                if (size > 0.05) {
                    up -= size;
                    svg.rectangle("f" + k % COLOURS, LEFT + (t - from) * step, up, step, size);
                } else if (size < -0.05) {
                    svg.rectangle("f" + k % COLOURS, LEFT + (t - from) * step, down, step, -size);
                    down -= size;
                }
            }
        }
        List<double[]> line = new ArrayList<>();
        for (int t = from; t < to; t++) {
            line.add(new double[] {LEFT + (t - from) * step, zero - demand(t) * scale});
            line.add(new double[] {LEFT + (t - from + 1) * step, zero - demand(t) * scale});
        }
        svg.path("demand", line);
        axis(svg, 40, 320, zero, most);
    }

    private void duration(SvgDrawing svg) {
        double most = 1e-9;
        for (int j : shown) {
            for (int t = 0; t < system.steps(); t++) {
                most = Math.max(most, Math.abs(brought(j, t)));
            }
        }
        double scale = 240 / most;
        for (int k = 0; k < shown.size(); k++) {
            double[] sorted = new double[system.steps()];
            for (int t = 0; t < sorted.length; t++) {
                sorted[t] = -Math.abs(brought(shown.get(k), t));
            }
            Arrays.sort(sorted);
            List<double[]> line = new ArrayList<>();
            int stride = Math.max(1, sorted.length / 500);
            for (int t = 0; t < sorted.length; t += stride) {
                line.add(new double[] {LEFT + (RIGHT - LEFT) * t / sorted.length, 610 + sorted[t] * scale});
            }
            svg.path("l" + k % COLOURS, line);
        }
        axis(svg, 370, 610, 610, most);
    }

    private static void axis(SvgDrawing svg, double top, double bottom, double zero, double most) {
        svg.line("axis", LEFT, top, LEFT, bottom);
        svg.line("axis", LEFT, zero, RIGHT, zero);
        svg.text("word", LEFT - 5, zero + 4, "end", "0");
        svg.text("word", LEFT - 5, top + 8, "end", Rounded.number(most));
    }
}
