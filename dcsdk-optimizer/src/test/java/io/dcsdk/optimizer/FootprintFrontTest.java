package io.dcsdk.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.Evaluation;
import io.dcsdk.document.DocumentException;
import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.item.ItemException;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.pareto.FrontDesign;
import io.dcsdk.optimizer.pareto.FrontMeasure;
import io.dcsdk.optimizer.pareto.FrontStatus;
import io.dcsdk.optimizer.pareto.FrontWeight;
import io.dcsdk.optimizer.pareto.ParetoChart;
import io.dcsdk.optimizer.pareto.ParetoFront;
import io.dcsdk.optimizer.pareto.ParetoSearch;
import io.dcsdk.optimizer.pareto.SupportedPoint;
import io.dcsdk.optimizer.pareto.UnsupportedPoint;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.Money;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Fronts of C against carbon and against water. */
final class FootprintFrontTest {
    private static final int PROBLEMS = 3;
    private static final ParetoSearch SEARCH = ParetoSearch.over(DesignOptimizer.standard());

    /** Supplies are continuous: they are as good as the gap of the solves wants. */
    private static final Rational CLOSE = Rational.parse("1e-8");

    private static void assertAre(
            List<TradeOffs.Point> expected, FrontMeasure measure, List<FrontDesign> designs, String context) {
        assertEquals(expected.size(), designs.size(), () -> context + "\n" + expected + "\n" + designs);
        for (int k = 0; k < expected.size(); k++) {
            TradeOffs.Point point = expected.get(k);
            Rational cost = Rational.of(designs.get(k).cost().base());
            Rational amount = Rational.of(designs.get(k).amount(measure).base())
                    .dividedBy(Rational.of(measure == FrontMeasure.CARBON ? 1000 : 1));
            assertTrue(
                    isClose(point.cost(), cost) && isClose(point.energy(), amount),
                    context + ": " + point + " and " + designs.get(k));
        }
    }

    private static boolean isClose(Rational one, Rational other) {
        return one.minus(other).abs().compareTo(one.abs().max(Rational.ONE).times(CLOSE)) <= 0;
    }

    private static int compare(DesignProblem problem, FrontMeasure measure, BigDecimal most, String context) {
        List<TradeOffs.Point> efficient = Footprints.efficient(problem);
        List<TradeOffs.Point> corners = TradeOffs.corners(efficient);
        ParetoFront front = SEARCH.between(new FrontWeight(measure, BigDecimal.ZERO), new FrontWeight(measure, most))
                .withTolerance(Rational.parse("1e-9"))
                .withEnergyLimits(Integer.MAX_VALUE)
                .search(problem);
        assertEquals(FrontStatus.COMPLETE, front.status(), context);
        assertAre(
                corners,
                measure,
                front.supported().stream().map(SupportedPoint::design).toList(),
                context);
        Rational least = corners.get(corners.size() - 1).energy();
        List<TradeOffs.Point> between = efficient.stream()
                .filter(point -> point.energy().compareTo(least) > 0 && !corners.contains(point))
                .toList();
        assertAre(
                between,
                measure,
                front.unsupported().stream().map(UnsupportedPoint::design).toList(),
                context);
        return corners.size() + between.size();
    }

    @Test
    void findsEveryEfficientDesignAgainstCarbonAndNothingElse() {
        int designs = 0;
        for (long seed = 0; seed < PROBLEMS; seed++) {
            DesignProblem problem = Footprints.ofCarbon(seed, Footprints.supply("grid", 400, "100 USD/kW"));
            designs += compare(problem, FrontMeasure.CARBON, BigDecimal.ONE, "carbon " + seed);
        }
        assertTrue(designs > 2 * PROBLEMS, "too few designs: " + designs);
    }

    @Test
    void findsEveryEfficientDesignAgainstWaterAndNothingElse() {
        int designs = 0;
        for (long seed = 0; seed < PROBLEMS; seed++) {
            designs += compare(Footprints.ofWater(seed), FrontMeasure.WATER, BigDecimal.ONE, "water " + seed);
        }
        assertTrue(designs > 2 * PROBLEMS, "too few designs: " + designs);
    }

