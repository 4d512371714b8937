package io.dcsdk.placement;

import io.dcsdk.drawing.SvgDrawing;
import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.CarbonMass;
import io.dcsdk.quantity.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A placement as a picture: a bar for each location in use, its length the location's objective in the parts items, energy and
 * opening; beside it what runs there, its tariff, its carbon intensity and the carbon emitted.
 *
 * @param placement a placement with at least one location
 */
public record PlacementChart(Placement placement) {
    private static final int WIDTH = 860;
    private static final int LEFT = 190;
    private static final int RIGHT = 820;
    private static final int TOP = 96;
    private static final int STEP = 64;
    private static final int BAR = 20;
    private static final int MOST_LETTERS = 100;
    private static final int MOST_NAME = 26;

    private static final String STYLE_SHEET = """
            .page { fill: #ffffff } .title { fill: #1f2328; font-size: 15px } .label { fill: #424a53 }
            .name { fill: #1f2328; font-size: 13px } .axis { stroke: #6e7781 }
            .items { fill: #1b6ca8 } .energy { fill: #e0a030 } .opening { fill: #8c959f }
            @media (prefers-color-scheme: dark) {
            .page { fill: #0d1117 } .title { fill: #e6edf3 } .label { fill: #b1bac4 }
            .name { fill: #e6edf3 } .axis { stroke: #7d8590 }
            .items { fill: #58a6ff } .energy { fill: #e3b341 } .opening { fill: #6e7681 }
            }
            """;

    /** Checks that there is something to draw. */
    public PlacementChart {
        if (placement.locations().isEmpty()) {
            throw ItemRules.of("placement chart", "")
                    .broken("placement", "no location", "has nothing to draw", "draw a placement of the optimiser.");
        }
    }

    /**
     * Draws the chart.
     *
     * @return an SVG document that needs nothing else, in light or dark colours as the reader prefers; the same text for equal
     *     placements
     */
    public String toSvg() {
        List<LocationPlan> plans = placement.locations();
        int bottom = TOP + STEP * plans.size();
        SvgDrawing drawing = new SvgDrawing(WIDTH, bottom + 24, title(), description(), STYLE_SHEET);
        drawing.text("title", 20, 30, "start", title());
        key(drawing);
        double longest = plans.stream()
                .mapToDouble(plan -> dollars(plan.objective()))
                .max()
                .orElse(0);
        double scale = longest > 0 ? (RIGHT - LEFT) / longest : 0;
        drawing.line("axis", LEFT, TOP - 14, LEFT, bottom);
        for (int k = 0; k < plans.size(); k++) {
            bar(drawing, plans.get(k), TOP + (double) STEP * k, scale);
        }
        return drawing.end();
    }

    private String title() {
        return shortened(
                "%s: %s over %s"
                        .formatted(
                                placement.problem().name(),
                                money(placement.objective()),
                                placement.problem().finance().horizon()),
                MOST_LETTERS);
    }

    private String description() {
        return placement.locations().stream()
                .map(plan -> "%s %s, of this items %s and opening %s, for %s"
                        .formatted(
                                placement.problem().location(plan.location()).name(),
                                money(plan.objective()),
                                money(plan.cost().total()),
                                money(plan.opening()),
                                parts(plan)))
                .collect(Collectors.joining("; ", "", "."));
    }

    private void key(SvgDrawing drawing) {
        String[] styles = {"items", "energy", "opening"};
        String[] words = {"items and their upkeep (C)", "energy and its carbon (lambda E)", "opening the location"};
        double x = 20;
        for (int k = 0; k < styles.length; k++) {
            drawing.rectangle(styles[k], x, 48, 12, 12);
            drawing.text("label", x + 18, 58, "start", words[k]);
            x += 230;
        }
    }

    private void bar(SvgDrawing drawing, LocationPlan plan, double y, double scale) {
        Location location = placement.problem().location(plan.location());
        double items = dollars(plan.cost().total());
        double opening = dollars(plan.opening());
        double energy = Math.max(0, dollars(plan.objective()) - items - opening);
        drawing.text("name", LEFT - 10, y + 14, "end", shortened(location.name(), MOST_NAME));
        drawing.text("label", LEFT - 10, y + 31, "end", money(plan.objective()));
        double x = LEFT;
        x = piece(drawing, "items", x, y, items * scale);
        x = piece(drawing, "energy", x, y, energy * scale);
        piece(drawing, "opening", x, y, opening * scale);
        drawing.text("label", LEFT + 6, y + BAR + 15, "start", shortened(parts(plan), MOST_LETTERS));
        drawing.text(
                "label",
                LEFT + 6,
                y + BAR + 30,
                "start",
                "%s, %s, %s of carbon"
                        .formatted(location.energyPrice(), location.carbonIntensity(), tonnes(plan.carbon())));
    }

    private static double piece(SvgDrawing drawing, String style, double x, double y, double width) {
        if (width > 0) {
            drawing.rectangle(style, x, y, width, BAR);
        }
        return x + width;
    }

    private static String parts(LocationPlan plan) {
        StringBuilder text = new StringBuilder();
        plan.parts().forEach((workload, count) -> {
            text.append(text.isEmpty() ? "" : ", ").append(workload);
            if (count > 1) {
                text.append(" x ").append(count);
            }
        });
        return text.toString();
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 3) + "...";
    }

    private static double dollars(Money money) {
        return money.base().doubleValue();
    }

    private static String money(Money money) {
        BigDecimal millions = money.base().movePointLeft(6).round(new MathContext(4));
        return String.format(Locale.ROOT, "%s million USD", millions.toPlainString());
    }

    private static String tonnes(CarbonMass mass) {
        BigDecimal tonnes = mass.base().movePointLeft(6).round(new MathContext(4));
        return tonnes.toPlainString() + " t";
    }
}
