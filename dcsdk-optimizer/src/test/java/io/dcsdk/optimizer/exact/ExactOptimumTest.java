package io.dcsdk.optimizer.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Variable;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the exact simplex finds is found again, with its proof, from its numbers in doubles, not quite right. */
final class ExactOptimumTest {
    private static final int PROBLEMS = 4_000;

    private final Random random = new Random(11);

    private double[] blurred(List<Rational> values) {
        return values.stream()
                .mapToDouble(value -> value.doubleValue() * (1 + 1e-12 * (random.nextDouble() - 0.5)))
                .toArray();
    }

    private static List<Rational> lower(LinearProgram program) {
        return program.variables().stream().map(Variable::lower).toList();
    }

    private static List<Rational> upper(LinearProgram program) {
        return program.variables().stream().map(Variable::upper).toList();
    }

    @Test
    void findsTheMinimumAndTheProofOfEveryRandomProgram() {
        int minima = 0;
        int empty = 0;
        for (int k = 0; k < PROBLEMS; k++) {
            LinearProgram program = ExactSimplexTest.random(random);
            ExactAnswer answer = ExactSimplexTest.solve(program);
            if (answer instanceof ExactAnswer.Minimum minimum) {
                ExactAnswer again = ExactOptimum.minimum(
                                program,
                                lower(program),
                                upper(program),
                                blurred(minimum.point()),
                                blurred(minimum.multipliers()),
                                () -> false)
                        .orElseThrow(() -> new AssertionError(program + " at " + minimum));
                List<Rational> multipliers =
                        assertInstanceOf(ExactAnswer.Minimum.class, again).multipliers();
                assertEquals(minimum.point(), ((ExactAnswer.Minimum) again).point());
                assertEquals(
                        program.objective(minimum.point()), ExactSimplexTest.weakDuality(program, multipliers, true));
                minima++;
            } else if (answer instanceof ExactAnswer.Infeasible nothing
                    && program.constraints().size() > 0) {
                Optional<ExactAnswer> again = ExactOptimum.nothing(
                        program, lower(program), upper(program), blurred(nothing.multipliers()), () -> false);
                List<Rational> multipliers = assertInstanceOf(
                                ExactAnswer.Infeasible.class,
                                again.orElseThrow(() -> new AssertionError(program + " with " + nothing)))
                        .multipliers();
                assertTrue(ExactSimplexTest.weakDuality(program, multipliers, false)
                                .signum()
                        > 0);
                empty++;
            }
        }
        assertTrue(minima > PROBLEMS / 4 && empty > PROBLEMS / 10, minima + " minima, " + empty + " empty");
    }

    @Test
    void whatIsNoMinimumIsNotTaken() {
        int refused = 0;
        for (int k = 0; k < PROBLEMS; k++) {
            LinearProgram program = ExactSimplexTest.random(random);
            if (ExactSimplexTest.solve(program) instanceof ExactAnswer.Minimum minimum) {
                double[] multipliers = blurred(minimum.multipliers());
                for (int i = 0; i < multipliers.length; i++) {
                    multipliers[i] += random.nextInt(3) - 1;
                }
                Optional<ExactAnswer> found = ExactOptimum.minimum(
                        program, lower(program), upper(program), blurred(minimum.point()), multipliers, () -> false);
                found.ifPresent(again -> assertEquals(
                        program.objective(minimum.point()),
                        ExactSimplexTest.weakDuality(program, ((ExactAnswer.Minimum) again).multipliers(), true)));
                refused += found.isEmpty() ? 1 : 0;
                assertEquals(
                        Optional.empty(),
                        ExactOptimum.nothing(program, lower(program), upper(program), multipliers, () -> false));
            }
        }
        assertTrue(refused > PROBLEMS / 200, "refused: " + refused);
    }
}
