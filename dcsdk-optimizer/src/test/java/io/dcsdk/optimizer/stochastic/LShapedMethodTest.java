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
import io.dcsdk.uncertainty.RiskMeasure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class LShapedMethodTest {
    private static final Rational GAP = Rational.parse("1e-8");
    private static final SolveLimits LIMITS = SolveLimits.defaults().withRelativeGap(GAP);

    private static LShapedResult solve(TwoStageProgram program, SolveLimits limits) {
        List<LinearRecourse> oracles = program.scenarios().stream()
                .map(scenario -> new LinearRecourse(program, scenario))
                .toList();
        return new LShapedMethod(new OjAlgoEngine()).minimise(program.firstStage(), oracles, limits);
    }

    @Test
    void theFarmerEarnsWhatIsPublished() {
        LShapedResult result = solve(FarmerProblem.of(FarmerProblem.YIELDS, RiskMeasure.EXPECTATION), LIMITS);
        assertEquals(LShapedResult.Status.GAP_CLOSED, result.status());
        Rational published = Rational.of(-108_390);
        assertTrue(result.lowerBound().orElseThrow().compareTo(published) <= 0);
        assertTrue(result.objective().orElseThrow().compareTo(published) >= 0);
        assertTrue(result.relativeGap().orElseThrow().compareTo(GAP) <= 0);
        assertEquals(3, result.costs().size());
    }

    /** Recourse that is short in some scenarios whatever is done, so that decisions have to be ruled out. */
    private static TwoStageProgram random(Random random) {
        boolean isWhole = random.nextBoolean();
        LinearProgram.Builder first = LinearProgram.builder();
        for (String name : List.of("a", "b")) {
            first.variable(new Variable(name, Rational.ZERO, Rational.of(4 + random.nextInt(6)), isWhole));
            first.cost(name, Rational.of(1 + random.nextInt(9), 2));
        }
        List<RecourseBlock> scenarios = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int s = 0; s < count; s++) {
            scenarios.add(RecourseBlock.named("s" + s, Rational.of(1, count))
                    .variable(new Variable("from a", Rational.ZERO, Rational.of(100), false))
                    .variable(new Variable("from b", Rational.ZERO, Rational.of(100), false))
                    .variable(new Variable("short", Rational.ZERO, Rational.of(random.nextInt(6)), false))
                    .cost("from a", Rational.of(random.nextInt(9), 3))
                    .cost("from b", Rational.of(random.nextInt(9), 3))
                    .cost("short", Rational.of(5 + random.nextInt(20)))
                    .cost("a", Rational.of(random.nextInt(3), 4))
                    .constant(Rational.of(random.nextInt(5) - 2))
                    .row("a", Map.of("from a", Rational.ONE, "a", Rational.of(-1)), Relation.LE, Rational.ZERO)
                    .row(
                            "b",
                            Map.of("from b", Rational.of(1 + random.nextInt(2)), "b", Rational.of(-1)),
                            Relation.LE,
                            Rational.ZERO)
                    .row(
                            "demand",
                            Map.of("from a", Rational.ONE, "from b", Rational.ONE, "short", Rational.ONE),
                            Relation.EQ,
                            Rational.of(2 + random.nextInt(14)))
                    .build());
        }
        return TwoStageProgram.of(first.build(), scenarios, RiskMeasure.EXPECTATION);
    }

    @Property(tries = 80)
    void agreesWithTheDeterministicEquivalent(@ForAll @LongRange(max = 1_000_000) long seed) {
        TwoStageProgram program = random(new Random(seed));
        SolveResult whole = new MixedIntegerSolver(new OjAlgoEngine())
                .solve(program.deterministicEquivalent(), SolveLimits.defaults().withRelativeGap(Rational.ZERO));
        LShapedResult result = solve(program, LIMITS);
        if (whole.termination() == Termination.INFEASIBLE) {
            assertEquals(LShapedResult.Status.INFEASIBLE, result.status());
            return;
        }
        Rational minimum = whole.objective().orElseThrow();
        assertEquals(LShapedResult.Status.GAP_CLOSED, result.status());
        assertTrue(result.lowerBound().orElseThrow().compareTo(minimum) <= 0);
        assertTrue(result.objective().orElseThrow().compareTo(minimum) >= 0);
        assertTrue(result.relativeGap().orElseThrow().compareTo(GAP) <= 0);
    }

    @Property(tries = 80)
    void aCutIsNowhereAboveTheCostAndMeetsItWhereItWasMade(@ForAll @LongRange(max = 1_000_000) long seed) {
        Random random = new Random(seed);
        TwoStageProgram program = random(random);
        LinearRecourse oracle = new LinearRecourse(program, program.scenarios().get(0));
        List<Rational> made = List.of(Rational.of(random.nextInt(9), 2), Rational.of(random.nextInt(9), 2));
        RecourseAnswer answer = oracle.at(made);
        for (int k = 0; k < 12; k++) {
            List<Rational> tried = List.of(Rational.of(random.nextInt(19), 2), Rational.of(random.nextInt(19), 2));
            RecourseAnswer there = oracle.at(tried);
            if (answer instanceof RecourseAnswer.Cost cost) {
                assertEquals(cost.cost(), cost.cut().at(made));
                if (there instanceof RecourseAnswer.Cost other) {
                    assertTrue(cost.cut().at(tried).compareTo(other.cost()) <= 0);
                }
            } else if (answer instanceof RecourseAnswer.Infeasible none) {
                assertTrue(none.cut().at(made).signum() > 0);
                if (there instanceof RecourseAnswer.Cost) {
                    assertTrue(none.cut().at(tried).signum() <= 0);
                }
            }
        }
    }

    @Test
    void stopsAfterSoManyRoundsWithWhatIsProven() {
        LShapedResult result =
                solve(FarmerProblem.of(FarmerProblem.YIELDS, RiskMeasure.EXPECTATION), LIMITS.withNodes(2));
        assertEquals(LShapedResult.Status.STOPPED, result.status());
        assertEquals(2, result.rounds());
        assertTrue(result.lowerBound().orElseThrow().compareTo(Rational.of(-108_390)) <= 0);
    }

    @Test
    void refusesRecourseInWholeNumbers() {
        RecourseBlock whole = RecourseBlock.named("s", Rational.ONE)
                .variable(new Variable("y", Rational.ZERO, Rational.ONE, true))
                .build();
        TwoStageProgram program =
                TwoStageProgram.of(LinearProgram.builder().build(), List.of(whole), RiskMeasure.EXPECTATION);
        IllegalArgumentException fault =
                assertThrows(IllegalArgumentException.class, () -> new LinearRecourse(program, whole));
        assertTrue(String.valueOf(fault.getMessage()).contains("it is whole"), fault::toString);
    }
}
