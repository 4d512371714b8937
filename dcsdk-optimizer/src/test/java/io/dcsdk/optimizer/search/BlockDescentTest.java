package io.dcsdk.optimizer.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.engine.OjAlgoEngine;
import io.dcsdk.optimizer.linear.FixedProgram;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

final class BlockDescentTest {
    private static final int PROBLEMS = 30;
    private static final SolveLimits LIMITS =
            SolveLimits.defaults().withDeadline(Duration.ofMinutes(10)).withRelativeGap(Rational.ZERO);

    private final MixedIntegerSolver solver = new MixedIntegerSolver(new OjAlgoEngine());

    private BlockDescent descent(LinearProgram program) {
        return new BlockDescent(program, CoveringBlocks.of(program), solver);
    }

    private List<Rational> poor(LinearProgram program) {
        return solver.solve(program, LIMITS.withRelativeGap(Rational.of(1, 4)))
                .point()
                .orElseThrow();
    }

    private List<Rational> end(BlockDescent descent, List<Rational> start) {
        return descent.from(start, LIMITS, StopSignal.of(LIMITS));
    }

    /** The least objective with the values of a point for all variables but those named. */
    private Rational least(LinearProgram program, List<Rational> point, Predicate<String> isFree) {
        FixedProgram fixed = FixedProgram.of(
                        program,
                        point,
                        j -> isFree.test(program.variables().get(j).name()))
                .orElseThrow();
        return fixed.places().isEmpty()
                ? program.objective(fixed.widened(List.of()))
                : solver.solve(fixed.program(), LIMITS).objective().orElseThrow();
    }

    private static boolean isNumber(String name) {
        return name.startsWith("ports") || name.startsWith("cooling") || name.startsWith("less");
    }

    @Test
    void endsWhereNoPartAloneCanBeBetter() {
        int better = 0;
        for (int k = 0; k < PROBLEMS; k++) {
            LinearProgram program = k % 2 == 0 ? FrameProblems.of(6 + k % 5, k) : FrameProblems.elastic(6 + k % 5, k);
            List<Rational> start = poor(program);
            List<Rational> end = end(descent(program), start);
            assertTrue(program.isFeasible(end));
            Rational objective = program.objective(end);
            better += objective.compareTo(program.objective(start)) < 0 ? 1 : 0;
            assertEquals(objective, least(program, end, name -> isNumber(name) || name.startsWith("item0")));
            assertEquals(objective, least(program, end, name -> isNumber(name) || name.startsWith("item1")));
            assertEquals(objective, least(program, end, name -> isNumber(name) || name.startsWith("fabric")));
        }
        assertTrue(better > PROBLEMS / 2, "few points were made better: " + better);
    }

    @Test
    void oftenEndsAtTheMinimum() {
        int best = 0;
        for (int k = 0; k < PROBLEMS; k++) {
            LinearProgram program = FrameProblems.of(6 + k % 5, k);
            Rational minimum = solver.solve(program, LIMITS).objective().orElseThrow();
            Rational found = program.objective(end(descent(program), poor(program)));
            assertTrue(found.compareTo(minimum) >= 0);
            best += found.equals(minimum) ? 1 : 0;
        }
        assertTrue(best > PROBLEMS / 2, "few descents ended at the minimum: " + best);
    }

    @Test
    void whereADescentHasPassedIsKnown() {
        LinearProgram program = FrameProblems.of(9, 4);
        BlockDescent descent = descent(program);
        List<Rational> start = poor(program);
        List<Rational> end = end(descent, start);
        assertTrue(program.objective(end).compareTo(program.objective(start)) < 0);
        long nodes = descent.nodes();
        assertTrue(nodes > 0);
        assertEquals(end, end(descent, start));
        assertEquals(end, end(descent, end));
        assertEquals(nodes, descent.nodes());
    }

