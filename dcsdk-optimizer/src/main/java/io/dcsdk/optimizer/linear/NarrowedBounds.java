package io.dcsdk.optimizer.linear;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * A program with the same points and a tighter relaxation, from what its rows imply.
 *
 * <p>Bounds: in {@code Σ a_j x_j <= b} no term can be more than b less the least that the others add up to; whole numbers are
 * rounded inwards. Coefficients: in {@code A x + c w <= b} with a 0/1 variable w and {@code c < 0}, w = 1 allows
 * {@code A x <= b − c}; where A x cannot be more than some m below that, {@code c = b − m} allows the same points, and the
 * relaxation less (Savelsbergh 1994). Limits that are far tighter than what was known when the algebra was stated, such as the
 * price of a repair that is known already, make a big M small in this way.
 *
 * <p>Exact. Complexity: some passes over the entries.
 */
public final class NarrowedBounds {
    private static final int MOST_PASSES = 10;
    /** Bounds of continuous variables are rounded outwards to this, so that numbers stay short. */
    private static final Rational GRAIN = Rational.of(1, 1024);
    /** A bound of a continuous variable that moves by less than this share of the width is left. */
    private static final Rational WORTHWHILE = Rational.of(1, 100);

    private final LinearProgram program;
    private final Rational[] lower;
    private final Rational[] upper;

    private NarrowedBounds(LinearProgram program) {
        this.program = program;
        this.lower = program.variables().stream().map(Variable::lower).toArray(Rational[]::new);
        this.upper = program.variables().stream().map(Variable::upper).toArray(Rational[]::new);
    }

    /**
     * The tighter program, however long it takes.
     *
     * @param program any program
     * @return see {@link #of(LinearProgram, BooleanSupplier)}
     */
    public static LinearProgram of(LinearProgram program) {
        return of(program, () -> false);
    }

    /**
     * The tighter program.
     *
     * @param program any program
     * @param isOver asked now and then whether what was found so far shall do
     * @return one with the same variables and rows by name and order, the same objective and the same feasible points; the program
     *     itself where rows contradict each other
     */
    public static LinearProgram of(LinearProgram program, BooleanSupplier isOver) {
        NarrowedBounds narrowed = new NarrowedBounds(program);
        boolean isChanged = true;
        for (int pass = 0; pass < MOST_PASSES && isChanged; pass++) {
            isChanged = false;
            for (Constraint row : program.constraints()) {
                if (isOver.getAsBoolean()) {
                    break;
                }
                if (row.relation() != Relation.GE) {
                    isChanged |= narrowed.atMost(row, false);
                }
                if (row.relation() != Relation.LE) {
                    isChanged |= narrowed.atMost(row, true);
                }
            }
            for (int j = 0; j < narrowed.lower.length; j++) {
                if (narrowed.lower[j].compareTo(narrowed.upper[j]) > 0) {
                    return program;
                }
            }
        }
        return narrowed.stated();
    }

    /** What a row at most, turned round if it is at least, says of the bounds; whether anything moved. */
    private boolean atMost(Constraint row, boolean isTurned) {
        Rational least = Rational.ZERO;
        for (Term term : row.terms()) {
            least = least.plus(smallest(term, isTurned));
        }
        Rational right = isTurned ? row.rightHandSide().negate() : row.rightHandSide();
        boolean isChanged = false;
        for (Term term : row.terms()) {
            int j = term.variable();
            Rational coefficient = isTurned ? term.coefficient().negate() : term.coefficient();
            Rational before = smallest(term, isTurned);
            Rational most = right.minus(least.minus(before)).dividedBy(coefficient);
            boolean isMoved = coefficient.signum() > 0 ? lowerTo(j, most) : raiseTo(j, most);
            isChanged |= isMoved;
        }
        return isChanged;
    }

    private Rational smallest(Term term, boolean isTurned) {
        Rational coefficient = isTurned ? term.coefficient().negate() : term.coefficient();
        return coefficient.times((coefficient.signum() > 0 ? lower : upper)[term.variable()]);
    }

    private boolean lowerTo(int variable, Rational most) {
        Rational rounded = isWhole(variable) ? Rational.of(most.floor()) : rounded(most, true);
        if (!isWorthwhile(variable, upper[variable].minus(rounded))) {
            return false;
        }
        upper[variable] = rounded;
        return true;
    }

    private boolean raiseTo(int variable, Rational least) {
        Rational rounded = isWhole(variable) ? Rational.of(least.ceiling()) : rounded(least, false);
        if (!isWorthwhile(variable, rounded.minus(lower[variable]))) {
            return false;
        }
        lower[variable] = rounded;
        return true;
    }

    private boolean isWorthwhile(int variable, Rational step) {
        Rational least = isWhole(variable)
                ? Rational.ZERO
                : upper[variable].minus(lower[variable]).times(WORTHWHILE);
        return step.signum() > 0 && step.compareTo(least) > 0;
    }

    private boolean isWhole(int variable) {
        return program.variables().get(variable).integer();
    }

    private static Rational rounded(Rational value, boolean isUp) {
        Rational grains = value.dividedBy(GRAIN);
        BigInteger whole = isUp ? grains.ceiling() : grains.floor();
        return Rational.of(whole).times(GRAIN);
    }

    private LinearProgram stated() {
        LinearProgram.Builder builder = LinearProgram.builder();
        List<String> names = new ArrayList<>();
        for (int j = 0; j < lower.length; j++) {
            Variable variable = program.variables().get(j);
            names.add(variable.name());
            builder.variable(new Variable(variable.name(), lower[j], upper[j], variable.integer()))
                    .cost(variable.name(), program.costs().get(j));
        }
        builder.constant(program.constant());
        for (Constraint row : program.constraints()) {
            Map<String, Rational> terms = new LinkedHashMap<>();
            Rational most = largest(row);
            for (Term term : row.terms()) {
                terms.put(names.get(term.variable()), tighter(row, term, most));
            }
            builder.constraint(row.name(), terms, row.relation(), row.rightHandSide());
        }
        return builder.build();
    }

    /**
     * The coefficient of a term, or the one of a 0/1 variable that just lets the row hold whatever the others are. Of several in
     * a row each can have its own, for the others are taken to be zero.
     */
    private Rational tighter(Constraint row, Term term, Rational most) {
        boolean isTurned = row.relation() == Relation.GE;
        Rational coefficient = isTurned ? term.coefficient().negate() : term.coefficient();
        int j = term.variable();
        boolean isChoice = isWhole(j) && lower[j].isZero() && upper[j].equals(Rational.ONE);
        if (row.relation() == Relation.EQ || !isChoice || coefficient.signum() >= 0) {
            return term.coefficient();
        }
        Rational right = isTurned ? row.rightHandSide().negate() : row.rightHandSide();
        Rational least = right.minus(most).min(Rational.ZERO);
        Rational tight = coefficient.max(least);
        return isTurned ? tight.negate() : tight;
    }

    /**
     * The most that the terms of a row add up to, turned round if it is at least. A 0/1 variable with a coefficient below zero adds
     * nothing to it, so that it is also the most of all others.
     */
    private Rational largest(Constraint row) {
        Rational most = Rational.ZERO;
        if (row.relation() == Relation.EQ) {
            return most; // nobody asks
        }
        for (Term term : row.terms()) {
            Rational factor = row.relation() == Relation.GE ? term.coefficient().negate() : term.coefficient();
            most = most.plus(factor.times((factor.signum() > 0 ? upper : lower)[term.variable()]));
        }
        return most;
    }
}
