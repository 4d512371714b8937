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

    /**
     * A refusal of a document because of one of its fields.
     *
     * @param field the field
     * @param value what it says
     * @param owner what holds it: {@code the plan document}
     * @param rule what it breaks
     * @return the verdict, without figures
     */
    public static Verification edited(String field, String value, String owner, String rule) {
        return rejected("%s (%s) of %s: %s\nMaybe the file was edited after it was saved."
                .formatted(field, value, owner, rule));
    }

    /**
     * A proof that there is no answer.
     *
     * @param message what is proven
     * @param leaves pieces that the proof cuts the problem into
     * @return the verdict: accepted, without figures
     */
    public static Verification infeasible(String message, long leaves) {
        return new Verification(true, message, Optional.empty(), Optional.empty(), Optional.empty(), leaves);
    }

    /**
     * A proof of how good an answer is.
     *
     * @param message what is proven
     * @param objective of the answer
     * @param lowerBound no answer has a smaller objective
     * @param gap what is between the two
     * @param leaves pieces that the proof cuts the problem into
     * @return the verdict: accepted
     */
    public static Verification bounded(String message, Money objective, Money lowerBound, Ratio gap, long leaves) {
        return new Verification(
                true, message, Optional.of(objective), Optional.of(lowerBound), Optional.of(gap), leaves);
    }
}
