package io.dcsdk.optimizer.exact;

import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.RationalSum;
import io.dcsdk.optimizer.linear.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/**
 * Exact numbers for what an engine found in doubles: a minimum with its multipliers, or multipliers that prove that there is
 * no point. The point is the {@link ExactVertex} next to the engine's; multipliers are solved for by sparse elimination
 * from the columns whose reduced cost {@code r = c − A'y} is zero. All conditions are then checked exactly:
 *
 * <pre>
 *   minimum     r_j &gt; 0 only at the lower bound, r_j &lt; 0 only at the upper one, y_i ≠ 0 only where row i is tight
 *   no point    b'y + Σ min(l_j r_j, u_j r_j) &gt; 0 with c = 0
 * </pre>
 *
 * <p>It answers, or says nothing; the exact simplex always answers, but takes dense pivots for it.
 */
public final class ExactOptimum {
    /** A multiplier whose parts of all reduced costs are smaller, relatively, is taken for zero. */
    private static final double NO_PART = 1e-9;
    /** A reduced cost that is smaller than the sum of its parts by so much is taken for zero: the search shortens multipliers to 30 bits. */
    private static final double NOTHING = 1e-8;

    private final LinearProgram program;
    private final List<Rational> lower;
    private final List<Rational> upper;
    private final List<Rational> costs;
    private final double[] near;
    private final BooleanSupplier stop;
    private final Rational[] multipliers;
    private final Rational[] residuals;

    private ExactOptimum(
            LinearProgram program,
            List<Rational> lower,
            List<Rational> upper,
            List<Rational> costs,
            double[] near,
            BooleanSupplier stop) {
        this.program = program;
        this.lower = lower;
        this.upper = upper;
        this.costs = costs;
        this.near = near;
        this.stop = stop;
        this.multipliers = new Rational[near.length];
        this.residuals = new Rational[lower.size()];
        Arrays.fill(multipliers, Rational.ZERO);
    }

    /**
     * The exact minimum next to an engine's.
     *
     * @param program the costs and constraints; integrality does not count
     * @param lower one bound for each variable, instead of the program's own
     * @param upper one bound for each variable, not below the lower one
     * @param point the engine's point
     * @param near the engine's multipliers, one for each row
     * @param stop asked before every elimination; when it says true there is no answer
     * @return the minimum, if that is what is next to the engine's answer
     */
    public static Optional<ExactAnswer> minimum(
            LinearProgram program,
            List<Rational> lower,
            List<Rational> upper,
            double[] point,
            double[] near,
            BooleanSupplier stop) {
        return ExactVertex.near(program, lower, upper, point, stop)
                .flatMap(exact -> new ExactOptimum(program, lower, upper, program.costs(), near, stop).minimum(exact));
    }

    /**
     * The exact proof next to an engine's that there is no point.
     *
     * @param program the constraints; costs and integrality do not count
     * @param lower one bound for each variable, instead of the program's own
     * @param upper one bound for each variable, not below the lower one
     * @param near the engine's multipliers, one for each row
     * @param stop asked before every elimination; when it says true there is no answer
     * @return the proof, if that is what is next to the engine's answer
     */
    public static Optional<ExactAnswer> nothing(
            LinearProgram program, List<Rational> lower, List<Rational> upper, double[] near, BooleanSupplier stop) {
        List<Rational> none = Collections.nCopies(lower.size(), Rational.ZERO);
        return new ExactOptimum(program, lower, upper, none, near, stop).nothing();
    }

    private Optional<ExactAnswer> minimum(List<Rational> point) {
        boolean[] isTight = new boolean[near.length];
        for (int i = 0; i < near.length; i++) {
            isTight[i] = program.constraints().get(i).slack(point).isZero();
        }
        boolean[] isBetween = new boolean[point.size()];
        for (int j = 0; j < isBetween.length; j++) {
            isBetween[j] = !point.get(j).equals(lower.get(j)) && !point.get(j).equals(upper.get(j));
        }
        if (!solve(isTight, isBetween)) {
            return Optional.empty();
        }
        for (int j = 0; j < residuals.length; j++) {
            int sign = residuals[j].signum();
            if (sign != 0 && !point.get(j).equals((sign > 0 ? lower : upper).get(j))) {
                return Optional.empty();
            }
        }
        return Optional.of(new ExactAnswer.Minimum(point, Arrays.asList(multipliers)));
    }

