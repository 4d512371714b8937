package io.dcsdk.optimizer.stochastic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.engine.OjAlgoEngine;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.linear.Variable;
import io.dcsdk.optimizer.search.MixedIntegerSolver;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.search.SolveResult;
import io.dcsdk.optimizer.search.Termination;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.uncertainty.RiskMeasure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class TwoStageProgramTest {
    private static final SolveLimits EXACT = SolveLimits.defaults().withRelativeGap(Rational.ZERO);

    private static SolveResult solve(LinearProgram program) {
        return new MixedIntegerSolver(new OjAlgoEngine()).solve(program, EXACT);
    }

    private static Rational minimum(TwoStageProgram program) {
        SolveResult result = solve(program.deterministicEquivalent());
        assertEquals(Termination.GAP_CLOSED, result.termination());
        return result.objective().orElseThrow();
    }

    @Test
    void theFarmerEarnsWhatIsPublished() {
        TwoStageProgram farmer = FarmerProblem.of(FarmerProblem.YIELDS, RiskMeasure.EXPECTATION);
        SolveResult result = solve(farmer.deterministicEquivalent());
        assertEquals(Rational.of(-108_390), result.objective().orElseThrow());
        assertEquals(
                List.of(Rational.of(170), Rational.of(80), Rational.of(250)),
                result.point().orElseThrow().subList(0, 3));
    }

    @Test
    void theFarmersValueOfInformationAndOfPlanningIsWhatIsPublished() {
        Rational known = Rational.ZERO;
        for (Rational yield : FarmerProblem.YIELDS) {
            known = known.plus(minimum(FarmerProblem.of(List.of(yield), RiskMeasure.EXPECTATION)));
        }
        assertEquals(-115_406, Math.round(known.doubleValue() / 3));
        TwoStageProgram mean = FarmerProblem.of(List.of(Rational.ONE), RiskMeasure.EXPECTATION);
        List<Rational> decision =
                solve(mean.deterministicEquivalent()).point().orElseThrow().subList(0, 3);
        TwoStageProgram farmer = FarmerProblem.of(FarmerProblem.YIELDS, RiskMeasure.EXPECTATION);
        assertEquals(Rational.of(-107_240), minimum(farmer.fixed(decision)));
    }

    /** Whole first and second stage, with costs of both signs. */
    private static TwoStageProgram random(Random random, RiskMeasure measure) {
        LinearProgram first = LinearProgram.builder()
                .integer("x", 0, 4, Rational.of(random.nextInt(9) - 2))
                .integer("z", 0, 3, Rational.of(random.nextInt(9) - 2))
                .constraint("both", Map.of("x", Rational.ONE, "z", Rational.ONE), Relation.LE, Rational.of(5))
                .build();
        List<RecourseBlock> scenarios = new ArrayList<>();
        int count = 2 + random.nextInt(2);
        Rational left = Rational.ONE;
        for (int s = 0; s < count; s++) {
            Rational probability = s == count - 1 ? left : left.times(Rational.of(1 + random.nextInt(3), 5));
            left = left.minus(probability);
            scenarios.add(RecourseBlock.named("s" + s, probability)
                    .variable(new Variable("y", Rational.ZERO, Rational.of(3), true))
                    .variable(new Variable("w", Rational.ZERO, Rational.of(2), true))
                    .cost("y", Rational.of(random.nextInt(12)))
                    .cost("w", Rational.of(random.nextInt(12), 2))
                    .cost("x", Rational.of(random.nextInt(5) - 2))
                    .constant(Rational.of(random.nextInt(7) - 3))
                    .row(
                            "demand",
                            Map.of(
                                    "x",
                                    Rational.ONE,
                                    "z",
                                    Rational.of(1 + random.nextInt(2)),
                                    "y",
                                    Rational.of(1 + random.nextInt(3)),
                                    "w",
                                    Rational.ONE),
                            Relation.GE,
                            Rational.of(random.nextInt(11)))
                    .build());
        }
        return TwoStageProgram.of(first, scenarios, measure);
    }

    /** All decisions, and in each scenario all recourse: shares nothing with the deterministic equivalent. */
    private static Rational bruteForce(TwoStageProgram program) {
        Rational best = null;
        for (int x = 0; x <= 4; x++) {
            for (int z = 0; z <= 3 && x + z <= 5; z++) {
                List<Rational> costs = new ArrayList<>();
                for (RecourseBlock scenario : program.scenarios()) {
                    Rational cost = null;
                    for (int y = 0; y <= 3; y++) {
                        for (int w = 0; w <= 2; w++) {
                            Map<String, Rational> values = Map.of(
                                    "x", Rational.of(x), "z", Rational.of(z), "y", Rational.of(y), "w", Rational.of(w));
                            RecourseRow row = scenario.rows().get(0);
                            Rational activity = Rational.ZERO;
                            for (Map.Entry<String, Rational> term : row.terms().entrySet()) {
                                activity = activity.plus(
                                        term.getValue().times(values.getOrDefault(term.getKey(), Rational.ZERO)));
                            }
                            if (activity.compareTo(row.rightHandSide()) >= 0) {
                                Rational found = scenario.cost(values);
                                cost = cost == null ? found : cost.min(found);
                            }
                        }
                    }
                    if (cost != null) {
                        costs.add(cost);
                    }
                }
                if (costs.size() == program.scenarios().size()) {
                    Rational total = program.firstStage()
                            .objective(List.of(Rational.of(x), Rational.of(z)))
                            .plus(RiskValue.of(program.measure(), program.probabilities(), costs));
                    best = best == null ? total : best.min(total);
                }
            }
        }
        return java.util.Objects.requireNonNull(best);
    }

    private static RiskMeasure measure(int index) {
        return switch (index) {
            case 0 -> RiskMeasure.EXPECTATION;
            case 1 -> RiskMeasure.cvar(Ratio.of(new BigDecimal("0.5")));
            case 2 -> RiskMeasure.cvar(Ratio.of(new BigDecimal("0.85")));
            default -> RiskMeasure.WORST_CASE;
        };
    }

    @Property(tries = 120)
    void theEquivalentHasTheMinimumOfAllDecisions(
            @ForAll @LongRange(max = 1_000_000) long seed, @ForAll @IntRange(max = 3) int measure) {
        TwoStageProgram program = random(new Random(seed), measure(measure));
        assertEquals(bruteForce(program), minimum(program));
    }

    @Property(tries = 60)
    void aMeasureGrowsFromTheMeanToTheWorst(@ForAll @LongRange(max = 1_000_000) long seed) {
        Rational mean = minimum(random(new Random(seed), RiskMeasure.EXPECTATION));
        assertEquals(mean, minimum(random(new Random(seed), RiskMeasure.cvar(Ratio.ZERO))));
        Rational half = minimum(random(new Random(seed), measure(1)));
        Rational tail = minimum(random(new Random(seed), measure(2)));
        Rational worst = minimum(random(new Random(seed), RiskMeasure.WORST_CASE));
        assertTrue(mean.compareTo(half) <= 0 && half.compareTo(tail) <= 0 && tail.compareTo(worst) <= 0);
    }

    @Test
    void theTailOfADiscreteDistributionCountsItsWorstShare() {
        List<Rational> probabilities = List.of(Rational.of(1, 2), Rational.of(3, 10), Rational.of(1, 5));
        List<Rational> costs = List.of(Rational.of(10), Rational.of(40), Rational.of(100));
        assertEquals(Rational.of(37), RiskValue.of(RiskMeasure.EXPECTATION, probabilities, costs));
        // The worst 40 %: 20 % at 100 and 20 % at 40.
        assertEquals(
                Rational.of(70), RiskValue.of(RiskMeasure.cvar(Ratio.of(new BigDecimal("0.6"))), probabilities, costs));
        assertEquals(
                Rational.of(100),
                RiskValue.of(RiskMeasure.cvar(Ratio.of(new BigDecimal("0.9"))), probabilities, costs));
        assertEquals(Rational.of(100), RiskValue.of(RiskMeasure.WORST_CASE, probabilities, costs));
    }

    @Test
    void refusesProbabilitiesThatDoNotAddUp() {
        LinearProgram nothing = LinearProgram.builder().build();
        List<RecourseBlock> most = List.of(
                RecourseBlock.named("a", Rational.of(1, 3)).build(),
                RecourseBlock.named("b", Rational.of(1, 3)).build());
        IllegalArgumentException fault = assertThrows(
                IllegalArgumentException.class, () -> TwoStageProgram.of(nothing, most, RiskMeasure.EXPECTATION));
        assertTrue(String.valueOf(fault.getMessage()).contains("do not add up to 1 exactly"), fault::toString);
    }
}
