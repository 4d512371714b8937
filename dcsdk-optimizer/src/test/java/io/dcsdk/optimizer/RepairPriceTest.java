package io.dcsdk.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.design.CoolingChoice;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.EnergyWeight;
import io.dcsdk.design.Evaluation;
import io.dcsdk.design.FabricChoice;
import io.dcsdk.design.Finance;
import io.dcsdk.design.Selection;
import io.dcsdk.design.Site;
import io.dcsdk.optimizer.explanation.Explainer;
import io.dcsdk.optimizer.explanation.Explanation;
import io.dcsdk.optimizer.explanation.Repair;
import io.dcsdk.optimizer.explanation.RepairRules;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.quantity.Area;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.TimeSpan;
import io.dcsdk.workload.Requirement;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Prices of repairs over the founding fixture, where a selection is a number of servers and a number of stores: the least sum
 * of relative violations over all of them. Each server computes 400 TFLOP/s and sends 50 GB/s, each store keeps 4 TB.
 */
final class RepairPriceTest {
    private static final int PROBLEMS = Integer.getInteger("dcsdk.bruteforce.problems", 2000) / 50;
    private static final SolveLimits LIMITS =
            SolveLimits.defaults().withDeadline(Duration.ofHours(1)).withRelativeGap(Rational.ZERO);
    /** 8 ports of the switch are 4 servers of 2; no problem here asks for more. */
    private static final int SERVERS = 4;

    private static final int STORES = 8;

    /** What is asked for: TFLOP/s, TB, GB/s; allowed: dollars, kW, racks, m2; and what budget and compute weigh. */
    private record Figures(
            int compute,
            int storage,
            int network,
            int budget,
            int power,
            int racks,
            int area,
            int budgetWeight,
            int computeWeight) {
        static Figures of(Random random) {
            return new Figures(
                    400 + random.nextInt(1200),
                    1 + random.nextInt(31),
                    1 + random.nextInt(199),
                    20_000 + random.nextInt(90_000),
                    2 + random.nextInt(20),
                    1 + random.nextInt(3),
                    2 + random.nextInt(6),
                    1 + random.nextInt(3),
                    1 + random.nextInt(3));
        }

        DesignProblem problem() {
            return DesignProblem.named(
                            "fixture",
                            Finance.over(TimeSpan.years(5)).withBudget(Money.dollars(budget)),
                            EnergyWeight.parse("0.1 USD/kWh"))
                    .workload(Requirement.of(
                            "asked",
                            ComputeRate.parse(compute + " TFLOP/s bf16"),
                            DataSize.parse(storage + " TB"),
                            DataRate.parse(network + " GB/s")))
                    .site(new Site(
                            Optional.of(Power.kilowatts(power)),
                            Optional.of(racks),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(Area.squareMetres(area)),
                            Optional.of(Area.squareMetres(2)),
                            Optional.empty()))
                    .catalog(FoundingFixture.catalog())
                    .build();
        }

        RepairRules rules() {
            return RepairRules.equal()
                    .weighing("budget", BigDecimal.valueOf(budgetWeight))
                    .weighing("compute", BigDecimal.valueOf(computeWeight));
        }

        BigDecimal price(long servers, long stores) {
            Evaluation evaluation = Evaluation.of(problem(), selection(servers, stores));
            BigDecimal kilowatts = evaluation.loads().peak().base().movePointLeft(3);
            long needed = racksFor(servers, stores);
            return above(compute, 400 * servers)
                    .multiply(BigDecimal.valueOf(computeWeight))
                    .add(above(storage, 4 * stores))
                    .add(above(network, 50 * servers))
                    .add(share(evaluation.cost().total().base(), budget).multiply(BigDecimal.valueOf(budgetWeight)))
                    .add(share(kilowatts, power))
                    .add(share(BigDecimal.valueOf(needed), racks))
                    .add(share(BigDecimal.valueOf(2 * needed), area));
        }

        /** How far a demand is above what is given, relative to the demand. */
        private static BigDecimal above(long demand, long given) {
            return BigDecimal.valueOf(Math.max(0, demand - given))
                    .divide(BigDecimal.valueOf(demand), MathContext.DECIMAL128);
        }

        /** How far a need is above what is allowed, relative to what is allowed. */
        private static BigDecimal share(BigDecimal need, long allowed) {
            return need.subtract(BigDecimal.valueOf(allowed))
                    .max(BigDecimal.ZERO)
                    .divide(BigDecimal.valueOf(allowed), MathContext.DECIMAL128);
        }
    }

    private static double peak(long servers, long stores) {
        return 3 * servers + 0.6 * stores + (servers > 0 ? 0.3 : 0);
    }

    private static long racksFor(long servers, long stores) {
        long units = 4 * servers + 2 * stores + (servers > 0 ? 1 : 0);
        return Math.max(-Math.floorDiv(-units, 42L), (long) Math.ceil(peak(servers, stores) / 10 - 1e-9));
    }

    private static Selection selection(long servers, long stores) {
        long cooling = (long) Math.ceil(peak(servers, stores) / 5 - 1e-9);
        return new Selection(
                new TreeMap<>(Map.of("server", servers)),
                new TreeMap<>(Map.of("store", stores)),
                servers == 0
                        ? Optional.empty()
                        : Optional.of(new FabricChoice("switch", 1, 2 * servers, 1, 0, 0, 2 * servers)),
                racksFor(servers, stores),
                cooling == 0 ? Optional.empty() : Optional.of(new CoolingChoice("air", cooling)),
                new TreeMap<>(),
                new TreeSet<>());
    }

    private static BigDecimal least(Figures figures) {
        BigDecimal least = figures.price(0, 0);
        for (long servers = 0; servers <= SERVERS; servers++) {
            for (long stores = 0; stores <= STORES; stores++) {
                least = least.min(figures.price(servers, stores));
            }
        }
        return least;
    }

    @Test
    void priceOfTheCheapestRepairIsTheLeastOverAllSelections() {
        Random random = new Random(7);
        int infeasible = 0;
        int severalChanges = 0;
        for (int k = 0; k < PROBLEMS; k++) {
            Figures figures = Figures.of(random);
            Explanation explanation = Explainer.standard().explain(figures.problem(), figures.rules(), LIMITS);
            BigDecimal least = least(figures);
            assertEquals(least.signum() == 0, explanation.feasible(), figures::toString);
            if (explanation.infeasible()) {
                Repair repair = explanation.cheapest().orElseThrow();
                BigDecimal difference = repair.price().subtract(least).abs();
                assertTrue(difference.compareTo(new BigDecimal("1e-25")) <= 0, () -> "%s by brute force, %s in %s"
                        .formatted(least, repair, figures));
                assertTrue(repair.leastPrice().compareTo(repair.price()) <= 0 && repair.best(), repair::toString);
                infeasible++;
                severalChanges += repair.changes().size() > 1 ? 1 : 0;
            }
        }
        System.out.println("repairs: " + infeasible + " prices agree, " + severalChanges + " of several changes");
        assertTrue(infeasible > PROBLEMS / 3 && severalChanges > PROBLEMS / 20, infeasible + ", " + severalChanges);
    }
}
