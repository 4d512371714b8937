package io.dcsdk.optimizer.report;

import io.dcsdk.optimizer.hourly.SizingLedger;
import io.dcsdk.optimizer.hourly.SizingLedger.Run;
import io.dcsdk.optimizer.hourly.SizingPictures;
import io.dcsdk.optimizer.report.Block.Column;
import io.dcsdk.optimizer.report.Block.Paragraph;
import io.dcsdk.optimizer.report.Block.Table;
import io.dcsdk.optimizer.report.StackPicture.Slice;
import io.dcsdk.optimizer.sizing.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What each source emits, and where the factors come from. */
final class SizingCarbon {
    private static final String HEADING = "Carbon of the supply";

    private SizingCarbon() {}

    static Section of(SizingPictures pictures, Map<String, Profile> emissions, Map<String, String> sources) {
        SizingLedger ledger = pictures.ledger();
        if (emissions.isEmpty()) {
            return new Section(
                    HEADING, List.of(new Paragraph("Nothing is counted: the system states no factor of any source.")));
        }
        List<List<String>> rows = new ArrayList<>();
        List<Slice> slices = new ArrayList<>();
        for (Run run : ledger.runs()) {
            if (run.carbon().isPresent()) {
                double tonnes = run.carbon().getAsDouble();
                slices.add(
                        new Slice(run.name(), tonnes, Figures.number(tonnes) + " tCO2e", pictures.colour(run.name())));
                rows.add(List.of(
                        run.name(),
                        Figures.number(tonnes),
                        run.energy() > 1e-3 ? Figures.number(1000 * tonnes / run.energy()) : "-",
                        sources.getOrDefault(run.name(), "not stated")));
            }
        }
        rows.add(List.of("Together", Figures.number(ledger.carbon().orElse(0)), "-", "-"));
        List<String> unknown = ledger.runs().stream()
                .filter(run -> run.carbon().isEmpty())
                .map(Run::name)
                .toList();
        List<Block> blocks = new ArrayList<>();
        blocks.addAll(StackPicture.block(
                "Carbon of operation by source", slices, tonnes -> Figures.number(tonnes) + " tCO2e"));
        blocks.add(new Table(
                "Carbon of operation: energy of each step times the factor of that step",
                List.of(
                        Column.text("Source"),
                        Column.figures("tCO2e"),
                        Column.figures("g/kWh on average"),
                        Column.text("Factor from")),
                rows));
        blocks.add(
                new Paragraph(
                        "With average factors of the grid where the site is, this is the location-based result of the GHG Protocol for what is"
                                + " drawn; with factors of contracts it is the market-based one. Manufacture of what is built is not counted."));
        if (!unknown.isEmpty()) {
            blocks.add(new Paragraph("Without a factor, and so without carbon: %s.".formatted(Shown.joined(unknown))));
        }
        return new Section(HEADING, blocks);
    }
}
