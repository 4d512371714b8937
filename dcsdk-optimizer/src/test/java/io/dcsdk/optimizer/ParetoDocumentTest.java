package io.dcsdk.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.FabricRule;
import io.dcsdk.document.DocumentException;
import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.item.ItemException;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.pareto.FrontWeight;
import io.dcsdk.optimizer.pareto.ParetoChart;
import io.dcsdk.optimizer.pareto.ParetoFront;
import io.dcsdk.optimizer.pareto.ParetoSearch;
import io.dcsdk.optimizer.pareto.ProvenBound;
import io.dcsdk.optimizer.pareto.SupportedPoint;
import io.dcsdk.optimizer.pareto.UnsupportedPoint;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.Money;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** Fronts as JSON, YAML, CSV and SVG. */
final class ParetoDocumentTest {
    private static final ParetoSearch SEARCH =
            ParetoSearch.over(DesignOptimizer.standard()).withEnergyLimits(3);

    private static ParetoFront front() {
        return SEARCH.search(TradeOffs.problem(2));
    }

    private static ParetoFront read(String json) {
        return Documents.read(json, "front.json", DocumentFormat.JSON, ParetoFront.class);
    }

    @Test
    void readBackFromJsonAndYaml() {
        for (ParetoFront front : List.of(
                front(),
                SEARCH.search(FoundingFixture.problem()),
                SEARCH.search(TradeOffs.problem(1).withEnergyLimit(Energy.kilowattHours(1))))) {
            String json = Documents.toJson(front);
            assertEquals(front, read(json));
            String yaml = Documents.toYaml(front);
            ParetoFront again = Documents.read(yaml, "front.yaml", DocumentFormat.YAML, ParetoFront.class);
            assertEquals(json, Documents.toJson(again));
        }
    }

    @Test
    void anEditedFrontIsRefused() {
        ParetoFront front = front();
        String json = Documents.toJson(front);
        SupportedPoint corner = front.supported().get(1);
        for (String[] edit : new String[][] {
            {"\"worstGap\" : " + front.worstGap().orElseThrow().base().toPlainString(), "\"worstGap\" : 0.00001"},
            {"\"" + corner.design().cost() + "\"", "\"1 USD\""},
            {"\"" + corner.from() + "\"", "\"0.5 USD/kWh\""},
            {"\"" + front.bounds().get(0).lowerBound() + "\"", "\"1 USD\""},
            {"\"complete\"", "\"incomplete\""},
            {"\"dcsdk-pareto-1\"", "\"dcsdk-pareto-2\""},
        }) {
            String edited = json.replace(edit[0], edit[1]);
            assertFalse(edited.equals(json), edit[0]);
            assertThrows(DocumentException.class, () -> read(edited), edit[0]);
        }
    }

    /** A front with a region that is left, and an unsupported point whose bound is below its cost. */
    private static ParetoFront open() {
        for (long seed = 0; seed < 60; seed++) {
            ParetoFront front = ParetoSearch.over(DesignOptimizer.standard())
                    .withEnergyLimits(1)
                    .search(TradeOffs.problem(seed));
            if (!front.unexplored().isEmpty()
                    && !front.costFloors().isEmpty()
                    && front.unsupported().stream()
                            .anyMatch(point -> !point.gap().isZero())) {
                return front;
            }
        }
        throw new AssertionError("every front is closed");
    }

