package io.dcsdk.optimizer.search;

import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Term;
import io.dcsdk.optimizer.linear.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The oracle: every combination of whole numbers, and for the continuous rest every vertex, found by solving each choice
 * of as many bounding planes as there are continuous variables. Shares no code with the solver but the arithmetic.
 */
final class BruteForce {
    private final LinearProgram program;
    private final List<Integer> continuous = new ArrayList<>();
    private final Rational[] point;
    private Optional<Rational> best = Optional.empty();

    private BruteForce(LinearProgram program) {
        this.program = program;
        this.point = new Rational[program.variables().size()];
        for (int j = 0; j < point.length; j++) {
            if (!program.variables().get(j).integer()) {
                continuous.add(j);
            }
        }
    }

    static Optional<Rational> minimum(LinearProgram program) {
        BruteForce search = new BruteForce(program);
        search.enumerate(0);
        return search.best;
    }

    private void enumerate(int j) {
        if (j == point.length) {
            if (continuous.isEmpty()) {
                consider();
            } else {
                vertices();
            }
            return;
        }
        Variable variable = program.variables().get(j);
        if (!variable.integer()) {
            point[j] = Rational.ZERO;
            enumerate(j + 1);
            return;
        }
        for (Rational value = variable.lower();
                value.compareTo(variable.upper()) <= 0;
                value = value.plus(Rational.ONE)) {
            point[j] = value;
            enumerate(j + 1);
        }
    }

    private void consider() {
        for (Constraint constraint : program.constraints()) {
            Rational left = Rational.ZERO;
            for (Term term : constraint.terms()) {
                left = left.plus(term.coefficient().times(point[term.variable()]));
            }
            int sign = left.compareTo(constraint.rightHandSide());
            boolean holds =
                    switch (constraint.relation()) {
                        case GE -> sign >= 0;
                        case LE -> sign <= 0;
                        case EQ -> sign == 0;
                    };
            if (!holds) {
                return;
            }
        }
        Rational objective = program.constant();
        for (int j = 0; j < point.length; j++) {
            if (point[j].compareTo(program.variables().get(j).lower()) < 0
                    || point[j].compareTo(program.variables().get(j).upper()) > 0) {
                return;
            }
            objective = objective.plus(program.costs().get(j).times(point[j]));
        }
        Rational found = objective;
        best = Optional.of(best.map(found::min).orElse(found));
    }

    /** Planes a'z = b over the continuous variables z: every row with the whole numbers put in, and every bound. */
    private void vertices() {
        List<Rational[]> planes = new ArrayList<>();
        int size = continuous.size();
        for (Constraint constraint : program.constraints()) {
            Rational[] plane = zeros(size + 1);
            plane[size] = constraint.rightHandSide();
            for (Term term : constraint.terms()) {
                int k = continuous.indexOf(term.variable());
                if (k >= 0) {
                    plane[k] = term.coefficient();
                } else {
                    plane[size] = plane[size].minus(term.coefficient().times(point[term.variable()]));
                }
            }
            planes.add(plane);
        }
        for (int k = 0; k < size; k++) {
            Variable variable = program.variables().get(continuous.get(k));
            for (Rational bound : List.of(variable.lower(), variable.upper())) {
                Rational[] plane = zeros(size + 1);
                plane[k] = Rational.ONE;
                plane[size] = bound;
                planes.add(plane);
            }
        }
        choose(planes, 0, new ArrayList<>());
    }

    private void choose(List<Rational[]> planes, int from, List<Rational[]> chosen) {
        if (chosen.size() == continuous.size()) {
            Rational[] solution = solve(chosen);
            if (solution.length > 0) {
                for (int k = 0; k < solution.length; k++) {
                    point[continuous.get(k)] = solution[k];
                }
                consider();
            }
            return;
        }
        for (int p = from; p < planes.size(); p++) {
            chosen.add(planes.get(p));
            choose(planes, p + 1, chosen);
            chosen.remove(chosen.size() - 1);
        }
    }

    /** Gauss-Jordan; empty if the planes do not meet in one point. */
    private static Rational[] solve(List<Rational[]> planes) {
        int size = planes.size();
        Rational[][] matrix = planes.stream().map(Rational[]::clone).toArray(Rational[][]::new);
        for (int k = 0; k < size; k++) {
            int pivot = k;
            while (pivot < size && matrix[pivot][k].isZero()) {
                pivot++;
            }
            if (pivot == size) {
                return new Rational[0];
            }
            Rational[] swapped = matrix[k];
            matrix[k] = matrix[pivot];
            matrix[pivot] = swapped;
            for (int i = 0; i < size; i++) {
                if (i != k && !matrix[i][k].isZero()) {
                    Rational factor = matrix[i][k].dividedBy(matrix[k][k]);
                    for (int c = k; c <= size; c++) {
                        matrix[i][c] = matrix[i][c].minus(factor.times(matrix[k][c]));
                    }
                }
            }
        }
        Rational[] solution = new Rational[size];
        for (int k = 0; k < size; k++) {
            solution[k] = matrix[k][size].dividedBy(matrix[k][k]);
        }
        return solution;
    }

    private static Rational[] zeros(int size) {
        Rational[] zeros = new Rational[size];
        java.util.Arrays.fill(zeros, Rational.ZERO);
        return zeros;
    }
}
