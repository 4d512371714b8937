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
 * @param proof why the bound holds, or why there is no feasible point
 */
public record Certificate(
        String digest, Verdict verdict, Optional<List<Rational>> point, Optional<Rational> bound, ProofTree proof) {
    /** What a certificate can claim. */
    public enum Verdict {
        /** The point is feasible and the bound is a lower bound of every feasible objective. */
        BOUNDED,
        /** The bound holds; no feasible point is known. */
        BOUND_ONLY,
        /** There is no feasible point. */
        INFEASIBLE
    }

    /** Copies the point. */
    public Certificate {
        point = point.map(List::copyOf);
    }
}
