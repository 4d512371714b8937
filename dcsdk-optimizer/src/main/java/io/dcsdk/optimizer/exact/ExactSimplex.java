package io.dcsdk.optimizer.exact;

import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.RationalSum;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.linear.Term;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/**
 * The bounded dual simplex method in rational arithmetic, on a dense tableau.
 *
 * <p>Every variable has finite bounds, so the basis of slacks is dual feasible once each variable sits at the bound its
 * cost prefers; from there the method needs no first phase. Each row reads {@code a'x + s = b} with {@code s >= 0} for
 * {@code <=}, {@code s <= 0} for {@code >=} and {@code s = 0} for {@code =}. The leaving row is the one with the largest
 * violation for a while, then the first (Bland's rule), so the method always ends. A violated row that nothing can
 * repair is a Farkas proof. Rows that hold whatever is in the box are left out.
 *
 * <p>Cost: each pivot takes rows × columns rational operations on numbers that grow with the pivots. Exact: no
 * tolerance anywhere. Source: Chvátal, Linear Programming (1983), chapters 8 and 10.
 */
public final class ExactSimplex {
    /** Column of a variable whose bounds are equal: it is a constant and has none. */
    private static final int NOT_ACTIVE = -1;

    /** The rows that something in the box can break; the others have no part in the tableau and no multiplier. */
    private final int[] kept;

    private final int allRows;
    private final int rows;
    private final int columns;
    private final int[] active;
    private final List<Rational> fixedValues;
    private final int width;
    private final Rational[][] tableau;
    private final Rational[] reducedCosts;
    private final Rational[] lower;
    private final Rational[] upper;
    private final boolean[] hasLower;
    private final boolean[] hasUpper;
    private final int[] basis;
    private final boolean[] isBasic;
    private final boolean[] atUpper;
    private final Rational[] basicValues;
    private final BooleanSupplier stop;

    private ExactSimplex(
            LinearProgram program, List<Rational> lowerBounds, List<Rational> upperBounds, BooleanSupplier stop) {
        this.stop = stop;
        fixedValues = lowerBounds;
        active = IntStream.range(0, lowerBounds.size())
                .filter(j -> !lowerBounds.get(j).equals(upperBounds.get(j)))
                .toArray();
        columns = active.length;
        int[] columnOf = new int[lowerBounds.size()];
        Arrays.fill(columnOf, NOT_ACTIVE);
        allRows = program.constraints().size();
        kept = BreakableRows.of(program, lowerBounds, upperBounds);
        rows = kept.length;
        width = columns + rows;
        tableau = new Rational[rows][width];
        reducedCosts = new Rational[width];
        lower = new Rational[width];
        upper = new Rational[width];
        hasLower = new boolean[width];
        hasUpper = new boolean[width];
        basis = new int[rows];
        isBasic = new boolean[width];
        atUpper = new boolean[width];
        basicValues = new Rational[rows];
        Arrays.fill(reducedCosts, Rational.ZERO);
        Arrays.fill(lower, Rational.ZERO);
        Arrays.fill(upper, Rational.ZERO);
        for (int j = 0; j < columns; j++) {
            columnOf[active[j]] = j;
            reducedCosts[j] = program.costs().get(active[j]);
            lower[j] = lowerBounds.get(active[j]);
            upper[j] = upperBounds.get(active[j]);
            hasLower[j] = true;
            hasUpper[j] = true;
            atUpper[j] = reducedCosts[j].signum() < 0;
        }
        for (int i = 0; i < rows; i++) {
            Constraint constraint = program.constraints().get(kept[i]);
            Arrays.fill(tableau[i], Rational.ZERO);
            RationalSum value = new RationalSum().add(constraint.rightHandSide());
            for (Term term : constraint.terms()) {
                int column = columnOf[term.variable()];
                Rational at = fixedValues.get(term.variable());
                if (column != NOT_ACTIVE) {
                    tableau[i][column] = term.coefficient();
                    at = valueAtBound(column);
                }
                value.addProduct(term.coefficient().negate(), at);
            }
            int slack = columns + i;
            tableau[i][slack] = Rational.ONE;
            hasLower[slack] = constraint.relation() != Relation.GE;
            hasUpper[slack] = constraint.relation() != Relation.LE;
            basis[i] = slack;
            isBasic[slack] = true;
            basicValues[i] = value.value();
        }
    }

    /**
     * Minimises the objective of {@code program} without its integrality, within the given bounds instead of its own.
     *
     * @param program the costs and constraints
     * @param lower one bound for each variable
     * @param upper one bound for each variable; where it is below the lower one the answer is infeasible without any
     *     multiplier
     * @param stop asked before every pivot and every row of one; when it says true the answer is {@link ExactAnswer.Stopped}
     * @return the minimum, a proof that there is none, or stopped
     */
    public static ExactAnswer minimise(
            LinearProgram program, List<Rational> lower, List<Rational> upper, BooleanSupplier stop) {
        for (int j = 0; j < lower.size(); j++) {
            if (lower.get(j).compareTo(upper.get(j)) > 0) {
                return new ExactAnswer.Infeasible(
                        program.constraints().stream().map(row -> Rational.ZERO).toList());
            }
        }
        return new ExactSimplex(program, lower, upper, stop).run();
    }

