package io.dcsdk.optimizer.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.linear.Term;
import io.dcsdk.optimizer.linear.Variable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ExactSimplexTest {
    static LinearProgram random(Random random) {
        LinearProgram.Builder builder = LinearProgram.builder();
        int columns = 1 + random.nextInt(6);
        for (int j = 0; j < columns; j++) {
            Rational lower = Rational.of(random.nextInt(7) - 4, 1 + random.nextInt(3));
            Rational width = Rational.of(random.nextInt(12), 1 + random.nextInt(4));
            builder.continuous("x" + j, lower, lower.plus(width), Rational.of(random.nextInt(41) - 20, 7));
        }
        Relation[] relations = Relation.values();
        for (int i = 0; i < random.nextInt(6); i++) {
            Map<String, Rational> terms = new LinkedHashMap<>();
            for (int j = 0; j < columns; j++) {
                terms.put("x" + j, Rational.of(random.nextInt(9) - 3, 1 + random.nextInt(3)));
            }
            Relation relation = relations[random.nextInt(relations.length)];
            builder.constraint("row" + i, terms, relation, Rational.of(random.nextInt(31) - 10, 2));
        }
        return builder.build();
    }

    static ExactAnswer solve(LinearProgram program) {
        return ExactSimplex.minimise(
                program,
                program.variables().stream().map(Variable::lower).toList(),
                program.variables().stream().map(Variable::upper).toList(),
                () -> false);
    }

    /** b'y + Σ min(l r, u r), written out once more. */
    static Rational weakDuality(LinearProgram program, List<Rational> multipliers, boolean withCosts) {
        Rational bound = withCosts ? program.constant() : Rational.ZERO;
        Rational[] residuals = new Rational[program.variables().size()];
        for (int j = 0; j < residuals.length; j++) {
            residuals[j] = withCosts ? program.costs().get(j) : Rational.ZERO;
        }
        for (int i = 0; i < multipliers.size(); i++) {
            Constraint constraint = program.constraints().get(i);
            assertTrue(constraint.relation().admits(multipliers.get(i)), "sign of multiplier " + i);
            bound = bound.plus(multipliers.get(i).times(constraint.rightHandSide()));
            for (Term term : constraint.terms()) {
                residuals[term.variable()] =
                        residuals[term.variable()].minus(multipliers.get(i).times(term.coefficient()));
            }
        }
        for (int j = 0; j < residuals.length; j++) {
            Variable variable = program.variables().get(j);
            bound = bound.plus(residuals[j].times(variable.lower()).min(residuals[j].times(variable.upper())));
        }
        return bound;
    }

    @Test
    void everyMinimumIsFeasibleAndMetByItsMultipliersAndEveryInfeasibilityIsProven() {
        int minima = 0;
        int infeasible = 0;
        for (int seed = 0; seed < 5000; seed++) {
            LinearProgram program = random(new Random(seed));
            ExactAnswer answer = solve(program);
            if (answer instanceof ExactAnswer.Minimum minimum) {
                assertTrue(program.isFeasible(minimum.point()), program::toString);
                assertEquals(
                        program.objective(minimum.point()),
                        weakDuality(program, minimum.multipliers(), true),
                        program::toString);
                minima++;
            } else {
                ExactAnswer.Infeasible proof = assertInstanceOf(ExactAnswer.Infeasible.class, answer);
                assertTrue(weakDuality(program, proof.multipliers(), false).signum() > 0, program::toString);
                infeasible++;
            }
        }
        assertTrue(minima > 1000 && infeasible > 500, minima + " minima, " + infeasible + " infeasible");
    }

    @Test
    void stopsWhenAsked() {
        LinearProgram program = random(new Random(1));
        List<Rational> lower = program.variables().stream().map(Variable::lower).toList();
        List<Rational> upper = program.variables().stream().map(Variable::upper).toList();
        assertInstanceOf(ExactAnswer.Stopped.class, ExactSimplex.minimise(program, lower, upper, () -> true));
    }

    /** x >= y_i for many y_i that are at least one: one pivot repairs all. */
    private static LinearProgram wide(int rows) {
        LinearProgram.Builder builder = LinearProgram.builder();
        builder.continuous("x", Rational.ZERO, Rational.of(9), Rational.ONE);
        for (int i = 0; i < rows; i++) {
            builder.continuous("y" + i, Rational.ONE, Rational.of(9), Rational.ONE);
            builder.constraint(
                    "row" + i, Map.of("x", Rational.ONE, "y" + i, Rational.of(-1)), Relation.GE, Rational.ZERO);
        }
        return builder.build();
    }

    /** A pivot of thousands of rows took minutes, and was gone through to its end. */
    @Test
    void isAskedToStopWithinAPivot() {
        LinearProgram program = wide(50);
        List<Rational> lower = program.variables().stream().map(Variable::lower).toList();
        List<Rational> upper = program.variables().stream().map(Variable::upper).toList();
        AtomicInteger asked = new AtomicInteger();
        ExactAnswer answer = ExactSimplex.minimise(program, lower, upper, () -> asked.incrementAndGet() > 30);
        assertInstanceOf(ExactAnswer.Stopped.class, answer);
        assertEquals(31, asked.get());
    }

    @Test
    void rowsThatAlwaysHoldCostNothing() {
        LinearProgram program = wide(50);
        List<Rational> lower = program.variables().stream().map(Variable::lower).toList();
        List<Rational> upper = program.variables().stream().map(Variable::upper).toList();
        List<Rational> high = new ArrayList<>(lower);
        high.set(0, Rational.of(9));
        AtomicInteger asked = new AtomicInteger();
        ExactAnswer.Minimum answer = assertInstanceOf(
                ExactAnswer.Minimum.class,
                ExactSimplex.minimise(program, high, upper, () -> asked.incrementAndGet() < 0));
        assertEquals(1, asked.get());
        assertEquals(Collections.nCopies(50, Rational.ZERO), answer.multipliers());
        assertEquals(high, answer.point());
    }
}