    /** What is not found at any weight was read as it stood. */
    @Test
    void whatIsBehindTheHullIsWorkedOutAgain() {
        ParetoFront front = open();
        String json = Documents.toJson(front);
        assertEquals(front, read(json));
        UnsupportedPoint point = front.unsupported().stream()
                .filter(other -> !other.gap().isZero())
                .findFirst()
                .orElseThrow();
        String bound =
                "(?<head>\"costBound\" : )\"" + Pattern.quote(point.costBound().toString()) + "\"";
        String gap = "(?<next>,\\s*\"gap\" : )[^,]*,";
        String cost = "\"" + point.design().cost() + "\"";
        String design = Documents.toJson(front.supported().get(0).design());
        for (String[] edit : new String[][] {
            {bound, "${head}" + cost},
            {bound + gap, "${head}" + cost + "${next}0,"},
            {"(?<head>\"costBound\" : \"[^\"]*\",\\s*\"gap\" : )[^,]*,", "${head}0.75,"},
            {"(?s)\"unexplored\" : \\[.*?\\]", "\"unexplored\" : [ ]"},
            {"(?<head>\"costFloors\" : \\[ \\{\\s*\"limit\" : )\"[^\"]*\"", "${head}\"4000 L\""},
            {"(?s)\"costFloors\" : \\[.*?\\]", "\"costFloors\" : [ ]"},
            {"\"matched\" : \\[ \\]", "\"matched\" : [ " + design + " ]"},
        }) {
            String edited = json.replaceFirst(edit[0], edit[1]);
            assertFalse(edited.equals(json), edit[0]);
            assertThrows(DocumentException.class, () -> read(edited), edit[0]);
        }
    }

    /** What the solves said of themselves was read as it stood. */
    @Test
    void objectivesAndCountsAreWorkedOutAgainAndNoBoundIsAboveADesign() {
        ParetoFront front = open();
        assertEquals(front.bounds().size(), front.solves());
        assertEquals(front.costFloors().size(), front.limitedSolves());
        for (ProvenBound bound : front.bounds()) {
            SupportedPoint best = front.at(bound.lambda());
            Rational objective = TradeOffs.point(
                            best.design().cost(), best.design().energy().base())
                    .at(Rational.of(bound.lambda().dollars()));
            Rational distance =
                    objective.minus(Rational.of(bound.objective().orElseThrow().base()));
            assertTrue(distance.abs().compareTo(objective.times(Rational.parse("1e-30"))) <= 0, bound::toString);
        }
        String json = Documents.toJson(front);
        String first = "(?<head>\"bounds\" : \\[ \\{\\s*\"lambda\" : \"[^\"]*\",\\s*\"lowerBound\" : )\"[^\"]*\"";
        String objective = "(?<next>,\\s*\"objective\" : )\"[^\"]*\"";
        String floor = "(?<head>\"costFloors\" : \\[ \\{\\s*\"limit\" : \"[^\"]*\",\\s*\"lowerBound\" : )\"[^\"]*\"";
        for (String[] edit : new String[][] {
            {"\"solves\" : [0-9]+", "\"solves\" : 99", "solves (99) of Pareto front: is not the number of its bounds"},
            {
                "\"limitedSolves\" : [0-9]+",
                "\"limitedSolves\" : 0",
                "limitedSolves (0) of Pareto front: is not the number"
            },
            {first + objective, "${head}\"0 USD\"${next}\"1 USD\"", "have objectives that its designs do not"},
            {
                first,
                "${head}\"1e12 USD\"",
                "lowerBound (1000000000000 USD) of Pareto front: is above what a design costs"
            },
            {floor, "${head}\"1e12 USD\"", "is above what a design within its limit costs"},
        }) {
            String edited = json.replaceFirst(edit[0], edit[1]);
            assertFalse(edited.equals(json), edit[0]);
            DocumentException refused = assertThrows(DocumentException.class, () -> read(edited), edit[0]);
            String message = String.valueOf(refused.getMessage());
            assertTrue(message.contains(edit[2]) && message.contains("Maybe the file was edited."), message);
        }
    }

    @Test
    void aFrontWithoutADesignHasNoObjectives() {
        ParetoFront none = SEARCH.search(TradeOffs.problem(1).withEnergyLimit(Energy.kilowattHours(1)));
        assertEquals(1, none.solves());
        assertEquals(List.of(), none.bounds());
        String edited = Documents.toJson(none).replace("\"solves\" : 1", "\"solves\" : 0");
        assertThrows(DocumentException.class, () -> read(edited));
    }

