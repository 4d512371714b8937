package io.dcsdk.optimizer.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class PointTrimTest {
    private static final Rational ONE = Rational.ONE;

    private static List<Rational> point(long... values) {
        return Arrays.stream(values).mapToObj(Rational::of).toList();
    }

    /** The price per server of a control is paid for s >= n servers: with n, s has to fall, or the plan costs less. */
    @Test
    void lowersWhatFollowsACount() {
        LinearProgram program = LinearProgram.builder()
                .integer("n", 0, 9, ONE)
                .continuous("s", Rational.ZERO, Rational.of(9), ONE)
                .constraint("need", Map.of("n", Rational.of(2)), Relation.GE, Rational.of(5))
                .constraint("under", Map.of("s", ONE, "n", Rational.of(-1)), Relation.GE, Rational.ZERO)
                .build();
        assertEquals(point(3, 3), PointTrim.trim(program, point(7, 8)));
    }

    @Test
    void leavesEqualitiesAndWhatPaysAlone() {
        LinearProgram program = LinearProgram.builder()
                .integer("a", 0, 9, ONE)
                .integer("b", 0, 9, ONE)
                .integer("c", 0, 9, Rational.of(-1))
                .constraint("same", Map.of("a", ONE, "b", Rational.of(-1)), Relation.EQ, Rational.ZERO)
                .build();
        assertEquals(point(4, 4, 5), PointTrim.trim(program, point(4, 4, 5)));
    }

    @Test
    void staysFeasibleAndNeverCostsMore() {
        Random random = new Random(1);
        int lowered = 0;
        for (int k = 0; k < 300; k++) {
            LinearProgram.Builder builder = LinearProgram.builder();
            for (int j = 0; j < 4; j++) {
                if (random.nextBoolean()) {
                    builder.integer("x" + j, 0, 5, Rational.of(random.nextInt(5) - 1));
                } else {
                    builder.continuous("x" + j, Rational.ZERO, Rational.of(5), Rational.of(random.nextInt(5) - 1));
                }
            }
            List<Rational> point = random.ints(4, 0, 6).mapToObj(Rational::of).toList();
            for (int i = 0; i < 3; i++) {
                int sum = 0;
                Map<String, Rational> terms = new TreeMap<>();
                for (int j = 0; j < 4; j++) {
                    int coefficient = random.nextInt(7) - 3;
                    terms.put("x" + j, Rational.of(coefficient));
                    sum += coefficient * point.get(j).numerator().intValueExact();
                }
                boolean least = random.nextBoolean();
                int slack = random.nextInt(4);
                builder.constraint(
                        "row" + i,
                        terms,
                        least ? Relation.GE : Relation.LE,
                        Rational.of(least ? sum - slack : sum + slack));
            }
            LinearProgram program = builder.build();
            List<Rational> trimmed = PointTrim.trim(program, point);
            assertTrue(program.isFeasible(trimmed));
            assertTrue(program.objective(trimmed).compareTo(program.objective(point)) <= 0);
            lowered += trimmed.equals(point) ? 0 : 1;
        }
        assertTrue(lowered > 100, "too few points with something to lower: " + lowered);
    }
}
