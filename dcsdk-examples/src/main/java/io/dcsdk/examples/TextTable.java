package io.dcsdk.examples;

import com.google.common.base.Strings;
import java.util.ArrayList;
import java.util.List;

/** Rows in aligned columns: numbers to the right, everything else to the left, two blanks between. */
final class TextTable {
    /** The most columns that a line has. */
    static final int WIDTH = 100;

    private final int[] widest;
    private final boolean[] right;
    private final List<List<String>> rows = new ArrayList<>();

    /**
     * A table with a heading.
     *
     * @param headings one for each column; a leading {@code >} aligns the column to the right and is not printed
     * @param widest the most characters of each column; longer cells are cut
     */
    TextTable(List<String> headings, int... widest) {
        this.widest = widest.clone();
        this.right = new boolean[headings.size()];
        List<String> first = new ArrayList<>();
        for (int column = 0; column < right.length; column++) {
            String heading = headings.get(column);
            right[column] = heading.startsWith(">");
            first.add(right[column] ? heading.substring(1) : heading);
        }
        rows.add(first);
    }

    void row(String... cells) {
        rows.add(List.of(cells));
    }

    /** The lines, each with two blanks in front and none at the end, cut at {@value #WIDTH} columns. */
    List<String> lines() {
        int[] widths = new int[right.length];
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] =
                        Math.max(widths[column], cut(row.get(column), column).length());
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                String cell = cut(row.get(column), column);
                line.append("  ")
                        .append(
                                right[column]
                                        ? Strings.padStart(cell, widths[column], ' ')
                                        : Strings.padEnd(cell, widths[column], ' '));
            }
            String whole = line.toString().stripTrailing();
            lines.add(whole.length() <= WIDTH ? whole : whole.substring(0, WIDTH - 3) + "...");
        }
        return lines;
    }

    private String cut(String cell, int column) {
        int most = widest[column];
        return cell.length() <= most ? cell : cell.substring(0, most - 3) + "...";
    }

    /** Words in lines of at most so many characters, each indented. */
    static List<String> wrap(String text, int indent, int width) {
        List<String> lines = new ArrayList<>();
        String blank = " ".repeat(indent);
        StringBuilder line = new StringBuilder(blank);
        for (String word : text.split(" ", -1)) {
            if (line.length() > indent && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line = new StringBuilder(blank).append("  ");
            } else if (line.length() > indent) {
                line.append(' ');
            }
            line.append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