    /** Designs that a corner matches within the tolerance are no points, but regions end at them. */
    @Test
    void matchedDesignsAreReadBack() {
        int matched = 0;
        for (long seed = 0; seed < 12; seed++) {
            ParetoFront front =
                    SEARCH.withTolerance(Rational.of(1, 7)).withEnergyLimits(4).search(TradeOffs.problem(seed));
            assertEquals(front, read(Documents.toJson(front)));
            matched += front.matched().size();
        }
        assertTrue(matched > 0);
    }

    @Test
    void theTableHoldsTheFiguresOfThePoints() {
        ParetoFront front = front();
        List<List<String>> rows = parsed(front.toCsv());
        assertEquals(1 + front.supported().size() + front.unsupported().size(), rows.size());
        for (int k = 0; k < front.supported().size(); k++) {
            SupportedPoint point = front.supported().get(k);
            List<String> row = rows.get(1 + k);
            assertEquals(rows.get(0).size(), row.size());
            assertEquals("supported", row.get(0));
            assertEquals(point.from(), FrontWeight.parse(row.get(1) + " USD/kWh"));
            assertEquals(point.to(), FrontWeight.parse(row.get(2) + " USD/kWh"));
            assertEquals(point.design().cost(), Money.parse(row.get(3) + " USD"));
            assertEquals(point.design().energy(), Energy.parse(row.get(4) + " kWh"));
            assertEquals("", row.get(5));
            assertEquals(point.design().items(), row.get(7));
        }
    }

    @Test
    void hostileNamesBreakNeitherTableNorPicture() throws Exception {
        for (String name :
                List.of("=cmd|' /C calc'!A0", "a\"b,c", "</title><script>alert(1)</script>&", "\u202e\ud83d\ude00")) {
            DesignProblem model = TradeOffs.problem(0);
            DesignProblem problem = DesignProblem.named(name, model.finance(), model.lambda())
                    .workload(model.workloads().get(0))
                    .fabric(FabricRule.NONE)
                    .catalog(model.items())
                    .build();
            ParetoFront front = SEARCH.search(problem);
            List<List<String>> rows = parsed(front.toCsv());
            String shown = rows.get(1).get(rows.get(0).indexOf("problem"));
            assertEquals(name.startsWith("=") ? "'" + name : name, shown);
            String svg = new ParetoChart(front).toSvg();
            assertFalse(svg.contains("<script"));
            var document = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(svg)));
            assertTrue(document.getElementsByTagName("title")
                    .item(0)
                    .getTextContent()
                    .startsWith(name));
        }
    }

    @Test
    void thePictureShowsEveryPointAndItsUnits() throws Exception {
        ParetoFront front = front();
        String svg = new ParetoChart(front).toSvg();
        assertEquals(svg, new ParetoChart(read(Documents.toJson(front))).toSvg());
        // One more of each in the legend.
        assertEquals(front.supported().size() + 1, svg.split("class=\"corner\"", -1).length - 1);
        assertEquals(front.unsupported().size() + 1, svg.split("class=\"other\"", -1).length - 1);
        assertTrue(svg.contains("E, energy in MWh"), svg);
        assertTrue(svg.contains("C, cost in thousand USD"), svg);
    }

    @Test
    void aFrontWithoutADesignHasNoPicture() {
        ParetoFront none = SEARCH.search(TradeOffs.problem(1).withEnergyLimit(Energy.kilowattHours(1)));
        assertThrows(ItemException.class, () -> new ParetoChart(none));
        assertEquals(1, parsed(none.toCsv()).size());
    }

    /** RFC 4180, strictly. */
    private static List<List<String>> parsed(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int k = 0; k < csv.length(); k++) {
            char c = csv.charAt(k);
            if (quoted && c == '"' && k + 1 < csv.length() && csv.charAt(k + 1) == '"') {
                cell.append('"');
                k++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == ',') {
                row.add(cell.toString());
                cell.setLength(0);
            } else if (!quoted && c == '\r') {
                assertEquals('\n', csv.charAt(++k));
                row.add(cell.toString());
                cell.setLength(0);
                rows.add(List.copyOf(row));
                row.clear();
            } else {
                cell.append(c);
            }
        }
        assertTrue(row.isEmpty() && cell.isEmpty() && !quoted);
        return rows;
    }
}
