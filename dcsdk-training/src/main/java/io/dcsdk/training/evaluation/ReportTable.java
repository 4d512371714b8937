package io.dcsdk.training.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** Prints a report in the layout that scikit-learn gave its classification report and seqeval took over. */
final class ReportTable {
    private static final String LAST_LINE = "weighted avg";
    private static final int COLUMN = 9;

    private final StringBuilder text = new StringBuilder();
    private final int nameWidth;
    private final int digits;

    private ReportTable(int nameWidth, int digits) {
        this.nameWidth = nameWidth;
        this.digits = digits;
    }

    static String of(EvaluationReport report, int digits) {
        if (digits < 0 || digits > 15) {
            throw new EvaluationException("digits", digits, "a report", "they are not between 0 and 15", "take 2");
        }
        int width = Math.max(LAST_LINE.length(), digits);
        for (String type : report.byType().keySet()) {
            width = Math.max(width, type.codePointCount(0, type.length()));
        }
        ReportTable table = new ReportTable(width, digits);
        table.line("", "precision", "recall", "f1-score", "support");
        table.text.append('\n');
        for (Map.Entry<String, EntityCounts> type : report.byType().entrySet()) {
            table.line(type.getKey(), type.getValue().score());
        }
        table.text.append('\n');
        table.line("micro avg", report.micro());
        table.line("macro avg", report.macro());
        table.line(LAST_LINE, report.weighted());
        return table.text.toString();
    }

    private void line(String name, Score score) {
        line(
                name,
                rounded(score.precision()),
                rounded(score.recall()),
                rounded(score.f1()),
                String.valueOf(score.support()));
    }

    private void line(String name, String... cells) {
        pad(name, nameWidth);
        text.append(' ');
        for (String cell : cells) {
            text.append(' ');
            pad(cell, COLUMN);
        }
        text.append('\n');
    }

    private void pad(String cell, int width) {
        text.append(" ".repeat(Math.max(0, width - cell.codePointCount(0, cell.length()))))
                .append(cell);
    }

    /** Rounded as C and Python print: the exact binary value, ties to even. Java's own formatting rounds 0.125 up. */
    private String rounded(double value) {
        return new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
    }
}
