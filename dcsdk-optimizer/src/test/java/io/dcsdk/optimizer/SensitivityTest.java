package io.dcsdk.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.compute.Server;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.EnergyWeight;
import io.dcsdk.design.Evaluation;
import io.dcsdk.design.Finance;
import io.dcsdk.design.SupplyRule;
import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.energy.Supply;
import io.dcsdk.energy.SupplyKind;
import io.dcsdk.item.ItemException;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.sensitivity.EntryPrice;
import io.dcsdk.optimizer.sensitivity.LeavingPrice;
import io.dcsdk.optimizer.sensitivity.MarginalBasis;
import io.dcsdk.optimizer.sensitivity.MarginalValue;
import io.dcsdk.optimizer.sensitivity.PricePiece;
import io.dcsdk.optimizer.sensitivity.PriceVerdict;
import io.dcsdk.optimizer.sensitivity.Sensitivity;
import io.dcsdk.optimizer.sensitivity.SensitivityAnalysis;
import io.dcsdk.optimizer.sensitivity.SensitivityStatus;
import io.dcsdk.optimizer.sensitivity.ShadowPrice;
import io.dcsdk.optimizer.sensitivity.StepSizes;
import io.dcsdk.optimizer.sensitivity.TornadoChart;
import io.dcsdk.quantity.CarbonIntensity;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.EnergyPrice;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.PowerPrice;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.TimeSpan;
import io.dcsdk.workload.Requirement;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** Sensitivities with answers that can be worked out by hand. */
final class SensitivityTest {
    private static final SolveLimits EXACT =
            SolveLimits.defaults().withRelativeGap(Rational.ZERO).withDeadline(Duration.ofHours(1));

    private static Sensitivity of(DesignProblem problem) {
        return SensitivityAnalysis.standard().analyse(problem, EXACT);
    }