    @Test
    void boundsHoldAndPointsAreWhatTheItemsSayWhereSuppliesMix() {
        DesignProblem problem = Footprints.ofCarbon(
                1, Footprints.supply("coal", 900, "100 USD/kW"), Footprints.supply("wind", 10, "1700 USD/kW"));
        ParetoFront front = SEARCH.against(FrontMeasure.CARBON).search(problem);
        assertEquals(FrontStatus.COMPLETE, front.status());
        assertTrue(front.supported().size() > 1);
        for (SupportedPoint point : front.supported()) {
            Evaluation evaluation = Evaluation.of(problem, point.design().selection());
            assertEquals(List.of(), evaluation.violations());
            assertEquals(
                    evaluation.footprint().carbon().orElseThrow().base(),
                    point.design().amount(FrontMeasure.CARBON).base());
            assertEquals(evaluation.cost().total(), point.design().cost());
        }
        SupportedPoint first = front.supported().get(0);
        SupportedPoint last = front.supported().get(front.supported().size() - 1);
        assertTrue(last.design()
                        .amount(FrontMeasure.CARBON)
                        .compareTo(first.design().amount(FrontMeasure.CARBON))
                < 0);
        assertTrue(first.design().cost().compareTo(last.design().cost()) < 0);
        Money bound = front.lowerBound(FrontWeight.parse("0 USD/tCO2"));
        assertTrue(bound.compareTo(first.design().cost()) <= 0);
    }

    @Test
    void readsBackAndDrawsInItsOwnUnits() {
        ParetoFront water = SEARCH.against(FrontMeasure.WATER).search(Footprints.ofWater(0));
        ParetoFront carbon = SEARCH.against(FrontMeasure.CARBON)
                .search(Footprints.ofCarbon(0, Footprints.supply("grid", 400, "100 USD/kW")));
        for (ParetoFront front : List.of(water, carbon)) {
            String json = Documents.toJson(front);
            ParetoFront again = Documents.read(json, "front.json", DocumentFormat.JSON, ParetoFront.class);
            assertEquals(front, again);
            assertEquals(new ParetoChart(front).toSvg(), new ParetoChart(again).toSvg());
            String other = front.against() == FrontMeasure.WATER ? "carbon" : "water";
            String edited = json.replace("\"against\" : \"" + front.against(), "\"against\" : \"" + other);
            assertThrows(
                    DocumentException.class,
                    () -> Documents.read(edited, "front.json", DocumentFormat.JSON, ParetoFront.class));
        }
        assertTrue(new ParetoChart(water).toSvg().contains("Water in "));
        assertTrue(new ParetoChart(water).toSvg().contains("<desc>Cost against water. The best designs"));
        assertTrue(new ParetoChart(water).toSvg().contains(" USD/L on C "));
        assertTrue(new ParetoChart(carbon).toSvg().contains(" USD/kgCO2 on C "));
        assertFalse(new ParetoChart(carbon).toSvg().contains("kWh"));
        assertTrue(new ParetoChart(carbon).toSvg().contains("Carbon, CO2 equivalent in "));
        assertTrue(carbon.toCsv()
                .startsWith("kind,lambda_from_usd_per_kg,lambda_to_usd_per_kg,cost_usd,energy_kwh,"
                        + "carbon_kg,embodied_carbon_kg,gap,items,problem"));
        assertTrue(water.toCsv().contains(",water_l,"));
    }

    @Test
    void aProblemThatCannotBeMetHasItsConflict() {
        DesignProblem problem = Footprints.ofWater(1).withEnergyLimit(Energy.kilowattHours(1));
        ParetoFront front = SEARCH.against(FrontMeasure.WATER).search(problem);
        assertEquals(FrontStatus.INFEASIBLE, front.status());
        assertEquals(
                List.of("compute", "energy"),
                front.conflict().stream().map(conflict -> conflict.constraint()).toList());
    }

    @Test
    void saysWhichFigureIsMissing() {
        ItemException unsupplied = assertThrows(
                ItemException.class, () -> SEARCH.against(FrontMeasure.CARBON).search(FoundingFixture.problem()));
        assertEquals(
                "supply (none) of problem founding: is needed to know the carbon of its energy\n"
                        + "Maybe add supply: {} so that its supplies are planned.",
                unsupplied.getMessage());
        ItemException unknown = assertThrows(
                ItemException.class, () -> SEARCH.against(FrontMeasure.WATER).search(FoundingFixture.problem()));
        assertEquals(
                "waterUsage (none) of cooling system air: is needed to know the water of a design\n"
                        + "Maybe add it to the catalogue, such as 1.8 L/kWh, or 0 L/kWh for a dry system.",
                unknown.getMessage());
        ItemException uncooled = assertThrows(
                ItemException.class, () -> SEARCH.against(FrontMeasure.WATER).search(TradeOffs.problem(0)));
        assertTrue(String.valueOf(uncooled.getMessage()).startsWith("cooling (none) of catalogue trade-offs: "));
    }
}
