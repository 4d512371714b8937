package io.dcsdk.optimizer.uncertainty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.compute.Server;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.DesignProblemBuilder;
import io.dcsdk.design.EnergyWeight;
import io.dcsdk.design.Finance;
import io.dcsdk.design.Redundancy;
import io.dcsdk.energy.CoolingSystem;
import io.dcsdk.optimizer.certificate.CertificateChecker;
import io.dcsdk.optimizer.engine.OjAlgoEngine;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.relaxation.LpMatrix;
import io.dcsdk.optimizer.search.MixedIntegerSolver;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.search.StrengthenedProgram;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.TimeSpan;
import io.dcsdk.uncertainty.DemandFactors;
import io.dcsdk.uncertainty.ExpansionProblem;
import io.dcsdk.uncertainty.PriceTrend;
import io.dcsdk.workload.Requirement;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Plans of a few real items over five years: from the first one, to better ones, to what is proven of them. */
final class PlanPolishTest {
    private static final LpEngine ENGINE = new OjAlgoEngine();
    private static final SolveLimits LIMITS = SolveLimits.defaults()
            .withRelativeGap(Rational.of(1, 100))
            .withDeadline(Duration.ofHours(1))
            .withThreads(2);
    private static final int TRIES = 30;
    private static final int FEW = 15;
    private static final Set<String> SERVERS = Set.of("dgx-b200", "xe9680-gaudi3");

    private static Ratio ratio(String value) {
        return Ratio.of(new BigDecimal(value));
    }

    private static Catalog few() {
        Catalog all = Catalog.builtIn();
        return new Catalog(
                "few",
                all.accelerators(),
                all.servers().stream()
                        .filter(item -> SERVERS.contains(item.id()))
                        .toList(),
                List.of(),
                all.storage().stream()
                        .filter(item -> item.id().equals("minio-60-bay"))
                        .toList(),
                all.switches().subList(0, 2),
                all.cooling(),
                List.of(),
                List.of());
    }

    private static ExpansionProblem growing() {
        DesignProblem base = DesignProblem.named(
                        "growing",
                        Finance.over(TimeSpan.years(5)).withDiscountRate(ratio("0.06")),
                        EnergyWeight.parse("0.1 USD/kWh"))
                .workload(Requirement.of(
                        "work",
                        ComputeRate.parse("5000 TFLOP/s bf16"),
                        DataSize.parse("1000 TB"),
                        DataRate.parse("400 GB/s")))
                .catalog(few())
                .build();
        return ExpansionProblem.of(base)
                .withGrowth(DemandFactors.all(ratio("1.6")))
                .withPrices(new PriceTrend(Optional.of(ratio("0.85")), Optional.empty(), Optional.empty()))
                .withSalvage(ratio("0.1"));
    }

    private static List<Rational> stepwise(ExpansionFormulation formulation, String cooling) {
        Set<String> others = Set.copyOf(formulation.problem().problem().items().cooling().stream()
                .map(CoolingSystem::id)
                .filter(id -> !id.equals(cooling))
                .toList());
        return new YearByYear(new MixedIntegerSolver(ENGINE), formulation, others::contains)
                .find(LIMITS)
                .orElseThrow();
    }

    @Test
    void takesTheBetterCoolingSystemForAllYearsAndPlansYearsAnew() {
        ExpansionFormulation formulation = new ExpansionFormulation(growing());
        LinearProgram program = formulation.program();
        List<Rational> dear = stepwise(formulation, "direct-liquid");
        PlanPolish polish = new PlanPolish(new MixedIntegerSolver(ENGINE), formulation, program, dear);
        assertEquals(dear, polish.best());
        assertTrue(polish.used().contains("direct-liquid"), polish.used()::toString);
        polish.exchange(few().cooling(), LIMITS);
        List<Rational> exchanged = polish.best();
        assertTrue(program.isFeasible(exchanged));
        assertTrue(program.objective(exchanged).compareTo(program.objective(dear)) < 0);
        assertTrue(!polish.used().contains("direct-liquid"), polish.used()::toString);
        polish.years(LIMITS);
        assertTrue(program.isFeasible(polish.best()));
        assertTrue(program.objective(polish.best()).compareTo(program.objective(exchanged)) <= 0);
    }

    /** Two servers of different sizes over five years, so that what a year lacks can be bought in several ways. */
    private static ExpansionProblem ofTwoSizes(Random random, UnaryOperator<DesignProblemBuilder> more) {
        Server large = TinyDesigns.server("large", "100", "1 kW", 900 + random.nextInt(200), 50);
        Server small = TinyDesigns.server("small", "30", "1 kW", 250 + random.nextInt(100), 20);
        DesignProblemBuilder base = TinyDesigns.asked(
                Finance.over(TimeSpan.years(5)), "0.01 USD/kWh", 80 + random.nextInt(80), large, small);
        return ExpansionProblem.of(more.apply(base).build())
                .withGrowth(DemandFactors.all(Ratio.of(BigDecimal.valueOf(110 + random.nextInt(60), 2))))
                .withPrices(new PriceTrend(
                        Optional.of(Ratio.of(BigDecimal.valueOf(85 + random.nextInt(20), 2))),
                        Optional.empty(),
                        Optional.empty()));
    }

