package io.dcsdk.optimizer.certificate;

import io.dcsdk.optimizer.certificate.Certificate.Verdict;
import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;

/**
 * Checks certificates in exact rational arithmetic.
 *
 * <p>The point is put into every bound, integrality and constraint, and its objective is computed anew. The proof is
 * followed by {@link ProofWalk}: every piece of the box must reach the claimed bound or be empty; so are the proofs of lemmas. The check is exact,
 * has no tolerance and takes time proportional to the size of the proof times that of the program. Safe for use by several
 * threads.
 */
public final class CertificateChecker {
    private final LinearProgram program;
    private final String digest;
    private final Optional<ScaledProgram> scaled;

    /**
     * A checker for certificates of one program.
     *
     * @param program the program that the certificates speak of
     */
    public CertificateChecker(LinearProgram program) {
        this.program = program;
        this.digest = program.digest();
        this.scaled = ScaledProgram.of(program);
    }

    /**
     * Checks a certificate, on the calling thread.
     *
     * @param certificate any certificate, from any source
     * @return accepted with the exact numbers, or rejected with the first flaw; never cancelled
     */
    public CheckResult check(Certificate certificate) {
        return check(certificate, 1, followed -> false);
    }

    /**
     * Checks a certificate, unless the caller loses patience.
     *
     * @param certificate any certificate, from any source
     * @param threads how many threads to use, at least 1; the verdict and the flaw that is named do not depend on it
     * @param cancelled asked once before each node of the proof, from several threads, with the number of nodes that have
     *     been followed; when it says true, the check ends
     * @return accepted with the exact numbers, rejected with the first flaw, or cancelled
     * @throws IllegalArgumentException if there is not at least one thread
     */
    public CheckResult check(Certificate certificate, int threads, LongPredicate cancelled) {
        if (threads < 1) {
            throw new IllegalArgumentException("Threads (" + threads
                    + ") of the check: fewer than one\nMaybe use Runtime.getRuntime().availableProcessors().");
        }
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
        Optional<CheckResult> obstacle = certificate
                .point()
                .flatMap(this::flawOfPoint)
                .<CheckResult>map(CheckResult.Rejected::new)
                .or(() -> obstacle(certificate, threads, cancelled));
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        Optional<Rational> objective = certificate.point().map(program::objective);
        Optional<Rational> bound = certificate.bound();
        return new CheckResult.Accepted(objective, bound, objective.map(value -> gap(value, bound.orElse(value))));
    }

    private Optional<CheckResult> obstacle(Certificate certificate, int threads, LongPredicate cancelled) {
        if (!certificate.lemmas().isEmpty()) {
            return new LemmaCheck(program, certificate, cancelled).obstacle(threads);
        }
        if (scaled.isEmpty()) {
            return Optional.of(new CheckResult.Rejected(ScaledProgram.TOO_LONG));
        }
        return new ProofWalk(
                        scaled.get(),
                        certificate.bound().map(bound -> new Claim(program, bound)),
                        certificate.proof(),
                        cancelled)
                .obstacle(threads);
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
