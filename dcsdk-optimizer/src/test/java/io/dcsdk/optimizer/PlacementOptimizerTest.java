package io.dcsdk.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.design.FabricRule;
import io.dcsdk.design.Finance;
import io.dcsdk.design.Outcome;
import io.dcsdk.design.Site;
import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.placement.PlacementDocument;
import io.dcsdk.optimizer.placement.PlacementVerifier;
import io.dcsdk.optimizer.plan.Verification;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.placement.Location;
import io.dcsdk.placement.PlaceableWorkload;
import io.dcsdk.placement.Placement;
import io.dcsdk.placement.PlacementChart;
import io.dcsdk.placement.PlacementOutcome;
import io.dcsdk.placement.PlacementProblem;
import io.dcsdk.placement.PlacementProblemBuilder;
import io.dcsdk.placement.UserPopulation;
import io.dcsdk.quantity.CarbonIntensity;
import io.dcsdk.quantity.CarbonMass;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.EnergyPrice;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.MoneyRate;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.TimeSpan;
import io.dcsdk.security.ResidencyRule;
import io.dcsdk.workload.Requirement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class PlacementOptimizerTest {
    private static final SolveLimits EXACT = SolveLimits.defaults().withRelativeGap(Rational.ZERO);
    private static final Catalog CATALOG = Catalog.builtIn().only(Set.of("dgx-h100", "minio-60-bay"));

    private static PlacementProblemBuilder builder() {
        return PlacementProblem.named("test", Finance.over(TimeSpan.years(5)))
                .catalog(CATALOG)
                .fabric(FabricRule.NONE);
    }

    private static Location location(String id, String jurisdiction, String price, String carbon) {
        return Location.of(
                id, jurisdiction, EnergyPrice.parse(price + " USD/kWh"), CarbonIntensity.parse(carbon + " gCO2/kWh"));
    }

    private static PlaceableWorkload workload(String name, String compute) {
        return PlaceableWorkload.anywhere(new Requirement(
                name,
                ComputeRate.parse(compute + " TFLOP/s bf16"),
                DataSize.parse("1 TB"),
                DataRate.ZERO,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of()));
    }

    private static UserPopulation people(Map<String, String> roundTrip) {
        SortedMap<String, TimeSpan> times = new TreeMap<>();
        roundTrip.forEach((place, time) -> times.put(place, TimeSpan.parse(time)));
        return new UserPopulation("people", times);
    }

    private static Placement solved(PlacementProblem problem) {
        PlacementOutcome<Certificate> outcome = PlacementOptimizer.standard().solve(problem, EXACT);
        assertInstanceOf(PlacementOutcome.Optimal.class, outcome);
        return outcome.placement().orElseThrow();
    }

    private static Map<String, Integer> where(Placement placement, String workload) {
        return placement.workloads().stream()
                .filter(placed -> placed.workload().equals(workload))
                .findFirst()
                .orElseThrow()
                .parts();
    }

    private static List<String> conflict(PlacementProblem problem) {
        PlacementOutcome<Certificate> outcome = PlacementOptimizer.standard().solve(problem, EXACT);
        if (!(outcome instanceof PlacementOutcome.Infeasible<Certificate> infeasible)) {
            throw new AssertionError("not infeasible: " + outcome.placement());
        }
        PlacementDocument saved = PlacementDocument.of(outcome, problem).orElseThrow();
        Verification verification = PlacementVerifier.verify(
                Documents.read(Documents.toJson(saved), "saved", DocumentFormat.JSON, PlacementDocument.class));
        assertTrue(verification.accepted(), verification.message());
        return infeasible.conflict().stream()
                .map(Outcome.Conflict::constraint)
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void goesWhereEnergyCountsLeastUnlessItsDataMayNot() {
        PlacementProblemBuilder free = builder()
                .location(location("dear", "DE", "0.3", "0"))
                .location(location("cheap", "US", "0.1", "0"))
                .residency(new ResidencyRule("personal", List.of("DE"), "law"));
        PlacementProblem unbound = free.workload(workload("chat", "1000")).build();
        assertEquals(Map.of("cheap", 1), where(solved(unbound), "chat"));
        PlacementProblem bound = builder()
                .location(location("dear", "DE", "0.3", "0"))
                .location(location("cheap", "US", "0.1", "0"))
                .residency(new ResidencyRule("personal", List.of("DE"), "law"))
                .workload(workload("chat", "1000").on(List.of("personal")))
                .build();
        assertEquals(Map.of("dear", 1), where(solved(bound), "chat"));
    }

    @Test
    void oneOpeningIsCheaperThanTwoUnlessThereIsNoRoom() {
        Site small = new Site(
                Optional.of(Power.kilowatts(12)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Location first = location("first", "DE", "0.1", "0").withOpening(Money.dollars(1_000_000), MoneyRate.ZERO);
        Location second = location("second", "DE", "0.1", "0").withOpening(Money.dollars(2_000_000), MoneyRate.ZERO);
        PlaceableWorkload twice = workload("chat", "3000").inParts(2, 2);
        Placement together = solved(
                builder().location(first).location(second).workload(twice).build());
        assertEquals(Map.of("first", 2), where(together, "chat"));
        Placement apart = solved(builder()
                .location(first.withSite(small))
                .location(second.withSite(small))
                .workload(twice)
                .build());
        assertEquals(Map.of("first", 1, "second", 1), where(apart, "chat"));
        assertEquals(
                Money.dollars(3_000_000),
                apart.locations().get(0).opening().plus(apart.locations().get(1).opening()));
    }

    @Test
    void aLimitOfCarbonMovesWorkToCleanEnergy() {
        PlacementProblemBuilder free = builder()
                .location(location("dirty", "DE", "0.05", "700"))
                .location(location("clean", "SE", "0.3", "10"))
                .workload(workload("training", "1000"));
        assertEquals(Map.of("dirty", 1), where(solved(free.build()), "training"));
        Placement clean = solved(free.carbonLimit(CarbonMass.tonnes(10)).build());
        assertEquals(Map.of("clean", 1), where(clean, "training"));
        assertTrue(clean.carbon().compareTo(CarbonMass.tonnes(10)) <= 0);
    }

    @Test
    void namesTheRulesThatLeaveNoPlace() {
        PlacementProblem problem = builder()
                .location(location("near", "US", "0.1", "0"))
                .location(location("far", "DE", "0.1", "0"))
                .population(people(Map.of("near", "10 ms", "far", "90 ms")))
                .residency(new ResidencyRule("personal", List.of("DE"), "law"))
                .workload(workload("other", "100"))
                .workload(workload("chat", "100")
                        .on(List.of("personal"))
                        .serving(List.of("people"), TimeSpan.parse("40 ms")))
                .build();
        assertEquals(List.of("latency.chat", "residency.personal", "workload.chat"), conflict(problem));
    }

    @Test
    void namesTheNumberOfLocationsThatCopiesNeed() {
        PlacementProblem problem = builder()
                .location(location("a", "DE", "0.1", "0"))
                .location(location("b", "DE", "0.1", "0"))
                .workload(workload("archive", "100").inParts(2, 1))
                .mostLocations(1)
                .build();
        assertEquals(List.of("most-locations", "workload.archive"), conflict(problem));
    }

    @Test
    void namesTheLimitOfThePlaceThatIsTooSmall() {
        Site none = new Site(
                Optional.of(Power.kilowatts(1)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        PlacementProblem problem = builder()
                .location(location("a", "DE", "0.1", "0").withSite(none))
                .workload(workload("chat", "100"))
                .build();
        assertEquals(List.of("site-power.a", "workload.chat"), conflict(problem));
    }

    @Test
    void aSavedPlacementIsVerifiedAndAChangedOneIsNot() {
        PlacementProblem problem = builder()
                .location(location("a", "DE", "0.2", "100"))
                .location(location("b", "SE", "0.1", "20"))
                .workload(workload("chat", "5000").inParts(3, 2))
                .build();
        PlacementOutcome<Certificate> outcome = PlacementOptimizer.standard().solve(problem, EXACT);
        String saved = Documents.toJson(PlacementDocument.of(outcome, problem).orElseThrow());
        assertTrue(verify(saved).accepted(), verify(saved).message());
        Placement placement = outcome.placement().orElseThrow();
        String carbon = "\"carbon\" : \"" + placement.carbon() + "\"";
        assertTrue(saved.contains(carbon));
        Verification changed = verify(saved.replace(carbon, "\"carbon\" : \"1 tCO2\""));
        assertFalse(changed.accepted());
        assertTrue(changed.message().startsWith("carbon (\"1 tCO2\") of the placement document"), changed.message());
        String bound = "\"lowerBound\" : \"" + placement.lowerBound() + "\"";
        assertTrue(saved.contains(bound));
        assertFalse(verify(saved.replace(bound, "\"lowerBound\" : \"1 USD\"")).accepted());
        assertFalse(verify(saved.replace("\"energyPrice\" : \"0.1 USD/kWh\"", "\"energyPrice\" : \"0.15 USD/kWh\""))
                .accepted());
    }

    private static Verification verify(String text) {
        return PlacementVerifier.verify(Documents.read(text, "saved", DocumentFormat.JSON, PlacementDocument.class));
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        for (int seed = 300; seed < 306; seed++) {
            PlacementProblem problem = SmallPlacements.apart(seed);
            SolveLimits one = SolveLimits.defaults();
            String first = Documents.toJson(answer(problem, one));
            assertEquals(first, Documents.toJson(answer(problem, one.withThreads(2))), "seed " + seed);
        }
    }

    private static Optional<PlacementDocument> answer(PlacementProblem problem, SolveLimits limits) {
        return PlacementDocument.of(PlacementOptimizer.standard().solve(problem, limits), problem);
    }

    @Test
    void aLackOfTimeIsAnOutcome() {
        PlacementOutcome<Certificate> outcome =
                PlacementOptimizer.standard().solve(SmallPlacements.apart(3), EXACT.withDeadline(Duration.ofNanos(1)));
        assertFalse(outcome instanceof PlacementOutcome.Optimal
                && outcome.placement().isEmpty());
    }

    @Test
    void thePictureShowsEveryLocationAndEscapesNames() {
        Location hostile = new Location(
                "a",
                "<script>alert(1)</script>",
                List.of("DE"),
                EnergyPrice.parse("0.1 USD/kWh"),
                CarbonIntensity.ZERO,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
        Placement placement = solved(builder()
                .location(hostile)
                .location(location("b", "DE", "0.1", "0"))
                .workload(workload("chat", "100").inParts(2, 1))
                .build());
        String svg = new PlacementChart(placement).toSvg();
        assertFalse(svg.contains("<script>"), svg);
        assertTrue(svg.contains("&lt;script&gt;"), svg);
        assertTrue(svg.contains(">b</text>"), svg);
        assertEquals(2, svg.split("class=\"items\"", -1).length - 2);
    }
}
