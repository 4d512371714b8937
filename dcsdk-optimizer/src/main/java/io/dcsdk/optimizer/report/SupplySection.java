package io.dcsdk.optimizer.report;

import io.dcsdk.design.SupplyUse;
import io.dcsdk.energy.Supply;
import io.dcsdk.energy.SupplyKind;
import io.dcsdk.item.Source;
import io.dcsdk.optimizer.report.Block.Column;
import io.dcsdk.optimizer.report.Block.Paragraph;
import io.dcsdk.optimizer.report.Block.Picture;
import io.dcsdk.optimizer.report.Block.Table;
import io.dcsdk.optimizer.report.StackPicture.Slice;
import io.dcsdk.quantity.CarbonMass;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.TimeSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where the energy comes from, what it emits, and where the factors come from; of a plan that chooses its supply. */
final class SupplySection {
    private static final TimeSpan YEAR = TimeSpan.years(1);

    private SupplySection() {}

    static Optional<Section> of(DesignFigures design) {
        List<Slice> energies = new ArrayList<>();
        List<Slice> carbons = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        CarbonMass total = CarbonMass.ZERO;
        for (var entry : design.selection().supplies().entrySet()) {
            if (design.problem().items().find(entry.getKey()).orElse(null) instanceof Supply supply) {
                SupplyUse use = entry.getValue();
                Energy energy = use.meanOutput().times(YEAR);
                boolean brings = supply.kind() != SupplyKind.BATTERY;
                CarbonMass carbon = brings ? supply.carbonIntensity().times(energy) : CarbonMass.ZERO;
                total = total.plus(carbon);
                if (brings) {
                    energies.add(new Slice(supply.name(), energy.base().doubleValue(), Shown.energy(energy)));
                    carbons.add(new Slice(supply.name(), carbon.base().doubleValue(), tonnes(carbon)));
                }
                rows.add(List.of(
                        supply.name(),
                        Shown.power(use.capacity()),
                        brings ? Shown.energy(energy) : "-",
                        brings ? supply.carbonIntensity().toString() : "-",
                        brings ? tonnes(carbon) : "-",
                        sources(supply)));
            }
        }
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Picture(StackPicture.of("Energy of a year by supply", energies)));
        blocks.add(new Picture(StackPicture.of("Carbon of a year's energy by supply", carbons)));
        blocks.add(new Table(
                "Supply of a year, and its carbon",
                List.of(
                        Column.text("Supply"),
                        Column.figures("Capacity"),
                        Column.figures("Energy a year"),
                        Column.figures("Carbon intensity"),
                        Column.figures("Carbon a year"),
                        Column.text("Factor from")),
                rows));
        blocks.add(new Paragraph(
                "Together %s a year, by the yearly mean of each supply; manufacture is not counted. energy size dispatches a supply hour by hour."
                        .formatted(tonnes(total))));
        return Optional.of(new Section("Where the energy comes from", blocks));
    }

    private static String tonnes(CarbonMass mass) {
        return Figures.number(mass.in(CarbonMass.Unit.TONNE)) + " tCO2e";
    }

    private static String sources(Supply supply) {
        String found = supply.sources().stream()
                .filter(source -> source.covers("carbonIntensity"))
                .map(SupplySection::described)
                .collect(Collectors.joining("; "));
        return found.isEmpty() ? "not stated" : found;
    }

    private static String described(Source source) {
        return "%s (%d)%s".formatted(source.title(), source.year(), source.estimate() ? ", estimate" : "");
    }
}
