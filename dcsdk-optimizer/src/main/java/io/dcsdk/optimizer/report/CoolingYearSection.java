package io.dcsdk.optimizer.report;

import io.dcsdk.cooling.FacilityChart;
import io.dcsdk.cooling.FacilityYear;
import io.dcsdk.drawing.HeatMap;
import io.dcsdk.drawing.IntervalChart.Interval;
import io.dcsdk.optimizer.report.Block.Column;
import io.dcsdk.optimizer.report.Block.Picture;
import io.dcsdk.optimizer.report.Block.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A cooling plant through a year: PUE and WUE by month, PUE by the hour, and how long which power is drawn. */
final class CoolingYearSection {
    private CoolingYearSection() {}

    /** The section, after some other blocks. */
    static Section of(String heading, FacilityAnswer answer, List<Block> first) {
        FacilityYear year = answer.year();
        FacilityChart chart = new FacilityChart(answer.kind().toString(), year);
        List<List<String>> rows = new ArrayList<>();
        List<Interval> months = chart.intervals();
        for (int month = 0; month < months.size(); month++) {
            Interval each = months.get(month);
            rows.add(List.of(
                    HeatMap.months().get(month),
                    Figures.ratio(each.mean()),
                    Figures.ratio(each.least()),
                    Figures.ratio(each.most()),
                    String.format(
                            Locale.ROOT,
                            "%.2f",
                            Math.max(0, year.monthlyWaterUsageEffectiveness().get(month)))));
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
}
