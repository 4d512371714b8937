package io.dcsdk.optimizer.relaxation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.engine.OjAlgoEngine;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Multipliers from small relaxations against those of the whole one. */
final class SiftingTest {
    private static final int PROBLEMS = 60;
    private static final int COLUMNS = 4;

    /** Needs that all groups serve; in each group a chain of columns, of which only the first one costs much. */
    private static LinearProgram chains(Random random, int groups) {
        LinearProgram.Builder builder = LinearProgram.builder();
        for (int g = 0; g < groups; g++) {
            for (int k = 0; k < COLUMNS; k++) {
                int cost = k == 0 ? 50 + random.nextInt(50) : random.nextInt(5);
                builder.continuous(name(g, k), Rational.ZERO, Rational.of(1000), Rational.of(cost));
                if (k > 0) {
                    builder.constraint(
                            "kept " + name(g, k),
                            Map.of(name(g, k), Rational.ONE, name(g, k - 1), Rational.of(-1)),
                            Relation.LE,
                            Rational.ZERO);
                }
            }
        }
        for (int k = 0; k < COLUMNS; k++) {
            Map<String, Rational> need = new LinkedHashMap<>();
            for (int g = 0; g < groups; g++) {
                need.put(name(g, k), Rational.of(1 + random.nextInt(9)));
            }
            builder.constraint("need " + k, need, Relation.GE, Rational.of(20 + random.nextInt(100)));
        }
        return builder.build();
    }

    private static String name(int group, int column) {
        return "x" + group + "." + column;
    }

    private static double[] bounds(LinearProgram program, boolean isUpper) {
        return program.variables().stream()
                .mapToDouble(variable -> (isUpper ? variable.upper() : variable.lower()).doubleValue())
                .toArray();
    }

    private static int[] groupOf(LinearProgram program) {
        int[] groupOf = new int[program.variables().size()];
        Arrays.setAll(groupOf, j -> j / COLUMNS);
        return groupOf;
    }

    /** b'y + Σ min(l r, u r). */
    private static double proven(LinearProgram program, double[] multipliers) {
        LpMatrix matrix = LpMatrix.of(program);
        double[] upper = bounds(program, true);
        double[] residuals = new double[upper.length];
        Arrays.setAll(residuals, matrix::cost);
        double sum = 0;
        for (int i = 0; i < multipliers.length; i++) {
            double y = matrix.relation(i) == Relation.GE ? Math.max(0, multipliers[i]) : Math.min(0, multipliers[i]);
            sum += y * matrix.rightHandSide(i);
            for (int at = matrix.start(i); at < matrix.start(i + 1); at++) {
                residuals[matrix.columnAt(at)] -= y * matrix.valueAt(at);
            }
        }
        for (int j = 0; j < residuals.length; j++) {
            sum += Math.min(0, residuals[j] * upper[j]);
        }
        return sum;
    }

    @Test
    void proveTheMinimumOfTheWholeFromAPartOfIt() {
        int small = 0;
        for (int seed = 0; seed < PROBLEMS; seed++) {
            int groups = 5 + seed % 10;
            LinearProgram program = chains(new Random(seed), groups);
            double[] lower = bounds(program, false);
            double[] upper = bounds(program, true);
            LpMatrix matrix = LpMatrix.of(program);
            LpAnswer whole = new OjAlgoEngine().open(matrix).solve(lower, upper, true);
            double least = 0;
            for (int j = 0; j < lower.length; j++) {
                least += matrix.cost(j) * whole.point()[j];
            }
            boolean[] first = new boolean[groups];
            first[0] = true;
            Sifting sifting = new Sifting(new OjAlgoEngine(), matrix, lower, upper, groupOf(program), first);
            double[] found = sifting.multipliers(() -> Long.MAX_VALUE).orElseThrow();
            assertEquals(least, proven(program, found), 1e-5 * least, program::toString);
            int working = 0;
            for (boolean is : sifting.working()) {
                working += is ? 1 : 0;
            }
            small += working < groups ? 1 : 0;
        }
        assertTrue(small > PROBLEMS / 2, "smaller than the whole: " + small);
    }

    @Test
    void whatIsKnownWhenTheTimeIsUpIsKept() {
        LinearProgram program = chains(new Random(3), 12);
        AtomicLong left = new AtomicLong(30);
        boolean[] first = new boolean[12];
        first[0] = true;
        Sifting sifting = new Sifting(
                new OjAlgoEngine(),
                LpMatrix.of(program),
                bounds(program, false),
                bounds(program, true),
                groupOf(program),
                first);
        // Each question is one nanosecond of the clock; the first round takes more than that.
        Optional<double[]> found = sifting.multipliers(() -> left.getAndDecrement() > 0 ? 1_000_000_000L : 0);
        assertEquals(program.constraints().size(), found.orElseThrow().length);
        assertEquals(
                Optional.empty(),
                new Sifting(
                                new OjAlgoEngine(),
                                LpMatrix.of(program),
                                bounds(program, false),
                                bounds(program, true),
                                groupOf(program),
                                first)
                        .multipliers(() -> 0));
    }

    @Test
    void anEngineThatThrowsOrLiesDoesNoHarm() {
        LinearProgram program = chains(new Random(4), 8);
        AtomicInteger calls = new AtomicInteger();
        LpEngine odd = matrix -> {
            LpSession honest = new OjAlgoEngine().open(matrix);
            return (lower, upper, fresh) -> switch (calls.getAndIncrement() % 4) {
                case 1 -> throw new IllegalStateException("odd");
                case 2 -> LpAnswer.optimal(new double[0], new double[matrix.rows()]);
                default -> honest.solve(lower, upper, fresh);
            };
        };
        boolean[] first = new boolean[8];
        first[0] = true;
        Optional<double[]> found = new Sifting(
                        odd,
                        LpMatrix.of(program),
                        bounds(program, false),
                        bounds(program, true),
                        groupOf(program),
                        first)
                .multipliers(() -> Long.MAX_VALUE);
        assertTrue(calls.get() > 1);
        found.ifPresent(values -> assertEquals(program.constraints().size(), values.length));
    }
}
