package io.dcsdk.design;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.document.DocumentException;
import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.item.ItemException;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.TimeSpan;
import io.dcsdk.workload.Requirement;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Problems as documents, and what is said about wrong ones. */
final class DesignProblemDocumentTest {
    private static final String YAML = """
            name: founding
            workloads:
              - kind: requirement
                name: founding
                compute: 1000 TFLOP/s bf16
                storage: 10 TB
                network: 100 GB/s
              - kind: data-retention
                name: logs
                ingestPerDay: 1 TB
                retention: 30 d
                protocols: [object]
              - kind: inference
                name: chat
                parameters: 70e9
                precision: bf16
                requestsPerSecond: 10
                promptTokens: 1000
                outputTokens: 200
                timePerOutputToken: 50 ms
                batch: 32
            finance:
              horizon: 5 a
              discountRate: 0.07
              budget: 10000000 USD
              staffCost: 90000 USD/a
            lambda: 0.1 USD/kWh
            utilisation: 0.8
            site:
              power: 2 MW
              racks: 40
              rackUnits: 42
              powerPerRack: 40 kW
              rackPrice: 4000 USD
              area: 200 m2
              areaPerRack: 3 m2
              floorLoad: 1200 kg/m2
            redundancy:
              servers: 1
              storage: 1
              cooling: 1
            fabric:
              sized: true
              oversubscription: 2
            supply:
              renewableShare: 0.5
              carbonPerYear: 1000 tCO2
            policy:
              coverage:
                AC: 1
              controls: [audit]
            serverTypes: 1
            """;

    private static DesignProblem read(String yaml) {
        return Documents.read(yaml, "problem.yaml", DocumentFormat.YAML, DesignProblem.class);
    }

    @Test
    void readsBackFromJsonAndYaml() {
        DesignProblem problem = read(YAML);
        for (DesignProblem each : new DesignProblem[] {problem, problem.withCatalog(Catalog.builtIn())}) {
            String json = Documents.toJson(each);
            String yaml = Documents.toYaml(each);
            assertEquals(each, Documents.read(json, "p.json", DocumentFormat.JSON, DesignProblem.class));
            assertEquals(each, read(yaml));
            assertEquals(json, Documents.toJson(read(yaml)));
        }
    }

    private static void assertRefused(String from, String to, String message) {
        assertEquals(true, YAML.contains(from), from);
        DocumentException error = assertThrows(DocumentException.class, () -> read(YAML.replace(from, to)));
        assertEquals(message, error.getMessage());
    }

    @Test
    void namesFileLineAndPathOfWhatIsWrong() {
        assertRefused("    storage: 10 TB", "    storage: 10 TX", """
                problem.yaml, line 6, workloads[0].storage: data size (10 TX): has the unknown unit "TX"
                Maybe use one of the known ones; the units are B, kB, MB, GB, TB, PB, EB, KiB, MiB, GiB, TiB, PiB.""");
        assertRefused("serverTypes: 1", "serverTypes: 0", """
                problem.yaml, line 1: serverTypes (0) of problem founding: is below 1
                Maybe correct the count.""");
        assertRefused("  racks: 40", "  racs: 40", """
                problem.yaml, line 31, site.racs: the field "racs" is unknown
                Maybe you mean "racks"; the fields are area, areaPerRack, floorLoad, power, powerPerRack, rackPrice, rackUnits, racks.""");
        assertRefused("lambda: 0.1 USD/kWh\n", "", """
                problem.yaml, line 1, lambda: the field "lambda" is missing
                Maybe add it.""");
        assertRefused("utilisation: 0.8", "utilisation: 80", """
                problem.yaml, line 1: utilisation (80) of problem founding: is not within 0 and 1
                Maybe it is a percentage: write 35 % as 0.35.""");
        assertRefused("kind: inference", "kind: dreaming", """
                problem.yaml, line 13, workloads[2]: the kind (dreaming) is missing or unknown
                Maybe use one of data-retention, fine-tuning, inference, measured-training, pre-training, requirement.""");
        assertRefused("horizon: 5 a", "horizon: 5.5 a", """
                problem.yaml, line 23, finance: horizon (5.5 a) of finance: is not a whole number of years, in which capital is paid back
                Maybe round it.""");
        assertRefused("  areaPerRack: 3 m2\n", "", """
                problem.yaml, line 30, site: area (200 m2) of site: limits nothing without areaPerRack
                Maybe add areaPerRack.""");
    }

    private static void assertBroken(String message, Executable executable) {
        assertEquals(message, assertThrows(ItemException.class, executable).getMessage());
    }

    private static DesignProblemBuilder builder() {
        return DesignProblem.named("p", Finance.over(TimeSpan.years(5)), EnergyWeight.parse("0.1 USD/kWh"));
    }

