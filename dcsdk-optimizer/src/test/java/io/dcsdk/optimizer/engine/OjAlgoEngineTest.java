package io.dcsdk.optimizer.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.exact.ExactAnswer;
import io.dcsdk.optimizer.exact.ExactSimplex;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.linear.Variable;
import io.dcsdk.optimizer.relaxation.LpAnswer;
import io.dcsdk.optimizer.relaxation.LpMatrix;
import io.dcsdk.optimizer.relaxation.LpSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class OjAlgoEngineTest {
    private static double[] bounds(LinearProgram program, java.util.function.Function<Variable, Rational> bound) {
        return program.variables().stream()
                .mapToDouble(variable -> bound.apply(variable).doubleValue())
                .toArray();
    }

    @Test
    void unscalesPointsAndMultipliersOfRowsFifteenOrdersOfMagnitudeApart() {
        LinearProgram program = LinearProgram.builder()
                .continuous("x", Rational.ZERO, Rational.of(100), Rational.of(3))
                .continuous("y", Rational.ZERO, Rational.of(100), Rational.of(5))
                .constraint(
                        "compute",
                        Map.of("x", Rational.parse("1e15"), "y", Rational.parse("2e15")),
                        Relation.GE,
                        Rational.parse("2e16"))
                .constraint(
                        "power",
                        Map.of("x", Rational.parse("2e-3"), "y", Rational.parse("1e-3")),
                        Relation.LE,
                        Rational.parse("16e-3"))
                .constraint("equal", Map.of("x", Rational.ONE, "y", Rational.of(-1)), Relation.EQ, Rational.of(-8))
                .build();
        LpAnswer answer = new OjAlgoEngine()
                .open(LpMatrix.of(program))
                .solve(bounds(program, Variable::lower), bounds(program, Variable::upper), true);
        assertEquals(LpAnswer.Status.OPTIMAL, answer.status());
        // compute holds with equality: x + 2 y = 20 and y = x + 8 give x = 4/3, y = 28/3; y_compute = 8/3e15.
        assertEquals(4.0 / 3, answer.point()[0], 1e-9);
        assertEquals(28.0 / 3, answer.point()[1], 1e-9);
        assertEquals(8.0 / 3e15, answer.multipliers()[0], 1e-24);
        assertEquals(0, answer.multipliers()[1], 1e-9);
        assertEquals(1.0 / 3, answer.multipliers()[2], 1e-9);
    }

    @Test
    void givesUpWhenTheTimeIsOverAndAnswersAgainLater() {
        LinearProgram program = cover(new Random(3));
        double[] lower = bounds(program, Variable::lower);
        double[] upper = bounds(program, Variable::upper);
        LpSession session = new OjAlgoEngine().open(LpMatrix.of(program));
        LpAnswer first = session.solve(lower, upper, false);
        assertEquals(
                LpAnswer.Status.UNKNOWN, session.solve(lower, upper, false, 0).status());
        LpAnswer again = session.solve(lower, upper, false, Long.MAX_VALUE);
        assertEquals(first.status(), again.status());
        assertArrayEquals(first.point(), again.point(), 1e-9);
    }

    @Test
    void warmSolvesAgreeWithTheExactSimplexNearlyAlways() {
        Random random = new Random(11);
        int agreed = 0;
        int asked = 0;
        for (int k = 0; k < 40; k++) {
            LinearProgram program = cover(random);
            LpSession session = new OjAlgoEngine().open(LpMatrix.of(program));
            for (int move = 0; move < 25; move++) {
                double[] lower = bounds(program, Variable::lower);
                double[] upper = bounds(program, Variable::upper);
                int j = random.nextInt(lower.length);
                upper[j] = random.nextInt(5);
                LpAnswer answer = session.solve(lower, upper, false);
                ExactAnswer exact = ExactSimplex.minimise(program, rationals(lower), rationals(upper), () -> false);
                asked++;
                if (exact instanceof ExactAnswer.Minimum minimum) {
                    double wanted = program.objective(minimum.point()).doubleValue();
                    double found = 0;
                    for (int c = 0; c < lower.length && answer.status() == LpAnswer.Status.OPTIMAL; c++) {
                        found += program.costs().get(c).doubleValue() * answer.point()[c];
                    }
                    agreed += Math.abs(found - wanted) <= 1e-7 * wanted ? 1 : 0;
                } else {
                    agreed += answer.status() == LpAnswer.Status.INFEASIBLE ? 1 : 0;
                }
            }
        }
        int finalAgreed = agreed;
        int finalAsked = asked;
        assertTrue(agreed >= 0.99 * asked, () -> finalAgreed + " of " + finalAsked);
    }

    private static List<Rational> rationals(double[] values) {
        return java.util.Arrays.stream(values).mapToObj(Rational::ofExactly).toList();
    }

    private static LinearProgram cover(Random random) {
        LinearProgram.Builder builder = LinearProgram.builder();
        for (int j = 0; j < 8; j++) {
            builder.continuous("x" + j, Rational.ZERO, Rational.of(50), Rational.of(100 + random.nextInt(900)));
        }
        for (int i = 0; i < 4; i++) {
            Map<String, Rational> terms = new LinkedHashMap<>();
            for (int j = 0; j < 8; j++) {
                terms.put("x" + j, Rational.of(1 + random.nextInt(30)));
            }
            builder.constraint("row" + i, terms, i < 3 ? Relation.GE : Relation.LE, Rational.of((i < 3 ? 500 : 2500)));
        }
        return builder.build();
    }
}
