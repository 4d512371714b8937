package io.dcsdk.optimizer.search;

import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.certificate.Certificate.Verdict;
import io.dcsdk.optimizer.certificate.CertificateChecker;
import io.dcsdk.optimizer.certificate.CheckResult;
import io.dcsdk.optimizer.linear.Rational;
import java.util.Optional;

/**
 * How long the proof takes to be written and checked. Now and then during the search a short proof of the tree as it
 * stands is written and checked, so that the search can end while there is time left for the whole one.
 */
final class ProofTime {
    private static final long SAMPLE_EVERY = 300_000_000;
    private static final long LEAVES = 128;

    /** Deeper leaves have longer fractions than those near the root that are measured, and a large proof meets pauses. */
    private static final double FACTOR = 1.8;

    private final CertificateChecker checker;
    private final String digest;
    private long lastSample = System.nanoTime() - SAMPLE_EVERY;
    private double nanosecondsPerLeaf;
    private double nanosecondsOnce;

    ProofTime(Problem problem) {
        checker = new CertificateChecker(problem.program);
        digest = problem.program.digest();
    }

    /**
     * Measures on the tree as it stands, if the last measurement is old.
     *
     * @param tightenedBound beyond this the tightenings in the tree prove nothing
     */
    void sample(SearchNode root, double tightenedBound) {
        long start = System.nanoTime();
        if (start - lastSample < SAMPLE_EVERY) {
            return;
        }
        ProofWriter.Shortened part = ProofWriter.shortened(root, LEAVES);
        double bound = Math.min(part.bound(), tightenedBound);
        if (Double.isInfinite(bound)) {
            return;
        }
        CheckResult result = checker.check(new Certificate(
                digest, Verdict.BOUND_ONLY, Optional.empty(), Optional.of(Rational.ofExactly(bound)), part.tree()));
        if (result instanceof CheckResult.Rejected rejected) {
            throw new IllegalStateException(
                    "Proof (%s) of the search: the checker refuses it\nMaybe this is a fault of the solver: please report it with the program."
                            .formatted(rejected.reason()));
        }
        lastSample = System.nanoTime();
        // What was found out at the root is checked once, however many leaves there are.
        double nodes = part.tree().nodes().size();
        double once = root.tightenings.size() / nodes;
        double measured = (lastSample - start) * (1 - once) / part.tree().leaves();
        nanosecondsOnce = (lastSample - start) * once;
        // The least counts: the first ones are slow, before the code is compiled, and any may meet a pause.
        nanosecondsPerLeaf = nanosecondsPerLeaf == 0 ? measured : Math.min(nanosecondsPerLeaf, measured);
    }

    /** Nanoseconds for a proof of so many leaves. */
    double of(long leaves) {
        return FACTOR * (nanosecondsPerLeaf * leaves + nanosecondsOnce);
    }

    /** How many leaves a proof can have within a time; one if nothing was measured. */
    long leavesWithin(double nanoseconds) {
        return nanosecondsPerLeaf == 0
                ? 1
                : Math.max(1, (long) ((nanoseconds / FACTOR - nanosecondsOnce) / nanosecondsPerLeaf));
    }
}
