package io.dcsdk.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.dcsdk.drawing.HeatMap.Gaps;
import io.dcsdk.drawing.IntervalChart.Columns;
import io.dcsdk.drawing.IntervalChart.Interval;
import io.dcsdk.drawing.StackedAreaChart.Tick;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Every chart says what it shows, keeps to its page, and keeps its words apart, whatever it is given. */
final class ChartTest {
    private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);

    private static Layer layer(String name, Random random, int length, double size, double low) {
        return Layer.of(
                name, random.doubles(length).map(value -> size * (low + value)).toArray());
    }

    private static List<Chart> charts(long seed, int layers, double size, String name) {
        Random random = new Random(seed);
        ImmutableList.Builder<Layer> week = ImmutableList.builder();
        ImmutableList.Builder<Layer> months = ImmutableList.builder();
        for (int k = 0; k < layers; k++) {
            week.add(layer(name + k, random, 168, size, k % 3 == 2 ? -0.5 : 0));
            months.add(layer(name + k, random, 12, size, k % 4 == 3 ? -0.5 : 0));
        }
        ImmutableList<Tick> ticks = IntStream.range(0, 7)
                .mapToObj(day -> new Tick(24 * day, day + 1 + " Jan"))
                .collect(ImmutableList.toImmutableList());
        List<Optional<Interval>> intervals = new ArrayList<>();
        for (int month = 0; month < 12; month++) {
            double low = size * random.nextDouble();
            double high = low + size * random.nextDouble();
            intervals.add(Optional.of(new Interval(low, low + (1.2 * random.nextDouble() - 0.1) * (high - low), high)));
        }
        intervals.set((int) Math.floorMod(seed, 12L), Optional.empty());
        Layer hours = layer(name, random, 8760, size, 0);
        Gaps gaps = new Gaps(
                "no IT load",
                IntStream.range(0, 8760).filter(step -> step % 24 < 6).boxed().collect(ImmutableSet.toImmutableSet()));
        return List.of(
                new StackedAreaChart(name, "Power in MW", ticks, week.build(), layer("demand", random, 168, size, 1)),
                new HeatMap(name, "PUE", FIRST, 24, hours),
                new HeatMap(name, "PUE", FIRST, 24, hours, gaps),
                new DurationChart(name, "Power in MW", week.build(), layer("hours", random, 168, 3, 0.1)),
                new StackedColumns(name, "tCO2e", HeatMap.months(), months.build()),
                new IntervalChart(
                        name,
                        "PUE",
                        HeatMap.months(),
                        ImmutableList.copyOf(intervals),
                        Optional.of(new Columns("WUE in L/kWh", layer("WUE", random, 12, size, 0)))));
    }

    @Property(tries = 12)
    void chartsOfAnySizeAreLegible(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 11) int layers,
            @ForAll @IntRange(min = -3, max = 5) int power)
            throws Exception {
        for (Chart chart : charts(seed, layers, Math.pow(10, power), "part ")) {
            SvgGeometry.of(chart.toSvg()).assertLegible();
            assertEquals(chart.toSvg(), chart.toSvg());
        }
        String together = Chart.below("all", charts(seed, layers, 1, "part "));
        SvgGeometry.of(together).assertLegible();
    }

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "<script>alert(1)</script>",
                        "</title><svg onload=alert(1)>",
                        "\" onmouseover=\"alert(1)",
                        "]]><!--",
                        "&lt;b&gt; &amp;",
                        "\u0000\u001b[2J",
                        "\ud800 lone",
                        "{{7*7}} ${7*7} %n %s",
                        "line\nbreak"),
                Arbitraries.strings().ofMinLength(1).ofMaxLength(60));
    }

    @Property(tries = 25)
    void hostileNamesChangeNoStructure(@ForAll("hostile") String name) throws Exception {
        List<Chart> plain = charts(7, 3, 1, "plain");
        List<Chart> hostile = charts(7, 3, 1, name);
        for (int k = 0; k < plain.size(); k++) {
            assertEquals(
                    SvgGeometry.of(plain.get(k).toSvg()).structure(),
                    SvgGeometry.of(hostile.get(k).toSvg()).structure());
        }
    }

    @Test
    void areasStandOnEachOther() throws Exception {
        StackedAreaChart chart = new StackedAreaChart(
                "t",
                "MW",
                ImmutableList.of(),
                ImmutableList.of(Layer.of("a", 1, 3), Layer.of("b", 2, -4), Layer.of("c", 0, 1)),
                Layer.of("demand", 3, 0));
        List<Element> areas = SvgGeometry.of(chart.toSvg()).elements("polygon");
        assertEquals(
                List.of("area fill0", "area fill1", "area fill1", "area fill2"),
                areas.stream().map(area -> area.getAttribute("class")).toList());
        // The axis reaches from -4 to 4: 8 MW are 274 pixels, zero is in the middle.
        double zero = 62 + 137;
        double megawatt = 274 / 8.0;
        assertEquals(
                String.format(
                        java.util.Locale.ROOT,
                        "72,%s 366,%s 366,%s 660,%s 660,%s 366,%s 366,%s 72,%s",
                        figure(zero),
                        figure(zero),
                        figure(zero),
                        figure(zero),
                        figure(zero - 3 * megawatt),
                        figure(zero - 3 * megawatt),
                        figure(zero - megawatt),
                        figure(zero - megawatt)),
                areas.get(0).getAttribute("points"));
        assertTrue(areas.get(1).getAttribute("points").endsWith("72," + figure(zero - 3 * megawatt)));
        assertTrue(chart.description().contains("b from -4 to 2, mean -1"), chart.description());
    }

    private static String figure(double value) {
        return BigDecimal.valueOf(Math.round(value * 10), 1)
                .stripTrailingZeros()
                .toPlainString();
    }

    @Test
    void manyLayersAreDrawnAsTheLargestAndTheSumOfTheOthers() {
        ImmutableList.Builder<Layer> layers = ImmutableList.builder();
        for (int k = 1; k <= 11; k++) {
            layers.add(Layer.of("part " + k, k, k));
        }
        ImmutableList<Layer> shown = Layers.atMost(8, layers.build());
        assertEquals(8, shown.size());
        assertEquals(Layer.of("4 others", 10, 10), shown.get(7));
        assertEquals("part 5", shown.get(0).name());
    }

    @Property(tries = 300)
    void ticksAreRoundAndHoldTheValues(
            @ForAll @DoubleRange(min = -1e9, max = 1e9) double one,
            @ForAll @DoubleRange(min = -1e9, max = 1e9) double other,
            @ForAll @IntRange(min = 1, max = 10) int parts) {
        ChartAxis axis = ChartAxis.around(Math.min(one, other), Math.max(one, other), parts);
        assertTrue(axis.low() <= Math.min(one, other) && Math.max(one, other) <= axis.high());
        assertTrue(axis.ticks().size() >= 2 && axis.ticks().size() <= parts + 3, axis.toString());
        BigDecimal step = axis.ticks().get(1).subtract(axis.ticks().get(0)).stripTrailingZeros();
        assertTrue(List.of("1", "2", "5").contains(step.unscaledValue().toString()), step.toString());
        ChartAxis zero = ChartAxis.fromZero(Math.min(one, other), Math.max(one, other), parts);
        assertTrue(zero.low() <= 0 && zero.high() >= 0);
    }

    @Test
    void labelsGroupThousandsAndShortenTheRest() {
        assertEquals("5000", ChartAxis.label(new BigDecimal("5E3")));
        assertEquals("25,000", ChartAxis.label(new BigDecimal("25000.0")));
        assertEquals("-0.05", ChartAxis.label(new BigDecimal("-0.050")));
        assertEquals("1E+20", ChartAxis.label(new BigDecimal("1e20")));
        assertEquals("0", ChartAxis.label(BigDecimal.ZERO));
        assertEquals("1.235", ChartAxis.figure(1.2345678));
        assertEquals("123,457", ChartAxis.figure(123456.7));
        assertEquals("0", ChartAxis.figure(0));
        ChartAxis fine = ChartAxis.around(1.047, 1.064, 6);
        assertEquals(List.of("1.045", "1.050", "1.055", "1.060", "1.065"), fine.labels());
        assertEquals("1.0495", fine.near(1.04951));
        assertEquals(
                List.of("0", "20,000", "40,000"),
                ChartAxis.fromZero(0, 31_000, 3).labels());
        assertEquals("31,235", ChartAxis.fromZero(0, 31_000, 3).near(31_234.6));
    }

    @Test
    void gapsAreGreyAndNoPartOfTheScale() throws Exception {
        HeatMap map = new HeatMap(
                "t", "PUE", FIRST, 2, Layer.of("PUE", 1.2, 0, 1.4, 99), new Gaps("no IT load", ImmutableSet.of(1, 3)));
        assertEquals(
                "PUE by day and hour over 2 days: PUE from 1.2 to 1.4, mean 1.3; first highest on 2 Jan at 0:00, first"
                        + " lowest on 1 Jan at 0:00; no IT load in 2 of 4 steps.",
                map.description());
        SvgGeometry drawn = SvgGeometry.of(map.toSvg());
        drawn.assertLegible();
        List<String> paths = drawn.elements("path").stream()
                .map(path -> path.getAttribute("class"))
                .toList();
        assertEquals(List.of("heat gap", "heat heat0", "heat heat8"), paths);
        assertTrue(drawn.elements("text").stream()
                .anyMatch(text -> text.getTextContent().equals("no IT load")));
        assertTrue(drawn.elements("rect").stream()
                .anyMatch(key -> key.getAttribute("class").equals("gap")));
    }

    @Test
    void aCategoryWithoutABarIsToldAndAStrokeMayStandBesideItsBar() throws Exception {
        IntervalChart chart = new IntervalChart(
                "t",
                "PUE",
                ImmutableList.of("Jan", "Feb"),
                ImmutableList.of(Optional.of(new Interval(1, 3, 2)), Optional.empty()),
                Optional.of(new Columns("WUE", Layer.of("WUE", 4, 0))));
        assertEquals("PUE; below, WUE: Jan 1 to 2, mean 3, below 4; Feb none.", chart.description());
        SvgGeometry drawn = SvgGeometry.of(chart.toSvg());
        drawn.assertLegible();
        assertEquals(
                1,
                drawn.elements("rect").stream()
                        .filter(bar -> bar.getAttribute("class").equals("fill4"))
                        .count());
        assertTrue(drawn.elements("text").stream()
                .anyMatch(text -> text.getTextContent().equals("none")));
    }

    @Test
    void refusesWhatCannotBeDrawn() {
        String message = String.valueOf(assertThrows(
                        IllegalArgumentException.class, () -> new HeatMap("t", "q", FIRST, 24, Layer.of("x", 1, 2, 3)))
                .getMessage());
        assertEquals(
                "values (3, 24 a day) of heat map: they must be whole days of at most two years\nMaybe cut the series.",
                message);
        assertThrows(IllegalArgumentException.class, () -> Layer.of("x"));
        assertThrows(IllegalArgumentException.class, () -> Layer.of("x", Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new Interval(3, 2, 1));
        assertThrows(IllegalArgumentException.class, () -> new Interval(1, Double.NaN, 2));
        ImmutableList<String> one = ImmutableList.of("a");
        assertEquals(
                "intervals (1) of interval chart: all of them are empty\nMaybe there is nothing to draw.",
                String.valueOf(assertThrows(
                                IllegalArgumentException.class,
                                () -> new IntervalChart(
                                        "t", "q", one, ImmutableList.of(Optional.empty()), Optional.empty()))
                        .getMessage()));
        for (ImmutableSet<Integer> steps : List.of(ImmutableSet.of(0, 1), ImmutableSet.of(2), ImmutableSet.of(-1))) {
            String gaps = String.valueOf(assertThrows(
                            IllegalArgumentException.class,
                            () -> new HeatMap("t", "q", FIRST, 2, Layer.of("x", 1, 2), new Gaps("none", steps)))
                    .getMessage());
            assertTrue(gaps.startsWith("gaps (%d of 2 steps) of heat map: ".formatted(steps.size())), gaps);
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> new StackedColumns("t", "q", ImmutableList.of("a"), ImmutableList.of(Layer.of("x", 1, 2))));
    }
}
