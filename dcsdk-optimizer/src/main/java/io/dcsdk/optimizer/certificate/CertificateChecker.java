package io.dcsdk.optimizer.certificate;

import io.dcsdk.optimizer.certificate.Certificate.Verdict;
import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import java.util.List;
import java.util.Optional;

/**
 * Checks certificates in exact rational arithmetic.
 *
 * <p>The point is put into every bound, integrality and constraint, and its objective is computed anew. The proof is
 * followed by {@link ProofWalk}: every piece of the box must reach the claimed bound or be empty. The check is exact,
 * has no tolerance and takes time proportional to the size of the proof times that of the program.
 */
public final class CertificateChecker {
    private final LinearProgram program;
    private final String digest;

    /**
     * A checker for certificates of one program.
     *
     * @param program the program that the certificates speak of
     */
    public CertificateChecker(LinearProgram program) {
        this.program = program;
        this.digest = program.digest();
    }

    /**
     * Checks a certificate.
     *
     * @param certificate any certificate, from any source
     * @return accepted with the exact numbers, or rejected with the first flaw
     */
    public CheckResult check(Certificate certificate) {
        if (!certificate.digest().equals(digest)) {
            return new CheckResult.Rejected(
                    "Digest (" + certificate.digest() + ") of the certificate: the program's is " + digest
                            + "\nMaybe the certificate is for another program, or for an earlier state of this one.");
        }
        boolean wantsPoint = certificate.verdict() == Verdict.BOUNDED;
        boolean wantsBound = certificate.verdict() != Verdict.INFEASIBLE;
        if (certificate.point().isPresent() != wantsPoint || certificate.bound().isPresent() != wantsBound) {
            return new CheckResult.Rejected("Verdict (" + certificate.verdict()
                    + ") of the certificate: it does not fit the point and bound that are there\n"
                    + "Maybe a part of the file is missing.");
        }
        Optional<String> flaw = certificate.point().flatMap(this::flawOfPoint);
        if (flaw.isEmpty()) {
            flaw = new ProofWalk(program, certificate.bound()).flawOf(certificate.proof());
        }
        if (flaw.isPresent()) {
            return new CheckResult.Rejected(flaw.get());
        }
        Optional<Rational> objective = certificate.point().map(program::objective);
        Optional<Rational> bound = certificate.bound();
        return new CheckResult.Accepted(objective, bound, objective.map(value -> gap(value, bound.orElse(value))));
    }

    private static Rational gap(Rational objective, Rational bound) {
        Rational distance = objective.minus(bound);
        return objective.isZero() ? distance : distance.dividedBy(objective.abs());
    }

    private Optional<String> flawOfPoint(List<Rational> point) {
        if (point.size() != program.variables().size()) {
            return Optional.of("Point of the certificate: it has " + point.size() + " values for "
                    + program.variables().size() + " variables\nMaybe a part of the file is missing.");
        }
        for (int j = 0; j < point.size(); j++) {
            if (!program.variables().get(j).admits(point.get(j))) {
                return Optional.of("Value (" + point.get(j).toDecimalString() + ") of variable "
                        + program.variables().get(j).name() + ": it breaks "
                        + program.variables().get(j) + "\nMaybe the point was changed after it was certified.");
            }
        }
        for (int i = 0; i < program.constraints().size(); i++) {
            Constraint constraint = program.constraints().get(i);
            if (constraint.slack(point).signum() < 0) {
                return Optional.of(
                        "Left-hand side (" + constraint.activity(point).toDecimalString()
                                + ") of constraint " + constraint.name() + ": it breaks "
                                + program.describe(i) + "\nMaybe the point was changed after it was certified.");
            }
        }
        return Optional.empty();
    }
}
