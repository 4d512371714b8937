package io.dcsdk.optimizer.report;

import io.dcsdk.design.Evaluation;
import io.dcsdk.optimizer.hourly.SizingLedger;
import io.dcsdk.optimizer.hourly.SizingLedger.Built;
import io.dcsdk.optimizer.hourly.SizingLedger.Run;
import io.dcsdk.optimizer.hourly.SizingPictures;
import io.dcsdk.optimizer.report.Block.Column;
import io.dcsdk.optimizer.report.Block.Paragraph;
import io.dcsdk.optimizer.report.Block.Table;
import io.dcsdk.optimizer.report.StackPicture.Slice;
import io.dcsdk.quantity.CarbonMass;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.TimeSpan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What hardware and supply cost and emit together over the horizon, in which the steps of the supply repeat. */
final class HorizonSection {
    private final TimeSpan horizon;
    private final double times;
    /** What one unit of the supply's cost counts over the horizon, in US dollars. */
    private final double dollars;

    private final SizingPictures pictures;
    private final SizingLedger ledger;

    private HorizonSection(DesignFigures design, HourlyFacility facility) {
        horizon = design.problem().finance().horizon();
        times = horizon.in(TimeSpan.Unit.HOUR) / facility.supply().hours();
        dollars = times * facility.exchangeRate().doubleValue();
        pictures = facility.supply().pictures();
        ledger = pictures.ledger();
    }

    static Section of(DesignFigures design, List<LineShare> shares, HourlyFacility facility) {
        HorizonSection section = new HorizonSection(design, facility);
        SizingReport supply = facility.supply();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph("The %s hours of the supply count %s times: that is the horizon of %s."
                .formatted(Figures.number(supply.hours()), Figures.number(section.times), section.horizon)));
        if (facility.exchangeRate().compareTo(BigDecimal.ONE) != 0) {
            blocks.add(new Paragraph(
                    "What the supply costs is in %s above; here it is in USD, at %s USD for one %s over the whole horizon."
                            .formatted(
                                    supply.currency(), facility.exchangeRate().toPlainString(), supply.currency())));
        }
        section.cost(shares, blocks);
        section.carbon(
                Evaluation.of(design.problem(), design.selection()).footprint().embodied(), blocks);
        return new Section("Cost and carbon together", blocks);
    }

    private void cost(List<LineShare> shares, List<Block> blocks) {
        List<Slice> slices = new ArrayList<>();
        for (LineShare.Sum sum : LineShare.byCategory(shares)) {
            slices.add(money(sum.label(), sum.cost().total().in(Money.Unit.USD), OptionalInt.empty()));
        }
        slices.add(money(
                "Supply: capacities",
                dollars * ledger.built().stream().mapToDouble(Built::cost).sum(),
                OptionalInt.empty()));
        for (Run run : ledger.runs()) {
            if (Math.abs(run.cost()) >= 1e-3) {
                slices.add(money("Supply: running " + run.name(), dollars * run.cost(), pictures.colour(run.name())));
            }
        }
        blocks.addAll(StackPicture.block("Cost over " + horizon, slices, value -> Figures.number(value) + " USD"));
        blocks.add(table("Cost of hardware and supply over " + horizon, "USD", slices));
    }

    private static Slice money(String label, double cost, OptionalInt colour) {
        return new Slice(label, cost, Figures.number(cost) + " USD", colour);
    }

    private void carbon(CarbonMass embodied, List<Block> blocks) {
        List<Slice> slices = new ArrayList<>();
        for (Run run : ledger.runs()) {
            run.carbon()
                    .ifPresent(tonnes -> slices.add(
                            tonnes("Operation: " + run.name(), times * tonnes, pictures.colour(run.name()))));
        }
        if (!embodied.isZero()) {
            slices.add(tonnes("Making the servers", embodied.in(CarbonMass.Unit.TONNE), OptionalInt.empty()));
        }
        if (slices.isEmpty()) {
            blocks.add(new Paragraph("Carbon is not counted: neither sources nor servers state any."));
            return;
        }
        blocks.addAll(StackPicture.block("Carbon over " + horizon, slices, value -> Figures.number(value) + " tCO2e"));
        blocks.add(table("Carbon of operation and of making the servers over " + horizon, "tCO2e", slices));
        blocks.add(
                new Paragraph(
                        "Operation is counted by the hour with the factors of the supply. Servers count with what their makers state; what is not stated, and making all else, is left out."));
    }

    private static Slice tonnes(String label, double tonnes, OptionalInt colour) {
        return new Slice(label, tonnes, Figures.number(tonnes) + " tCO2e", colour);
    }

    private static Table table(String caption, String unit, List<Slice> slices) {
        double sum = slices.stream().mapToDouble(Slice::size).sum();
        double whole = StackPicture.whole(slices);
        List<List<String>> rows = new ArrayList<>();
        for (Slice slice : slices) {
            rows.add(List.of(slice.label(), Figures.number(slice.size()), share(slice.size(), whole)));
        }
        rows.add(List.of("Together", Figures.number(sum), share(sum, whole)));
        boolean earns = slices.stream().anyMatch(slice -> slice.size() < 0);
        String shares = earns ? "Share of the longer bar" : "Share";
        return new Table(caption, List.of(Column.text("Part"), Column.figures(unit), Column.figures(shares)), rows);
    }

    private static String share(double part, double whole) {
        return whole > 0 ? Figures.percent(part / whole) : "-";
    }
}
