package io.dcsdk.optimizer.linear;

/**
 * One product of a linear expression.
 *
 * @param variable the index of the variable in its program, from 0
 * @param coefficient what it is multiplied with, not zero
 */
public record Term(int variable, Rational coefficient) {
    /**
     * Checks the index and the coefficient.
     *
     * @throws IllegalArgumentException if the index is negative or the coefficient is zero
     */
    public Term {
        if (variable < 0) {
            throw new IllegalArgumentException(
                    "Variable index (" + variable + ") of a term: it is negative\nMaybe count variables from 0.");
        }
        if (coefficient.isZero()) {
            throw new IllegalArgumentException(
                    "Coefficient (0) of variable " + variable + ": a term must not be zero\nMaybe leave the term out.");
        }
    }
}