    private static Requirement requirement() {
        return Requirement.of("r", ComputeRate.parse("1 PFLOP/s bf16"), DataSize.parse("1 TB"), DataRate.ZERO);
    }

    @Test
    void refusesWhatIsSetTwiceAndNamesTheOldValue() {
        assertBroken(
                "utilisation (0.5) of problem p: is set already\nMaybe set it only once.",
                () -> builder().utilisation(Ratio.parse("0.5")).utilisation(Ratio.ONE));
        assertBroken(
                "serverTypes (2) of problem p: is set already\nMaybe set it only once.",
                () -> builder().serverTypes(2).serverTypes(2));
    }

    @Test
    void refusesAProblemWithoutWorkloads() {
        assertBroken("workloads (none) of problem p: names no workload\nMaybe add one.", () -> builder()
                .build());
    }

    @Test
    void refusesSoftwareThatTheCatalogueDoesNotHave() {
        ItemException error = assertThrows(ItemException.class, () -> builder()
                .workload(requirement())
                .software("dreams")
                .catalog(Catalog.builtIn())
                .build());
        assertEquals(
                "software (dreams) of problem p: is not in the catalogue",
                String.valueOf(error.getMessage()).lines().findFirst().orElseThrow());
    }

    @Test
    void refusesHorizonsThatNoAnnuityKnows() {
        assertBroken(
                "horizon (20000 a) of finance: is above 10000 years\nMaybe the unit is wrong.",
                () -> Finance.over(TimeSpan.years(20_000)).withDiscountRate(Ratio.parse("0.1")));
    }

    /** 7 % over 5 years: 5 × 0.07 × 1.07^5 / (1.07^5 − 1) = 1.219453... times the price. */
    @Test
    void interestMakesCapitalDearerAndLeavesRunningCostsAlone() {
        Finance finance = Finance.over(TimeSpan.years(5)).withDiscountRate(Ratio.parse("0.07"));
        double growth = Math.pow(1.07, 5);
        assertEquals(
                5 * 0.07 * growth / (growth - 1) * 1000,
                finance.capital(Money.dollars(1000)).base().doubleValue(),
                1e-9);
        assertEquals(Money.dollars(1000), Finance.over(TimeSpan.years(5)).capital(Money.dollars(1000)));
    }

    @Test
    void evaluationRefusesItemsThatTheCatalogueDoesNotHave() {
        DesignProblem problem =
                builder().workload(requirement()).catalog(Catalog.builtIn()).build();
        TreeMap<String, Long> servers = new TreeMap<>();
        servers.put("dream", 1L);
        Selection selection = new Selection(
                servers, new TreeMap<>(), Optional.empty(), 0, Optional.empty(), new TreeMap<>(), new TreeSet<>());
        assertBroken(
                "server (dream) of selection: is not in the catalogue\nMaybe select from the catalogue of the problem.",
                () -> Evaluation.of(problem, selection));
    }

    @Test
    void evaluationNamesEveryRequirementThatNothingMeets() {
        DesignProblem problem =
                builder().workload(requirement()).catalog(Catalog.builtIn()).build();
        Selection nothing = new Selection(
                new TreeMap<>(),
                new TreeMap<>(),
                Optional.empty(),
                0,
                Optional.empty(),
                new TreeMap<>(),
                new TreeSet<>());
        Evaluation evaluation = Evaluation.of(problem, nothing);
        assertEquals(
                List.of(
                        new Violation("compute", "0 FLOP/s bf16 provided, 1 PFLOP/s bf16 required"),
                        new Violation("storage", "0 B provided, 1 TB required")),
                evaluation.violations());
        assertEquals(Money.ZERO, evaluation.objective());
    }

    /** The founding example's own proposal: 10 nodes of 100 GFLOP/s are 1 TFLOP/s, a thousandth of 1000 TFLOP/s. */
    @Test
    void foundingProposalFallsAThousandTimesShortInCompute() {
        NodeProposal proposal = new NodeProposal(
                10, ComputeRate.parse("100 GFLOP/s bf16"), DataSize.parse("1 TB"), DataRate.parse("10 GB/s"));
        Requirement founding = Requirement.of(
                "founding",
                ComputeRate.parse("1000 TFLOP/s bf16"),
                DataSize.parse("10 TB"),
                DataRate.parse("100 GB/s"));
        assertEquals(
                List.of(
                        "compute: 1 TFLOP/s bf16 of 1 PFLOP/s bf16 required, 1000 times short",
                        "storage: 10 TB of 10 TB required, met exactly",
                        "network: 100 GB/s of 100 GB/s required, met exactly"),
                proposal.against(founding.demand()).stream()
                        .map(NodeProposal.Comparison::describe)
                        .toList());
    }
}
