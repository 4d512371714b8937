package io.dcsdk.optimizer.explanation;

import io.dcsdk.drawing.SvgDrawing;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A picture of repairs: for each figure that moves a bar for what was stated, which is 100 %, and one for what to state
 * instead. The same explanation gives the same bytes.
 */
public final class RepairDrawing {
    private static final int WIDTH = 820;
    private static final int LEFT = 210;
    private static final int BARS = 380;
    private static final int ROW = 40;
    private static final int TOP = 50;
    private static final int LONGEST_NAME = 32;
    private static final int LONGEST_TITLE = 90;
    private static final String STYLE = """
            .page { fill: #ffffff; }
            .heading { fill: #222222; font-size: 15px; }
            .section { fill: #222222; font-weight: bold; }
            .label { fill: #444444; }
            .stated { fill: #8593a1; }
            .raised { fill: #d57a2b; }
            .lowered { fill: #3278d9; }
            @media (prefers-color-scheme: dark) {
            .page { fill: #0d1117 } .heading { fill: #e6edf3 } .section { fill: #e6edf3 } .label { fill: #b1bac4 }
            .stated { fill: #5d6b7a } .raised { fill: #ff9b70 } .lowered { fill: #58a6ff }
            }
            """;

    private record Section(String title, List<Change> changes) {}

    private RepairDrawing() {}

    /**
     * Draws the repairs of an explanation.
     *
     * @param explanation of an infeasible problem; of any other the picture says so
     * @return SVG
     */
    public static String of(Explanation explanation) {
        List<Section> sections = new ArrayList<>();
        explanation.cheapest().ifPresent(repair -> sections.add(new Section("Cheapest repair", repair.changes())));
        List<Change> alone = explanation.singles().stream()
                .flatMap(single -> single.repair().stream())
                .flatMap(repair -> repair.changes().stream())
                .toList();
        if (!alone.isEmpty()) {
            sections.add(new Section("One change alone", alone));
        }
        int rows = sections.stream()
                .mapToInt(section -> section.changes().size() + 1)
                .sum();
        SvgDrawing drawing = new SvgDrawing(
                WIDTH,
                TOP + ROW * Math.max(1, rows) + 10,
                "Repairs of " + explanation.problem(),
                description(explanation, sections),
                STYLE);
        drawing.text("heading", 14, 26, "start", shortened("Repairs of " + explanation.problem(), LONGEST_TITLE));
        if (sections.isEmpty()) {
            drawing.text("label", 14, TOP + 20, "start", "No repair is known: the problem is " + explanation.status());
        }
        double unit = BARS / largest(sections);
        int y = TOP;
        for (Section section : sections) {
            drawing.text("section", 14, y + 26, "start", section.title());
            y += ROW;
            for (Change change : section.changes()) {
                bars(drawing, change, unit, y);
                y += ROW;
            }
        }
        return drawing.end();
    }

    private static String description(Explanation explanation, List<Section> sections) {
        return sections.isEmpty()
                ? "No repair is known: the problem is " + explanation.status()
                : sections.stream()
                        .map(section -> "%s: %s."
                                .formatted(
                                        section.title(),
                                        section.changes().stream()
                                                .map(Change::describe)
                                                .collect(Collectors.joining("; "))))
                        .collect(Collectors.joining(" "));
    }

    /** What to state instead, relative to what was stated; one unit where that is zero. */
    private static double relative(Change change) {
        BigDecimal from = change.from().signum() == 0 ? BigDecimal.ONE : change.from();
        return change.to().divide(from, MathContext.DECIMAL64).doubleValue();
    }

    private static double largest(List<Section> sections) {
        return sections.stream()
                .flatMap(section -> section.changes().stream())
                .mapToDouble(RepairDrawing::relative)
                .reduce(1, Math::max);
    }

    private static void bars(SvgDrawing drawing, Change change, double unit, int y) {
        drawing.text("label", LEFT - 10, y + 20, "end", shortened(change.requirement(), LONGEST_NAME));
        drawing.rectangle("stated", LEFT, y + 2, change.from().signum() == 0 ? 0 : unit, 14);
        drawing.rectangle(change.raised() ? "raised" : "lowered", LEFT, y + 18, unit * relative(change), 14);
        drawing.text("label", LEFT + BARS + 10, y + 13, "start", Amounts.text(change.from(), change.unit()));
        drawing.text(
                "label",
                LEFT + BARS + 10,
                y + 30,
                "start",
                "%s (%s%s)"
                        .formatted(
                                Amounts.text(change.to(), change.unit()),
                                change.raised() ? "+" : "-",
                                Amounts.percent(change.share())));
    }

    private static String shortened(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 3)) + "...";
    }
}
