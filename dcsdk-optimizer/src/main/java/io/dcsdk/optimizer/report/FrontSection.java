package io.dcsdk.optimizer.report;

import io.dcsdk.optimizer.pareto.FrontDesign;
import io.dcsdk.optimizer.pareto.FrontMeasure;
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
        boolean isOfEnergy = front.against() == FrontMeasure.ENERGY;
        List<List<String>> rows = new ArrayList<>();
        for (SupportedPoint point : front.supported()) {
            String range = "%s to %s"
                    .formatted(weight(point.from().dollars()), weight(point.to().dollars()));
            rows.add(row(
                    front.against(),
                    range,
                    point.design(),
                    Shown.gap(point.gap().base())));
        }
        for (UnsupportedPoint point : front.unsupported()) {
            rows.add(row(front.against(), "none", point.design(), "-"));
        }
        return new Section(
                "Cost against " + front.against(),
                List.of(
                        new Paragraph(
                                ("Each design is the best for a range of λ. For every λ from %s to %s nothing is better than the best of"
                                                + " these by more than %s of C + λ%s.")
                                        .formatted(
                                                front.from(),
                                                front.to(),
                                                front.worstGap()
                                                        .map(gap -> Shown.gap(gap.base()))
                                                        .orElse("-"),
                                                isOfEnergy ? "E" : " times " + front.against())),
                        new Picture(new ParetoChart(front).toSvg()),
                        new Table(
                                "Designs from the cheapest to the most frugal",
                                List.of(
                                        Column.text(
                                                "λ in USD/" + front.against().unit()),
                                        Column.figures("C"),
                                        Column.figures(
                                                isOfEnergy
                                                        ? "E"
                                                        : front.against().toString()),
                                        Column.figures("Gap"),
                                        Column.text("Items")),
                                rows)));
    }

    private static List<String> row(FrontMeasure measure, String range, FrontDesign design, String gap) {
        String amount = measure == FrontMeasure.ENERGY
                ? Shown.energy(design.energy())
                : design.amount(measure).toString();
        return List.of(range, Shown.money(design.cost()), amount, gap, design.items());
    }

    private static String weight(BigDecimal price) {
        BigDecimal shown = price.round(new MathContext(5)).stripTrailingZeros();
        return shown.signum() == 0 ? "0" : shown.toPlainString();
    }
}
