package io.dcsdk.optimizer.report;

import com.google.common.primitives.ImmutableIntArray;
import io.dcsdk.drawing.SvgDrawing;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Parts of a whole as one bar, with a legend that names each part, its amount and its share. Parts below zero, as what is earned beside
 * costs, are a second bar under it on the same scale; all shares are of the longer bar, so that none is beyond 100 %.
 */
final class StackPicture {
    private static final int WIDTH = 720;
    private static final int BAR_TOP = 34;
    private static final int BAR_HEIGHT = 34;
    private static final int LEGEND_TOP = 92;
    /** Of the bar below zero, if there is one. */
    private static final int BELOW_TOP = 96;

    private static final int LINE = 22;
    private static final int COLOURS = 8;
    private static final double NOTHING = 1e-3;
    private static final double DUST = 1e-5;
    /** Characters that fit into half a line of the legend, in wide fonts too. */
    private static final int HALF_A_LINE = 46;

    /** Below this share of the bar a percentage does not fit into its part. */
    private static final double LABELLED = 0.07;

    /** For each colour of charts that of the page which is nearest to it. */
    private static final ImmutableIntArray AS_IN_CHARTS = ImmutableIntArray.of(0, 1, 2, 3, 6, 5, 7, 4);

    /** A part of the whole, or what is taken off it, below 0, and the colour that it has in the charts of the page, if it has one. */
    record Slice(String label, double size, String amount, OptionalInt colour) {
        Slice(String label, double size, String amount) {
            this(label, size, amount, OptionalInt.empty());
        }
    }

    private StackPicture() {}

    static String of(String title, List<Slice> all) {
        List<Slice> above = all.stream().filter(slice -> slice.size() > 0).toList();
        List<Slice> below = all.stream().filter(slice -> slice.size() < 0).toList();
        List<Slice> slices = Stream.concat(above.stream(), below.stream()).toList();
        double whole = whole(slices);
        String description = slices.isEmpty()
                ? "Nothing."
                : slices.stream()
                        .map(slice -> "%s %s, %s".formatted(slice.label(), slice.amount(), share(slice, whole)))
                        .collect(Collectors.joining("; "));
        int columns = columns(slices, whole);
        int lines = Math.max(1, (slices.size() + columns - 1) / columns);
        int legendTop = LEGEND_TOP + (below.isEmpty() ? 0 : BELOW_TOP - BAR_TOP);
        SvgDrawing drawing = SvgDrawing.inPage(WIDTH, legendTop + LINE * lines, title, description);
        drawing.text("heading", 0, 20, "start", title);
        double scale = WIDTH / whole;
        ImmutableIntArray colours = colours(slices);
        bar(drawing, above, colours, BAR_TOP, scale, whole);
        if (!below.isEmpty()) {
            drawing.text(
                    "note",
                    0,
                    BELOW_TOP - 8.0,
                    "start",
                    "Below zero, on the same scale; shares are of the longer bar:");
            bar(drawing, below, colours.subArray(above.size(), colours.length()), BELOW_TOP, scale, whole);
        }
        for (int k = 0; k < slices.size(); k++) {
            double left = (double) WIDTH / columns * (k % columns);
            int line = k / columns;
            legend(drawing, slices.get(k), colours.get(k), left, legendTop + (double) LINE * line, whole);
        }
        return drawing.end();
    }

    /** What shares are of: all parts above zero together or, where those below are more, these. */
    static double whole(List<Slice> slices) {
        double above =
                slices.stream().mapToDouble(slice -> Math.max(0, slice.size())).sum();
        double below =
                slices.stream().mapToDouble(slice -> Math.max(0, -slice.size())).sum();
        return Math.max(above, below);
    }

