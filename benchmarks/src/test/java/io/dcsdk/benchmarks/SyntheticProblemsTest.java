package io.dcsdk.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.hash.Hashing;
import io.dcsdk.catalog.Catalog;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.Outcome;
import io.dcsdk.design.Plan;
import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.item.ItemException;
import io.dcsdk.optimizer.DesignOptimizer;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.certificate.CertificateChecker;
import io.dcsdk.optimizer.certificate.CheckResult;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.search.SolveLimits;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SyntheticProblemsTest {
    /** Far beyond what these problems take, so that no outcome hangs on the clock. */
    private static final SolveLimits LIMITS =
            SolveLimits.defaults().withDeadline(Duration.ofMinutes(10)).withRelativeGap(Rational.of(1, 1000));

    private static Outcome.Optimal<Certificate> solve(DesignProblem problem) {
        Outcome<Certificate> outcome = DesignOptimizer.standard().solve(problem, LIMITS);
        return Proven.optimum(outcome, problem);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 50, 200})
    void sameArgumentsGiveTheSameProblem(int items) {
        DesignProblem problem = SyntheticProblems.of(items, DemandSize.MEDIUM, 7);

        assertEquals(problem, SyntheticProblems.of(items, DemandSize.MEDIUM, 7));
        String json = Documents.toJson(problem);
        assertEquals(problem, Documents.read(json, "problem", DocumentFormat.JSON, DesignProblem.class));
    }

    /** Pins the problems, not how they are stated as algebra: figures measured before a change of it are not comparable with those after. */
    @Test
    void generatorIsStillTheOneOfTheMeasurements() {
        String json = Documents.toJson(SyntheticProblems.of(50, DemandSize.SMALL, 1));
        assertEquals(
                "f3a164293ed0e256da3159d111706787c508f1387088373fd62a8ca6edc4d71d",
                Hashing.sha256().hashString(json, StandardCharsets.UTF_8).toString());
    }

    @Test
    void seedAndDemandChangeTheProblem() {
        DesignProblem one = SyntheticProblems.of(10, DemandSize.SMALL, 1);
        DesignProblem otherSeed = SyntheticProblems.of(10, DemandSize.SMALL, 2);
        DesignProblem otherDemand = SyntheticProblems.of(10, DemandSize.LARGE, 1);

        assertNotEquals(one.items(), otherSeed.items());
        assertNotEquals(one.workloads(), otherSeed.workloads());
        assertEquals(one.items(), otherDemand.items());
        assertTrue(one.demand().compute().compareTo(otherDemand.demand().compute()) < 0);
    }

    @ParameterizedTest
    @CsvSource({"10, 4, 3, 1, 2", "50, 22, 15, 5, 8", "200, 90, 60, 20, 30", "11, 4, 3, 1, 3"})
    void countableItemsAddUp(int items, int servers, int storage, int switches, int cooling) {
        Catalog catalog = SyntheticProblems.of(items, DemandSize.SMALL, 3).items();

        assertEquals(servers, catalog.servers().size());
        assertEquals(storage, catalog.storage().size());
        assertEquals(switches, catalog.switches().size());
        assertEquals(cooling, catalog.cooling().size());
        assertEquals(items, servers + storage + switches + cooling);
    }

    @Test
    void largerCatalogueHoldsTheSmaller() {
        Catalog small = SyntheticProblems.of(10, DemandSize.SMALL, 5).items();
        Catalog large = SyntheticProblems.of(200, DemandSize.SMALL, 5).items();

        assertTrue(large.items().containsAll(small.items()));
    }

    @ParameterizedTest
    @CsvSource({"SMALL, 1", "SMALL, 2", "SMALL, 3", "MEDIUM, 1", "LARGE, 1", "LARGE, 2", "LARGE, 3"})
    void problemHasAProvenOptimumWhoseCertificateHolds(DemandSize demand, long seed) {
        DesignProblem problem = SyntheticProblems.of(10, demand, seed);

        Outcome.Optimal<Certificate> optimal = solve(problem);

        CheckResult result =
                new CertificateChecker(DesignFormulation.of(problem).program()).check(optimal.proof());
        CheckResult.Accepted accepted = assertInstanceOf(CheckResult.Accepted.class, result);
        assertTrue(accepted.relativeGap().orElseThrow().compareTo(Rational.of(1, 1000)) <= 0);
    }

    @ParameterizedTest
    @EnumSource(DemandSize.class)
    void everyProblemHasAPlanAlsoWhereItsProofIsHard(DemandSize demand) {
        for (long seed = 1; seed <= 10; seed++) {
            DesignProblem problem = SyntheticProblems.of(10, demand, seed);

            Outcome<Certificate> outcome = DesignOptimizer.standard().solve(problem, LIMITS.withNodes(100));

            assertTrue(outcome.plan().isPresent(), problem.name() + ": " + outcome);
        }
    }

    @Test
    void optimumDoesNotRiseWithTheNumberOfItems() {
        Plan few = solve(SyntheticProblems.of(10, DemandSize.LARGE, 2)).best();
        Plan more = solve(SyntheticProblems.of(20, DemandSize.LARGE, 2)).best();

        assertTrue(
                more.lowerBound().compareTo(few.objective()) <= 0,
                () -> more.lowerBound() + " is proven for more items, " + few.objective() + " reached with few");
    }

    /** No item is so good that the choice is trivial: the optimum mixes servers and storage units. */
    @Test
    void optimumMixesItems() {
        Plan plan = solve(SyntheticProblems.of(10, DemandSize.MEDIUM, 1)).best();

        assertTrue(plan.selection().servers().values().stream()
                        .filter(count -> count > 0)
                        .count()
                >= 2);
        assertTrue(plan.selection().storage().values().stream()
                        .filter(count -> count > 0)
                        .count()
                >= 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 9, 1001})
    void refusesSillyNumbersOfItems(int items) {
        ItemException refusal =
                assertThrows(ItemException.class, () -> SyntheticProblems.of(items, DemandSize.SMALL, 1));

        assertEquals(
                "items (%d) of synthetic problem: is not within 10 and 1000\nMaybe use 10, 50 or 200.".formatted(items),
                refusal.getMessage());
    }
}
