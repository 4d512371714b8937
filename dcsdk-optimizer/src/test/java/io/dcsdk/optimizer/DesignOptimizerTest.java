package io.dcsdk.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.EnergyWeight;
import io.dcsdk.design.Finance;
import io.dcsdk.design.Outcome;
import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.item.ItemException;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.certificate.CertificateChecker;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.plan.PlanDocument;
import io.dcsdk.optimizer.plan.PlanVerifier;
import io.dcsdk.optimizer.relaxation.LpAnswer;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.search.Patience;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.TimeSpan;
import io.dcsdk.storage.Durability;
import io.dcsdk.storage.StorageUnit;
import io.dcsdk.workload.Requirement;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

final class DesignOptimizerTest {
    private static final DesignOptimizer OPTIMIZER = DesignOptimizer.standard();
    private static final SolveLimits EXACT = SolveLimits.defaults().withRelativeGap(Rational.ZERO);

    private static String json(DesignProblem problem, SolveLimits limits) {
        return Documents.toJson(
                PlanDocument.of(OPTIMIZER.solve(problem, limits), problem).orElseThrow());
    }

    private static DesignProblem big() {
        return DesignProblem.named("big", Finance.over(TimeSpan.years(4)), EnergyWeight.parse("0.1 USD/kWh"))
                .workload(Requirement.of(
                        "big", ComputeRate.parse("1 EFLOP/s bf16"), DataSize.parse("20 PB"), DataRate.parse("10 TB/s")))
                .catalog(Catalog.builtIn())
                .build();
    }

    @Test
    void givesTheSameBytesForAnyNumberOfThreadsAndEveryTime() {
        List<DesignProblem> problems = new ArrayList<>(List.of(FoundingFixture.problem(), big()));
        for (long seed = 0; seed < 40; seed++) {
            problems.add(SmallDesigns.of(seed));
        }
        for (DesignProblem problem : problems) {
            String once = json(problem, SolveLimits.defaults());
            assertEquals(once, json(problem, SolveLimits.defaults()));
            assertEquals(once, json(problem, SolveLimits.defaults().withThreads(2)));
            assertEquals(once, json(problem, SolveLimits.defaults().withThreads(4)));
        }
    }

    @Test
    void savedPlansReadBackFromJsonAndYaml() {
        for (long seed = 0; seed < 40; seed++) {
            DesignProblem problem = SmallDesigns.of(seed);
            PlanDocument document = PlanDocument.of(OPTIMIZER.solve(problem, SolveLimits.defaults()), problem)
                    .orElseThrow();
            String json = Documents.toJson(document);
            PlanDocument fromJson = Documents.read(json, "plan.json", DocumentFormat.JSON, PlanDocument.class);
            String yaml = Documents.toYaml(document);
            PlanDocument fromYaml = Documents.read(yaml, "plan.yaml", DocumentFormat.YAML, PlanDocument.class);
            assertEquals(document, fromJson);
            assertEquals(document, fromYaml);
            assertEquals(json, Documents.toJson(fromYaml));
            assertEquals(yaml, Documents.toYaml(fromJson));
            assertTrue(PlanVerifier.verify(fromYaml).accepted());
        }
    }

    @Test
    void aShortDeadlineGivesAPlanWithItsGapOrNothingButNeverAWrongVerdict() {
        for (long seed = 0; seed < 60; seed++) {
            DesignProblem problem = SmallDesigns.of(seed);
            Optional<Money> minimum = DesignOracle.search(problem).minimum();
            for (long nanoseconds : new long[] {1, 300_000, 3_000_000}) {
                SolveLimits hurried = EXACT.withDeadline(Duration.ofNanos(nanoseconds));
                assertTrue(holds(OPTIMIZER.solve(problem, hurried), problem, minimum), "seed " + seed);
            }
            assertTrue(holds(OPTIMIZER.solve(problem, EXACT.withNodes(1)), problem, minimum), "seed " + seed);
        }
    }

    @Test
    void aDeadlineOfNothingStopsABigProblem() {
        Outcome<Certificate> outcome = OPTIMIZER.solve(big(), EXACT.withDeadline(Duration.ofNanos(1)));
        assertTrue(outcome instanceof Outcome.OutOfTime || outcome instanceof Outcome.Feasible, outcome::toString);
    }

