package io.dcsdk.optimizer.report;

import io.dcsdk.design.Finance;
import io.dcsdk.optimizer.report.Block.Column;
import io.dcsdk.optimizer.report.Block.Picture;
import io.dcsdk.optimizer.report.Block.Table;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.Power;
import java.util.ArrayList;
import java.util.List;

/** What E is made of. */
final class EnergySection {
    private final Finance finance;
    private final Energy total;
    private final List<List<String>> rows = new ArrayList<>();
    private final List<StackPicture.Slice> slices = new ArrayList<>();

    private EnergySection(Finance finance, Energy total) {
        this.finance = finance;
        this.total = total;
    }

    static Section of(DesignFigures design, List<LineShare> shares) {
        EnergySection section =
                new EnergySection(design.problem().finance(), design.energy().total());
        for (LineShare.Sum sum : LineShare.byCategory(shares)) {
            if (!sum.peakIt().isZero()) {
                section.part(sum.label(), sum.meanIt(), sum.peakIt());
            }
        }
        section.part("Cooling", design.loads().meanCooling(), design.loads().peakCooling());
        section.rows.add(section.row("E", design.loads().mean(), design.loads().peak()));
        return new Section(
                "What it draws",
                List.of(
                        new Picture(StackPicture.of("E by what draws it", section.slices)),
                        new Table(
                                "Power, and E over " + section.finance.horizon(),
                                List.of(
                                        Column.text("Part"),
                                        Column.figures("Mean power"),
                                        Column.figures("Peak power"),
                                        Column.figures("Energy"),
                                        Column.figures("Share")),
                                section.rows)));
    }

    private void part(String label, Power mean, Power peak) {
        Energy energy = finance.energy(mean);
        rows.add(row(label, mean, peak));
        slices.add(new StackPicture.Slice(label, energy.base().doubleValue(), Shown.energy(energy)));
    }

    private List<String> row(String label, Power mean, Power peak) {
        Energy energy = finance.energy(mean);
        String share =
                total.isZero() ? "-" : Shown.percent(energy.dividedBy(total).base());
        return List.of(label, Shown.power(mean), Shown.power(peak), Shown.energy(energy), share);
    }
}
