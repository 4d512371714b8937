package io.dcsdk.benchmarks.training;

import io.dcsdk.benchmarks.SvgCanvas;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Kernels under the roof of a machine: GFLOP/s against FLOP a byte, both axes logarithmic. */
final class RooflineChart {
    private static final int LEFT = 70;
    private static final int RIGHT = 560;
    private static final int TOP = 50;
    private static final int BOTTOM = 350;
    private static final double LEAST_INTENSITY = 0.05;
    private static final double MOST_INTENSITY = 2_000;

    private final double peak;
    private final double bandwidth;
    private final double most;
    private final double least;
    private final SvgCanvas canvas = new SvgCanvas(680, 410);

    private RooflineChart(double peak, double bandwidth) {
        this.peak = peak;
        this.bandwidth = bandwidth;
        this.most = peak * 2;
        this.least = bandwidth * LEAST_INTENSITY / 4;
    }

    static String of(Roofline.Document document) {
        return new RooflineChart(document.peakGigaflops(), document.bandwidthGigabytes()).draw(document);
    }

    private String draw(Roofline.Document document) {
        canvas.text(
                LEFT,
                28,
                "start",
                "black",
                "A training step in %s, %s × %d tokens, under this machine's roof"
                        .formatted(
                                document.precision().name().toLowerCase(Locale.ROOT),
                                document.shape(),
                                document.length()));
        for (double power = 0.1; power <= 1_000; power *= 10) {
            canvas.line(x(power), TOP, x(power), BOTTOM, "#eeeeee", 1);
            canvas.text(x(power), BOTTOM + 20, "middle", "black", plain(power));
        }
        for (double power = Math.pow(10, Math.ceil(Math.log10(least))); power <= most; power *= 10) {
            canvas.line(LEFT, y(power), RIGHT, y(power), "#dddddd", 1);
            canvas.text(LEFT - 8, y(power) + 4, "end", "black", plain(power));
        }
        canvas.line(LEFT, TOP, LEFT, BOTTOM, "black", 1);
        canvas.line(LEFT, BOTTOM, RIGHT, BOTTOM, "black", 1);
        canvas.text((LEFT + RIGHT) / 2.0, BOTTOM + 42, "middle", "black", "FLOP a byte");
        canvas.text(LEFT - 8, TOP - 8, "middle", "black", "GFLOP/s");
        double ridge = peak / bandwidth;
        canvas.path(
                List.of(
                        new double[] {x(LEAST_INTENSITY), y(bandwidth * LEAST_INTENSITY)},
                        new double[] {x(ridge), y(peak)},
                        new double[] {x(MOST_INTENSITY), y(peak)}),
                "black");
        canvas.text(RIGHT + 6, y(peak) + 4, "start", "black", "%.0f GFLOP/s".formatted(peak));
        canvas.text(
                x(LEAST_INTENSITY) + 4,
                y(bandwidth * LEAST_INTENSITY) - 12,
                "start",
                "black",
                "%.0f GB/s".formatted(bandwidth));
        canvas.line(LEFT, y(document.stepGigaflops()), RIGHT, y(document.stepGigaflops()), "#c8553d", 1);
        canvas.text(RIGHT + 6, y(document.stepGigaflops()) + 16, "start", "#c8553d", "whole step");
        int number = 1;
        List<double[]> labels = new ArrayList<>();
        for (RooflineKernel kernel : document.kernels()) {
            if (document.fitsCache(kernel)) {
                canvas.ring(x(kernel.intensity()), y(kernel.gigaflops()), "#1b6ca8");
            } else {
                canvas.point(x(kernel.intensity()), y(kernel.gigaflops()), "#1b6ca8");
            }
            double[] label = {x(kernel.intensity()) + 7, y(kernel.gigaflops()) + 5};
            while (labels.stream()
                    .anyMatch(other -> Math.abs(other[0] - label[0]) < 10 && Math.abs(other[1] - label[1]) < 14)) {
                label[0] += 10;
            }
            labels.add(label);
            canvas.text(label[0], label[1], "start", "#1b6ca8", String.valueOf(number));
            canvas.text(
                    RIGHT - 190,
                    BOTTOM - 12 - 16 * (document.kernels().size() - number),
                    "start",
                    "#1b6ca8",
                    number + " " + kernel.name());
            number++;
        }
        if (document.kernels().stream().anyMatch(document::fitsCache)) {
            canvas.ring(RIGHT + 12, BOTTOM - 16, "#1b6ca8");
            canvas.text(RIGHT + 20, BOTTOM - 12, "start", "#1b6ca8", "fits the cache");
        }
        return canvas.document();
    }

    private static String plain(double power) {
        return String.format(Locale.ROOT, power < 1 ? "%.1f" : "%,.0f", power);
    }

    private double x(double intensity) {
        return LEFT
                + (RIGHT - LEFT) * Math.log(intensity / LEAST_INTENSITY) / Math.log(MOST_INTENSITY / LEAST_INTENSITY);
    }

    private double y(double gigaflops) {
        return BOTTOM - (BOTTOM - TOP) * Math.log(gigaflops / least) / Math.log(most / least);
    }
}