    @Test
    void aCancelledSolveSaysSo() {
        Outcome<Certificate> outcome = OPTIMIZER.solve(big(), EXACT.withCancellation(() -> true));
        if (outcome instanceof Outcome.Feasible<Certificate> feasible) {
            assertEquals(Outcome.Stop.CANCELLED, feasible.stopped());
        } else {
            assertEquals(
                    Outcome.Stop.CANCELLED,
                    assertInstanceOf(Outcome.OutOfTime.class, outcome).stopped());
        }
    }

    /** Says stop when it has been asked so often by the checker, so that the search itself is never cancelled. */
    private static BooleanSupplier cancelledInTheCheckAfter(int nodes) {
        AtomicInteger asked = new AtomicInteger();
        return () -> StackWalker.getInstance().walk(frames -> frames.limit(12)
                        .anyMatch(frame -> frame.getClassName().startsWith(CertificateChecker.class.getPackageName())))
                && asked.incrementAndGet() > nodes;
    }

    @Test
    void anInterruptionOfTheCheckGivesAShorterProofThatHolds() {
        int feasible = 0;
        for (long seed = 0; seed < 24; seed++) {
            DesignProblem problem = SmallDesigns.of(seed);
            Optional<Money> minimum = DesignOracle.search(problem).minimum();
            Outcome<Certificate> whole = OPTIMIZER.solve(problem, EXACT);
            for (int nodes = 0; nodes < 8; nodes += 4) {
                Outcome<Certificate> outcome = OPTIMIZER
                        .withPatience(new Patience(0, Duration.ZERO))
                        .solve(
                                problem,
                                EXACT.withCancellation(cancelledInTheCheckAfter(nodes))
                                        .withThreads(1 + nodes / 4));
                String context = "seed " + seed + ", " + nodes + " nodes: " + outcome;
                assertTrue(holds(outcome, problem, minimum), context);
                if (outcome instanceof Outcome.Feasible<Certificate> hurried) {
                    feasible++;
                    assertEquals(Outcome.Stop.CANCELLED, hurried.stopped());
                    assertEquals(1, hurried.proof().proof().leaves());
                    assertEquals(
                            whole.plan().orElseThrow().selection(),
                            hurried.best().selection());
                    assertTrue(hurried.best().gap().compareTo(Ratio.ZERO) > 0, context);
                } else if (outcome instanceof Outcome.OutOfTime<Certificate> late) {
                    assertEquals(Outcome.Stop.CANCELLED, late.stopped());
                    assertInstanceOf(Outcome.Infeasible.class, whole);
                }
            }
        }
        assertTrue(feasible > 10, "cut short: " + feasible);
    }

    @Test
    void whoHasPatienceGetsTheWholeProofAlthoughTheCheckWasInterrupted() {
        Patience endless = new Patience(0, Duration.ofDays(1));
        for (long seed = 0; seed < 20; seed++) {
            DesignProblem problem = SmallDesigns.of(seed);
            assertEquals(
                    OPTIMIZER.solve(problem, EXACT),
                    OPTIMIZER
                            .withPatience(endless)
                            .solve(problem, EXACT.withCancellation(cancelledInTheCheckAfter(0))));
        }
    }

    /** An engine that answers at random: wrong points, wrong multipliers, wrong verdicts. */
    private static LpEngine liar(long seed) {
        Random random = new Random(seed);
        return matrix -> (lower, upper, fresh) -> {
            double[] point = new double[matrix.columns()];
            for (int j = 0; j < point.length; j++) {
                point[j] = lower[j] + (upper[j] - lower[j]) * random.nextDouble();
            }
            double[] multipliers = random.doubles(matrix.rows(), -1e3, 1e3).toArray();
            return switch (random.nextInt(3)) {
                case 0 -> LpAnswer.infeasible(multipliers);
                case 1 -> LpAnswer.optimal(point, multipliers);
                default -> LpAnswer.unknown();
            };
        };
    }

