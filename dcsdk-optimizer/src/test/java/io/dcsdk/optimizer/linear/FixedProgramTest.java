package io.dcsdk.optimizer.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is left of a program when some variables have values, against all values of the others. */
final class FixedProgramTest {
    private static final int PROBLEMS = 300;
    private static final int VARIABLES = 5;
    private static final int MOST = 3;

    private static LinearProgram program(Random random) {
        LinearProgram.Builder builder = LinearProgram.builder().constant(Rational.of(random.nextInt(9)));
        for (int j = 0; j < VARIABLES; j++) {
            builder.integer("x" + j, 0, MOST, Rational.of(random.nextInt(9) - 4));
        }
        for (int i = 0; i < 4; i++) {
            Map<String, Rational> terms = new LinkedHashMap<>();
            for (int j = 0; j < VARIABLES; j++) {
                if (random.nextBoolean()) {
                    terms.put("x" + j, Rational.of(random.nextInt(7) - 3));
                }
            }
            Relation relation = List.of(
                            Relation.LE, Relation.LE, Relation.LE, Relation.GE, Relation.GE, Relation.GE, Relation.EQ)
                    .get(random.nextInt(7));
            builder.constraint("row" + i, terms, relation, Rational.of(random.nextInt(9) - 3));
        }
        return builder.build();
    }

    private static List<List<Rational>> all(List<Rational> values, boolean[] isFree) {
        List<List<Rational>> found = new ArrayList<>();
        found.add(values);
        for (int j = 0; j < VARIABLES; j++) {
            if (isFree[j]) {
                List<List<Rational>> more = new ArrayList<>();
                for (List<Rational> point : found) {
                    for (int value = 0; value <= MOST; value++) {
                        List<Rational> changed = new ArrayList<>(point);
                        changed.set(j, Rational.of(value));
                        more.add(changed);
                    }
                }
                found = more;
            }
        }
        return found;
    }

    @Test
    void hasExactlyThePointsWithTheseValues() {
        int feasible = 0;
        int empty = 0;
        int smaller = 0;
        for (long seed = 0; seed < PROBLEMS; seed++) {
            Random random = new Random(seed);
            LinearProgram whole = program(random);
            List<Rational> values = new ArrayList<>();
            boolean[] isFree = new boolean[VARIABLES];
            for (int j = 0; j < VARIABLES; j++) {
                values.add(Rational.of(random.nextInt(MOST + 1)));
                isFree[j] = random.nextInt(3) > 0;
            }
            Optional<FixedProgram> fixed = FixedProgram.of(whole, values, j -> isFree[j]);
            empty += fixed.isEmpty() ? 1 : 0;
            for (List<Rational> point : all(values, isFree)) {
                boolean isFeasible = whole.isFeasible(point);
                long at = seed;
                if (fixed.isEmpty()) {
                    assertTrue(!isFeasible, () -> at + ": " + point + " in " + whole);
                    continue;
                }
                FixedProgram part = fixed.get();
                List<Rational> few = part.narrowed(point);
                boolean isThere =
                        part.program().isFeasible(few) && part.widened(few).equals(point);
                assertEquals(isFeasible, isThere, () -> at + ": " + point + " in " + whole + " and " + part);
                smaller += part.program().constraints().size()
                                < whole.constraints().size()
                        ? 1
                        : 0;
                if (isFeasible) {
                    feasible++;
                    assertEquals(whole.objective(point), part.program().objective(few));
                }
            }
        }
        assertTrue(feasible > 0 && empty > 0 && smaller > 0, feasible + ", " + empty + ", " + smaller);
    }
}
