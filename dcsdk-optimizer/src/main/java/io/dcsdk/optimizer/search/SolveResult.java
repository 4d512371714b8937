package io.dcsdk.optimizer.search;

import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.certificate.Certificate.Verdict;
import io.dcsdk.optimizer.certificate.Lemma;
import io.dcsdk.optimizer.certificate.ProofTree;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import java.util.List;
import java.util.Optional;

/**
 * What a search found. Every number is exact and holds whatever the engine did.
 *
 * @param termination why the search ended
 * @param point the best feasible point found, one exact value for each variable
 * @param objective the exact objective at the point
 * @param bound no feasible point has a smaller objective; empty if the program is infeasible
 * @param proof the proof of the bound or of infeasibility, if it was asked for
 * @param lemmas what the proof uses like further rows of the program; none unless the solver was told that it {@link
 *     MixedIntegerSolver#withLemmas() may use them}
 * @param nodes how many nodes of the proof's tree were looked at
 */
public record SolveResult(
        Termination termination,
        Optional<List<Rational>> point,
        Optional<Rational> objective,
        Optional<Rational> bound,
        Optional<ProofTree> proof,
        List<Lemma> lemmas,
        long nodes) {
    /** Copies the lists. */
    public SolveResult {
        point = point.map(List::copyOf);
        lemmas = List.copyOf(lemmas);
    }

    /**
     * The exact relative gap {@code (objective - bound) / |objective|}.
     *
     * @return the gap, or empty if there is no point; relative to one if the objective is zero
     */
    public Optional<Rational> relativeGap() {
        if (objective.isEmpty() || bound.isEmpty()) {
            return Optional.empty();
        }
        Rational distance = objective.get().minus(bound.get());
        Rational size = objective.get().abs();
        return Optional.of(size.isZero() ? distance : distance.dividedBy(size));
    }

    /**
     * The result as a certificate.
     *
     * @param program the program that was solved
     * @return the certificate, or empty if the proof was not kept
     */
    public Optional<Certificate> certificate(LinearProgram program) {
        Verdict verdict = termination == Termination.INFEASIBLE
                ? Verdict.INFEASIBLE
                : (point.isPresent() ? Verdict.BOUNDED : Verdict.BOUND_ONLY);
        return proof.map(tree -> new Certificate(program.digest(), verdict, point, bound, lemmas, tree));
    }
}
