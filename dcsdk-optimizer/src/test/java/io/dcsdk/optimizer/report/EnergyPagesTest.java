package io.dcsdk.optimizer.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.collect.ImmutableList;
import io.dcsdk.cooling.CoolingConfiguration;
import io.dcsdk.cooling.FacilityYear;
import io.dcsdk.cooling.ThermalEnvelope;
import io.dcsdk.optimizer.hourly.SizingPictures;
import io.dcsdk.optimizer.sizing.Capacity;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.Limit;
import io.dcsdk.optimizer.sizing.Profile;
import io.dcsdk.optimizer.sizing.Reservoir;
import io.dcsdk.optimizer.sizing.Sizing;
import io.dcsdk.optimizer.sizing.SizingOptimizer;
import io.dcsdk.optimizer.sizing.SizingOptions;
import io.dcsdk.optimizer.typical.TypicalSizing;
import io.dcsdk.series.TimeSeries;
import io.dcsdk.weather.SyntheticClimate;
import io.dcsdk.weather.WeatherYear;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** Pages of hourly energy are whole, accessible and harmless, whatever things are called. */
final class EnergyPagesTest {
    private static final int DAYS = 14;

    /** Two weeks of six-hourly steps; the names carry an attack. */
    private static EnergySystem system(String name) {
        double[] sun = new double[4 * DAYS];
        double[] load = new double[4 * DAYS];
        for (int t = 0; t < sun.length; t++) {
            sun[t] = t % 4 == 1 ? 0.6 : t % 4 == 2 ? 0.8 : 0;
            load[t] = 2 + t / 4 % 3;
        }
        return EnergySystem.builder(sun.length, Profile.constant(6))
                .bus("site" + name, Profile.of(load))
                .capacity(new Capacity("sun" + name, 0, 20, 10))
                .source("sun" + name, "site" + name, Limit.of("sun" + name, Profile.of(sun)), Profile.constant(0))
                .capacity(new Capacity("grid" + name, 0, 20, 1))
                .source("grid" + name, "site" + name, Limit.of("grid" + name), Profile.constant(2))
                .capacity(new Capacity("battery" + name, 0, 100, 1))
                .storage(
                        "battery" + name,
                        "site" + name,
                        "battery" + name,
                        Reservoir.cyclic("battery" + name, 6),
                        0.9,
                        0.9)
                .build();
    }

    private static String page(String name) {
        EnergySystem system = system(name);
        TypicalSizing typical = TypicalSizing.solve(system, 2, SizingOptions.defaults());
        Sizing sizing = SizingOptimizer.solve(system, SizingOptions.defaults());
        return SizingReport.of("a" + name, "EUR" + name, system, sizing)
                .withEmissions(Map.of("grid" + name, Profile.constant(0.4)), Map.of("grid" + name, "report" + name))
                .withTypicalDays(typical)
                .withWeek(2)
                .toHtml();
    }

    @Test
    void thePageOfASizingIsWholeAndHarmless() throws Exception {
        Document plain = Html.parsed(page(""));
        Html.assertSelfContained(plain);
        Html.assertAccessible(plain);
        for (String attack : List.of("<script>alert(1)</script>", "\"' onload='x", "</style>]]>&amp;")) {
            Document document = Html.parsed(page(attack));
            Html.assertSelfContained(document);
            Html.assertAccessible(document);
            assertEquals(
                    plain.getElementsByTagName("*").getLength(),
                    document.getElementsByTagName("*").getLength(),
                    attack);
            assertEquals("Supply of a" + attack, Html.text(document, "h1"));
        }
        assertEquals(page(""), page(""));
    }

    /** Bars took the colours in order of size, so that the only source with carbon was always blue. */
    @Test
    void aSourceHasItsColourInTheBarsOfThePageAsWell() {
        EnergySystem system = system("");
        Sizing sizing = SizingOptimizer.solve(system, SizingOptions.defaults());
        String discharge = "battery discharge";
        String page = SizingReport.of("a", "EUR", system, sizing)
                .withEmissions(Map.of(discharge, Profile.constant(0.1)), Map.of())
                .toHtml();
        int colour = new SizingPictures("a", system, sizing.design().orElseThrow(), Map.of())
                .colour(discharge)
                .orElseThrow();
        assertEquals(2, colour, "after sun and charge");
        String bar = page.substring(page.indexOf("Carbon of operation by source</text>"));
        assertTrue(bar.substring(0, bar.indexOf("</svg>")).contains("\"slice part2\""), bar);
    }

    /** The grid does not run: there was a heading with nothing below it. */
    @Test
    void thereIsNoPictureOfNothing() {
        String page = page("");
        assertTrue(page.contains("Carbon of operation: energy of each step times"), page);
        assertFalse(page.contains("Carbon of operation by source"), page);
    }

    @Test
    void thePageOfAFacilityIsWholeAndHarmless() throws Exception {
        WeatherYear weather = SyntheticClimate.TEMPERATE.year("<b>nowhere</b>");
        ImmutableList.Builder<FacilityAnswer> answers = ImmutableList.builder();
        for (CoolingConfiguration kind :
                List.of(CoolingConfiguration.CHILLER, CoolingConfiguration.INDIRECT_EVAPORATIVE)) {
            answers.add(new FacilityAnswer(
                    kind,
                    kind.usualSupply(),
                    kind.facility(kind.usualSupply(), 1e6).run(weather, 0.8),
                    Optional.empty()));
        }
        Document document = Html.parsed(new FacilityReport(weather, answers.build()).toHtml());
        Html.assertSelfContained(document);
        Html.assertAccessible(document);
        assertEquals("Cooling at <b>nowhere</b>", Html.text(document, "h1"));
        assertEquals(4, document.getElementsByTagName("svg").getLength());
    }

