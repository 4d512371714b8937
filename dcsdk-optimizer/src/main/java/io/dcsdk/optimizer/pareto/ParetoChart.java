package io.dcsdk.optimizer.pareto;

import io.dcsdk.drawing.ChartAxis;
import io.dcsdk.drawing.SvgDrawing;
import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A front as a picture: C against energy, carbon or water, the supported designs joined by the convex hull, the unsupported
 * ones as rings, where more may be as shaded rectangles. Beside each corner stands the weight from which on it is the best.
 *
 * @param front a front with at least one design
 */
public record ParetoChart(ParetoFront front) {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 520;
    private static final int LEFT = 76;
    private static final int RIGHT = 656;
    private static final int TOP = 92;
    private static final int BOTTOM = 452;
    private static final int MOST_TITLE = 80;
    private static final double MARK = 4;
    private static final double LETTER_HEIGHT = 15;
    private static final double LABEL = 96;

    private static final String STYLE_SHEET = """
            .page { fill: #ffffff } .title { fill: #1f2328; font-size: 15px } .label { fill: #424a53 }
            .grid { stroke: #e3e7eb } .axis { stroke: #6e7781 } .hull { fill: none; stroke: #1b6ca8; stroke-width: 2 }
            .corner { fill: #1b6ca8 } .other { fill: none; stroke: #c8553d; stroke-width: 1.5 }
            .unexplored { fill: #c8553d; fill-opacity: 0.08 }
            @media (prefers-color-scheme: dark) {
            .page { fill: #0d1117 } .title { fill: #e6edf3 } .label { fill: #b1bac4 }
            .grid { stroke: #262c34 } .axis { stroke: #7d8590 } .hull { stroke: #58a6ff }
            .corner { fill: #58a6ff } .other { stroke: #ff9b70 } .unexplored { fill: #ff9b70; fill-opacity: 0.12 }
            }
            """;

    /** Checks that there is something to draw. */
    public ParetoChart {
        if (front.supported().isEmpty()) {
            throw ItemRules.of("Pareto chart", "")
                    .broken(
                            "front",
                            front.status(),
                            "has no design to draw",
                            "look at its conflict, or allow more time.");
        }
    }

    /** A unit whose numbers are short on an axis. */
    private record AxisUnit(String symbol, double size) {}

    /**
     * Draws the chart.
     *
     * @return an SVG document that needs nothing else, {@value #WIDTH} by {@value #HEIGHT} pixels, in light or dark colours
     *     as the reader prefers; the same text for equal fronts
     */
    public String toSvg() {
        return new Sketch().svg();
    }

    /** The drawing under way. */
    private final class Sketch {
        private final SvgDrawing drawing = new SvgDrawing(WIDTH, HEIGHT, title(), description(), STYLE_SHEET);
        private final AxisUnit money;
        private final AxisUnit power;
        private final ChartAxis across;
        private final ChartAxis up;

        Sketch() {
            List<FrontDesign> designs = Stream.concat(
                            front.supported().stream().map(SupportedPoint::design),
                            front.unsupported().stream().map(UnsupportedPoint::design))
                    .toList();
            double[] energies = designs.stream()
                    .mapToDouble(design -> design.amount(front.against()).inUnits())
                    .sorted()
                    .toArray();
            double[] costs = designs.stream()
                    .mapToDouble(design -> dollars(design.cost()))
                    .sorted()
                    .toArray();
            power = unit(energies[energies.length - 1], symbols());
            money = unit(costs[costs.length - 1], "USD", "thousand USD", "million USD", "billion USD");
            across = ChartAxis.around(energies[0] / power.size, energies[energies.length - 1] / power.size, 8);
            up = ChartAxis.around(costs[0] / money.size, costs[costs.length - 1] / money.size, 8);
        }

        private static AxisUnit unit(double largest, String... symbols) {
            int thousands = 0;
            double size = 1;
            while (thousands + 1 < symbols.length && largest >= 2000 * size) {
                thousands++;
                size *= 1000;
            }
            return new AxisUnit(symbols[thousands], size);
        }

        private String svg() {
            drawing.text("title", LEFT, 30, "start", title());
            axes();
            for (UnexploredRegion region : front.unexplored()) {
                double left = x(region.leastAmount());
                double top = y(region.mostCost());
                drawing.rectangle("unexplored", left, top, x(region.mostAmount()) - left, y(region.leastCost()) - top);
            }
            List<double[]> corners = new ArrayList<>();
            front.supported()
                    .forEach(point -> corners.add(new double[] {
                        x(amount(point.design())), y(point.design().cost())
                    }));
            drawing.path("hull", corners);
            front.unsupported()
                    .forEach(point -> drawing.circle(
                            "other", x(amount(point.design())), y(point.design().cost()), MARK));
            corners.forEach(corner -> drawing.circle("corner", corner[0], corner[1], MARK));
            weights(corners);
            legend();
            return drawing.end();
        }

