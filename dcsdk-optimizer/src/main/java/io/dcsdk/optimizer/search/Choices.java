package io.dcsdk.optimizer.search;

import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.relaxation.LpMatrix;
import io.dcsdk.optimizer.search.Relaxed.Values;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rows that say "at most one of these", and what the relaxation says of each alternative when it is taken. Taking the
 * best alternative of each row leaves a much smaller box in which a dive seldom fails; and an alternative that is found to be
 * too dear need not be looked at again.
 */
final class Choices {
    private static final int LEAST_ALTERNATIVES = 2;

    private final Relaxation relaxation;
    private final List<int[]> rows;
    private final boolean[] isAlternative;

    Choices(Problem problem, Relaxation relaxation) {
        this.relaxation = relaxation;
        this.isAlternative = new boolean[problem.size()];
        rows = rows(problem);
        rows.forEach(row -> {
            for (int j : row) {
                isAlternative[j] = true;
            }
        });
    }

    /** The alternatives of each such row. */
    static List<int[]> rows(Problem problem) {
        return IntStream.range(0, problem.matrix.rows())
                .filter(row -> isChoice(problem, row))
                .mapToObj(row -> IntStream.range(problem.matrix.start(row), problem.matrix.start(row + 1))
                        .map(problem.matrix::columnAt)
                        .toArray())
                .toList();
    }

    /** An alternative with the bound that its relaxation proves, and the multipliers that do so. */
    record Alternative(int variable, double bound, Values multipliers) {}

    private static boolean isChoice(Problem problem, int row) {
        LpMatrix matrix = problem.matrix;
        if (matrix.relation(row) != Relation.LE || matrix.rightHandSide(row) != 1) {
            return false;
        }
        int alternatives = 0;
        for (int at = matrix.start(row); at < matrix.start(row + 1); at++) {
            int j = matrix.columnAt(at);
            if (matrix.valueAt(at) != 1 || !problem.isWhole[j] || problem.lower[j] != 0 || problem.upper[j] != 1) {
                return false;
            }
            alternatives++;
        }
        return alternatives >= LEAST_ALTERNATIVES;
    }

    /** How many such rows there are. */
    int count() {
        return rows.size();
    }

    /** The alternatives of a row that the box leaves possible, the best bound first. */
    List<Alternative> ranked(int row, double[] lower, double[] upper, StopSignal stop) {
        List<Alternative> found = new ArrayList<>();
        for (int j : rows.get(row)) {
            if (upper[j] < 1 || stop.getAsBoolean()) {
                continue;
            }
            double kept = lower[j];
            lower[j] = 1;
            relaxation.focus(lower, upper);
            Relaxed relaxed = relaxation.propose(lower, upper, Double.POSITIVE_INFINITY, false);
            lower[j] = kept;
            if (relaxed instanceof Relaxed.Solved solved) {
                found.add(new Alternative(j, solved.bound(), solved.multipliers()));
            } else if (relaxed instanceof Relaxed.Doubtful doubtful) {
                found.add(new Alternative(j, doubtful.bound(), doubtful.multipliers()));
            }
        }
        found.sort(Comparator.comparingDouble(Alternative::bound).thenComparing(Alternative::variable));
        return found;
    }

    /** Takes the best alternative of every row but one, one after the other; false if some row has none. */
    boolean takeOthers(int row, double[] lower, double[] upper, StopSignal stop) {
        for (int other = 0; other < rows.size(); other++) {
            if (other == row) {
                continue;
            }
            relaxation.focus(lower, upper);
            List<Alternative> ranked = ranked(other, lower, upper, stop);
            if (ranked.isEmpty()) {
                return false;
            }
            lower[ranked.get(0).variable()] = 1;
        }
        return true;
    }

    /**
     * Moves alternatives to the front of a list of variables: they are branched on before all others, for what the others
     * mean depends on them.
     *
     * @return how many they are, or all if there are none
     */
    int first(int[] variables, int count) {
        int found = 0;
        for (int k = 0; k < count; k++) {
            int variable = variables[k];
            if (isAlternative[variable]) {
                System.arraycopy(variables, found, variables, found + 1, k - found);
                variables[found++] = variable;
            }
        }
        return found == 0 ? count : found;
    }

    /** Takes the alternatives that a point has taken. */
    void takeThoseOf(List<Rational> point, double[] lower) {
        for (int[] row : rows) {
            for (int j : row) {
                if (point.get(j).equals(Rational.ONE)) {
                    lower[j] = 1;
                }
            }
        }
    }

    /** The row with the most alternatives, which are worth to be gone through one by one. */
    int longest() {
        int longest = 0;
        for (int row = 1; row < rows.size(); row++) {
            if (rows.get(row).length > rows.get(longest).length) {
                longest = row;
            }
        }
        return longest;
    }
}
