package io.dcsdk.optimizer.report;

import io.dcsdk.cooling.FacilityChart;
import io.dcsdk.cooling.FacilityYear;
import io.dcsdk.cooling.UsageRange;
import io.dcsdk.drawing.HeatMap;
import io.dcsdk.optimizer.report.Block.Column;
import io.dcsdk.optimizer.report.Block.Picture;
import io.dcsdk.optimizer.report.Block.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A cooling plant through a year: PUE and WUE by month, PUE by the hour, and how long which power is drawn. */
final class CoolingYearSection {
    private static final String NOTHING_RUNS = "-";

    private CoolingYearSection() {}

    /** The section, after some other blocks. */
    static Section of(String heading, FacilityAnswer answer, List<Block> first) {
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
                    water.get(month)
                            .map(litres -> String.format(Locale.ROOT, "%.2f", Math.max(0, litres)))
                            .orElse(NOTHING_RUNS)));
        }
        List<Block> blocks = new ArrayList<>(first);
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
        return new Section(heading, blocks);
    }

    private static String shown(Optional<Double> ratio) {
        return ratio.map(Figures::ratio).orElse(NOTHING_RUNS);
    }
}