    private Optional<ExactAnswer> nothing() {
        boolean[] all = new boolean[near.length];
        Arrays.fill(all, true);
        if (!solve(all, new boolean[residuals.length])) {
            return Optional.empty();
        }
        RationalSum bound = new RationalSum();
        for (int i = 0; i < multipliers.length; i++) {
            bound.addProduct(multipliers[i], program.constraints().get(i).rightHandSide());
        }
        for (int j = 0; j < residuals.length; j++) {
            bound.addProduct(residuals[j], (residuals[j].signum() > 0 ? lower : upper).get(j));
        }
        return bound.value().signum() > 0
                ? Optional.of(new ExactAnswer.Infeasible(Arrays.asList(multipliers)))
                : Optional.empty();
    }

    /**
     * Multipliers of the right signs and their residuals; false if there are none.
     *
     * @param mayCount the rows that may have a multiplier
     * @param mustVanish the columns whose residual must be zero; that of others is made so where it looks like it
     */
    private boolean solve(boolean[] mayCount, boolean[] mustVanish) {
        double[] rest = new double[residuals.length];
        double[] sizes = new double[residuals.length];
        for (int j = 0; j < rest.length; j++) {
            rest[j] = costs.get(j).doubleValue();
            sizes[j] = Math.abs(rest[j]);
        }
        for (int i = 0; i < near.length; i++) {
            for (Term term : program.constraints().get(i).terms()) {
                double part = near[i] * term.coefficient().doubleValue();
                rest[term.variable()] -= part;
                sizes[term.variable()] += Math.abs(part);
            }
        }
        List<Map<Integer, Rational>> columns = new ArrayList<>();
        for (int j = 0; j < rest.length; j++) {
            columns.add(new TreeMap<>());
        }
        Map<Integer, Rational> values = new HashMap<>();
        for (int i = 0; i < near.length; i++) {
            Constraint row = program.constraints().get(i);
            if (mayCount[i] && isSignificant(row, near[i], sizes)) {
                // Where many multipliers are right, those nearest to the engine's are.
                values.put(i, Rational.ofExactly(near[i]));
                for (Term term : row.terms()) {
                    columns.get(term.variable()).put(i, term.coefficient());
                }
            }
        }
        SparseEquations equations = new SparseEquations(stop);
        for (int j = 0; j < rest.length; j++) {
            boolean isFree = !lower.get(j).equals(upper.get(j));
            if (isFree && (mustVanish[j] || Math.abs(rest[j]) <= NOTHING * sizes[j])) {
                equations.add(columns.get(j), costs.get(j), mustVanish[j]);
            }
        }
        if (!equations.solve(values, new TreeMap<>(values).keySet())) {
            return false;
        }
        for (Map.Entry<Integer, Rational> value : values.entrySet()) {
            multipliers[value.getKey()] = value.getValue();
            if (!program.constraints().get(value.getKey()).relation().admits(value.getValue())) {
                return false;
            }
        }
        for (int j = 0; j < residuals.length; j++) {
            RationalSum residual = new RationalSum().add(costs.get(j));
            columns.get(j).forEach((i, coefficient) -> residual.addProduct(coefficient.negate(), multipliers[i]));
            residuals[j] = residual.value();
        }
        return true;
    }

    private static boolean isSignificant(Constraint row, double multiplier, double[] sizes) {
        if (multiplier == 0 || !Double.isFinite(multiplier)) {
            return false;
        }
        for (Term term : row.terms()) {
            double part = Math.abs(multiplier * term.coefficient().doubleValue());
            if (part > NO_PART * sizes[term.variable()]) {
                return true;
            }
        }
        return row.terms().isEmpty();
    }
}
