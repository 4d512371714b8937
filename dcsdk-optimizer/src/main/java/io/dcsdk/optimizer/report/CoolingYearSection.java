package io.dcsdk.optimizer.report;

import io.dcsdk.cooling.FacilityChart;
import io.dcsdk.cooling.FacilityYear;
import io.dcsdk.cooling.UsageRange;
import io.dcsdk.drawing.HeatMap;
import io.dcsdk.optimizer.report.Block.Bullet;
import io.dcsdk.optimizer.report.Block.Bullets;
import io.dcsdk.optimizer.report.Block.Column;
import io.dcsdk.optimizer.report.Block.Paragraph;
import io.dcsdk.optimizer.report.Block.Picture;
import io.dcsdk.optimizer.report.Block.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A cooling plant through a year: PUE and WUE by month, PUE by the hour, and how long which power is drawn. Steps that are no year
 * from 1 January have no months: of these the figures of all steps, and how long which power is drawn.
 */
final class CoolingYearSection {
    private static final String NOTHING_RUNS = "-";

    private CoolingYearSection() {}

    /** The section, after some other blocks. */
    static Section of(String heading, FacilityAnswer answer, List<Block> first) {
        List<Block> blocks = new ArrayList<>(first);
        if (FacilityChart.isWholeYear(answer.year().itLoad().axis())) {
            byMonth(answer, blocks);
        } else {
            together(answer, blocks);
        }
        return new Section(heading, blocks);
    }

    private static void byMonth(FacilityAnswer answer, List<Block> blocks) {
        FacilityYear year = answer.year();
        FacilityChart chart = new FacilityChart(answer.kind().toString(), year);
        List<List<String>> rows = new ArrayList<>();
        List<Optional<UsageRange>> power = year.monthlyPowerUsageRanges();
        List<Optional<Double>> water = year.monthlyWaterUsageEffectiveness();
        for (int month = 0; month < power.size(); month++) {
            rows.add(List.of(
                    HeatMap.months().get(month),
                    shown(power.get(month).map(UsageRange::overall)),
                    shown(power.get(month).map(UsageRange::best)),
                    shown(power.get(month).map(UsageRange::worst)),
                    water.get(month).map(CoolingYearSection::litres).orElse(NOTHING_RUNS)));
        }
        blocks.add(new Picture(chart.months().toSvg()));
        blocks.add(new Picture(chart.hours().toSvg()));
        blocks.add(new Picture(chart.duration().toSvg()));
        blocks.add(new Table(
                "PUE and WUE by month",
                List.of(
                        Column.text("Month"),
                        Column.figures("PUE"),
                        Column.figures("Best hour"),
                        Column.figures("Worst hour"),
                        Column.figures("WUE L/kWh")),
                rows));
    }

    private static void together(FacilityAnswer answer, List<Block> blocks) {
        FacilityYear year = answer.year();
        blocks.add(new Paragraph(
                "The steps of the supply are no year of hours from 1 January (%s), so that there are no months."
                        .formatted(year.itLoad().axis())));
        blocks.add(new Picture(
                FacilityChart.duration(answer.kind().toString(), year).toSvg()));
        blocks.add(new Bullets(List.of(
                new Bullet("PUE of all steps", Figures.ratio(year.powerUsageEffectiveness())),
                new Bullet("WUE of all steps", litres(year.waterUsageEffectiveness()) + " L/kWh"),
                new Bullet("Heat removed without a compressor", Figures.percent(year.meanFreeShare())),
                new Bullet("Hours too warm", String.valueOf(year.hoursMissed())))));
    }

    private static String litres(double value) {
        return String.format(Locale.ROOT, "%.2f", Math.max(0, value));
    }

    private static String shown(Optional<Double> ratio) {
        return ratio.map(Figures::ratio).orElse(NOTHING_RUNS);
    }
}