    @Test
    void completesWhatBlocksHaveWithTheChoicesOfThePointOrAnother() {
        for (int k = 0; k < 8; k++) {
            LinearProgram program = FrameProblems.of(7, k);
            List<Rational> point = poor(program);
            List<Rational> without = new ArrayList<>(point);
            for (int j = 0; j < without.size(); j++) {
                if (program.variables().get(j).name().startsWith("fabric") || isNumber(name(program, j))) {
                    without.set(j, Rational.ZERO);
                }
            }
            List<Rational> completed = descent(program)
                    .completed(without, LIMITS, StopSignal.of(LIMITS))
                    .orElseThrow();
            assertTrue(program.isFeasible(completed));
            for (int j = 0; j < without.size(); j++) {
                if (name(program, j).startsWith("item")) {
                    assertEquals(point.get(j), completed.get(j));
                }
            }
            assertEquals(
                    least(program, point, name -> !name.startsWith("item")),
                    program.objective(completed),
                    "no fabric was chosen, so the best one is");
            Optional<List<Rational>> kept = descent(program).completed(point, LIMITS, StopSignal.of(LIMITS));
            assertEquals(
                    least(program, point, BlockDescentTest::isNumber),
                    program.objective(kept.orElseThrow()),
                    "the fabric goes with it, so it stays");
        }
    }

    private static String name(LinearProgram program, int variable) {
        return program.variables().get(variable).name();
    }

    @Test
    void nothingIsFoundWhereNothingGoesWithTheBlocks() {
        LinearProgram program = FrameProblems.of(7, 2);
        List<Rational> nothing = new ArrayList<>(poor(program));
        nothing.replaceAll(value -> Rational.ZERO);
        assertEquals(Optional.empty(), descent(program).completed(nothing, LIMITS, StopSignal.of(LIMITS)));
    }

    @Test
    void whatWasCutShortIsNoEnd() {
        int goneOn = 0;
        for (int k = 0; k < PROBLEMS; k++) {
            LinearProgram program = FrameProblems.of(9, k);
            BlockDescent descent = descent(program);
            SolveLimits few = LIMITS.withNodes(1);
            List<Rational> start = poor(program);
            List<Rational> cut = descent.from(start, few, StopSignal.of(few));
            long nodes = descent.nodes();
            assertTrue(nodes < 400, nodes + " nodes where one is allowed");
            assertTrue(program.objective(cut).compareTo(program.objective(start)) <= 0);
            List<Rational> end = end(descent, cut);
            assertEquals(end(descent(program), cut), end);
            goneOn += end.equals(cut) ? 0 : 1;
        }
        assertTrue(goneOn > 0, "all descents ended at the first part");
    }

    @Test
    void whoIsCalledOffReturnsWhatItHas() {
        LinearProgram program = FrameProblems.of(9, 4);
        SolveLimits limits = LIMITS.withCancellation(() -> true);
        List<Rational> start = poor(program);
        BlockDescent descent = descent(program);
        assertEquals(start, descent.from(start, limits, StopSignal.of(limits)));
        assertEquals(0, descent.nodes());
        assertTrue(program.objective(end(descent, start)).compareTo(program.objective(start)) < 0);
    }

    /** Without a row of alternatives all that is in no block is one part. */
    @Test
    void withoutAChoiceTheRestIsAPart() {
        int others = 0;
        for (int k = 0; k < PROBLEMS; k++) {
            LinearProgram program = withoutChoice(FrameProblems.of(7, k));
            List<Rational> start = poor(program);
            List<Rational> end = end(descent(program), start);
            assertEquals(
                    program.objective(end), least(program, end, name -> isNumber(name) || name.startsWith("fabric")));
            others += fabrics(program, start).equals(fabrics(program, end)) ? 0 : 1;
        }
        assertTrue(others > 0, "no descent changed the fabric");
    }

    private static List<Rational> fabrics(LinearProgram program, List<Rational> point) {
        List<Rational> fabrics = new ArrayList<>();
        for (int j = 0; j < point.size(); j++) {
            if (name(program, j).startsWith("fabric")) {
                fabrics.add(point.get(j));
            }
        }
        return fabrics;
    }

    private static LinearProgram withoutChoice(LinearProgram frame) {
        LinearProgram.Builder builder = LinearProgram.builder().constant(frame.constant());
        frame.variables().forEach(builder::variable);
        for (int j = 0; j < frame.variables().size(); j++) {
            builder.cost(name(frame, j), frame.costs().get(j));
        }
        frame.constraints().stream()
                .filter(row -> !row.name().equals("one fabric"))
                .forEach(row ->
                        builder.constraint(row.name(), frame.coefficients(row), row.relation(), row.rightHandSide()));
        return builder.build();
    }
}
