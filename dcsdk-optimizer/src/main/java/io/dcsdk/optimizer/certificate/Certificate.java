package io.dcsdk.optimizer.certificate;

import io.dcsdk.optimizer.linear.Rational;
import java.util.List;
import java.util.Optional;

/**
 * What is claimed about one program, with the proof.
 *
 * @param digest the {@link io.dcsdk.optimizer.linear.LinearProgram#digest() digest} of the program
 * @param verdict what is claimed
 * @param point the best point known, one exact value for each variable; empty exactly if there is none
 * @param bound no feasible point has a smaller objective than this; empty exactly for {@link Verdict#INFEASIBLE}
 * @param lemmas what is proven first; the proof uses them like rows that follow those of the program
 * @param proof why the bound holds, or why there is no feasible point
 */
public record Certificate(
        String digest,
        Verdict verdict,
        Optional<List<Rational>> point,
        Optional<Rational> bound,
        List<Lemma> lemmas,
        ProofTree proof) {
    /** What a certificate can claim. */
    public enum Verdict {
        /** The point is feasible and the bound is a lower bound of every feasible objective. */
        BOUNDED,
        /** The bound holds; no feasible point is known. */
        BOUND_ONLY,
        /** There is no feasible point. */
        INFEASIBLE
    }

    /** Copies the point and the lemmas. */
    public Certificate {
        point = point.map(List::copyOf);
        lemmas = List.copyOf(lemmas);
    }

    /**
     * A certificate without lemmas.
     *
     * @param digest the digest of the program
     * @param verdict what is claimed
     * @param point the best point known
     * @param bound no feasible point has a smaller objective than this
     * @param proof why
     */
    public Certificate(
            String digest, Verdict verdict, Optional<List<Rational>> point, Optional<Rational> bound, ProofTree proof) {
        this(digest, verdict, point, bound, List.of(), proof);
    }

    /**
     * The same with another point.
     *
     * @param value a point, one exact value for each variable
     * @return changed certificate
     */
    public Certificate withPoint(List<Rational> value) {
        return new Certificate(digest, verdict, Optional.of(value), bound, lemmas, proof);
    }

    /**
     * The size of the proof with those of its lemmas.
     *
     * @return how many nodes they have together
     */
    public long nodes() {
        return lemmas.stream().mapToLong(lemma -> lemma.proof().nodes().size()).sum()
                + proof.nodes().size();
    }

    /**
     * The leaves of the proof with those of its lemmas.
     *
     * @return how many nodes bound a box or prove it empty
     */
    public long leaves() {
        return lemmas.stream().mapToLong(lemma -> lemma.proof().leaves()).sum() + proof.leaves();
    }
}
