package io.dcsdk.optimizer.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.ProgramPart;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which parts of a program lemmas are looked for in. */
final class CoveringBlocksTest {
    @Test
    void blocksAreWhatCoveringRowsJoinAndNotTheWholeProgram() {
        LinearProgram program = FrameProblems.of(3, 1);
        List<ProgramPart> blocks = CoveringBlocks.of(program);
        assertEquals(
                List.of(
                        new ProgramPart(List.of(0, 1, 2), List.of(0, 1, 2)),
                        new ProgramPart(List.of(3, 4, 5), List.of(3, 4))),
                blocks);
        LinearProgram joined = LinearProgram.builder()
                .integer("a", 0, 9, Rational.ONE)
                .integer("b", 0, 9, Rational.ONE)
                .integer("c", 0, 9, Rational.ONE)
                .constraint("ab", Map.of("a", Rational.ONE, "b", Rational.of(2)), Relation.GE, Rational.of(7))
                .constraint("bc", Map.of("c", Rational.ONE, "b", Rational.of(2)), Relation.GE, Rational.of(5))
                .build();
        assertEquals(List.of(), CoveringBlocks.of(joined));
    }

    @Test
    void rowsOfMixedSignsOfRealNumbersAloneOrWithoutDemandAreNoCover() {
        LinearProgram program = LinearProgram.builder()
                .integer("a", 0, 9, Rational.ONE)
                .integer("b", 0, 9, Rational.ONE)
                .integer("below", -3, 9, Rational.ONE)
                .continuous("real", Rational.ZERO, Rational.of(9), Rational.ONE)
                .constraint("signs", Map.of("a", Rational.ONE, "b", Rational.of(-1)), Relation.GE, Rational.ONE)
                .continuous("other", Rational.ZERO, Rational.of(9), Rational.ONE)
                .constraint("real", Map.of("other", Rational.ONE, "real", Rational.ONE), Relation.GE, Rational.ONE)
                .constraint("free", Map.of("a", Rational.ONE, "b", Rational.ONE), Relation.GE, Rational.ZERO)
                .constraint("most", Map.of("a", Rational.ONE, "b", Rational.ONE), Relation.LE, Rational.of(8))
                .constraint("equal", Map.of("a", Rational.ONE, "b", Rational.of(2)), Relation.EQ, Rational.of(8))
                .constraint("below", Map.of("a", Rational.ONE, "below", Rational.ONE), Relation.GE, Rational.ONE)
                .build();
        assertEquals(List.of(), CoveringBlocks.of(program));
    }
}
