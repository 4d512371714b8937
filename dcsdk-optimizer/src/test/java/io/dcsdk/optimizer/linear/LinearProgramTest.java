package io.dcsdk.optimizer.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LinearProgramTest {
    private static Map<String, Rational> terms(String first, String value, String second, String other) {
        Map<String, Rational> terms = new LinkedHashMap<>();
        terms.put(first, Rational.parse(value));
        terms.put(second, Rational.parse(other));
        return terms;
    }

    private static LinearProgram.Builder cluster() {
        return LinearProgram.builder()
                .integer("h100", 0, 2000, Rational.of(250_000))
                .integer("a100", 0, 2000, Rational.of(100_000))
                .continuous("grid", Rational.ZERO, Rational.parse("12.5"), Rational.parse("0.07"))
                .constant(Rational.of(5))
                .constraint("compute", terms("a100", "0.31", "h100", "0.98"), Relation.GE, Rational.of(1000))
                .constraint("power", terms("h100", "-0.01", "grid", "1"), Relation.GE, Rational.ZERO)
                .constraint("spread", terms("h100", "1", "a100", "-1/3"), Relation.EQ, Rational.of(0));
    }

    @Test
    void printsEveryConstraintAsAlgebraWithItsNumbers() {
        LinearProgram program = cluster().build();
        assertEquals("compute: 0.98 h100 + 0.31 a100 >= 1000", program.describe(0));
        assertEquals("power: -0.01 h100 + grid >= 0", program.describe(1));
        assertEquals("spread: h100 - 1/3 a100 = 0", program.describe(2));
        assertEquals("""
                minimise 250000 h100 + 100000 a100 + 0.07 grid + 5
                  compute: 0.98 h100 + 0.31 a100 >= 1000
                  power: -0.01 h100 + grid >= 0
                  spread: h100 - 1/3 a100 = 0
                  0 <= h100 <= 2000, whole
                  0 <= a100 <= 2000, whole
                  0 <= grid <= 12.5""", program.toString());
        assertEquals("minimise 0", LinearProgram.builder().build().toString());
    }

    @Test
    void evaluatesActivitySlackAndObjectiveExactly() {
        LinearProgram program = cluster().build();
        List<Rational> point = List.of(Rational.of(500), Rational.of(1500), Rational.parse("5"));
        assertEquals(Rational.parse("955"), program.constraints().get(0).activity(point));
        assertEquals(Rational.parse("-45"), program.constraints().get(0).slack(point));
        assertEquals(Rational.ZERO, program.constraints().get(1).slack(point));
        assertEquals(Rational.ZERO, program.constraints().get(2).slack(point));
        assertEquals(Rational.parse("275000005.35"), program.objective(point));
        assertFalse(program.isFeasible(point));
        assertTrue(program.isFeasible(List.of(Rational.of(600), Rational.of(1800), Rational.of(6))));
        assertFalse(program.isFeasible(List.of(Rational.parse("600.5"), Rational.of(1800), Rational.of(7))));
        assertFalse(program.isFeasible(List.of(Rational.of(600))));
    }

    @Test
    void digestNamesEveryNumberAndNameOfTheProgram() {
        String digest = cluster().build().digest();
        assertEquals(64, digest.length());
        assertEquals(digest, cluster().build().digest());
        assertNotEquals(digest, cluster().constant(Rational.ONE).build().digest());
        assertNotEquals(
                digest, cluster().cost("grid", Rational.of(1, 1000)).build().digest());
        assertNotEquals(
                digest,
                cluster()
                        .constraint("more", Map.of(), Relation.LE, Rational.ZERO)
                        .build()
                        .digest());
        assertNotEquals(
                digest, cluster().integer("b200", 0, 1, Rational.ZERO).build().digest());
        String whole = LinearProgram.builder()
                .variable(new Variable("x", Rational.ZERO, Rational.ONE, true))
                .build()
                .digest();
        String continuous = LinearProgram.builder()
                .variable(new Variable("x", Rational.ZERO, Rational.ONE, false))
                .build()
                .digest();
        assertNotEquals(whole, continuous);
    }

    @Test
    void boundsOfWholeNumbersAreRoundedInwards() {
        Variable variable = new Variable("x", Rational.parse("-0.5"), Rational.parse("3.2"), true);
        assertEquals(Rational.ZERO, variable.lower());
        assertEquals(Rational.of(3), variable.upper());
        assertEquals("0 <= x <= 3, whole", variable.toString());
    }

    @Test
    void mistakesAreReportedWhenTheyAreMade() {
        LinearProgram.Builder builder = cluster();
        assertMessage(
                "Name (h100) of a variable: another variable of the program has it\n"
                        + "Maybe the same catalogue item was added twice.",
                () -> builder.integer("h100", 0, 1, Rational.ONE));
        assertMessage(
                "Name (power) of a constraint: another constraint of the program has it\n"
                        + "Maybe add the owner's name to it.",
                () -> builder.constraint("power", Map.of(), Relation.LE, Rational.ONE));
        assertMessage(
                "Variable (h10) of constraint cooling: the program has no variable of this name\n"
                        + "Maybe add the variable first, or check the spelling: h100 exists.",
                () -> builder.constraint("cooling", Map.of("h10", Rational.ONE), Relation.LE, Rational.ONE));
        assertMessage(
                "Bounds (3 to 2) of variable x: no value lies between them\n"
                        + "Maybe the two were swapped, or state the limit as a constraint, so that it can be reported.",
                () -> new Variable("x", Rational.of(3), Rational.of(2), false));
        assertMessage(
                "Bounds (0.2 to 0.8) of variable x: no whole number lies between them\n"
                        + "Maybe the two were swapped, or state the limit as a constraint, so that it can be reported.",
                () -> new Variable("x", Rational.parse("0.2"), Rational.parse("0.8"), true));
    }

    private static void assertMessage(String message, org.junit.jupiter.api.function.Executable mistake) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, mistake).getMessage());
    }
}
