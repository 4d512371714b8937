package io.dcsdk.optimizer.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.NarrowedBounds;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.linear.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A program whose bounds and coefficients were narrowed has the points that it had. */
final class NarrowedBoundsTest {
    private static final List<SmallProblems> FAMILIES = List.of(SmallProblems.values());
    private static final int PROBLEMS = 2000;

    @Test
    void whatABudgetLeavesMakesABigMSmall() {
        LinearProgram program = LinearProgram.builder()
                .integer("units", 0, 1000, Rational.ONE)
                .integer("chosen", 0, 1, Rational.ONE)
                .continuous("load", Rational.ZERO, Rational.of(5000), Rational.ZERO)
                .constraint("budget", Map.of("units", Rational.of(30)), Relation.LE, Rational.of(100))
                .constraint(
                        "choice",
                        Map.of("units", Rational.ONE, "chosen", Rational.of(-1000)),
                        Relation.LE,
                        Rational.ZERO)
                .constraint(
                        "carried", Map.of("units", Rational.of(2), "load", Rational.of(-1)), Relation.EQ, Rational.ZERO)
                .build();
        LinearProgram narrowed = NarrowedBounds.of(program);
        assertEquals(
                List.of(Rational.of(3), Rational.ONE, Rational.of(6)),
                narrowed.variables().stream().map(Variable::upper).toList());
        assertEquals("choice: units - 3 chosen <= 0", narrowed.describe(1));
        assertEquals(program.costs(), narrowed.costs());
    }

    @Test
    void contradictionsAreLeftAsTheyAre() {
        LinearProgram program = LinearProgram.builder()
                .integer("x", 0, 9, Rational.ONE)
                .constraint("few", Map.of("x", Rational.ONE), Relation.LE, Rational.of(2))
                .constraint("many", Map.of("x", Rational.ONE), Relation.GE, Rational.of(5))
                .build();
        assertSame(program, NarrowedBounds.of(program));
    }

    @Test
    void everyPointOfEveryFamilyStays() {
        int narrower = 0;
        for (int k = 0; k < PROBLEMS; k++) {
            LinearProgram program = FAMILIES.get(k % FAMILIES.size()).of(new Random(k));
            LinearProgram narrowed = NarrowedBounds.of(program);
            narrower += narrowed.equals(program) ? 0 : 1;
            assertEquals(BruteForce.minimum(program), BruteForce.minimum(narrowed), program::toString);
            Random random = new Random(k);
            for (int n = 0; n < 50; n++) {
                List<Rational> point = new ArrayList<>();
                for (Variable variable : program.variables()) {
                    long width =
                            variable.upper().minus(variable.lower()).floor().longValueExact();
                    point.add(variable.lower().plus(Rational.of(random.nextInt((int) Math.min(20, width) + 1))));
                }
                assertEquals(program.isFeasible(point), narrowed.isFeasible(point), () -> point + " of " + program);
            }
        }
        int found = narrower;
        assertTrue(found > PROBLEMS / 4, () -> "narrowed: " + found);
    }
}
