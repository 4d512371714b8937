package io.dcsdk.training.record.progress;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The text of the bar: {@code epoch 2/5 [====>      ] 1200/3000 loss 0.1234 lr 1.8e-05 312 sentences/s ETA 1:23}. Parts
 * that do not fit are left out, the least important first; the bar takes what is left.
 */
final class ProgressLine {
    private static final int LEAST_BAR = 8;
    private static final int MOST_BAR = 40;
    private static final int BAR = 4;

    private ProgressLine() {}

    /** One part of the line, and how much it matters: 0 goes last. */
    private record Part(String text, int rank) {}

    static String of(ProgressState state, int width) {
        String leastBar = " ".repeat(LEAST_BAR + "[]".length());
        List<Part> parts = new ArrayList<>(List.of(
                new Part("epoch %d/%d".formatted(state.epoch(), state.epochs()), 2),
                new Part(leastBar, BAR),
                new Part("%d/%d".formatted(state.step(), state.totalSteps()), 0),
                new Part("loss " + loss(state.loss()), 1),
                new Part(String.format(Locale.ROOT, "lr %.1e", state.learningRate()), 6),
                new Part(rate(state.sentencesPerSecond()) + " sentences/s", 5),
                new Part("ETA " + clock(state.remaining()), 3)));
        for (int rank = 6; rank > 0 && length(parts) > width; rank--) {
            int least = rank;
            parts.removeIf(part -> part.rank() == least);
        }
        int inside = Math.min(MOST_BAR, LEAST_BAR + width - length(parts));
        String line = String.join(
                " ",
                parts.stream()
                        .map(part -> part.rank() == BAR ? bar(state, inside) : part.text())
                        .toList());
        return line.substring(0, Math.min(line.length(), width));
    }

    private static int length(List<Part> parts) {
        return parts.stream().mapToInt(part -> part.text().length() + 1).sum() - 1;
    }

    private static String bar(ProgressState state, int inside) {
        int full = (int) (inside * (double) state.step() / Math.max(1, state.totalSteps()));
        String done = full == inside ? "=".repeat(inside) : "=".repeat(full) + ">";
        return "[" + done + " ".repeat(inside - done.length()) + "]";
    }

    static String loss(double loss) {
        return String.format(Locale.ROOT, Math.abs(loss) < 1000 ? "%.4f" : "%.2e", loss);
    }

    static String rate(double rate) {
        return String.format(Locale.ROOT, rate < 10 ? "%.1f" : "%.0f", rate);
    }

    /** Hours only where there are some: {@code 1:23}, {@code 2:01:23}; rounded up, so that 0:00 means done. */
    static String clock(Duration time) {
        long seconds = time.plusNanos(999_999_999).toSeconds();
        return seconds < 3600
                ? "%d:%02d".formatted(seconds / 60, seconds % 60)
                : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
