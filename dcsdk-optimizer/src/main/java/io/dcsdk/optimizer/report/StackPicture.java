package io.dcsdk.optimizer.report;

import io.dcsdk.drawing.SvgDrawing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;

/** Parts of a whole as one bar, with a legend that names each part, its amount and its share. */
final class StackPicture {
    private static final int WIDTH = 720;
    private static final int BAR_TOP = 34;
    private static final int BAR_HEIGHT = 34;
    private static final int LEGEND_TOP = 92;
    private static final int LINE = 22;
    private static final int COLOURS = 8;
    private static final double NOTHING = 1e-3;
    /** Below this share of the bar a percentage does not fit into its part. */
    private static final double LABELLED = 0.07;

    /** A part of the whole, at least 0. */
    record Slice(String label, double size, String amount) {}

    private StackPicture() {}

    static String of(String title, List<Slice> all) {
        List<Slice> slices = all.stream().filter(slice -> slice.size() > 0).toList();
        double whole = slices.stream().mapToDouble(Slice::size).sum();
        String description = slices.isEmpty()
                ? "Nothing."
                : slices.stream()
                        .map(slice -> "%s %s, %s".formatted(slice.label(), slice.amount(), share(slice, whole)))
                        .collect(Collectors.joining("; "));
        int lines = Math.max(1, (slices.size() + 1) / 2);
        SvgDrawing drawing = SvgDrawing.inPage(WIDTH, LEGEND_TOP + LINE * lines, title, description);
        drawing.text("heading", 0, 20, "start", title);
        double x = 0;
        for (int k = 0; k < slices.size(); k++) {
            Slice slice = slices.get(k);
            double width = WIDTH * slice.size() / whole;
            drawing.rectangle("slice part" + k % COLOURS, x, BAR_TOP, width, BAR_HEIGHT);
            if (slice.size() / whole >= LABELLED) {
                drawing.text("inside part" + k % COLOURS, x + width / 2, BAR_TOP + 22.0, "middle", share(slice, whole));
            }
            x += width;
            legend(drawing, slice, k, whole);
        }
        return drawing.end();
    }

    /**
     * Of many parts the seven largest and the sum of the others, so that no two share a colour; what is not above a thousandth is left
     * out.
     */
    static String ofLargest(String title, List<Slice> all, DoubleFunction<String> amount) {
        List<Slice> sorted = all.stream()
                .filter(slice -> slice.size() >= NOTHING)
                .sorted(Comparator.comparingDouble(Slice::size).reversed())
                .toList();
        if (sorted.size() <= COLOURS) {
            return of(title, sorted);
        }
        List<Slice> shown = new ArrayList<>(sorted.subList(0, COLOURS - 1));
        List<Slice> others = sorted.subList(COLOURS - 1, sorted.size());
        double rest = others.stream().mapToDouble(Slice::size).sum();
        shown.add(new Slice("%d others".formatted(others.size()), rest, amount.apply(rest)));
        return of(title, shown);
    }

    private static void legend(SvgDrawing drawing, Slice slice, int k, double whole) {
        double left = k % 2 == 0 ? 0 : WIDTH / 2.0;
        int line = k / 2;
        double top = LEGEND_TOP + (double) LINE * line;
        drawing.rectangle("slice part" + k % COLOURS, left, top - 11, 14, 14);
        drawing.text(
                "note",
                left + 20,
                top,
                "start",
                "%s: %s, %s".formatted(slice.label(), slice.amount(), share(slice, whole)));
    }

    private static String share(Slice slice, double whole) {
        double percent = 100 * slice.size() / whole;
        return percent < 0.05 ? "below 0.1 %" : BigDecimal.valueOf(Math.round(percent * 10), 1) + " %";
    }
}