    @Test
    void thePageOfAFacilityTellsMonthsInWhichNothingRuns() throws Exception {
        WeatherYear weather = SyntheticClimate.TEMPERATE.year("nowhere");
        CoolingConfiguration kind = CoolingConfiguration.CHILLER;
        double[] load = new double[weather.axis().size()];
        Arrays.setAll(load, i -> i < 31 * 24 || i % 24 < 6 ? 0 : 8e5);
        FacilityYear year =
                kind.facility(kind.usualSupply(), 1e6).run(weather, TimeSeries.of("load", "W", weather.axis(), load));
        FacilityAnswer answer = new FacilityAnswer(kind, kind.usualSupply(), year, Optional.empty());
        Document document = Html.parsed(new FacilityReport(weather, ImmutableList.of(answer)).toHtml());
        Html.assertAccessible(document);
        NodeList rows = document.getElementsByTagName("tr");
        List<String> idle = IntStream.range(0, rows.getLength())
                .mapToObj(k -> rows.item(k).getTextContent().replaceAll("\\s", ""))
                .filter(row -> row.contains("-"))
                .toList();
        assertTrue(idle.contains("Jan----"), idle::toString);
    }

    /** Class, temperatures and the source of the load were on the terminal only. */
    @Test
    void thePageOfAFacilityTellsWhatTheEquipmentTakesAndGets() throws Exception {
        WeatherYear weather = SyntheticClimate.TEMPERATE.year("nowhere");
        FacilityYear chilled = CoolingConfiguration.CHILLER
                .facility(20, 1e6, ThermalEnvelope.H1)
                .run(weather, 0.8);
        FacilityYear liquid = CoolingConfiguration.DIRECT_LIQUID
                .facility(40, 1e6, ThermalEnvelope.H1)
                .run(weather, 0.8);
        TimeSeries servers = chilled.itLoad();
        EquipmentLoad load = new EquipmentLoad(
                "stated by <i>me</i>",
                1e6,
                ImmutableList.of(new EquipmentLoad.Part("web & mail", servers, servers.times(0.05))));
        ImmutableList<FacilityAnswer> answers = ImmutableList.of(
                new FacilityAnswer(CoolingConfiguration.CHILLER, 20, chilled, Optional.empty()),
                new FacilityAnswer(CoolingConfiguration.DIRECT_LIQUID, 40, liquid, Optional.empty()));
        Document document =
                Html.parsed(new FacilityReport(weather, answers, ThermalEnvelope.H1, Optional.of(load)).toHtml());
        Html.assertSelfContained(document);
        Html.assertAccessible(document);
        String text = document.getDocumentElement().getTextContent().replaceAll("\\s+", " ");
        for (String told : List.of(
                "stated by <i>me</i>",
                "800 to 800 kW in the hours of the year, 800 kW on average; rooms and power chain are built for 1,000 kW",
                "H1: air of 5 to 25 degC, dew point -12 to 17 degC, relative humidity 8 to 80 %",
                "outside of recommended for H1: air of 18 to 22 degC",
                "W40")) {
            assertTrue(text.contains(told), told);
        }
        NodeList rows = document.getElementsByTagName("tr");
        List<String> cells = IntStream.range(0, rows.getLength())
                .mapToObj(k -> rows.item(k).getTextContent().replaceAll("\\s", ""))
                .toList();
        assertTrue(cells.contains("web&mail7,008350.4800"), cells::toString);
        assertTrue(
                cells.stream().anyMatch(row -> row.matches("direct-liquid40\\.0\\d\\d\\.\\d\\d\\d\\.\\dW4022\\.0.*")),
                cells::toString);
    }

    @Test
    void theDispatchOfAWeekAddsUpToTheDemand() {
        EnergySystem system = system("");
        Sizing sizing = SizingOptimizer.solve(system, SizingOptions.defaults());
        SizingPictures pictures =
                new SizingPictures("x", system, sizing.design().orElseThrow(), Map.of());
        String svg = pictures.toSvg(1);
        assertTrue(svg.contains("battery charge") && svg.contains("sun") && svg.contains("demand"), svg);
        assertEquals(1, pictures.peakWeek());
        assertEquals(6.0 * 4 * (2 * 14 + 13), pictures.ledger().demand(), 1e-9);
        double brought = pictures.ledger().runs().stream()
                .mapToDouble(run -> run.name().endsWith(" charge") ? -run.energy() : run.energy())
                .sum();
        assertEquals(pictures.ledger().demand(), brought, 1e-6 * brought);
        String message = String.valueOf(assertThrows(IllegalArgumentException.class, () -> pictures.week(3))
                .getMessage());
        assertEquals("week (3) of x: lies outside the horizon\nMaybe use 1.", message);
        assertTrue(pictures.costByMonth("EUR").isEmpty(), "two weeks have no months");
    }
}
