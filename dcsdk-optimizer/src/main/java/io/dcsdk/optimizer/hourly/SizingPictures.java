package io.dcsdk.optimizer.hourly;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import io.dcsdk.drawing.Chart;
import io.dcsdk.drawing.DurationChart;
import io.dcsdk.drawing.Layer;
import io.dcsdk.drawing.StackedAreaChart;
import io.dcsdk.drawing.StackedAreaChart.Tick;
import io.dcsdk.optimizer.sizing.Activity;
import io.dcsdk.optimizer.sizing.Dispatch;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.Node;
import io.dcsdk.optimizer.sizing.Port;
import io.dcsdk.optimizer.sizing.Profile;
import io.dcsdk.optimizer.sizing.Sizing.Design;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Pictures of a design: a week of dispatch and the duration curves at the first node with a demand, the year by day and hour, cost
 * and carbon by month. The same design gives the same text. Immutable.
 */
public final class SizingPictures {
    private static final double WEEK_HOURS = 168;
    private static final double DAY_HOURS = 24;
    /** Below this share of the largest power an activity stands still: an interior point never reaches zero. */
    static final double STILL = 1e-5;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ROOT);

    private final String name;
    private final EnergySystem system;
    private final Dispatch dispatch;
    private final SizingLedger ledger;
    private final Calendar calendar;
    private final int node;
    private final SourceColours colours;

    /**
     * The pictures of a design.
     *
     * @param name of the system, any text
     * @param system what was sized
     * @param design a design of it
     * @param emissions tonnes of one MWh in each step, by activity
     */
    public SizingPictures(String name, EnergySystem system, Design design, Map<String, Profile> emissions) {
        this(name, system, design, emissions, Optional.empty());
    }

    /**
     * The pictures of a design whose first step is at a known time.
     *
     * @param name of the system, any text
     * @param system what was sized
     * @param design a design of it
     * @param emissions tonnes of one MWh in each step, by activity
     * @param start when the first step begins, in the zone of its clocks; without it a year begins on 1 January
     * @throws IllegalArgumentException if there is a start but the steps are not equal
     */
    public SizingPictures(
            String name,
            EnergySystem system,
            Design design,
            Map<String, Profile> emissions,
            Optional<ZonedDateTime> start) {
        this.name = name;
        this.system = system;
        dispatch = design.dispatch();
        ledger = SizingLedger.of(system, design, emissions, start);
        calendar = Calendar.of(system, start);
        node = IntStream.range(0, system.nodes().size())
                .filter(n -> system.nodes().get(n).demand().maximum() > 0)
                .findFirst()
                .orElse(0);
        colours = SourceColours.of(moving(0, system.steps()), ledger);
    }

    /**
     * The colour that an activity has in all of these pictures.
     *
     * @param activity its name
     * @return from 0 to 7; empty if there are more than eight, and it is none of the largest
     */
    public OptionalInt colour(String activity) {
        return colours.of(activity);
    }

    /**
     * What the design builds and runs.
     *
     * @return the ledger
     */
    public SizingLedger ledger() {
        return ledger;
    }

    private String place() {
        return system.nodes().get(node).name();
    }

    private double demand(int t) {
        return system.nodes().get(node).demand().at(t);
    }

    private double coefficient(Activity activity) {
        return activity.ports().stream()
                .filter(port -> port.node().equals(place()))
                .mapToDouble(Port::coefficient)
                .findFirst()
                .orElse(0);
    }

    /** What activities bring to the node, less what they take, from one step to another; those that stand still left out. */
    private ImmutableList<Layer> moving(int from, int to) {
        List<Layer> layers = new ArrayList<>();
        double most = 0;
        for (int j = 0; j < system.activities().size(); j++) {
            int activity = j;
            double coefficient = coefficient(system.activities().get(j));
            if (coefficient != 0) {
                Layer layer = layer(
                        system.activities().get(j).name(), from, to, t -> coefficient * dispatch.power(activity, t));
                layers.add(layer);
                most = Math.max(most, largest(layer));
            }
        }
        double still = STILL * most;
        return layers.stream().filter(layer -> largest(layer) > still).collect(ImmutableList.toImmutableList());
    }

    /** At least one. */
    private static ImmutableList<Layer> some(ImmutableList<Layer> layers, int length) {
        return layers.isEmpty() ? ImmutableList.of(layer("nothing", 0, length, t -> 0)) : layers;
    }

    private static double largest(Layer layer) {
        return layer.values().stream().map(Math::abs).max().orElse(0);
    }

    static Layer layer(String name, int from, int to, IntToDoubleFunction value) {
        return new Layer(
                name, ImmutableDoubleArray.copyOf(IntStream.range(from, to).mapToDouble(value)));
    }

    /**
     * The week in which the demand is the highest.
     *
     * @return from 1
     */
    public int peakWeek() {
        int peak = IntStream.range(0, system.steps())
                .boxed()
                .max(Comparator.comparingDouble((Integer t) -> demand(t)).thenComparing(Comparator.reverseOrder()))
                .orElse(0);
        double hours = IntStream.range(0, peak).mapToDouble(system::hours).sum();
        return 1 + (int) (hours / WEEK_HOURS);
    }

    /**
     * A week of dispatch: what brings power above zero, what takes it below, and the demand as a line.
     *
     * @param week from 1
     * @return a chart
     * @throws IllegalArgumentException if the week is outside the horizon
     */
    public Chart week(int week) {
        int from = 0;
        double hours = 0;
        while (from < system.steps() && hours < (week - 1) * WEEK_HOURS) {
            hours += system.hours(from++);
        }
        int to = from;
        hours = 0;
        while (to < system.steps() && hours < WEEK_HOURS) {
            hours += system.hours(to++);
        }
        if (week < 1 || from == to) {
            throw new IllegalArgumentException(
                    "week (%d) of %s: lies outside the horizon\nMaybe use 1.".formatted(week, name));
        }
        return new StackedAreaChart(
                "%s: dispatch at %s, week %d".formatted(name, place(), week),
                "Power in MW: what brings it above zero, what takes it below",
                ticks(from, to),
                some(colours.stacked(moving(from, to)), to - from),
                layer("demand", from, to, this::demand));
    }

    private ImmutableList<Tick> ticks(int from, int to) {
        ImmutableList.Builder<Tick> ticks = ImmutableList.builder();
        double hours = 0;
        for (int t = from; t < to; t++) {
            boolean isDay = calendar.isDated()
                    ? t == from || !calendar.date(t).equals(calendar.date(t - 1))
                    : Math.abs(hours / DAY_HOURS - Math.rint(hours / DAY_HOURS)) < 1e-9;
            if (isDay) {
                String label = calendar.isDated() ? DAY.format(calendar.date(t)) : "%.0f h".formatted(hours);
                ticks.add(new Tick(t - from, label));
            }
            hours += system.hours(t);
        }
        return ticks.build();
    }

    /**
     * The year by day and hour: the three sources that bring most energy, the three largest storages, and the demand.
     *
     * @return charts; none where the steps make no whole days from midnight, or too many. The hours are those of the first step's
     *     offset from UTC all year
     */
    public ImmutableList<Chart> heatMaps() {
        return new YearMaps(name, system, dispatch, ledger, calendar)
                .of(system.nodes().get(node));
    }

    /**
     * Which power is exceeded for how much of the time: the demand, and everything that brings or takes power.
     *
     * @return a chart
     */
    public Chart duration() {
        ImmutableList<Layer> sizes = moving(0, system.steps()).stream()
                .map(layer -> layer(
                        layer.name(),
                        0,
                        system.steps(),
                        t -> Math.abs(layer.values().get(t))))
                .collect(ImmutableList.toImmutableList());
        return new DurationChart(
                "%s: load duration at %s".formatted(name, place()),
                "Power in MW, exceeded for that share of the time",
                some(colours.painted(sizes), system.steps()),
                layer("hours", 0, system.steps(), system::hours),
                Optional.of(layer("demand", 0, system.steps(), this::demand)));
    }

    /**
     * What operation costs in each month, by activity.
     *
     * @param currency of the costs
     * @return a chart; none if the horizon is no year or operation costs nothing
     */
    public ImmutableList<Chart> costByMonth(String currency) {
        return new MonthColumns(ledger.runs(), colours)
                .of(name + ": cost of operation by month", currency, SizingLedger.Run::costByMonth);
    }

    /**
     * Carbon of each month, by activity.
     *
     * @return a chart; none if the horizon is no year or no factor is known
     */
    public ImmutableList<Chart> carbonByMonth() {
        return new MonthColumns(ledger.runs(), colours)
                .of(name + ": carbon of operation by month", "tCO2e", SizingLedger.Run::carbonByMonth);
    }

    /**
     * The week and the duration curves below each other.
     *
     * @param week from 1
     * @return an SVG document
     * @throws IllegalArgumentException if the week is outside the horizon
     */
    public String toSvg(int week) {
        return Chart.below(name, List.of(week(week), duration()));
    }

    /**
     * Nodes of the system that have a demand but are not drawn.
     *
     * @return their names
     */
    public ImmutableList<String> otherNodes() {
        return system.nodes().stream()
                .filter(other -> other.demand().maximum() > 0)
                .map(Node::name)
                .filter(other -> !other.equals(place()))
                .collect(ImmutableList.toImmutableList());
    }
}
