package io.dcsdk.optimizer.uncertainty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.compute.Server;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.Finance;
import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.optimizer.certificate.CertificateChecker;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.TimeSpan;
import io.dcsdk.uncertainty.DemandFactors;
import io.dcsdk.uncertainty.ExpansionProblem;
import io.dcsdk.uncertainty.PowerTrend;
import io.dcsdk.uncertainty.PriceTrend;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class ExpansionOptimizerTest {
    private static final SolveLimits EXACT = SolveLimits.defaults().withRelativeGap(Rational.ZERO);

    private static Ratio ratio(String value) {
        return Ratio.of(new BigDecimal(value));
    }

    private static ExpansionOutcome solve(ExpansionProblem problem) {
        Proven<ExpansionOutcome> proven = ExpansionOptimizer.standard().solve(problem, EXACT);
        assertTrue(new CertificateChecker(proven.program())
                .check(proven.certificate())
                .isAccepted());
        return proven.answer();
    }

    private static Finance over(int years) {
        return Finance.over(TimeSpan.years(years));
    }

    /** Random trends over three years of one server, each a whole number of percent. */
    private record Trends(
            int growth, int price, int power, int lambda, int salvage, int interest, int cost, int cents, int first) {
        static Trends of(Random random) {
            return new Trends(
                    60 + random.nextInt(120),
                    50 + random.nextInt(80),
                    40 + random.nextInt(80),
                    80 + random.nextInt(60),
                    random.nextInt(3) * 20,
                    random.nextInt(3) * 6,
                    1000 + random.nextInt(6000),
                    random.nextInt(60),
                    100 + random.nextInt(150));
        }

        private static Optional<Ratio> percent(int value) {
            return Optional.of(Ratio.of(BigDecimal.valueOf(value, 2)));
        }

        ExpansionProblem problem() {
            Finance finance = interest == 0
                    ? over(3)
                    : over(3).withDiscountRate(percent(interest).orElseThrow());
            Server server = TinyDesigns.server("one", "100", "2 kW", cost, 100);
            DesignProblem base = TinyDesigns.problem(finance, BigDecimal.valueOf(cents, 2) + " USD/kWh", first, server);
            return new ExpansionProblem(
                    base,
                    percent(growth).map(DemandFactors::all),
                    Optional.of(new PriceTrend(percent(price), Optional.empty(), Optional.empty())),
                    Optional.of(new PowerTrend(percent(power), Optional.empty())),
                    percent(lambda),
                    percent(salvage));
        }

        private static Rational power(int percent, int years) {
            Rational power = Rational.ONE;
            for (int k = 0; k < years; k++) {
                power = power.times(Rational.of(percent, 100));
            }
            return power;
        }

        /** What a dollar after some years counts: T × CRF × (1 + r)^-k. */
        private Rational counted(int years) {
            if (interest == 0) {
                return Rational.ONE;
            }
            Rational all = power(100 + interest, 3);
            Rational recovery = Rational.of(interest, 100).times(all).dividedBy(all.minus(Rational.ONE));
            return Rational.of(3).times(recovery).dividedBy(power(100 + interest, years));
        }

        private boolean suffices(int units, int year) {
            return Rational.of(100L * units).compareTo(Rational.of(first).times(power(growth, year - 1))) >= 0;
        }

        /** All ways to buy, keep and retire: n[v][t] units of vintage v in year t, none of which comes back. */
        Rational bruteForce() {
            Rational best = null;
            int most = 8;
            for (int a = 0; a <= most; a++) {
                if (!suffices(a, 1)) {
                    continue;
                }
                for (int b = 0; b <= a; b++) {
                    for (int c = 0; c <= most; c++) {
                        if (!suffices(b + c, 2)) {
                            continue;
                        }
                        for (int d = 0; d <= b; d++) {
                            for (int e = 0; e <= c; e++) {
                                int f = 0;
                                while (!suffices(d + e + f, 3)) {
                                    f++;
                                }
                                Rational cost = cost(new int[][] {{a, b, d}, {0, c, e}, {0, 0, f}});
                                best = best == null ? cost : best.min(cost);
                            }
                        }
                    }
                }
            }
            return java.util.Objects.requireNonNull(best);
        }

        private Rational cost(int[][] kept) {
            Rational sum = Rational.ZERO;
            for (int v = 0; v < 3; v++) {
                Rational paid = Rational.of(cost).times(power(price, v));
                sum = sum.plus(paid.times(Rational.of(kept[v][v])).times(counted(v)));
                for (int t = v; t < 3; t++) {
                    Rational units = Rational.of(kept[v][t]);
                    Rational energy = Rational.of(2 * 8760L)
                            .times(power(power, v))
                            .times(Rational.of(cents, 100))
                            .times(power(lambda, t));
                    sum = sum.plus(energy.plus(Rational.of(100)).times(units).times(counted(t + 1)));
                    int leaving = kept[v][t] - (t == 2 ? 0 : kept[v][t + 1]);
                    sum = sum.minus(paid.times(Rational.of(salvage, 100))
                            .times(Rational.of(leaving))
                            .times(counted(t + 1)));
                }
            }
            return sum;
        }
    }

    @Property(tries = 40)
    void noWayToBuyKeepAndRetireIsBetter(@ForAll @LongRange(max = 1_000_000) long seed) {
        Trends trends = Trends.of(new Random(seed));
        ExpansionOutcome outcome = solve(trends.problem());
        assertEquals(SolutionStatus.OPTIMAL, outcome.status());
        Rational expected = trends.bruteForce();
        Rational found = Rational.of(outcome.plan().orElseThrow().value().base());
        Rational rounding = expected.abs().max(Rational.ONE).times(Rational.parse("1e-25"));
        assertTrue(
                found.minus(expected).abs().compareTo(rounding) <= 0,
                () -> trends + ": " + expected.toDecimalString() + " and " + found.toDecimalString());
    }

    @Test
    void waitsForPricesThatFallAndRetiresWhatDrawsTooMuch() {
        Server server = TinyDesigns.server("one", "100", "10 kW", 10_000, 0);
        DesignProblem base = TinyDesigns.problem(over(2), "0.1 USD/kWh", 100, server);
        ExpansionProblem problem = ExpansionProblem.of(base)
                .withGrowth(DemandFactors.all(ratio("2")))
                .withPrices(new PriceTrend(Optional.of(ratio("0.1")), Optional.empty(), Optional.empty()))
                .withPowers(new PowerTrend(Optional.of(ratio("0.5")), Optional.empty()));
        ExpansionPlan plan = solve(problem).plan().orElseThrow();
        // A year of 10 kW costs 8,760 USD; a new server at 1,000 USD halves that.
        YearPlan second = plan.years().get(1);
        assertEquals(List.of("one"), List.copyOf(plan.years().get(0).bought().keySet()));
        assertEquals(2L, second.bought().get("one.y2"));
        assertEquals(1L, second.retired().get("one"));
        assertEquals(Money.dollars(10_000 + 8760 + 2000 + 2 * 4380), plan.value());
    }

    @Test
    void whatCanBeHadIsForAllYears() {
        Server few = TinyDesigns.server("few", "100", "1 kW", 1000, 0).withAvailable(Optional.of(3));
        DesignProblem base = TinyDesigns.problem(over(2), "0.1 USD/kWh", 200, few);
        assertEquals(SolutionStatus.OPTIMAL, solve(ExpansionProblem.of(base)).status());
        ExpansionOutcome none = solve(ExpansionProblem.of(base).withGrowth(DemandFactors.all(ratio("2"))));
        assertEquals(SolutionStatus.INFEASIBLE, none.status());
        assertTrue(
                none.conflict().stream()
                        .anyMatch(conflict -> conflict.constraint().contains("year 2")),
                none::toString);
    }

    @Test
    void aBudgetHoldsForAllYears() {
        Server server = TinyDesigns.server("one", "100", "1 kW", 1000, 100);
        DesignProblem base = TinyDesigns.problem(over(2).withBudget(Money.dollars(2299)), "0 USD/kWh", 100, server);
        ExpansionProblem growing = ExpansionProblem.of(base).withGrowth(DemandFactors.all(ratio("2")));
        // 1,000 + 100, and 1,000 + 200: one dollar too many.
        assertEquals(SolutionStatus.INFEASIBLE, solve(growing).status());
        ExpansionPlan plan = solve(ExpansionProblem.of(base)).plan().orElseThrow();
        assertEquals(Money.dollars(1200), plan.value());
    }

    @Test
    void savesAndReadsTheSameOutcome() {
        ExpansionOutcome outcome = solve(Trends.of(new Random(1)).problem());
        String json = Documents.toJson(outcome);
        assertEquals(outcome, Documents.read(json, "out.json", DocumentFormat.JSON, ExpansionOutcome.class));
    }
}
