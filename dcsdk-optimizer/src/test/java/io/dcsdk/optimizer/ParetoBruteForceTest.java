package io.dcsdk.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.EnergyWeight;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.pareto.FrontDesign;
import io.dcsdk.optimizer.pareto.FrontStatus;
import io.dcsdk.optimizer.pareto.ParetoFront;
import io.dcsdk.optimizer.pareto.ParetoSearch;
import io.dcsdk.optimizer.pareto.SupportedPoint;
import io.dcsdk.optimizer.pareto.UnsupportedPoint;
import io.dcsdk.quantity.EnergyPrice;
import io.dcsdk.quantity.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Fronts compared with all selections there are. */
final class ParetoBruteForceTest {
    private static final int TRADE_OFFS = 8;
    private static final int DESIGNS = 20;
    private static final Rational NEARLY_EXACT = Rational.parse("1e-9");

    private static List<TradeOffs.Point> points(List<FrontDesign> designs) {
        return designs.stream()
                .map(design -> TradeOffs.point(design.cost(), design.energy().base()))
                .toList();
    }

    @Test
    void findsEveryEfficientDesignAndNothingElse() {
        int corners = 0;
        int others = 0;
        for (long seed = 0; seed < TRADE_OFFS; seed++) {
            DesignProblem problem = TradeOffs.problem(seed);
            List<TradeOffs.Point> efficient = TradeOffs.efficient(problem);
            List<TradeOffs.Point> expected = TradeOffs.corners(efficient);
            ParetoFront front = ParetoSearch.over(DesignOptimizer.standard())
                    .withTolerance(NEARLY_EXACT)
                    .withEnergyLimits(Integer.MAX_VALUE)
                    .search(problem);
            assertEquals(FrontStatus.COMPLETE, front.status());
            assertEquals(
                    expected,
                    points(front.supported().stream()
                            .map(SupportedPoint::design)
                            .toList()),
                    "seed " + seed);
            Rational least = expected.get(expected.size() - 1).energy();
            List<TradeOffs.Point> between = efficient.stream()
                    .filter(point -> point.energy().compareTo(least) > 0 && !expected.contains(point))
                    .toList();
            assertEquals(
                    between,
                    points(front.unsupported().stream()
                            .map(UnsupportedPoint::design)
                            .toList()),
                    "seed " + seed);
            assertEquals(List.of(), front.unexplored());
            for (UnsupportedPoint point : front.unsupported()) {
                assertTrue(point.gap().base().compareTo(new BigDecimal("1e-9")) <= 0, "seed " + seed + ": " + point);
            }
            corners += expected.size();
            others += between.size();
        }
        assertTrue(corners > 3 * TRADE_OFFS, "too few corners: " + corners);
        assertTrue(others > TRADE_OFFS, "too few unsupported designs: " + others);
        System.out.printf("fronts: %d corners and %d unsupported designs agree%n", corners, others);
    }

    @Test
    void boundsEncloseTheBestOfAllSelectionsAtEveryLambda() {
        int feasible = 0;
        for (long seed = 0; seed < DESIGNS; seed++) {
            DesignProblem problem = SmallDesigns.of(seed);
            ParetoFront front = ParetoSearch.over(DesignOptimizer.standard()).search(problem);
            boolean isFeasible = front.status() == FrontStatus.COMPLETE;
            feasible += isFeasible ? 1 : 0;
            List<String> lambdas = isFeasible ? List.of("0", "0.013", "0.2", "1") : List.of("0.2");
            for (String lambda : lambdas) {
                EnergyWeight weight = EnergyWeight.parse(lambda + " USD/kWh");
                Optional<Money> minimum =
                        DesignOracle.search(problem.withLambda(weight)).minimum();
                assertEquals(minimum.isPresent(), isFeasible, "seed " + seed);
                minimum.ifPresent(best -> requireEnclosed(front, weight.price(), best));
            }
        }
        assertTrue(feasible > DESIGNS / 4, "too few feasible problems: " + feasible);
    }

    /** L ≤ v ≤ U and U − v ≤ tolerance × U, but for the rounding of the 34th digit. */
    private static void requireEnclosed(ParetoFront front, EnergyPrice lambda, Money minimum) {
        Rational best = Rational.of(minimum.base());
        Rational rounding = best.times(Rational.parse("1e-28"));
        FrontDesign design = front.at(lambda).design();
        Rational known = TradeOffs.point(design.cost(), design.energy().base()).at(Rational.of(lambda.base()));
        assertTrue(Rational.of(front.lowerBound(lambda).base()).compareTo(best.plus(rounding)) <= 0);
        assertTrue(known.plus(rounding).compareTo(best) >= 0);
        Rational allowed = known.times(Rational.of(front.tolerance().base()));
        assertTrue(known.minus(best).compareTo(allowed.plus(rounding)) <= 0);
    }
}