    /** Each part's colour: that of the charts for the first that has it, and for the others those that are left. */
    private static ImmutableIntArray colours(List<Slice> slices) {
        BitSet taken = new BitSet();
        int[] colours = new int[slices.size()];
        Arrays.fill(colours, COLOURS);
        for (int k = 0; k < colours.length; k++) {
            OptionalInt inCharts = slices.get(k).colour();
            int part = inCharts.isPresent() ? AS_IN_CHARTS.get(inCharts.getAsInt()) : COLOURS;
            if (part < COLOURS && !taken.get(part)) {
                colours[k] = part;
                taken.set(part);
            }
        }
        for (int k = 0; k < colours.length; k++) {
            if (colours[k] == COLOURS) {
                if (taken.cardinality() == COLOURS) {
                    taken.clear(); // more parts than colours: they begin again
                }
                colours[k] = taken.nextClearBit(0);
                taken.set(colours[k]);
            }
        }
        return ImmutableIntArray.copyOf(colours);
    }

    /** One bar from the left edge. */
    private static void bar(
            SvgDrawing drawing, List<Slice> slices, ImmutableIntArray colours, double top, double scale, double whole) {
        double x = 0;
        for (int k = 0; k < slices.size(); k++) {
            Slice slice = slices.get(k);
            double width = scale * Math.abs(slice.size());
            drawing.rectangle("slice part" + colours.get(k), x, top, width, BAR_HEIGHT);
            if (width >= LABELLED * WIDTH) {
                drawing.text("inside part" + colours.get(k), x + width / 2, top + 22.0, "middle", share(slice, whole));
            }
            x += width;
        }
    }

    /** The same as a block of a page; none where all parts are nothing. */
    static List<Block> block(String title, List<Slice> all, DoubleFunction<String> amount) {
        boolean isNothing = all.stream().allMatch(slice -> Math.abs(slice.size()) < NOTHING);
        return isNothing ? List.of() : List.of(new Block.Picture(ofLargest(title, all, amount)));
    }

    /**
     * Of many parts the seven largest and the sum of the others, so that no two share a colour, or the six largest and the sums of the
     * others above and below zero. What is below a thousandth of a unit or a hundred-thousandth of the whole is left out: an interior
     * point leaves as much of nothing. A table beside the picture has it.
     */
    static String ofLargest(String title, List<Slice> all, DoubleFunction<String> amount) {
        double least = Math.max(NOTHING, DUST * whole(all));
        List<Slice> sorted = all.stream()
                .filter(slice -> Math.abs(slice.size()) >= least)
                .sorted(Comparator.comparingDouble((Slice slice) -> Math.abs(slice.size()))
                        .reversed())
                .toList();
        if (sorted.size() <= COLOURS) {
            return of(title, sorted);
        }
        List<Slice> others = sorted.subList(COLOURS - 1, sorted.size());
        boolean areMixed = others.stream().anyMatch(slice -> slice.size() < 0)
                && others.stream().anyMatch(slice -> slice.size() > 0);
        int kept = areMixed ? COLOURS - 2 : COLOURS - 1;
        List<Slice> shown = new ArrayList<>(sorted.subList(0, kept));
        for (int sign : new int[] {1, -1}) {
            List<Slice> rest = sorted.subList(kept, sorted.size()).stream()
                    .filter(slice -> sign * slice.size() > 0)
                    .toList();
            if (rest.size() == 1) {
                shown.add(rest.get(0));
            } else if (!rest.isEmpty()) {
                double sum = rest.stream().mapToDouble(Slice::size).sum();
                shown.add(new Slice("%d others".formatted(rest.size()), sum, amount.apply(sum)));
            }
        }
        return of(title, shown);
    }

    /** Two beside each other, or one where a text is too long for that. */
    private static int columns(List<Slice> slices, double whole) {
        return slices.stream().anyMatch(slice -> told(slice, whole).length() > HALF_A_LINE) ? 1 : 2;
    }

    private static String told(Slice slice, double whole) {
        return "%s: %s, %s".formatted(slice.label(), slice.amount(), share(slice, whole));
    }

    private static void legend(SvgDrawing drawing, Slice slice, int colour, double left, double top, double whole) {
        drawing.rectangle("slice part" + colour, left, top - 11, 14, 14);
        drawing.text("note", left + 20, top, "start", told(slice, whole));
    }

    private static String share(Slice slice, double whole) {
        double percent = 100 * slice.size() / whole;
        return Math.abs(percent) < 0.05 ? "below 0.1 %" : BigDecimal.valueOf(Math.round(percent * 10), 1) + " %";
    }
}
