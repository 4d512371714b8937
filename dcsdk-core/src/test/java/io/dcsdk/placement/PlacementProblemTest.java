package io.dcsdk.placement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.FabricRule;
import io.dcsdk.design.Finance;
import io.dcsdk.design.Selection;
import io.dcsdk.design.Violation;
import io.dcsdk.document.DocumentException;
import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.item.ItemException;
import io.dcsdk.quantity.CarbonIntensity;
import io.dcsdk.quantity.CarbonPrice;
import io.dcsdk.quantity.EnergyPrice;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.TimeSpan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class PlacementProblemTest {
    private static final String DOCUMENT = """
            name: two places
            workloads:
              - workload: {kind: requirement, name: chat, compute: 100 TFLOP/s bf16, storage: 1 TB, network: 0 B/s}
                parts: 3
                mostPerLocation: 2
                data: [personal]
                users: [europe]
                latency: 40 ms
              - workload: {kind: requirement, name: archive, compute: 0 FLOP/s fp8, storage: 50 TB, network: 0 B/s}
            locations:
              - {id: here, name: Here, jurisdictions: [DE, EU], energyPrice: 0.2 USD/kWh, carbonIntensity: 400 gCO2/kWh}
              - id: there
                name: There
                jurisdictions: [US]
                energyPrice: 0.1 USD/kWh
                carbonIntensity: 300 gCO2/kWh
                carbonPrice: 10 USD/tCO2
                openingCost: 1000 USD
                yearlyCost: 100 USD/a
            populations:
              - {id: europe, roundTrip: {here: 10 ms, there: 90 ms}}
            residency:
              - {data: personal, jurisdictions: [EU], reason: contract}
            finance: {horizon: 5 a}
            utilisation: 1
            carbonPrice: 100 USD/tCO2
            fabric: {sized: false}
            """;

    private static PlacementProblem read(String text) {
        return Documents.read(text, "two.yaml", DocumentFormat.YAML, PlacementProblem.class);
    }

    private static PlacementProblem problem() {
        return read(DOCUMENT).withCatalog(Catalog.builtIn().only(Set.of("dgx-h100", "minio-60-bay")));
    }

    @Test
    void isTheSameAfterItWasWrittenAndRead() {
        PlacementProblem problem = problem();
        assertEquals(
                problem,
                Documents.read(Documents.toJson(problem), "json", DocumentFormat.JSON, PlacementProblem.class));
        assertEquals(
                problem,
                Documents.read(Documents.toYaml(problem), "yaml", DocumentFormat.YAML, PlacementProblem.class));
    }

    @Test
    void weighsEnergyByTariffAndCarbonOfThePlace() {
        PlacementProblem problem = problem();
        assertEquals(
                EnergyPrice.parse("0.24 USD/kWh"),
                problem.lambda(problem.location("here")).price());
        assertEquals(
                EnergyPrice.parse("0.103 USD/kWh"),
                problem.lambda(problem.location("there")).price());
        assertEquals(
                EnergyPrice.parse("0.2 USD/kWh"),
                problem.location("here").lambda(CarbonPrice.ZERO).price());
        assertEquals(Money.dollars(1500), problem.location("there").opening(Finance.over(TimeSpan.years(5))));
    }

    @Test
    void admitsAWorkloadWhereItsDataMayBeAndItsUsersAreNear() {
        PlacementProblem problem = problem();
        PlaceableWorkload chat = problem.workload("chat");
        assertTrue(problem.admits(chat, problem.location("here")));
        assertFalse(problem.admits(chat, problem.location("there")));
        assertEquals(
                1, problem.residencyAgainst(chat, problem.location("there")).size());
        assertFalse(problem.isNear(chat, problem.location("there")));
        assertTrue(problem.admits(problem.workload("archive"), problem.location("there")));
        assertEquals(Optional.empty(), problem.latency(problem.workload("archive"), problem.location("here")));
    }

    @Test
    void demandsOfAPlaceSoManyPartsAsAreThere() {
        PlacementProblem problem = problem();
        DesignProblem there = problem.at(problem.location("here"), Map.of("chat", 2, "archive", 1));
        assertEquals("200 TFLOP/s bf16", there.demand().compute().toString());
        assertEquals("52 TB", there.demand().storage().toString());
        assertEquals("300 TFLOP/s bf16", problem.demand().compute().toString());
        assertEquals(FabricRule.NONE, there.fabricOrNonBlocking());
    }

    @Test
    void evaluationFindsEveryBrokenRule() {
        PlacementProblem problem = problem();
        SortedMap<String, Integer> parts = new TreeMap<>(Map.of("chat", 3));
        PlacementEvaluation evaluation =
                PlacementEvaluation.of(problem, List.of(new LocationSelection("there", parts, nothing())));
        List<String> broken =
                evaluation.violations().stream().map(Violation::constraint).toList();
        assertEquals(
                List.of(
                        "compute.there",
                        "storage.there",
                        "parts.chat",
                        "residency.personal",
                        "latency.chat",
                        "workload.archive"),
                broken);
        assertFalse(evaluation.feasible());
        assertEquals(
                "chat is at there, which lies in [US]; allowed are [EU]",
                evaluation.violations().get(3).message());
    }

    private static Selection nothing() {
        return new Selection(
                new TreeMap<>(),
                new TreeMap<>(),
                Optional.empty(),
                0,
                Optional.empty(),
                new TreeMap<>(),
                new TreeSet<>());
    }

    @Test
    void evaluationAddsUpWhatIsBought() {
        PlacementProblem problem = problem();
        SortedMap<String, Long> servers = new TreeMap<>(Map.of("dgx-h100", 1L));
        SortedMap<String, Long> storage = new TreeMap<>(Map.of("minio-60-bay", 1L));
        Selection one = new Selection(
                servers, storage, Optional.empty(), 1, Optional.empty(), new TreeMap<>(), new TreeSet<>());
        PlacementEvaluation evaluation = PlacementEvaluation.of(
                problem,
                List.of(
                        new LocationSelection("here", new TreeMap<>(Map.of("chat", 2)), one),
                        new LocationSelection("there", new TreeMap<>(Map.of("archive", 1)), one)));
        LocationPlan here = evaluation.locations().get(0);
        LocationPlan there = evaluation.locations().get(1);
        assertEquals(here.cost(), there.cost());
        assertEquals(here.energy(), there.energy());
        assertEquals(
                here.cost()
                        .total()
                        .plus(EnergyPrice.parse("0.24 USD/kWh")
                                .times(here.energy().total())),
                here.objective());
        assertEquals(here.cost().total().times(2).plus(Money.dollars(1500)), evaluation.cost());
        assertEquals(CarbonIntensity.parse("700 gCO2/kWh").times(here.energy().total()), evaluation.carbon());
        assertEquals(here.objective().plus(there.objective()), evaluation.objective());
        assertEquals(
                Optional.of(TimeSpan.parse("10 ms")),
                evaluation.workloads().get(0).latency());
    }

    @Test
    void namesWhatIsWrong() {
        assertMessage(
                DOCUMENT.replace("users: [europe]", "users: [asia]"),
                "users (asia) of workload chat: is no population of the problem\nMaybe use one of [europe].");
        assertMessage(
                DOCUMENT.replace("data: [personal]", "data: [medical]"),
                "data (medical) of workload chat: has no rule of residency\nMaybe add a rule, or use one of [personal].");
        assertMessage(
                DOCUMENT.replace("here: 10 ms, ", ""),
                "roundTrip (here) of population europe: is missing\nMaybe add the round trip to that location.");
        assertMessage(
                DOCUMENT.replace("here: 10 ms", "here: 10 ms, nowhere: 1 ms"),
                "roundTrip (nowhere) of population europe: is no location of the problem\nMaybe check the spelling.");
        assertMessage(
                DOCUMENT.replace("    latency: 40 ms\n", ""),
                "latency (none) of workload chat: is needed because users are named\nMaybe state the longest round trip.");
        assertMessage(
                DOCUMENT.replace("id: there", "id: here"),
                "locations (here) of placement problem two places: is there twice\nMaybe delete one of the two.");
        assertMessage(
                DOCUMENT.replace("[EU]", "[eu]"),
                "jurisdictions (eu) of residency rule personal: is not 2 to 20 capital letters, digits and dashes\n"
                        + "Maybe write it like DE, EU or US-VA.");
    }

    private static void assertMessage(String text, String message) {
        DocumentException refused = assertThrows(DocumentException.class, () -> read(text));
        assertTrue(String.valueOf(refused.getMessage()).contains(message), refused.getMessage());
    }

    @Test
    void knowsTheCoolingOfItsLocations() {
        PlacementProblem named = read(DOCUMENT.replace("[US]", "[US]\n    cooling: [rear-door]"));
        Catalog bare = Catalog.builtIn().only(Set.of("dgx-h100", "minio-60-bay"));
        ItemException refused = assertThrows(ItemException.class, () -> named.withCatalog(bare));
        assertEquals(
                "cooling (rear-door) of location there: is not in the catalogue\nMaybe use one of [].",
                refused.getMessage());
        PlacementProblem known = named.withCatalog(Catalog.builtIn());
        DesignProblem there = known.at(known.location("there"), Map.of("archive", 1));
        assertEquals(1, there.items().cooling().size());
        DesignProblem here = known.at(known.location("here"), Map.of("archive", 1));
        assertTrue(here.items().cooling().size() > 1);
    }
}
