package io.dcsdk.optimizer.report;

import io.dcsdk.drawing.Chart;
import io.dcsdk.optimizer.hourly.SizingLedger;
import io.dcsdk.optimizer.hourly.SizingLedger.Built;
import io.dcsdk.optimizer.hourly.SizingLedger.Run;
import io.dcsdk.optimizer.hourly.SizingPictures;
import io.dcsdk.optimizer.report.Block.Bullet;
import io.dcsdk.optimizer.report.Block.Bullets;
import io.dcsdk.optimizer.report.Block.Caption;
import io.dcsdk.optimizer.report.Block.Column;
import io.dcsdk.optimizer.report.Block.Paragraph;
import io.dcsdk.optimizer.report.Block.Picture;
import io.dcsdk.optimizer.report.Block.Table;
import io.dcsdk.optimizer.report.StackPicture.Slice;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.Sizing;
import io.dcsdk.optimizer.sizing.Sizing.Design;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What to build, how it runs, when, and what is proven. */
record SizingSections(
        String currency, EnergySystem system, Design design, SizingLedger ledger, SizingPictures pictures) {
    Section built(Optional<String> note) {
        List<List<String>> rows = new ArrayList<>();
        List<Slice> slices = new ArrayList<>();
        for (Built built : ledger.built()) {
            rows.add(List.of(built.name(), Figures.number(built.amount()), Figures.number(built.cost())));
            slices.add(slice(built.name(), built.name(), built.cost()));
        }
        for (Run run : ledger.runs()) {
            slices.add(slice("running " + run.name(), run.name(), run.cost()));
        }
        rows.add(List.of(
                "Capacities together",
                "",
                Figures.number(ledger.built().stream().mapToDouble(Built::cost).sum())));
        List<Block> blocks = new ArrayList<>();
        note.ifPresent(text -> blocks.add(new Paragraph(text)));
        blocks.add(new Bullets(summary()));
        blocks.addAll(StackPicture.block("Cost by what it is spent on", slices, this::amount));
        blocks.add(new Table(
                "What to build, and what it costs over the horizon",
                List.of(Column.text("Capacity"), Column.figures("MW or MWh"), Column.figures(money("Cost"))),
                rows));
        return new Section("Supply to build", blocks);
    }

    private List<Bullet> summary() {
        List<Bullet> bullets = new ArrayList<>();
        bullets.add(new Bullet("Cost", amount(design.cost()) + " over the horizon, capacities and operation"));
        if (ledger.demand() > 0) {
            bullets.add(new Bullet(
                    "Each MWh of demand",
                    "%s, for %s MWh"
                            .formatted(amount(design.cost() / ledger.demand()), Figures.number(ledger.demand()))));
        }
        ledger.carbon()
                .ifPresent(tonnes -> bullets.add(new Bullet("Carbon of operation", Figures.number(tonnes) + " tCO2e")));
        for (int k = 0; k < system.limits().size(); k++) {
            bullets.add(new Bullet(
                    system.limits().get(k).name(),
                    "one unit less would cost %s"
                            .formatted(amount(design.prices().ofLimit(k)))));
        }
        return bullets;
    }

    private Slice slice(String label, String activity, double cost) {
        return new Slice(label, cost, amount(cost), pictures.colour(activity));
    }

    Section week(int week) {
        List<Block> blocks = new ArrayList<>();
        int peak = pictures.peakWeek();
        blocks.add(
                new Caption(
                        "Areas above zero bring power, areas below take it, as a battery does while it is charged; the line is the demand."));
        blocks.add(picture(pictures.week(week)));
        if (peak != week) {
            blocks.add(new Caption("The week with the highest demand:"));
            blocks.add(picture(pictures.week(peak)));
        }
        blocks.add(picture(pictures.duration()));
        if (!pictures.otherNodes().isEmpty()) {
            blocks.add(new Caption(
                    "Not drawn, though they have a demand: %s.".formatted(Shown.joined(pictures.otherNodes()))));
        }
        List<List<String>> rows = new ArrayList<>();
        for (Run run : ledger.runs()) {
            rows.add(List.of(
                    run.name(),
                    Figures.number(run.energy()),
                    Figures.number(run.unused()),
                    Figures.number(run.cost())));
        }
        blocks.add(new Table(
                "What runs over the horizon",
                List.of(
                        Column.text("Activity"),
                        Column.figures("MWh"),
                        Column.figures("Unused MWh"),
                        Column.figures(money("Cost"))),
                rows));
        return new Section("How the supply runs", blocks);
    }

    Optional<Section> year() {
        List<Block> blocks = new ArrayList<>();
        pictures.heatMaps().forEach(chart -> blocks.add(picture(chart)));
        return blocks.isEmpty() ? Optional.empty() : Optional.of(new Section("The year by day and hour", blocks));
    }

    Optional<Section> months() {
        List<Block> blocks = new ArrayList<>();
        pictures.costByMonth(currency).forEach(chart -> blocks.add(picture(chart)));
        pictures.carbonByMonth().forEach(chart -> blocks.add(picture(chart)));
        return blocks.isEmpty() ? Optional.empty() : Optional.of(new Section("Month by month", blocks));
    }

    Section proof(Sizing sizing) {
        return new Section(
                "What is proven of the supply",
                List.of(
                        new Bullets(
                                List.of(
                                        new Bullet(
                                                "Lower bound",
                                                ("no design costs less than " + Figures.floor(sizing.bound()) + " "
                                                                + currency)
                                                        .strip()),
                                        new Bullet("Gap", Figures.exact(sizing.gap()) + " of the cost"),
                                        new Bullet(
                                                "Balances",
                                                "every node balances in every step to %s of its flows"
                                                        .formatted(Figures.exact(
                                                                design.audit().imbalance()))),
                                        new Bullet(
                                                "How",
                                                "The bound follows from prices by weak duality, rounded to the safe side in every operation; the"
                                                        + " dispatch is checked by code that knows nothing of the method that found it.")))));
    }

    private static Picture picture(Chart chart) {
        return new Picture(chart.toSvg());
    }

    private String amount(double value) {
        return (Figures.number(value) + " " + currency).strip();
    }

    private String money(String what) {
        return currency.isBlank() ? what : "%s in %s".formatted(what, currency);
    }
}
