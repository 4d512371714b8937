package io.dcsdk.optimizer.report;

import com.google.common.base.Strings;
import io.dcsdk.optimizer.report.Block.Bullet;
import io.dcsdk.optimizer.report.Block.Bullets;
import io.dcsdk.optimizer.report.Block.Column;
import io.dcsdk.optimizer.report.Block.Paragraph;
import io.dcsdk.optimizer.report.Block.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes a page as plain text of at most {@value #WIDTH} columns. Pictures are left out: what they show stands in the tables beside
 * them. Characters that could move the cursor of a terminal become question marks.
 */
final class TextPage {
    private static final int WIDTH = 100;
    private static final int INDENT = 2;
    /** A column of text is not squeezed below this. */
    private static final int NARROWEST = 12;

    private final StringBuilder text = new StringBuilder();

    private TextPage() {}

    static String of(Page page) {
        TextPage writer = new TextPage();
        writer.wrapped(page.title(), 0, 0);
        writer.text
                .append("=".repeat(Math.min(WIDTH, plain(page.title()).length())))
                .append('\n');
        writer.wrapped(page.verdict(), 0, 0);
        for (Section section : page.sections()) {
            if (section.blocks().stream().allMatch(Block::isDrawn)) {
                continue;
            }
            writer.text.append('\n');
            writer.wrapped(section.heading(), 0, 0);
            writer.text
                    .append("-".repeat(Math.min(WIDTH, section.heading().length())))
                    .append('\n');
            section.blocks().forEach(writer::block);
        }
        return writer.text.toString();
    }

    private void block(Block block) {
        if (block instanceof Paragraph paragraph) {
            wrapped(paragraph.text(), INDENT, INDENT);
        } else if (block instanceof Bullets bullets) {
            for (Bullet bullet : bullets.items()) {
                String about = bullet.about().isEmpty() ? "" : bullet.about() + ": ";
                wrapped("- " + about + bullet.text(), INDENT, 2 * INDENT);
            }
        } else if (block instanceof Table table) {
            table(table);
        } else if (!block.isDrawn()) {
            throw new IllegalStateException("unknown block " + block);
        }
    }

    private static String plain(String any) {
        return any.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private void wrapped(String any, int first, int rest) {
        List<String> lines = lines(plain(any), WIDTH - rest);
        for (int k = 0; k < lines.size(); k++) {
            text.append((" ".repeat(k == 0 ? first : rest) + lines.get(k)).stripTrailing())
                    .append('\n');
        }
    }

    /** Words in lines; a word that is longer than a line is cut. */
    private static List<String> lines(String any, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : any.strip().split(" +", -1)) {
            String rest = word;
            if (!line.isEmpty() && line.length() + 1 + rest.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            while (rest.length() > width) {
                int end = Character.isHighSurrogate(rest.charAt(width - 1)) ? width - 1 : width;
                lines.add(rest.substring(0, end));
                rest = rest.substring(end);
            }
            line.append(line.isEmpty() ? "" : " ").append(rest);
        }
        lines.add(line.toString());
        return lines;
    }

    private void table(Table table) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(table.columns().stream().map(column -> plain(column.heading())).toList());
        table.rows().forEach(row -> rows.add(row.stream().map(TextPage::plain).toList()));
        int[] widths = widths(table.columns(), rows);
        wrapped(table.caption() + ":", INDENT, INDENT);
        for (List<String> row : rows) {
            List<List<String>> cells = new ArrayList<>();
            for (int column = 0; column < widths.length; column++) {
                cells.add(lines(row.get(column), widths[column]));
            }
            int height = cells.stream().mapToInt(List::size).max().orElse(0);
            for (int line = 0; line < height; line++) {
                row(table.columns(), widths, cells, line);
            }
        }
    }

    private void row(List<Column> columns, int[] widths, List<List<String>> cells, int line) {
        StringBuilder whole = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            List<String> cell = cells.get(column);
            String part = line < cell.size() ? cell.get(line) : "";
            whole.append("  ")
                    .append(
                            columns.get(column).figures()
                                    ? Strings.padStart(part, widths[column], ' ')
                                    : Strings.padEnd(part, widths[column], ' '));
        }
        text.append(whole.toString().stripTrailing()).append('\n');
    }

    /** As wide as the cells, then the widest columns of text are narrowed until the row fits. */
    private static int[] widths(List<Column> columns, List<List<String>> rows) {
        int[] widths = new int[columns.size()];
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        int most = WIDTH - 2 * widths.length;
        while (Arrays.stream(widths).sum() > most) {
            int widest = IntStream.range(0, widths.length)
                    .filter(column -> widths[column] > NARROWEST)
                    .boxed()
                    .max(Comparator.<Integer>comparingInt(column -> patience(columns, column))
                            .thenComparing(column -> widths[column]))
                    .orElse(-1);
            if (widest < 0) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }

    /** How well a column bears being narrow: text better than what names the row, and figures worst. */
    private static int patience(List<Column> columns, int column) {
        if (columns.get(column).figures()) {
            return 0;
        }
        return column == 0 ? 1 : 2;
    }
}
