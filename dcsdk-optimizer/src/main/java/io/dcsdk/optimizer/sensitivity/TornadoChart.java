package io.dcsdk.optimizer.sensitivity;

import io.dcsdk.drawing.SvgDrawing;
import io.dcsdk.optimizer.explanation.Amounts;
import io.dcsdk.quantity.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A picture of what moved figures change: for each requirement or limit one bar for the figure raised and one for it lowered, to
 * the left what is saved, to the right what it costs, the largest on top. Where only an interval is proven, its uncertain part
 * is pale. The same sensitivity gives the same bytes.
 */
public final class TornadoChart {
    private static final int WIDTH = 960;
    private static final int LEFT = 200;
    private static final int BARS = 420;
    private static final int ROW = 42;
    private static final int TOP = 78;
    private static final int LONGEST_NAME = 30;
    private static final int LONGEST_TITLE = 90;
    private static final MathContext SHORT = new MathContext(4, RoundingMode.HALF_EVEN);
    private static final String STYLE = """
            .page { fill: #ffffff } .heading { fill: #1f2328; font-size: 15px } .label { fill: #424a53 }
            .axis { stroke: #6e7781 }
            .raised { fill: #d57a2b } .raised-open { fill: #d57a2b; fill-opacity: 0.35 }
            .lowered { fill: #3278d9 } .lowered-open { fill: #3278d9; fill-opacity: 0.35 }
            @media (prefers-color-scheme: dark) {
            .page { fill: #0d1117 } .heading { fill: #e6edf3 } .label { fill: #b1bac4 } .axis { stroke: #7d8590 }
            }
            """;

    private TornadoChart() {}

    /**
     * Draws the marginal values of a sensitivity.
     *
     * @param sensitivity of a problem with a plan; of any other the picture says so
     * @return an SVG document that needs nothing else
     */
    public static String of(Sensitivity sensitivity) {
        Map<String, List<MarginalValue>> rows = new LinkedHashMap<>();
        sensitivity.marginalValues().forEach(value -> rows.computeIfAbsent(
                        value.requirement(), absent -> new ArrayList<>())
                .add(value));
        List<List<MarginalValue>> sorted = new ArrayList<>(rows.values());
        sorted.sort(Comparator.comparing(TornadoChart::reach).reversed());
        String title = shortened("What moved figures change: " + sensitivity.problem(), LONGEST_TITLE);
        SvgDrawing drawing = new SvgDrawing(
                WIDTH, TOP + ROW * Math.max(1, sorted.size()) + 12, title, description(sensitivity), STYLE);
        drawing.text("heading", 14, 26, "start", title);
        if (sorted.isEmpty()) {
            drawing.text("label", 14, TOP, "start", "No figure was moved: the analysis is " + sensitivity.status());
            return drawing.end();
        }
        BigDecimal low = BigDecimal.ZERO;
        BigDecimal high = BigDecimal.ZERO;
        for (MarginalValue value : sensitivity.marginalValues()) {
            low = low.min(value.least().map(Money::base).orElse(low));
            high = high.max(value.most().map(Money::base).orElse(high));
        }
        new Sketch(drawing, low, high).draw(sorted);
        return drawing.end();
    }

    private static String description(Sensitivity sensitivity) {
        return sensitivity.marginalValues().isEmpty()
                ? "No figure was moved: the analysis is " + sensitivity.status()
                : sensitivity.marginalValues().stream()
                        .map(value -> "%s %s".formatted(value.requirement(), words(value)))
                        .collect(Collectors.joining("; ", "What moved figures change of the objective. ", "."));
    }