        private void axes() {
            for (BigDecimal tick : across.ticks()) {
                double x = x(tick.doubleValue());
                drawing.line("grid", x, TOP, x, BOTTOM);
                drawing.text("label", x, BOTTOM + 18.0, "middle", ChartAxis.label(tick));
            }
            for (BigDecimal tick : up.ticks()) {
                double y = y(tick.doubleValue());
                drawing.line("grid", LEFT, y, RIGHT, y);
                drawing.text("label", LEFT - 8.0, y + 4, "end", ChartAxis.label(tick));
            }
            drawing.line("axis", LEFT, BOTTOM, RIGHT, BOTTOM);
            drawing.line("axis", LEFT, TOP, LEFT, BOTTOM);
            drawing.text("label", (LEFT + RIGHT) / 2.0, BOTTOM + 38.0, "middle", name() + " in " + power.symbol);
            drawing.text("label", LEFT - 60.0, TOP - 12.0, "start", "C, cost in " + money.symbol);
        }

        /** The lambdas beside the corners, unless they would run into each other. */
        private void weights(List<double[]> corners) {
            List<double[]> labelled = new ArrayList<>();
            for (int k = 0; k < corners.size(); k++) {
                double[] corner = corners.get(k);
                boolean isFree = labelled.stream()
                        .noneMatch(other -> Math.abs(other[1] - corner[1]) < LETTER_HEIGHT
                                && Math.abs(other[0] - corner[0]) < LABEL);
                if (isFree) {
                    labelled.add(corner);
                    String weight =
                            "λ from " + shortened(front.supported().get(k).from());
                    // Right above a corner: there the hull never is.
                    drawing.text("label", corner[0] + 9, corner[1] - 6, "start", weight);
                }
            }
        }

        private void legend() {
            double y = TOP - 36.0;
            drawing.line("hull", LEFT, y, LEFT + 22.0, y);
            drawing.circle("corner", LEFT + 11.0, y, MARK);
            drawing.text(
                    "label",
                    LEFT + 28.0,
                    y + 4,
                    "start",
                    "best at some λ (USD/" + front.against().unit() + ")");
            if (!front.unsupported().isEmpty()) {
                drawing.circle("other", LEFT + 204.0, y, MARK);
                drawing.text("label", LEFT + 214.0, y + 4, "start", "best at none");
            }
            if (!front.unexplored().isEmpty()) {
                drawing.rectangle("unexplored", LEFT + 310.0, y - 7, 18, 14);
                drawing.text("label", LEFT + 334.0, y + 4, "start", "not looked for designs that are best at none");
            }
        }

        private double x(FrontAmount amount) {
            return x(amount.inUnits() / power.size);
        }

        private double x(double value) {
            return LEFT + (RIGHT - LEFT) * across.place(value);
        }

        private double y(Money cost) {
            return y(dollars(cost) / money.size);
        }

        private double y(double value) {
            return BOTTOM - (BOTTOM - TOP) * up.place(value);
        }
    }

    private FrontAmount amount(FrontDesign design) {
        return design.amount(front.against());
    }

    private String name() {
        return switch (front.against()) {
            case ENERGY -> "E, energy";
            case CARBON -> "Carbon, CO2 equivalent";
            case WATER -> "Water";
        };
    }

    /** Units, each a thousand times the one before. */
    private String[] symbols() {
        return switch (front.against()) {
            case ENERGY -> new String[] {"kWh", "MWh", "GWh", "TWh"};
            case CARBON -> new String[] {"kg", "t", "thousand t", "million t"};
            case WATER -> new String[] {"L", "m3", "thousand m3", "million m3"};
        };
    }

    private static double dollars(Money money) {
        return money.in(Money.Unit.USD);
    }

    private static String shortened(FrontWeight lambda) {
        BigDecimal value = lambda.dollars().round(new MathContext(3));
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private String title() {
        String name = front.problem();
        int length = name.codePointCount(0, name.length());
        String shown =
                length <= MOST_TITLE ? name : name.substring(0, name.offsetByCodePoints(0, MOST_TITLE - 1)) + "…";
        return String.format(Locale.ROOT, "%s: cost against %s over %s", shown, front.against(), front.horizon());
    }

    /** The corners in words, so that nothing of the picture is for the eye alone. */
    private String description() {
        String corners = front.supported().stream()
                .map(point -> "from λ %s USD/%s on C %s and %s %s"
                        .formatted(
                                shortened(point.from()),
                                front.against().unit(),
                                point.design().cost(),
                                front.against(),
                                amount(point.design())))
                .collect(Collectors.joining("; "));
        return "Cost against %s. The best designs, from the cheapest to the most frugal: %s. Best at no λ: %d designs."
                .formatted(front.against(), corners, front.unsupported().size());
    }
}
