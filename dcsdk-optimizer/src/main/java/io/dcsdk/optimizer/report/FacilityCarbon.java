package io.dcsdk.optimizer.report;

import com.google.common.collect.ImmutableList;
import io.dcsdk.carbon.CarbonAccount;
import io.dcsdk.carbon.EmbodiedComponent;
import io.dcsdk.cooling.FacilityYear;
import io.dcsdk.drawing.HeatMap;
import io.dcsdk.drawing.Layer;
import io.dcsdk.drawing.StackedColumns;
import io.dcsdk.optimizer.report.Block.Bullets;
import io.dcsdk.optimizer.report.Block.Column;
import io.dcsdk.optimizer.report.Block.Paragraph;
import io.dcsdk.optimizer.report.Block.Picture;
import io.dcsdk.optimizer.report.Block.Table;
import io.dcsdk.quantity.CarbonMass;
import io.dcsdk.series.TimeSeries;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Carbon of configurations: operation both ways, manufacture, and the sources. */
final class FacilityCarbon {
    private static final int HOURS_A_DAY = 24;

    private final List<FacilityAnswer> counted;

    private FacilityCarbon(List<FacilityAnswer> counted) {
        this.counted = counted;
    }

    static Section of(List<FacilityAnswer> answers, FacilityAnswer best) {
        List<FacilityAnswer> counted =
                answers.stream().filter(answer -> answer.carbon().isPresent()).toList();
        if (counted.isEmpty()) {
            return new Section(
                    "Carbon",
                    List.of(new Paragraph("Nothing is counted: no factors were given. --carbon FILE states them.")));
        }
        return new FacilityCarbon(counted).section(best);
    }

    private Section section(FacilityAnswer best) {
        List<List<String>> rows = new ArrayList<>();
        Set<String> sources = new LinkedHashSet<>();
        for (FacilityAnswer answer : counted) {
            CarbonAccount account = answer.carbon().orElseThrow();
            rows.add(List.of(
                    answer.kind().toString(),
                    tonnes(account.operation().locationBased()),
                    tonnes(account.operation().marketBased()),
                    tonnes(account.embodied()),
                    tonnes(account.locationBased()),
                    tonnes(account.marketBased()),
                    account.marginal().map(margin -> tonnes(margin.carbon())).orElse("-")));
            sources.addAll(account.sources());
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Picture(byPart().toSvg()));
        blocks.add(new Table(
                "Tonnes of CO2e of the year",
                List.of(
                        Column.text("Cooling"),
                        Column.figures("Operation, location-based"),
                        Column.figures("Operation, market-based"),
                        Column.figures("Manufacture"),
                        Column.figures("Together, location"),
                        Column.figures("Together, market"),
                        Column.figures("Caused at the margin")),
                rows));
        best.carbon().ifPresent(account -> {
            blocks.add(new Picture(byHour(best, account).toSvg()));
            embodied(account, blocks);
            blocks.add(new Paragraph("Contracts met %s of the load in the same hour, %s of it without carbon."
                    .formatted(
                            Figures.percent(account.operation().matchedShare()),
                            Figures.percent(account.operation().carbonFreeShare()))));
        });
        blocks.add(
                new Paragraph(
                        "Location-based and market-based are two views of one load and are never added; what is caused at the margin answers"
                                + " another question, what a change of the load would do, and is not part of either. The factors come from:"));
        blocks.add(Bullets.of(List.copyOf(sources)));
        return new Section("Carbon", blocks);
    }

    private static void embodied(CarbonAccount account, List<Block> blocks) {
        if (account.components().isEmpty()) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        for (EmbodiedComponent component : account.components()) {
            rows.add(List.of(
                    component.name(),
                    Shown.number(component.count()),
                    component.each().toString(),
                    component.lifetime().toString(),
                    tonnes(account.embodied(component)),
                    component.source()));
        }
        blocks.add(new Table(
                "Manufacture, spread evenly over the lifetime",
                List.of(
                        Column.text("Component"),
                        Column.figures("Count"),
                        Column.figures("Each"),
                        Column.figures("Lifetime"),
                        Column.figures("tCO2e of the year"),
                        Column.text("Source")),
                rows));
    }

    private StackedColumns byPart() {
        ImmutableList.Builder<Layer> layers = ImmutableList.builder();
        layers.add(part("IT equipment", FacilityYear::itLoad));
        layers.add(part("lighting", FacilityYear::lighting));
        layers.add(part("power losses", FacilityYear::powerLosses));
        layers.add(part("cooling", FacilityYear::cooling));
        for (EmbodiedComponent component : counted.get(0).carbon().orElseThrow().components()) {
            layers.add(Layer.of(
                    "made: " + component.name(),
                    counted.stream()
                            .mapToDouble(answer -> answer.carbon()
                                    .orElseThrow()
                                    .embodied(component)
                                    .in(CarbonMass.Unit.TONNE))
                            .toArray()));
        }
        return new StackedColumns(
                "Carbon of the year by cooling: operation by part (location-based), and manufacture",
                "tCO2e",
                counted.stream().map(answer -> answer.kind().toString()).collect(ImmutableList.toImmutableList()),
                layers.build());
    }

    /** Each hour's carbon by the share that the part has in the hour's power. */
    private Layer part(String name, Function<FacilityYear, TimeSeries> part) {
        return Layer.of(
                name,
                counted.stream()
                        .mapToDouble(answer -> {
                            TimeSeries share = part.apply(answer.year())
                                    .combine(answer.year().facility(), "share", "", (watts, all) -> watts / all);
                            TimeSeries rate =
                                    answer.carbon().orElseThrow().operation().locationByHour();
                            return rate.combine(share, name, "kg/h", (kilograms, of) -> kilograms * of)
                                            .sumOverHours()
                                    / 1000;
                        })
                        .toArray());
    }

    private static HeatMap byHour(FacilityAnswer best, CarbonAccount account) {
        TimeSeries rate = account.operation().locationByHour();
        return new HeatMap(
                "%s: carbon of operation by hour, location-based".formatted(best.kind()),
                "kgCO2e/h (days across, hours of local standard time down)",
                rate.axis().start().toLocalDate(),
                HOURS_A_DAY,
                Layer.of("carbon", rate.toArray()));
    }

    private static String tonnes(CarbonMass mass) {
        return Figures.number(mass.in(CarbonMass.Unit.TONNE));
    }
}
