package io.dcsdk.optimizer.plan;

import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Ratio;
import java.util.Optional;

/**
 * What the checker found.
 *
 * @param accepted whether the document proves what it says
 * @param message what was checked, or the first flaw
 * @param objective the objective of the plan, if there is one and it is accepted
 * @param lowerBound the proven lower bound, if there is a plan and it is accepted
 * @param gap the proven gap, if there is a plan and it is accepted
 * @param proofLeaves pieces that the proof cuts the problem into
 */
public record Verification(
        boolean accepted,
        String message,
        Optional<Money> objective,
        Optional<Money> lowerBound,
        Optional<Ratio> gap,
        long proofLeaves) {
    /**
     * A refusal.
     *
     * @param message what is wrong
     * @return the verdict, without figures
     */
    public static Verification rejected(String message) {
        return new Verification(false, message, Optional.empty(), Optional.empty(), Optional.empty(), 0);
    }
}
