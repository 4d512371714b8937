package io.dcsdk.optimizer.hourly;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import io.dcsdk.drawing.Chart;
import io.dcsdk.drawing.HeatMap;
import io.dcsdk.drawing.Layer;
import io.dcsdk.drawing.StackedColumns;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What activities cost or emit in each month, stacked. */
record MonthColumns(List<SizingLedger.Run> runs, SourceColours colours) {
    private static final double NOTHING = 1e-3;
    private static final double MANY = 2;
    private static final double THOUSAND = 1e3;
    private static final double MILLION = 1e6;

    /** None if nothing is known by month, or nothing is there. */
    ImmutableList<Chart> of(String title, String unit, Function<SizingLedger.Run, ImmutableDoubleArray> figures) {
        List<SizingLedger.Run> counted = runs.stream()
                .filter(run -> figures.apply(run).stream().anyMatch(value -> Math.abs(value) > NOTHING))
                .toList();
        if (counted.isEmpty()) {
            return ImmutableList.of();
        }
        double most = IntStream.range(0, Calendar.MONTHS)
                .mapToDouble(month -> counted.stream()
                        .mapToDouble(run -> Math.abs(figures.apply(run).get(month)))
                        .sum())
                .max()
                .orElse(0);
        double size = most >= MANY * MILLION ? MILLION : most >= MANY * THOUSAND ? THOUSAND : 1;
        String shown = size == 1 ? unit : "%s %s".formatted(size == MILLION ? "Million" : "Thousand", unit);
        List<Layer> layers = counted.stream()
                .map(run -> Layer.of(
                        run.name(),
                        figures.apply(run).stream().map(value -> value / size).toArray()))
                .toList();
        return ImmutableList.of(
                new StackedColumns(title, shown.isBlank() ? "Cost" : shown, HeatMap.months(), colours.stacked(layers)));
    }
}
