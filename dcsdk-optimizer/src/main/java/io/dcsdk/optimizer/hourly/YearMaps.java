package io.dcsdk.optimizer.hourly;

import com.google.common.collect.ImmutableList;
import io.dcsdk.drawing.Chart;
import io.dcsdk.drawing.HeatMap;
import io.dcsdk.optimizer.sizing.Dispatch;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.Node;
import io.dcsdk.optimizer.sizing.Profile;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** A dispatch by day and hour: what is demanded, what brings most of it, and what the largest storages keep. */
record YearMaps(String name, EnergySystem system, Dispatch dispatch, SizingLedger ledger, Calendar calendar) {
    private static final int MOST_MAPS = 3;
    private static final int MOST_DAYS = 732;
    private static final int MOST_STEPS_PER_DAY = 96;

    /** Around a node; none where the steps make no whole days from midnight, or too many. */
    ImmutableList<Chart> of(Node place) {
        boolean hasDays = calendar.days() >= 2 && calendar.isFromMidnight();
        if (!hasDays || calendar.days() > MOST_DAYS || calendar.stepsPerDay() > MOST_STEPS_PER_DAY) {
            return ImmutableList.of();
        }
        ImmutableList.Builder<Chart> charts = ImmutableList.builder();
        Profile load = place.demand();
        if (load.minimum() < load.maximum()) {
            charts.add(map("demand at " + place.name(), "Power in MW", load::at));
        }
        IntStream.range(0, system.activities().size())
                .filter(j -> system.activities().get(j).ports().size() == 1)
                .filter(j -> ledger.runs().get(j).energy() > SizingPictures.STILL * ledger.demand())
                .boxed()
                .sorted(Comparator.comparingDouble(
                        (Integer j) -> -ledger.runs().get(j).energy()))
                .limit(MOST_MAPS)
                .forEach(j ->
                        charts.add(map(system.activities().get(j).name(), "Power in MW", t -> dispatch.power(j, t))));
        IntStream.range(0, system.nodes().size())
                .filter(n -> system.nodes().get(n).reservoir().isPresent())
                .filter(n -> highest(n) > SizingPictures.STILL)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer n) -> -highest(n)))
                .limit(MOST_MAPS)
                .forEach(n -> charts.add(map(
                        "level of " + system.nodes().get(n).name(), "Energy kept in MWh", t -> dispatch.level(n, t))));
        return charts.build();
    }

    private double highest(int n) {
        return IntStream.range(0, system.steps())
                .mapToDouble(t -> dispatch.level(n, t))
                .max()
                .orElse(0);
    }

    private Chart map(String what, String quantity, IntToDoubleFunction value) {
        return new HeatMap(
                "%s: %s".formatted(name, what),
                quantity + " (days across, hours down)",
                calendar.first(),
                calendar.stepsPerDay(),
                SizingPictures.layer(what, 0, system.steps(), value));
    }
}
