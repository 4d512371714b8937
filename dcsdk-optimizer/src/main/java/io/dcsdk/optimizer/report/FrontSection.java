package io.dcsdk.optimizer.report;

import io.dcsdk.optimizer.pareto.FrontDesign;
import io.dcsdk.optimizer.pareto.ParetoChart;
import io.dcsdk.optimizer.pareto.ParetoFront;
import io.dcsdk.optimizer.pareto.SupportedPoint;
import io.dcsdk.optimizer.pareto.UnsupportedPoint;
import io.dcsdk.optimizer.report.Block.Column;
import io.dcsdk.optimizer.report.Block.Paragraph;
import io.dcsdk.optimizer.report.Block.Picture;
import io.dcsdk.optimizer.report.Block.Table;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** What other weights of energy would choose. */
final class FrontSection {
    private FrontSection() {}

    /** A front with at least one design. */
    static Section of(ParetoFront front) {
        List<List<String>> rows = new ArrayList<>();
        for (SupportedPoint point : front.supported()) {
            String range = "%s to %s"
                    .formatted(weight(point.from().base()), weight(point.to().base()));
            rows.add(row(range, point.design(), Shown.gap(point.gap().base())));
        }
        for (UnsupportedPoint point : front.unsupported()) {
            rows.add(row("none", point.design(), "-"));
        }
        return new Section(
                "Cost against energy",
                List.of(
                        new Paragraph(
                                ("Each design is the best for a range of λ. For every λ from %s to %s nothing is better than the best of"
                                                + " these by more than %s of C + λE.")
                                        .formatted(
                                                front.from(),
                                                front.to(),
                                                front.worstGap()
                                                        .map(gap -> Shown.gap(gap.base()))
                                                        .orElse("-"))),
                        new Picture(new ParetoChart(front).toSvg()),
                        new Table(
                                "Designs from the cheapest to the most frugal",
                                List.of(
                                        Column.text("λ in USD/kWh"),
                                        Column.figures("C"),
                                        Column.figures("E"),
                                        Column.figures("Gap"),
                                        Column.text("Items")),
                                rows)));
    }

    private static List<String> row(String range, FrontDesign design, String gap) {
        return List.of(range, Shown.money(design.cost()), Shown.energy(design.energy()), gap, design.items());
    }

    /** The base of an energy price is USD/kWh. */
    private static String weight(BigDecimal price) {
        BigDecimal shown = price.round(new MathContext(5)).stripTrailingZeros();
        return shown.signum() == 0 ? "0" : shown.toPlainString();
    }
}
