package io.dcsdk.optimizer.ortools;

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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class GlopEngineTest {
    private static double[] bounds(LinearProgram program, Function<Variable, Rational> bound) {
        return program.variables().stream()
                .mapToDouble(variable -> bound.apply(variable).doubleValue())
                .toArray();
    }

    private static LpAnswer solve(LinearProgram program) {
        return new GlopEngine()
                .open(LpMatrix.of(program))
                .solve(bounds(program, Variable::lower), bounds(program, Variable::upper), true);
    }

    @Test
    void unscalesPointsAndMultipliersOfRowsFifteenOrdersOfMagnitudeApart() {
        LpAnswer answer = solve(LinearProgram.builder()
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
                .build());
        assertEquals(LpAnswer.Status.OPTIMAL, answer.status());
        // compute holds with equality: x + 2 y = 20 and y = x + 8 give x = 4/3, y = 28/3; y_compute = 8/3e15.
        assertEquals(4.0 / 3, answer.point()[0], 1e-9);
        assertEquals(28.0 / 3, answer.point()[1], 1e-9);
        assertEquals(8.0 / 3e15, answer.multipliers()[0], 1e-24);
        assertEquals(0, answer.multipliers()[1], 1e-9);
        assertEquals(1.0 / 3, answer.multipliers()[2], 1e-9);
    }

    @Test
    void multipliersOfUpperRowsAreNotPositive() {
        LpAnswer answer = solve(LinearProgram.builder()
                .continuous("x", Rational.ZERO, Rational.of(100), Rational.of(-2))
                .constraint("most", Map.of("x", Rational.of(4)), Relation.LE, Rational.of(10))
                .build());
        assertEquals(2.5, answer.point()[0], 1e-9);
        assertEquals(-0.5, answer.multipliers()[0], 1e-9);
    }

    @Test
    void multipliersOfAnInfeasibleProgramProveIt() {
        LpAnswer answer = solve(LinearProgram.builder()
                .continuous("x", Rational.ZERO, Rational.of(10), Rational.ONE)
                .continuous("y", Rational.ZERO, Rational.of(10), Rational.ONE)
                .constraint("least", Map.of("x", Rational.ONE, "y", Rational.ONE), Relation.GE, Rational.of(9))
                .constraint("same", Map.of("x", Rational.ONE, "y", Rational.of(-1)), Relation.EQ, Rational.ZERO)
                .constraint("most", Map.of("x", Rational.of(2)), Relation.LE, Rational.of(6))
                .build());
        assertEquals(LpAnswer.Status.INFEASIBLE, answer.status());
        double[] y = answer.multipliers();
        assertTrue(y[0] >= 0 && y[2] <= 0, () -> Arrays.toString(y));
        double x = -(y[0] + y[1] + 2 * y[2]);
        double z = -(y[0] - y[1]);
        double bound = 9 * y[0] + 6 * y[2] + Math.min(0, 10 * x) + Math.min(0, 10 * z);
        assertTrue(bound > 0.1, () -> bound + " of " + Arrays.toString(y));
    }

    @Test
    void numbersThatAreNotFiniteAreAnUnknownAndNotTheEndOfTheProcess() {
        LinearProgram program = LinearProgram.builder()
                .continuous("x", Rational.ZERO, Rational.of(10), Rational.ONE)
                .constraint("least", Map.of("x", Rational.ONE), Relation.GE, Rational.of(3))
                .build();
        LpSession session = new GlopEngine().open(LpMatrix.of(program));
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            LpAnswer answer = session.solve(new double[] {0}, new double[] {bad}, false);
            assertEquals(LpAnswer.Status.UNKNOWN, answer.status());
        }
        LpAnswer after = session.solve(new double[] {0}, new double[] {10}, false);
        assertEquals(LpAnswer.Status.OPTIMAL, after.status());
        assertEquals(3, after.point()[0], 1e-9);
    }

    @Test
    void warmSolvesAgreeWithTheExactSimplexNearlyAlways() {
        Random random = new Random(11);
        int agreed = 0;
        int asked = 0;
        for (int k = 0; k < 40; k++) {
            LinearProgram program = cover(random);
            LpSession session = new GlopEngine().open(LpMatrix.of(program));
            for (int move = 0; move < 25; move++) {
                double[] lower = bounds(program, Variable::lower);
                double[] upper = bounds(program, Variable::upper);
                upper[random.nextInt(lower.length)] = random.nextInt(5);
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
        return Arrays.stream(values).mapToObj(Rational::ofExactly).toList();
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
