package io.dcsdk.optimizer.plan;

import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.certificate.CertificateChecker;
import io.dcsdk.optimizer.certificate.CheckResult;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.quantity.Ratio;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The proof of a saved outcome beside what the outcome says of itself; the steps that its check takes whatever was planned.
 *
 * @param owner what was saved, for messages: {@code the plan document}
 * @param status {@code optimal}, {@code feasible} or {@code infeasible}, as saved
 * @param allowedGap the gap that the outcome says it keeps
 * @param program the saved problem, stated anew
 * @param certificate the saved proof
 */
public record SavedProof(
        String owner, String status, Optional<Ratio> allowedGap, LinearProgram program, Certificate certificate) {
    /**
     * Follows the proof in rational arithmetic.
     *
     * @return the flaw, if the proof does not hold or proves another status
     * @throws IllegalStateException if the check does not come to its end
     */
    public Optional<Verification> flaw() {
        CheckResult result = new CertificateChecker(program).check(certificate);
        if (result instanceof CheckResult.Rejected rejected) {
            return Optional.of(Verification.rejected(rejected.reason()));
        }
        if (!result.isAccepted()) {
            throw new IllegalStateException(
                    "check (%s) of %s: it did not come to its end\nMaybe this is a fault of the SDK; please report it."
                            .formatted(result, owner));
        }
        boolean isInfeasible = certificate.verdict() == Certificate.Verdict.INFEASIBLE;
        return isInfeasible == status.equals("infeasible")
                ? Optional.empty()
                : Optional.of(edited("status", status, "the certificate proves another one"));
    }

    /**
     * Makes the answer of the proof's point and bound again and compares it with the saved one.
     *
     * @param <A> what was planned
     * @param assembly makes an answer of a point and a bound
     * @param gap of an answer
     * @param comparison of the saved answer with one made again
     * @param accepted what to say of it if all is the same
     * @return that, or the first flaw
     */
    public <A> Verification comparing(
            BiFunction<List<Rational>, Rational, A> assembly,
            Function<A, Ratio> gap,
            Function<A, FigureComparison> comparison,
            Function<A, Verification> accepted) {
        A again;
        try {
            again = assembly.apply(
                    certificate.point().orElseThrow(), certificate.bound().orElseThrow());
        } catch (IllegalStateException | IllegalArgumentException | ArithmeticException e) {
            return Verification.rejected(String.valueOf(e.getMessage()));
        }
        Ratio proven = gap.apply(again);
        if (allowedGap.filter(allowed -> proven.compareTo(allowed) > 0).isPresent()) {
            return edited("status", "optimal", "the gap is %s, allowed are %s".formatted(proven, allowedGap.get()));
        }
        return comparison.apply(again).flaw().orElseGet(() -> accepted.apply(again));
    }

    /**
     * A refusal because of a field.
     *
     * @param field the field
     * @param value what it says
     * @param rule what it breaks
     * @return the verdict, without figures
     */
    public Verification edited(String field, String value, String rule) {
        return Verification.edited(field, value, owner, rule);
    }
}
