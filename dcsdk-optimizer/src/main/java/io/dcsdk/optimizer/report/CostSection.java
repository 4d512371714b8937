package io.dcsdk.optimizer.report;

import io.dcsdk.design.Cost;
import io.dcsdk.optimizer.report.Block.Column;
import io.dcsdk.optimizer.report.Block.Paragraph;
import io.dcsdk.optimizer.report.Block.Picture;
import io.dcsdk.optimizer.report.Block.Table;
import io.dcsdk.quantity.Money;
import java.util.ArrayList;
import java.util.List;

/** What C is made of. */
final class CostSection {
    private CostSection() {}

    static Section of(DesignFigures design, List<LineShare> shares) {
        Money total = design.cost().total();
        List<List<String>> rows = new ArrayList<>();
        List<StackPicture.Slice> slices = new ArrayList<>();
        for (LineShare.Sum sum : LineShare.byCategory(shares)) {
            rows.add(row(sum.label(), sum.cost(), total));
            slices.add(new StackPicture.Slice(
                    sum.label(),
                    sum.cost().total().base().doubleValue(),
                    Shown.money(sum.cost().total())));
        }
        rows.add(row("C", design.cost(), total));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Picture(StackPicture.of("C by what it is spent on", slices)));
        blocks.add(new Table(
                "C over " + design.problem().finance().horizon(),
                List.of(
                        Column.text("Part"),
                        Column.figures("Hardware"),
                        Column.figures("Software"),
                        Column.figures("Maintenance"),
                        Column.figures("Together"),
                        Column.figures("Share")),
                rows));
        design.problem()
                .finance()
                .discountRate()
                .ifPresent(rate -> blocks.add(new Paragraph("Capital counts as equal annual payments at %s interest."
                        .formatted(Shown.percent(rate.base())))));
        Money weighted = design.objective().minus(total);
        blocks.add(new Paragraph("With energy: C + λE = %s + %s × %s = %s + %s = %s."
                .formatted(
                        Shown.money(total),
                        design.problem().lambda(),
                        Shown.energy(design.energy().total()),
                        Shown.money(total),
                        Shown.money(weighted),
                        Shown.money(design.objective()))));
        return new Section("What it costs", blocks);
    }

    private static List<String> row(String label, Cost cost, Money total) {
        return List.of(
                label,
                Shown.money(cost.hardware()),
                Shown.money(cost.software()),
                Shown.money(cost.maintenance()),
                Shown.money(cost.total()),
                total.isZero()
                        ? "-"
                        : Shown.percent(cost.total().dividedBy(total).base()));
    }
}
