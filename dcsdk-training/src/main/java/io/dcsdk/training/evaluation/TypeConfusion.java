package io.dcsdk.training.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which types are taken for which. Only entities with exactly the same words are compared; a gold entity without a predicted
 * one on its words is missed, the other way round it is spurious.
 *
 * @param types the types, sorted
 * @param counts a row for each gold type and a column for each predicted type, in the order of {@code types}; a last row for
 *     spurious entities and a last column for missed ones, whose common cell is 0
 */
public record TypeConfusion(List<String> types, List<List<Long>> counts) {
    private static final int MAX_NAME = 14;

    /**
     * Checks the shape.
     *
     * @throws EvaluationException if the counts are no square of one more than there are types, or one is negative
     */
    public TypeConfusion {
        types = List.copyOf(types);
        counts = counts.stream().map(List::copyOf).toList();
        int size = types.size() + 1;
        if (counts.size() != size
                || counts.stream()
                        .anyMatch(row -> row.size() != size || row.stream().anyMatch(count -> count < 0))) {
            throw new EvaluationException(
                    "counts",
                    counts,
                    "a confusion of types",
                    "they are no counts of %d by %d".formatted(size, size),
                    "a row or column for missing ones is missing");
        }
    }

    /**
     * How often one type was predicted where another was gold.
     *
     * @param gold the gold type
     * @param predicted the predicted type
     * @return entities with the same words, from 0; 0 for types that do not occur
     */
    public long between(String gold, String predicted) {
        int row = types.indexOf(gold);
        int column = types.indexOf(predicted);
        return row < 0 || column < 0 ? 0 : counts.get(row).get(column);
    }

    /**
     * How many gold entities of a type have no predicted one on their words.
     *
     * @param gold the type
     * @return the count, from 0
     */
    public long missed(String gold) {
        int row = types.indexOf(gold);
        return row < 0 ? 0 : counts.get(row).get(types.size());
    }

    /**
     * How many predicted entities of a type have no gold one on their words.
     *
     * @param predicted the type
     * @return the count, from 0
     */
    public long spurious(String predicted) {
        int column = types.indexOf(predicted);
        return column < 0 ? 0 : counts.get(types.size()).get(column);
    }

    /**
     * A table: gold types downwards, predicted types across.
     *
     * @return lines that end with LF
     */
    public String toText() {
        List<String> across = new ArrayList<>(types);
        across.add("missed");
        List<String> down = new ArrayList<>(types);
        down.add("spurious");
        StringBuilder text = new StringBuilder("%-14s".formatted("gold\\predicted"));
        int width = 8;
        for (String name : across) {
            width = Math.max(width, Math.min(MAX_NAME, name.length()));
        }
        for (String name : across) {
            text.append("  ").append(cell(shortened(name), width));
        }
        text.append('\n');
        for (int row = 0; row < down.size(); row++) {
            text.append("%-14s".formatted(shortened(down.get(row))));
            for (long count : counts.get(row)) {
                text.append("  ").append(cell(String.format(Locale.ROOT, "%d", count), width));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String shortened(String name) {
        return name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME - 1) + "…";
    }

    private static String cell(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
