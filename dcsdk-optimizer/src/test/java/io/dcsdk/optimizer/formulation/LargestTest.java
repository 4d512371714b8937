package io.dcsdk.optimizer.formulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.linear.Rational;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Every selection from which no unit can be taken away is within the bound, and the bound is less than that of each item alone. */
final class LargestTest {
    private static final int PROBLEMS = 400;

    @Test
    void noSelectionWithoutAUnitTooManyExceedsTheBound() {
        Random random = new Random(5);
        int tighter = 0;
        int attained = 0;
        for (int k = 0; k < PROBLEMS; k++) {
            int items = 2 + random.nextInt(3);
            int[] needs = {1 + random.nextInt(9), random.nextInt(9)};
            int[][] gives = new int[2][items];
            int[] weights = new int[items];
            int[] most = new int[items];
            for (int j = 0; j < items; j++) {
                gives[0][j] = random.nextInt(5);
                gives[1][j] = random.nextInt(5);
                weights[j] = random.nextInt(7);
                for (int r = 0; r < 2; r++) {
                    if (gives[r][j] > 0) {
                        most[j] = Math.max(most[j], (needs[r] + gives[r][j] - 1) / gives[r][j]);
                    }
                }
            }
            Rational bound = bound(needs, gives, weights, most);
            int largest = largestMinimal(needs, gives, weights, most, new int[items], 0);
            assertTrue(bound.compareTo(Rational.of(Math.max(0, largest))) >= 0, "bound " + bound + " < " + largest);
            Rational alone = Rational.ZERO;
            for (int j = 0; j < items; j++) {
                alone = alone.plus(Rational.of((long) weights[j] * most[j]));
            }
            assertTrue(bound.compareTo(alone) <= 0);
            tighter += bound.compareTo(alone) < 0 ? 1 : 0;
            attained += bound.compareTo(Rational.of(Math.max(0, largest))) == 0 ? 1 : 0;
        }
        assertTrue(tighter > PROBLEMS / 20 && attained > 0, tighter + " tighter, " + attained + " attained");
    }

    private static Rational bound(int[] needs, int[][] gives, int[] weights, int[] most) {
        Largest largest = new Largest();
        List<Largest.Cover> covers = new ArrayList<>();
        for (int r = 0; r < needs.length; r++) {
            Map<String, Rational> each = new LinkedHashMap<>();
            for (int j = 0; j < weights.length; j++) {
                if (gives[r][j] > 0 && most[j] > 0) {
                    each.put("x" + j, Rational.of(gives[r][j]));
                }
            }
            if (needs[r] > 0) {
                covers.add(new Largest.Cover(Rational.of(needs[r]), each));
            }
        }
        LinearExpression sum = new LinearExpression();
        for (int j = 0; j < weights.length; j++) {
            largest.bound("x" + j, Rational.of(most[j]));
            sum.add("x" + j, weights[j]);
        }
        largest.covered(covers);
        return largest.of(sum);
    }

    /** The greatest weight of a selection that meets the needs and does not with any unit less; -1 if there is none. */
    private static int largestMinimal(int[] needs, int[][] gives, int[] weights, int[] most, int[] counts, int at) {
        if (at == counts.length) {
            if (!meets(needs, gives, counts)) {
                return -1;
            }
            for (int j = 0; j < counts.length; j++) {
                if (counts[j] > 0) {
                    counts[j]--;
                    boolean isTooMany = meets(needs, gives, counts);
                    counts[j]++;
                    if (isTooMany) {
                        return -1;
                    }
                }
            }
            int weight = 0;
            for (int j = 0; j < counts.length; j++) {
                weight += weights[j] * counts[j];
            }
            return weight;
        }
        int best = -1;
        for (counts[at] = 0; counts[at] <= most[at] + 1; counts[at]++) {
            best = Math.max(best, largestMinimal(needs, gives, weights, most, counts, at + 1));
        }
        counts[at] = 0;
        return best;
    }

    private static boolean meets(int[] needs, int[][] gives, int[] counts) {
        for (int r = 0; r < needs.length; r++) {
            int sum = 0;
            for (int j = 0; j < counts.length; j++) {
                sum += gives[r][j] * counts[j];
            }
            if (sum < needs[r]) {
                return false;
            }
        }
        return true;
    }

    @Test
    void ofAlternativesTheLargestCounts() {
        Largest largest = new Largest();
        largest.bound("a", Rational.of(3));
        largest.bound("b", Rational.of(5));
        largest.bound("c", Rational.of(7));
        largest.oneOf(List.of(List.of("a", "b"), List.of("c")));
        LinearExpression sum = new LinearExpression().add("a", 2).add("b", 1).add("c", 1);
        assertEquals(Rational.of(11), largest.of(sum));
        assertEquals(Rational.of(7), largest.of(LinearExpression.of("c")));
    }
}
