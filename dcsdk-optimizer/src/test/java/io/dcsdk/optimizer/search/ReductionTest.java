package io.dcsdk.optimizer.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.engine.OjAlgoEngine;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.relaxation.LpAnswer;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A relaxation without what its box fixes proves what the whole one proves. */
final class ReductionTest {
    private static final int PROBLEMS = 3000;
    private static final double NEAR = 1e-7;

    /** Link rows {@code x <= M y}, sums, covers: in a box that fixes some variables most of it falls away. */
    private static LinearProgram linked(Random random) {
        LinearProgram.Builder builder = LinearProgram.builder();
        int options = 2 + random.nextInt(4);
        Map<String, Rational> one = new TreeMap<>();
        Map<String, Rational> all = new TreeMap<>();
        for (int k = 0; k < options; k++) {
            int most = 1 + random.nextInt(9);
            builder.integer("y" + k, 0, 1, Rational.of(random.nextInt(20)));
            builder.integer("x" + k, 0, most, Rational.of(random.nextInt(9) - 2));
            builder.continuous("z" + k, Rational.ZERO, Rational.of(2L * most), Rational.of(1 + random.nextInt(5)));
            builder.constraint(
                    "link" + k, Map.of("x" + k, Rational.ONE, "y" + k, Rational.of(-most)), Relation.LE, Rational.ZERO);
            builder.constraint(
                    "chain" + k,
                    Map.of("z" + k, Rational.ONE, "x" + k, Rational.of(-1 - random.nextInt(2))),
                    random.nextInt(3) == 0 ? Relation.EQ : Relation.LE,
                    Rational.ZERO);
            one.put("y" + k, Rational.ONE);
            all.put("x" + k, Rational.of(1 + random.nextInt(4)));
            all.put("z" + k, Rational.ONE);
        }
        builder.constraint("one", one, Relation.LE, Rational.ONE);
        builder.constraint("need", all, Relation.GE, Rational.of(1 + random.nextInt(12)));
        return builder.build();
    }

    @Test
    void aWidenedAnswerProvesTheBoundOfTheWholeRelaxationAndIsFeasibleThere() {
        Random random = new Random(11);
        int smaller = 0;
        int solved = 0;
        int empty = 0;
        for (int k = 0; k < PROBLEMS; k++) {
            Problem problem = Problem.of(linked(random));
            double[] lower = problem.lower.clone();
            double[] upper = problem.upper.clone();
            for (int j = 0; j < lower.length; j++) {
                if (problem.isWhole[j] && random.nextInt(3) == 0) {
                    lower[j] = lower[j] + random.nextInt((int) (upper[j] - lower[j]) + 1);
                    upper[j] = lower[j];
                }
            }
            Reduction reduction = Reduction.of(problem.matrix, lower, upper);
            LpAnswer whole = new OjAlgoEngine().open(problem.matrix).solve(lower.clone(), upper.clone(), true);
            SafeBound bound = new SafeBound(problem.matrix, problem.program.constant());
            if (!reduction.isUsable()) {
                continue;
            }
            smaller += reduction.part().rows() < problem.matrix.rows() ? 1 : 0;
            assertTrue(reduction.covers(lower, upper));
            LpAnswer answer = reduction.widened(new OjAlgoEngine()
                    .open(reduction.part())
                    .solve(reduction.narrowed(lower), reduction.narrowed(upper), true));
            assertEquals(whole.status(), answer.status());
            double[] multipliers = bound.cleaned(answer.multipliers());
            if (answer.status() == LpAnswer.Status.OPTIMAL) {
                solved++;
                double objective = problem.objective(answer.point());
                assertTrue(problem.violation(answer.point()) <= NEAR);
                assertEquals(problem.objective(whole.point()), objective, NEAR * (1 + Math.abs(objective)));
                assertEquals(objective, bound.ofObjective(multipliers, lower, upper), 1e-6 * (1 + Math.abs(objective)));
            } else if (answer.status() == LpAnswer.Status.INFEASIBLE) {
                empty++;
                assertTrue(bound.ofNothing(multipliers, lower, upper) > 0, "the multipliers prove it empty");
            }
        }
        assertTrue(
                smaller > PROBLEMS / 3 && solved > PROBLEMS / 10 && empty > PROBLEMS / 50,
                smaller + " " + solved + " " + empty);
    }

    @Test
    void aBoxInWhichAFixedVariableMayNotHaveItsValueIsNotCovered() {
        LinearProgram program = LinearProgram.builder()
                .integer("y", 0, 1, Rational.ONE)
                .integer("x", 0, 5, Rational.of(-1))
                .integer("w", 0, 5, Rational.ONE)
                .constraint("link", Map.of("x", Rational.ONE, "y", Rational.of(-5)), Relation.LE, Rational.ZERO)
                .constraint("need", Map.of("w", Rational.ONE, "x", Rational.ONE), Relation.GE, Rational.ONE)
                .build();
        Problem problem = Problem.of(program);
        Reduction reduction = Reduction.of(problem.matrix, new double[] {0, 0, 0}, new double[] {0, 5, 5});
        assertTrue(reduction.isUsable());
        assertEquals(1, reduction.part().columns(), "y is fixed by the box, x by its link");
        assertTrue(reduction.covers(new double[] {0, 0, 1}, new double[] {0, 5, 5}));
        assertFalse(reduction.covers(new double[] {0, 1, 0}, new double[] {0, 5, 5}), "x is 0 here");
        assertFalse(reduction.covers(new double[] {0, 0, 0}, new double[] {1, 5, 5}), "y is 0 here");
    }
}
