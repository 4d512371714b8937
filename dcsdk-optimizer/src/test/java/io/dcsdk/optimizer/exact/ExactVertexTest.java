package io.dcsdk.optimizer.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.linear.Variable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the exact simplex finds is found again from its numbers in doubles, not quite right. */
final class ExactVertexTest {
    private static final int PROBLEMS = 4_000;

    private static Optional<List<Rational>> near(LinearProgram program, double... point) {
        return ExactVertex.near(
                program,
                program.variables().stream().map(Variable::lower).toList(),
                program.variables().stream().map(Variable::upper).toList(),
                point,
                () -> false);
    }

    @Test
    void findsTheVertexOfEveryRandomProgram() {
        Random random = new Random(5);
        int minima = 0;
        int between = 0;
        for (int k = 0; k < PROBLEMS; k++) {
            LinearProgram program = ExactSimplexTest.random(random);
            if (ExactSimplexTest.solve(program) instanceof ExactAnswer.Minimum minimum) {
                double[] point = minimum.point().stream()
                        .mapToDouble(value -> value.doubleValue() * (1 + 1e-12 * (random.nextDouble() - 0.5)))
                        .toArray();
                assertEquals(Optional.of(minimum.point()), near(program, point), program.toString());
                minima++;
                for (int j = 0; j < point.length; j++) {
                    Variable variable = program.variables().get(j);
                    Rational value = minimum.point().get(j);
                    between += value.equals(variable.lower()) || value.equals(variable.upper()) ? 0 : 1;
                }
            }
        }
        assertTrue(minima > PROBLEMS / 4 && between > PROBLEMS / 4, minima + " minima, " + between + " to solve for");
    }

    @Test
    void solvesChainsOfRowsExactly() {
        LinearProgram.Builder builder = LinearProgram.builder();
        int length = 60;
        builder.continuous("x0", Rational.of(1, 3), Rational.of(1, 3), Rational.ONE);
        for (int i = 1; i <= length; i++) {
            builder.continuous("x" + i, Rational.ZERO, Rational.of(1_000), Rational.ONE);
            builder.constraint(
                    "row" + i,
                    Map.of("x" + i, Rational.of(3), "x" + (i - 1), Rational.of(-2)),
                    Relation.EQ,
                    Rational.ONE);
        }
        LinearProgram program = builder.build();
        double[] point = new double[length + 1];
        point[0] = 1.0 / 3;
        Rational exact = Rational.of(1, 3);
        for (int i = 1; i <= length; i++) {
            point[i] = (1 + 2 * point[i - 1]) / 3;
            exact = Rational.ONE.plus(exact.times(Rational.of(2))).dividedBy(Rational.of(3));
        }
        List<Rational> found = near(program, point).orElseThrow();
        assertEquals(exact, found.get(length));
        assertTrue(program.isFeasible(found));
    }

    @Test
    void pointsThatAreNoneAreNotTaken() {
        LinearProgram program = LinearProgram.builder()
                .continuous("x", Rational.ZERO, Rational.of(10), Rational.ONE)
                .continuous("y", Rational.ZERO, Rational.of(10), Rational.ONE)
                .constraint("sum", Map.of("x", Rational.ONE, "y", Rational.ONE), Relation.EQ, Rational.of(3))
                .constraint("twice", Map.of("x", Rational.of(2), "y", Rational.of(2)), Relation.EQ, Rational.of(7))
                .build();
        assertEquals(Optional.empty(), near(program, 1, 2), "the rows contradict each other");
        LinearProgram bounded = LinearProgram.builder()
                .continuous("x", Rational.ZERO, Rational.of(10), Rational.ONE)
                .constraint("most", Map.of("x", Rational.ONE), Relation.LE, Rational.of(3))
                .build();
        assertEquals(Optional.empty(), near(bounded, 4), "more than the row allows");
        assertEquals(Optional.of(List.of(Rational.of(3))), near(bounded, 3 + 1e-10));
        assertEquals(Optional.empty(), near(bounded, 2), "inside, but no row holds it");
    }

    @Test
    void stopsWhenAsked() {
        LinearProgram program = LinearProgram.builder()
                .continuous("x", Rational.ZERO, Rational.of(10), Rational.ONE)
                .constraint("most", Map.of("x", Rational.ONE), Relation.LE, Rational.of(3))
                .build();
        assertEquals(
                Optional.empty(),
                ExactVertex.near(
                        program, List.of(Rational.ZERO), List.of(Rational.of(10)), new double[] {3}, () -> true));
    }
}
