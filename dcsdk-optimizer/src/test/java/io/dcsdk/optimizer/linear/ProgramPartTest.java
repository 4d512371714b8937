package io.dcsdk.optimizer.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ProgramPartTest {
    private final LinearProgram whole = LinearProgram.builder()
            .integer("a", 0, 9, Rational.ONE)
            .continuous("b", Rational.ONE, Rational.of(5), Rational.ONE)
            .integer("c", 2, 7, Rational.ONE)
            .constraint("ab", Map.of("a", Rational.ONE, "b", Rational.of(2)), Relation.GE, Rational.of(7))
            .constraint("ac", Map.of("a", Rational.of(3), "c", Rational.of(-4)), Relation.LE, Rational.of(5))
            .constraint("c", Map.of("c", Rational.of(2)), Relation.EQ, Rational.of(6))
            .build();

    @Test
    void aPartHasItsVariablesAndRowsAndCostsOfItsOwn() {
        LinearProgram part = new ProgramPart(List.of(0, 2), List.of(1, 2))
                .program(whole, List.of(Rational.of(8), Rational.of(9)), Rational.of(10));
        LinearProgram expected = LinearProgram.builder()
                .integer("a", 0, 9, Rational.of(8))
                .integer("c", 2, 7, Rational.of(9))
                .constraint("ac", Map.of("a", Rational.of(3), "c", Rational.of(-4)), Relation.LE, Rational.of(5))
                .constraint("c", Map.of("c", Rational.of(2)), Relation.EQ, Rational.of(6))
                .constant(Rational.of(10))
                .build();
        assertEquals(expected, part);
    }

    @Test
    void aRowOverOtherVariablesIsRefused() {
        ProgramPart part = new ProgramPart(List.of(0, 2), List.of(0));
        List<Rational> costs = List.of(Rational.ONE, Rational.ONE);
        assertThrows(IllegalArgumentException.class, () -> part.program(whole, costs, Rational.ZERO));
    }
}
