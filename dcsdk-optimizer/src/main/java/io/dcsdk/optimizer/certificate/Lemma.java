package io.dcsdk.optimizer.certificate;

import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Term;
import java.util.List;

/**
 * An inequality that every feasible point within some bounds satisfies: {@code Σ coefficient × variable >= rightHandSide}. It has a
 * proof of its own, and what is proven after it uses it like a row of the program: what is true of a part of a program is proven
 * once, however often it is needed.
 *
 * <p>Its row index is the number of the program's constraints plus its place in the certificate. Its proof may use the program's
 * rows and earlier lemmas.
 *
 * @param conditions bounds of whole-number variables within which it holds; none if it holds everywhere
 * @param terms the left-hand side, rising in the variables; none with a right-hand side above zero says that no point of the program is within
 *     the conditions
 * @param rightHandSide the constant
 * @param proof why it holds: a proof of the bound {@code rightHandSide} for the left-hand side as objective
 */
public record Lemma(List<Condition> conditions, List<Term> terms, Rational rightHandSide, ProofTree proof) {
    /** Copies the lists. */
    public Lemma {
        conditions = List.copyOf(conditions);
        terms = List.copyOf(terms);
    }
}
