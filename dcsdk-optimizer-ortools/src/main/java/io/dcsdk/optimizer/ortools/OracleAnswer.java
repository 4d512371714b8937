package io.dcsdk.optimizer.ortools;

import io.dcsdk.optimizer.linear.Rational;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What an oracle proposes. The point is feasible, exactly, and its objective is exact: both were computed here. What the
 * oracle believes beyond that, that nothing is better or that nothing is feasible, is hearsay, and no bound is taken from it.
 *
 * @param claim what the oracle believes
 * @param point one exact value for each variable; empty if there is none, or if what was proposed does not hold exactly
 * @param objective the exact objective at the point; empty exactly if there is no point
 * @param searched how long the oracle itself took; stating the program and completing the point exactly are not in it
 */
public record OracleAnswer(
        Claim claim, Optional<List<Rational>> point, Optional<Rational> objective, Duration searched) {
    /** What an oracle believes, unproven. */
    public enum Claim {
        /** No point is better than the one it proposes. */
        OPTIMAL,
        /** It proposes a point and does not know whether there is a better one. */
        FEASIBLE,
        /** There is no feasible point. */
        INFEASIBLE,
        /** It does not know, failed, or does not take such programs. */
        UNKNOWN
    }

    /** Copies the point. */
    public OracleAnswer {
        point = point.map(List::copyOf);
    }

    static OracleAnswer without(Claim claim) {
        return new OracleAnswer(claim, Optional.empty(), Optional.empty(), Duration.ZERO);
    }

    OracleAnswer after(long nanoseconds) {
        return new OracleAnswer(claim, point, objective, Duration.ofNanos(nanoseconds));
    }
}