    private ExactAnswer run() {
        long greedy = 10L * (width + 1);
        for (long pivots = 0; !stop.getAsBoolean(); pivots++) {
            int leaving = pivots < greedy ? mostViolatedRow() : firstViolatedRow();
            if (leaving < 0) {
                return minimum();
            }
            boolean below = violation(leaving).signum() < 0;
            int entering = entering(leaving, below);
            if (entering < 0) {
                return infeasible(leaving, below);
            }
            if (!pivot(leaving, entering, below)) {
                break;
            }
        }
        return new ExactAnswer.Stopped();
    }

    private Rational valueAtBound(int variable) {
        return atUpper[variable] ? upper[variable] : lower[variable];
    }

    /** Negative below the lower bound, positive above the upper one, else zero. */
    private Rational violation(int row) {
        int variable = basis[row];
        Rational value = basicValues[row];
        if (hasLower[variable] && value.compareTo(lower[variable]) < 0) {
            return value.minus(lower[variable]);
        }
        if (hasUpper[variable] && value.compareTo(upper[variable]) > 0) {
            return value.minus(upper[variable]);
        }
        return Rational.ZERO;
    }

    private int mostViolatedRow() {
        int worst = -1;
        Rational most = Rational.ZERO;
        for (int i = 0; i < rows; i++) {
            Rational size = violation(i).abs();
            if (size.compareTo(most) > 0) {
                most = size;
                worst = i;
            }
        }
        return worst;
    }

    private int firstViolatedRow() {
        int first = -1;
        for (int i = 0; i < rows; i++) {
            if ((first < 0 || basis[i] < basis[first]) && !violation(i).isZero()) {
                first = i;
            }
        }
        return first;
    }

    /** The column with the smallest ratio |reduced cost / pivot| that moves the row the right way; ties by index. */
    private int entering(int row, boolean below) {
        int best = -1;
        Rational bestRatio = Rational.ZERO;
        for (int j = 0; j < width; j++) {
            Rational entry = tableau[row][j];
            if (isBasic[j] || entry.isZero() || isFixed(j)) {
                continue;
            }
            // The basic value changes by -entry per unit; at a lower bound the column can only rise.
            boolean raisesBasic = (entry.signum() < 0) != atUpper[j];
            if (raisesBasic != below) {
                continue;
            }
            Rational ratio = reducedCosts[j].dividedBy(entry).abs();
            if (best < 0 || ratio.compareTo(bestRatio) < 0) {
                best = j;
                bestRatio = ratio;
            }
        }
        return best;
    }

    private boolean isFixed(int variable) {
        return hasLower[variable] && hasUpper[variable] && lower[variable].equals(upper[variable]);
    }

    /** False if it was stopped on the way; then the tableau is of no use any more. */
    private boolean pivot(int row, int entering, boolean below) {
        int leaving = basis[row];
        Rational[] pivotRow = tableau[row];
        Rational pivot = pivotRow[entering];
        Rational step = violation(row).dividedBy(pivot);
        Rational enteringValue = valueAtBound(entering).plus(step);
        for (int i = 0; i < rows; i++) {
            if (i != row && !tableau[i][entering].isZero()) {
                basicValues[i] = basicValues[i].minus(tableau[i][entering].times(step));
            }
        }
        for (int j = 0; j < width; j++) {
            pivotRow[j] = pivotRow[j].dividedBy(pivot);
        }
        for (int i = 0; i < rows; i++) {
            // One pivot of a large tableau may take minutes.
            if (stop.getAsBoolean()) {
                return false;
            }
            if (i != row) {
                eliminate(tableau[i], pivotRow, entering);
            }
        }
        eliminate(reducedCosts, pivotRow, entering);
        basicValues[row] = enteringValue;
        basis[row] = entering;
        isBasic[entering] = true;
        isBasic[leaving] = false;
        atUpper[leaving] = !below;
        return true;
    }

    private void eliminate(Rational[] target, Rational[] pivotRow, int entering) {
        Rational factor = target[entering];
        if (factor.isZero()) {
            return;
        }
        for (int j = 0; j < width; j++) {
            if (!pivotRow[j].isZero()) {
                target[j] = target[j].minus(factor.times(pivotRow[j]));
            }
        }
    }

    private ExactAnswer minimum() {
        Rational[] point = fixedValues.toArray(new Rational[0]);
        for (int j = 0; j < columns; j++) {
            point[active[j]] = valueAtBound(j);
        }
        for (int i = 0; i < rows; i++) {
            if (basis[i] < columns) {
                point[active[basis[i]]] = basicValues[i];
            }
        }
        Rational[] multipliers = noMultipliers();
        for (int i = 0; i < rows; i++) {
            multipliers[kept[i]] = reducedCosts[columns + i].negate();
        }
        return new ExactAnswer.Minimum(Arrays.asList(point), Arrays.asList(multipliers));
    }

    /** The slack columns of the row are its combination of the constraints; below its bound it proves the opposite sign. */
    private ExactAnswer infeasible(int row, boolean below) {
        Rational[] multipliers = noMultipliers();
        for (int i = 0; i < rows; i++) {
            Rational entry = tableau[row][columns + i];
            multipliers[kept[i]] = below ? entry.negate() : entry;
        }
        return new ExactAnswer.Infeasible(Arrays.asList(multipliers));
    }

    private Rational[] noMultipliers() {
        Rational[] multipliers = new Rational[allRows];
        Arrays.fill(multipliers, Rational.ZERO);
        return multipliers;
    }
}