    private static ShadowPrice shadow(Sensitivity sensitivity, String name) {
        return sensitivity.shadowPrices().stream()
                .filter(price -> price.requirement().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static MarginalValue moved(Sensitivity sensitivity, String name, boolean up) {
        return sensitivity.marginalValues().stream()
                .filter(value -> value.requirement().equals(name) && value.raised() == up)
                .findFirst()
                .orElseThrow();
    }

    private static void assertNumber(String expected, Optional<BigDecimal> actual) {
        assertEquals(0, new BigDecimal(expected).compareTo(actual.orElseThrow()), actual::toString);
    }

    private static void assertPiece(String from, String to, String price, Optional<PricePiece> piece) {
        assertNumber(from, piece.orElseThrow().from());
        assertNumber(to, piece.get().to());
        assertEquals(0, new BigDecimal(price).compareTo(piece.get().price()), piece::toString);
    }

    /** The fixture with other servers: the same figures, other prices. */
    private static DesignProblem withServers(String name, Finance finance, double... prices) {
        Catalog fixture = FoundingFixture.catalog();
        List<Server> servers = new ArrayList<>();
        for (int k = 0; k < prices.length; k++) {
            servers.add(FoundingFixture.server("server-" + k, prices[k]));
        }
        return DesignProblem.named(name, finance, EnergyWeight.parse("0.1 USD/kWh"))
                .workload(Requirement.of(
                        "r",
                        ComputeRate.parse("1000 TFLOP/s bf16"),
                        DataSize.parse("10 TB"),
                        DataRate.parse("100 GB/s")))
                .catalog(new Catalog(
                        "servers",
                        fixture.accelerators(),
                        servers,
                        List.of(),
                        fixture.storage(),
                        fixture.switches(),
                        fixture.cooling(),
                        List.of(),
                        List.of()))
                .build();
    }

    @Test
    void aCountedRequirementIsFreeAsFarAsTheCountsDo() {
        Sensitivity sensitivity = of(FoundingFixture.problem());
        assertEquals(SensitivityStatus.COMPLETE, sensitivity.status());
        // Three servers of 400 TFLOP/s and 50 GB/s, three stores of 4 TB.
        assertPiece("0", "1.2", "0", shadow(sensitivity, "compute").raising());
        assertPiece("0", "12", "0", shadow(sensitivity, "storage").raising());
        assertPiece("0", "150", "0", shadow(sensitivity, "network").lowering());
        assertEquals("PFLOP/s", shadow(sensitivity, "compute").unit());
        // A budget may be raised without end, and lowered to what the plan costs.
        PricePiece budget = shadow(sensitivity, "budget").raising().orElseThrow();
        assertEquals(Optional.empty(), budget.to());
        BigDecimal cost = Evaluation.of(
                        FoundingFixture.problem(), sensitivity.selection().orElseThrow())
                .cost()
                .total()
                .base();
        assertEquals(0, cost.compareTo(budget.from().orElseThrow()));
    }

    @Test
    void aMovedFigureCostsNothingWhereThePlanMeetsItAndAUnitWhereItDoesNot() {
        DesignProblem problem = FoundingFixture.problem();
        Sensitivity sensitivity = of(problem);
        MarginalValue more = moved(sensitivity, "storage", true);
        assertEquals(MarginalBasis.PLAN_HOLDS, more.basis());
        assertEquals(Optional.of(Money.ZERO), more.most());
        assertEquals(
                MarginalBasis.PROOF_HOLDS, moved(sensitivity, "budget", true).basis());
        Sensitivity larger = SensitivityAnalysis.standard()
                .withoutPrices()
                .withSteps(StepSizes.standard().with("storage", "3 TB"))
                .analyse(problem, EXACT);
        MarginalValue another = moved(larger, "storage", true);
        assertEquals(0, new BigDecimal("13").compareTo(another.to()));
        // A store more: 5000 USD, 200 USD a year, 0.4 kW in the mean, a quarter more for its cooling, at 0.1 USD/kWh.
        assertNumber("8190", another.most().map(Money::base));
        assertEquals(another.least(), another.most());
        assertEquals(Optional.empty(), another.sameCounts());
        assertTrue(larger.entryPrices().isEmpty() && larger.leavingPrices().isEmpty());
    }

    @Test
    void twoServersThatDifferInNothingButThePriceBreakEvenAtIt() {
        for (Finance finance : List.of(
                Finance.over(TimeSpan.years(5)),
                Finance.over(TimeSpan.years(5)).withBudget(Money.dollars(1e6)),
                Finance.over(TimeSpan.years(5)).withDiscountRate(Ratio.of(new BigDecimal("0.07"))))) {
            Sensitivity sensitivity = of(withServers("two", finance, 10_000, 12_345.67));
            EntryPrice dear = sensitivity.entryPrices().get(0);
            assertEquals("server-1", dear.item());
            assertEquals(PriceVerdict.ENCLOSED, dear.verdict(), dear::toString);
            BigDecimal width =
                    dear.staysOut().orElseThrow().subtract(dear.enters().orElseThrow());
            assertTrue(width.compareTo(new BigDecimal("1.24")) <= 0 && width.signum() >= 0, dear::toString);
            assertTrue(dear.enters().get().compareTo(BigDecimal.valueOf(10_000)) <= 0, dear::toString);
            assertTrue(dear.staysOut().get().compareTo(BigDecimal.valueOf(10_000)) >= 0, dear::toString);
            LeavingPrice cheap = sensitivity.leavingPrices().get(0);
            assertEquals("server-0", cheap.item());
            assertNumber("3", Optional.of(cheap.units()));
            assertTrue(cheap.stays().orElseThrow().compareTo(new BigDecimal("12345.67")) <= 0, cheap::toString);
            assertTrue(cheap.leaves().orElseThrow().compareTo(new BigDecimal("12345.67")) >= 0, cheap::toString);
            assertEquals(PriceVerdict.ENCLOSED, cheap.verdict(), cheap::toString);
        }
    }

    @Test
    void withoutAnotherDesignAnItemIsKeptAtAnyPrice() {
        Sensitivity sensitivity = of(FoundingFixture.problem());
        for (LeavingPrice price : sensitivity.leavingPrices()) {
            assertEquals(PriceVerdict.NO_OTHER_DESIGN, price.verdict(), price::toString);
            assertTrue(price.affordable().orElseThrow().compareTo(price.price()) > 0);
        }
        assertEquals(
                List.of("server", "store", "switch", "air"),
                sensitivity.leavingPrices().stream().map(LeavingPrice::item).toList());
    }

    private static Supply supply(String id, SupplyKind kind, String factor, int firm, boolean renewable, double price) {
        return new Supply(
                id,
                id,
                kind,
                EnergyPrice.parse("0.1 USD/kWh"),
                CarbonIntensity.parse((renewable ? 0 : 400) + " gCO2/kWh"),
                Ratio.of(new BigDecimal(factor)),
                Ratio.of(firm),
                renewable,
                PowerPrice.dollarsPerKilowatt(price),
                Ratio.ZERO,
                Optional.empty(),
                List.of());
    }

    private static DesignProblem supplied(String share) {
        Catalog fixture = FoundingFixture.catalog();
        Catalog supplied = new Catalog(
                "supplied",
                fixture.accelerators(),
                fixture.servers(),
                List.of(),
                fixture.storage(),
                fixture.switches(),
                fixture.cooling(),
                List.of(
                        supply("gas", SupplyKind.GRID, "1", 1, false, 500),
                        supply("sun", SupplyKind.SOLAR, "0.25", 0, true, 1000)),
                List.of());
        return FoundingFixture.builder()
                .supply(new SupplyRule(Optional.of(Ratio.of(new BigDecimal(share))), Optional.empty()))
                .build()
                .withCatalog(supplied);
    }

    @Test
    void aPercentOfRenewablesCostsWhatItsPanelsCost() {
        DesignProblem problem = supplied("0.5");
        Sensitivity sensitivity = of(problem);
        assertEquals(SensitivityStatus.COMPLETE, sensitivity.status());
        var loads =
                Evaluation.of(problem, sensitivity.selection().orElseThrow()).loads();
        BigDecimal mean = loads.mean().base().movePointLeft(3);
        // One percent of the mean load, from panels that give a quarter of their capacity, at 1000 USD/kW.
        BigDecimal price = mean.multiply(BigDecimal.valueOf(40));
        ShadowPrice share = shadow(sensitivity, "renewable-share");
        assertPiece("0", "100", price.toPlainString(), share.raising());
        assertPiece("0", "100", price.toPlainString(), share.lowering());
        MarginalValue more = moved(sensitivity, "renewable-share", true);
        assertNumber(price.toPlainString(), more.sameCounts().map(Money::base));
        assertEquals(more.sameCounts(), more.most());
        // A megawatt more of peak load takes one of gas; of mean load, gas has that to spare until its capacity is used
        // up.
        ShadowPrice peak = shadow(sensitivity, "supply-peak");
        assertEquals(
                0,
                BigDecimal.valueOf(500_000)
                        .compareTo(peak.raising().orElseThrow().price()));
        assertEquals("more by", peak.relation());
    }

    @Test
    void anInfeasibleProblemHasAConflictAndALackOfTimeIsTold() {
        DesignProblem poor =
                withServers("poor", Finance.over(TimeSpan.years(5)).withBudget(Money.dollars(1000)), 10_000);
        Sensitivity sensitivity = of(poor);
        assertEquals(SensitivityStatus.INFEASIBLE, sensitivity.status());
        assertTrue(sensitivity.conflict().contains("budget"));
        assertTrue(TornadoChart.of(sensitivity).contains("No figure was moved: the analysis is infeasible"));
        Sensitivity none =
                SensitivityAnalysis.standard().analyse(FoundingFixture.problem(), EXACT.withCancellation(() -> true));
        assertTrue(
                none.status() == SensitivityStatus.OUT_OF_TIME || none.status() == SensitivityStatus.INCOMPLETE,
                none::toString);
    }

    @Test
    void calledOffAfterThePlanItKeepsWhatItHas() {
        boolean[] stop = new boolean[1];
        List<Sensitivity> told = new ArrayList<>();
        Sensitivity partial = SensitivityAnalysis.standard()
                .analyse(supplied("0.5"), EXACT.withCancellation(() -> stop[0]), soFar -> {
                    told.add(soFar);
                    stop[0] |= soFar.marginalValues().size() >= 2;
                });
        assertEquals(SensitivityStatus.INCOMPLETE, partial.status());
        assertTrue(told.size() > 3);
        assertTrue(partial.marginalValues().stream().anyMatch(value -> value.basis() == MarginalBasis.OPEN));
        assertTrue(partial.leavingPrices().stream().allMatch(price -> price.verdict() == PriceVerdict.OPEN));
        Sensitivity whole = of(supplied("0.5"));
        for (int k = 0; k < partial.marginalValues().size(); k++) {
            MarginalValue open = partial.marginalValues().get(k);
            MarginalValue settled = whole.marginalValues().get(k);
            assertTrue(open.least().isEmpty()
                    || settled.basis() == MarginalBasis.IMPOSSIBLE
                    || open.least().get().compareTo(settled.least().orElseThrow()) <= 0);
            assertTrue(open.most().isEmpty()
                    || open.most().get().compareTo(settled.most().orElseThrow()) >= 0);
        }
    }

    @Test
    void readsBackFromJson() {
        for (Sensitivity sensitivity :
                List.of(of(supplied("0.3")), of(withServers("two", Finance.over(TimeSpan.years(3)), 10_000, 12_000)))) {
            String json = Documents.toJson(sensitivity);
            Sensitivity again = Documents.read(json, "s.json", DocumentFormat.JSON, Sensitivity.class);
            assertEquals(json, Documents.toJson(again));
            assertEquals(TornadoChart.of(sensitivity), TornadoChart.of(again));
        }
    }

    @Test
    void refusesStepsOfFiguresThatTheProblemDoesNotHave() {
        SensitivityAnalysis analysis =
                SensitivityAnalysis.standard().withSteps(StepSizes.standard().with("carbon", "1 tCO2"));
        ItemException refused =
                assertThrows(ItemException.class, () -> analysis.analyse(FoundingFixture.problem(), EXACT));
        assertTrue(String.valueOf(refused.getMessage()).startsWith("name (carbon) of step sizes: is no figure"));
    }

    @Test
    void hostileNamesStayTextInThePicture() throws Exception {
        String name = "</text><script>alert(1)</script>&\"'\u0000\u202e";
        Sensitivity sensitivity = of(withServers("x", Finance.over(TimeSpan.years(3)), 10_000));
        Sensitivity hostile = new Sensitivity(
                sensitivity.format(),
                name,
                sensitivity.programDigest(),
                sensitivity.status(),
                List.of(),
                sensitivity.objective(),
                sensitivity.lowerBound(),
                sensitivity.selection(),
                sensitivity.shadowPrices(),
                sensitivity.marginalValues().stream()
                        .map(value -> new MarginalValue(
                                name,
                                name,
                                name,
                                value.from(),
                                value.to(),
                                value.least(),
                                value.most(),
                                value.sameCounts(),
                                value.basis()))
                        .toList(),
                List.of(),
                List.of());
        String svg = TornadoChart.of(hostile);
        assertFalse(svg.contains("<script"), svg);
        assertTrue(Contrast.withPage(svg, "raised") >= Contrast.OF_SHAPES, "orange had 2.96 on white");
        assertTrue(Contrast.withPage(svg, "lowered") >= Contrast.OF_SHAPES);
        assertTrue(Contrast.withPage(svg, "label") >= Contrast.OF_TEXT);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        assertEquals(
                "svg",
                factory.newDocumentBuilder()
                        .parse(new InputSource(new StringReader(svg)))
                        .getDocumentElement()
                        .getTagName());
    }
}