    private static BigDecimal reach(List<MarginalValue> row) {
        return row.stream()
                .flatMap(value -> List.of(value.least(), value.most()).stream())
                .flatMap(Optional::stream)
                .map(money -> money.base().abs())
                .reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    private static String shortened(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }

    private static String signed(BigDecimal dollars) {
        BigDecimal rounded = dollars.round(SHORT);
        return (rounded.signum() > 0 ? "+" : "") + Amounts.number(rounded);
    }

    /** Such as "+1 TB: +12,000 USD". */
    private static String words(MarginalValue value) {
        String step = (signed(value.to().subtract(value.from())) + " " + value.unit()).strip();
        if (value.basis() == MarginalBasis.IMPOSSIBLE) {
            return step + ": no design";
        }
        String least = value.least().map(Money::base).map(TornadoChart::signed).orElse("?");
        String most = value.most().map(Money::base).map(TornadoChart::signed).orElse("?");
        return least.equals(most) ? step + ": " + least + " USD" : "%s: %s to %s USD".formatted(step, least, most);
    }

    /** The drawing under way. */
    private static final class Sketch {
        private final SvgDrawing drawing;
        private final BigDecimal low;
        private final BigDecimal high;

        Sketch(SvgDrawing drawing, BigDecimal low, BigDecimal high) {
            this.drawing = drawing;
            this.low = low;
            this.high = high;
        }

        void draw(List<List<MarginalValue>> rows) {
            double zero = x(BigDecimal.ZERO);
            int bottom = TOP + ROW * rows.size();
            drawing.rectangle("raised", LEFT, 40, 12, 10);
            drawing.text("label", LEFT + 18.0, 49, "start", "raised");
            drawing.rectangle("lowered", LEFT + 80.0, 40, 12, 10);
            drawing.text("label", LEFT + 98.0, 49, "start", "lowered; pale: not certain");
            drawing.text("label", zero, TOP - 8.0, "middle", "0");
            if (low.signum() < 0) {
                drawing.text("label", LEFT, TOP - 8.0, "start", signed(low) + " USD");
            }
            if (high.signum() > 0) {
                drawing.text("label", LEFT + (double) BARS, TOP - 8.0, "end", signed(high) + " USD");
            }
            for (int k = 0; k < rows.size(); k++) {
                int y = TOP + ROW * k;
                List<MarginalValue> row = rows.get(k);
                drawing.text(
                        "label",
                        LEFT - 10.0,
                        y + 24.0,
                        "end",
                        shortened(row.get(0).requirement(), LONGEST_NAME));
                for (MarginalValue value : row) {
                    int at = value.raised() ? y + 4 : y + 21;
                    bar(value, at);
                    drawing.text("label", LEFT + BARS + 12.0, at + 12.0, "start", words(value));
                }
            }
            drawing.line("axis", zero, TOP, zero, bottom);
        }

        private void bar(MarginalValue value, int y) {
            String style = value.raised() ? "raised" : "lowered";
            Optional<BigDecimal> least = value.least().map(Money::base);
            Optional<BigDecimal> most = value.most().map(Money::base);
            BigDecimal from = least.orElse(BigDecimal.ZERO).min(BigDecimal.ZERO);
            BigDecimal to = most.orElse(BigDecimal.ZERO).max(BigDecimal.ZERO);
            // What is certain reaches from zero to the nearer end of the interval.
            BigDecimal certain = least.filter(end -> end.signum() > 0)
                    .or(() -> most.filter(end -> end.signum() < 0))
                    .orElse(BigDecimal.ZERO);
            span(style + "-open", from, to, y);
            span(style, certain.min(BigDecimal.ZERO), certain.max(BigDecimal.ZERO), y);
        }

        private void span(String style, BigDecimal from, BigDecimal to, int y) {
            if (to.compareTo(from) > 0) {
                double start = x(from);
                drawing.rectangle(style, start, y, x(to) - start, 15);
            }
        }

        private double x(BigDecimal dollars) {
            BigDecimal width = high.subtract(low);
            if (width.signum() == 0) {
                return LEFT + BARS / 2.0;
            }
            return LEFT
                    + BARS
                            * dollars.subtract(low)
                                    .divide(width, MathContext.DECIMAL64)
                                    .doubleValue();
        }
    }
}