    /** How many plans of such problems are better than before, and how many the best ones. */
    private record Polished(int better, int best) {}

    private static Polished polished(int tries, UnaryOperator<DesignProblemBuilder> more) {
        SolveLimits exact = LIMITS.withRelativeGap(Rational.ZERO);
        int better = 0;
        int best = 0;
        for (long seed = 0; seed < tries; seed++) {
            ExpansionFormulation formulation = new ExpansionFormulation(ofTwoSizes(new Random(seed), more));
            LinearProgram program = formulation.program();
            List<Rational> stepwise = new YearByYear(new MixedIntegerSolver(ENGINE), formulation, id -> false)
                    .find(exact)
                    .orElseThrow();
            PlanPolish polish = new PlanPolish(new MixedIntegerSolver(ENGINE), formulation, program, stepwise);
            polish.years(exact);
            Rational least = CertifiedSolve.of(ENGINE, program, exact, progress -> {})
                    .bound()
                    .orElseThrow();
            Rational found = program.objective(polish.best());
            assertTrue(program.isFeasible(polish.best()));
            assertTrue(found.compareTo(program.objective(stepwise)) <= 0 && found.compareTo(least) >= 0);
            better += found.compareTo(program.objective(stepwise)) < 0 ? 1 : 0;
            best += found.equals(least) ? 1 : 0;
        }
        return new Polished(better, best);
    }

    @Test
    void movesPurchasesToOtherYearsAlthoughTheirUnitsAreKeptForLong() {
        Polished of = polished(TRIES, problem -> problem);
        assertTrue(of.better() > TRIES / 2 && of.best() > TRIES * 3 / 4, of::toString);
    }

    /** Whether a vintage is in use was fixed in later years, and with it that what is bought anew is not kept. */
    @Test
    void movesPurchasesWhereUnitsMayFail() {
        Polished of = polished(FEW, problem -> problem.redundancy(Redundancy.of(1, 0, 0)));
        assertTrue(of.better() > FEW / 2 && of.best() > FEW * 3 / 4, of::toString);
    }

    @Test
    void movesPurchasesWhereTypesAreFew() {
        Polished of = polished(FEW, problem -> problem.serverTypes(3));
        assertTrue(of.better() > FEW / 2 && of.best() > FEW * 2 / 3, of::toString);
    }

    @Test
    void whatIsSaidOfTheFabricHoldsForPlansAndTightensTheRelaxation() {
        ExpansionFormulation formulation = new ExpansionFormulation(growing());
        StrengthenedProgram cut = new YearCuts(ENGINE, formulation).find(LIMITS);
        assertTrue(cut.lemmas().size() >= 5, () -> cut.lemmas().size() + " lemmas");
        for (CoolingSystem cooling : few().cooling()) {
            assertTrue(cut.program().isFeasible(stepwise(formulation, cooling.id())), cooling.id());
        }
        double plain = relaxed(formulation.program());
        double tighter = relaxed(cut.program());
        assertTrue(tighter > 1.01 * plain, plain + ", " + tighter);
    }

    private static double relaxed(LinearProgram program) {
        LpMatrix matrix = LpMatrix.of(program);
        double[] lower = new double[matrix.columns()];
        double[] upper = new double[matrix.columns()];
        for (int j = 0; j < lower.length; j++) {
            lower[j] = program.variables().get(j).lower().doubleValue();
            upper[j] = program.variables().get(j).upper().doubleValue();
        }
        double sum = program.constant().doubleValue();
        double[] point = ENGINE.open(matrix).solve(lower, upper, true).point();
        for (int j = 0; j < point.length; j++) {
            sum += matrix.cost(j) * point[j];
        }
        return sum;
    }

    @Test
    void whatEachYearCostsProvesMoreThanTheRelaxation() {
        ExpansionFormulation formulation = new ExpansionFormulation(growing());
        LinearProgram program = formulation.program();
        ExpansionStart.Known known = new ExpansionStart(ENGINE, formulation).find(LIMITS);
        assertTrue(known.program().lemmas().size() > 5, known.program().lemmas()::toString);
        assertTrue(known.program().program().isFeasible(known.start().point().orElseThrow()));
        CertifiedSolve proven =
                CertifiedSolve.from(ENGINE, known.program(), LIMITS.withNodes(1), progress -> {}, known.start());
        assertEquals(program, proven.program());
        assertTrue(
                proven.certificate().lemmas().size() > 5, proven.certificate().lemmas()::toString);
        assertTrue(new CertificateChecker(program).check(proven.certificate()).isAccepted());
        Rational bound = proven.bound().orElseThrow();
        StrengthenedProgram cut = new YearCuts(ENGINE, formulation).find(LIMITS);
        assertTrue(bound.doubleValue() > relaxed(cut.program()), bound::toDecimalString);
        // A plan of the same problem from elsewhere is not below it.
        assertTrue(bound.compareTo(program.objective(stepwise(formulation, "rear-door"))) <= 0);
    }
}
