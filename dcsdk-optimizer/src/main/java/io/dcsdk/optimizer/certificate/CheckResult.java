package io.dcsdk.optimizer.certificate;

import io.dcsdk.optimizer.linear.Rational;
import java.util.Optional;

/** What the checker found. */
public sealed interface CheckResult {
    /**
     * Whether the certificate proves what it claims.
     *
     * @return true for {@link Accepted}
     */
    default boolean isAccepted() {
        return this instanceof Accepted;
    }

    /**
     * The certificate proves what it claims.
     *
     * @param objective the exact objective at the point, if there is a point
     * @param bound the exact bound, if one is claimed
     * @param relativeGap {@code (objective - bound) / |objective|}, if there are both; zero if both are zero, and
     *     relative to one if only the objective is zero
     */
    record Accepted(Optional<Rational> objective, Optional<Rational> bound, Optional<Rational> relativeGap)
            implements CheckResult {}

    /**
     * The certificate does not prove what it claims, or is for another program.
     *
     * @param reason the first flaw, for people
     */
    record Rejected(String reason) implements CheckResult {}

    /** The caller's token ended the check: whether the certificate proves what it claims is not known. */
    record Cancelled() implements CheckResult {}
}