    @Test
    void aLyingEngineCostsTimeButNeverTruth() {
        for (long seed = 0; seed < 40; seed++) {
            DesignProblem problem = SmallDesigns.of(seed);
            Optional<Money> minimum = DesignOracle.search(problem).minimum();
            Outcome<Certificate> outcome = DesignOptimizer.over(liar(seed)).solve(problem, EXACT.withNodes(300));
            assertTrue(holds(outcome, problem, minimum), "seed " + seed + ": " + outcome);
        }
    }

    /** Whether an outcome, of whatever kind, says nothing that brute force denies, and verifies. */
    private static boolean holds(Outcome<Certificate> outcome, DesignProblem problem, Optional<Money> minimum) {
        if (outcome instanceof Outcome.OutOfTime<Certificate> late) {
            return minimum.isEmpty()
                    || late.lowerBound().isEmpty()
                    || late.lowerBound().get().compareTo(minimum.get()) <= 0;
        }
        PlanDocument document = PlanDocument.of(outcome, problem).orElseThrow();
        if (!PlanVerifier.verify(document).accepted()) {
            return false;
        }
        if (outcome instanceof Outcome.Infeasible) {
            return minimum.isEmpty();
        }
        Money objective = outcome.plan().orElseThrow().objective();
        Money rounding = objective.times(new BigDecimal("1e-28"));
        boolean exact = !(outcome instanceof Outcome.Optimal)
                || objective.minus(minimum.orElseThrow()).compareTo(rounding) <= 0;
        return exact && objective.plus(rounding).compareTo(minimum.orElseThrow()) >= 0;
    }

    @Test
    void anItemMayBeNamedRacks() {
        Catalog catalog = new Catalog(
                "names",
                FoundingFixture.catalog().accelerators(),
                List.of(FoundingFixture.server("racks", 1000)),
                List.of(),
                List.of(FoundingFixture.store("budget", "6 TB", 500)),
                FoundingFixture.catalog().switches(),
                List.of(),
                List.of(),
                List.of());
        DesignProblem problem = DesignProblem.named(
                        "names", Finance.over(TimeSpan.years(1)), EnergyWeight.parse("0 USD/kWh"))
                .workload(
                        Requirement.of("r", ComputeRate.parse("1 TFLOP/s bf16"), DataSize.parse("1 TB"), DataRate.ZERO))
                .catalog(catalog)
                .build();
        assertInstanceOf(Outcome.Optimal.class, OPTIMIZER.solve(problem, EXACT));
    }

    /** 11 units of 100 TB under an 8+3 code hold 800 TB to the byte, though 72.7272... TB is no decimal. */
    @Test
    void usableCapacityIsNotRounded() {
        Catalog fixture = FoundingFixture.catalog();
        StorageUnit unit = FoundingFixture.store("store", "100 TB", Durability.erasure(8, 3), 500);
        Catalog catalog = new Catalog(
                "thirds",
                fixture.accelerators(),
                fixture.servers(),
                List.of(),
                List.of(unit),
                fixture.switches(),
                List.of(),
                List.of(),
                List.of());
        DesignProblem problem = DesignProblem.named(
                        "thirds", Finance.over(TimeSpan.years(1)), EnergyWeight.parse("0 USD/kWh"))
                .workload(Requirement.of(
                        "r", ComputeRate.parse("0 FLOP/s bf16"), DataSize.parse("800 TB"), DataRate.ZERO))
                .catalog(catalog)
                .build();
        Outcome<Certificate> outcome = OPTIMIZER.solve(problem, EXACT);
        assertEquals(
                Map.of("store", 11L), outcome.plan().orElseThrow().selection().storage());
    }

    @Test
    void refusesAProblemWithoutCatalogue() {
        DesignProblem problem = DesignProblem.named(
                        "bare", Finance.over(TimeSpan.years(1)), EnergyWeight.parse("0 USD/kWh"))
                .workload(Requirement.of("r", ComputeRate.parse("0 FLOP/s bf16"), DataSize.ZERO, DataRate.ZERO))
                .build();
        ItemException error = assertThrows(ItemException.class, () -> OPTIMIZER.solve(problem, EXACT));
        assertEquals(
                "catalog (none) of problem bare: is needed to plan\nMaybe call withCatalog(Catalog.builtIn()).",
                error.getMessage());
    }
}
