package io.dcsdk.optimizer.hourly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.drawing.Chart;
import io.dcsdk.optimizer.sizing.Capacity;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.EnergySystemBuilder;
import io.dcsdk.optimizer.sizing.Limit;
import io.dcsdk.optimizer.sizing.Profile;
import io.dcsdk.optimizer.sizing.SizingOptimizer;
import io.dcsdk.optimizer.sizing.SizingOptions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** One source has one colour in all pictures of a page, and no two that are drawn beside each other share one. */
final class SourceColoursTest {
    private static final int MANY = 12;
    private static final int STEPS = 8760 / 6;

    /** A colour of a legend and the name beside it. */
    private static final Pattern LEGEND =
            Pattern.compile("class=\"(?:fill|line line)(\\d)\"[^>]*/>\\s*<text[^>]*>([^<]*)</text>");

    /** A year of six-hourly steps in which each source is the cheapest in some of its hours; the last ones hardly run. */
    private static SizingPictures pictures(int sources) {
        double[] load = new double[STEPS];
        for (int t = 0; t < STEPS; t++) {
            load[t] = 5 + t % 4;
        }
        EnergySystemBuilder system =
                EnergySystem.builder(STEPS, Profile.constant(6)).bus("site", Profile.of(load));
        Map<String, Profile> emissions = new LinkedHashMap<>();
        for (int k = 0; k < sources; k++) {
            String name = "source " + k;
            double[] share = new double[STEPS];
            for (int t = 0; t < STEPS; t++) {
                share[t] = k == 0 || (t / 4 + 3 * k) % (4 + k) == 0 ? 1 : 0;
            }
            system.capacity(Capacity.given(name, k == 0 ? 20 : 1))
                    .source(name, "site", Limit.of(name, Profile.of(share)), Profile.constant(50 - k));
            emissions.put(name, Profile.constant(0.1 * (k + 1)));
        }
        EnergySystem built = system.build();
        return new SizingPictures(
                "x",
                built,
                SizingOptimizer.solve(built, SizingOptions.defaults()).design().orElseThrow(),
                emissions);
    }

    private static Map<String, Set<String>> legends(List<Chart> charts) {
        Map<String, Set<String>> coloursOf = new TreeMap<>();
        for (Chart chart : charts) {
            Map<String, String> inChart = new TreeMap<>();
            Matcher found = LEGEND.matcher(chart.toSvg());
            while (found.find()) {
                coloursOf
                        .computeIfAbsent(found.group(2), name -> new TreeSet<>())
                        .add(found.group(1));
                String before = inChart.put(found.group(1), found.group(2));
                assertTrue(before == null, before + " and " + found.group(2) + " in " + chart.title());
            }
            assertTrue(inChart.size() > 1, chart.title());
        }
        return coloursOf;
    }

    private static List<Chart> charts(SizingPictures pictures) {
        List<Chart> charts = new ArrayList<>();
        for (int week = 1; week <= 4; week++) {
            charts.add(pictures.week(week));
        }
        charts.add(pictures.duration());
        charts.addAll(pictures.costByMonth("EUR"));
        charts.addAll(pictures.carbonByMonth());
        assertEquals(7, charts.size());
        return charts;
    }

    /** The demand had the first colour in the load duration, and so each source that of the one before it. */
    @Test
    void aSourceHasOneColourInAllPicturesOfAPage() {
        SizingPictures pictures = pictures(6);
        Map<String, Set<String>> colours = legends(charts(pictures));
        assertEquals(6, colours.size(), colours::toString);
        colours.forEach((source, all) -> assertEquals(1, all.size(), source + " in " + all));
        assertEquals(OptionalInt.of(0), pictures.colour("source 0"));
        assertEquals(OptionalInt.of(5), pictures.colour("source 5"));
        assertEquals(OptionalInt.empty(), pictures.colour("no source"));
    }

    /** Which are the largest was found anew in each picture. */
    @Test
    void whereColoursDoNotReachTheSmallestShareOne() {
        SizingPictures pictures = pictures(MANY);
        List<String> own = new ArrayList<>();
        for (int k = 0; k < MANY; k++) {
            if (pictures.colour("source " + k).isPresent()) {
                own.add("source " + k);
            }
        }
        assertEquals(7, own.size(), own::toString);
        Map<String, Set<String>> colours = legends(charts(pictures));
        assertTrue(colours.keySet().containsAll(own), colours::toString);
        colours.forEach((source, all) ->
                assertTrue(own.contains(source) ? all.size() == 1 : all.equals(Set.of("7")), source + " in " + all));
    }
}
