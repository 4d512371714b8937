package io.dcsdk.optimizer.search;

import com.google.common.base.Suppliers;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.certificate.Certificate.Verdict;
import io.dcsdk.optimizer.certificate.CertificateChecker;
import io.dcsdk.optimizer.certificate.CheckResult;
import io.dcsdk.optimizer.linear.Rational;
import java.util.Optional;
import java.util.function.Supplier;

/** Writes and checks a part of the proof of a tree, to see how long that takes. */
@FunctionalInterface
interface ProofTrial {
    /**
     * What was written and checked, and how long it took.
     *
     * @param leaves of the part
     * @param nanoseconds for writing and checking it
     */
    record Timing(long leaves, double nanoseconds) {}

    /**
     * Tries a proof of at most so many leaves; empty if the tree proves no bound yet.
     *
     * @param tightenedBound beyond this the tightenings in the tree prove nothing
     */
    Optional<Timing> of(SearchNode root, long leaves, double tightenedBound);

    /** With the checker and the number of threads that the proof itself will be checked with. */
    static ProofTrial measured(Problem problem, int threads) {
        // Made when it is first needed: of a large program it takes its time, and not every search tries a proof.
        Supplier<CertificateChecker> made = Suppliers.memoize(() -> new CertificateChecker(problem.program));
        Supplier<String> digest = Suppliers.memoize(problem.program::digest);
        return (root, leaves, tightenedBound) -> {
            CertificateChecker checker = made.get();
            String sameDigest = digest.get();
            long start = System.nanoTime();
            ProofWriter.Shortened part = ProofWriter.shortened(root, leaves);
            double bound = Math.min(part.bound(), tightenedBound);
            if (Double.isInfinite(bound)) {
                return Optional.empty();
            }
            Certificate certificate = new Certificate(
                    sameDigest,
                    Verdict.BOUND_ONLY,
                    Optional.empty(),
                    Optional.of(Rational.ofExactly(bound)),
                    part.tree());
            if (checker.check(certificate, threads, followed -> false) instanceof CheckResult.Rejected rejected) {
                throw new IllegalStateException(
                        "Proof (%s) of the search: the checker refuses it\nMaybe this is a fault of the solver: please report it with the program."
                                .formatted(rejected.reason()));
            }
            return Optional.of(new Timing(part.tree().leaves(), (double) (System.nanoTime() - start)));
        };
    }
}
