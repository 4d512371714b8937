package io.dcsdk.optimizer.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.certificate.CertificateChecker;
import io.dcsdk.optimizer.certificate.ProofTree;
import io.dcsdk.optimizer.engine.OjAlgoEngine;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.relaxation.LpSession;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Searches under a deadline by a clock that moves with the work alone. */
final class ProofTimeTest {
    private static final long MILLISECOND = 1_000_000;
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final long RELAXATION = 2 * MILLISECOND;

    private final AtomicLong clock = new AtomicLong(5_000);

    /** An engine of which each relaxation takes the same time. */
    private LpEngine engine() {
        LpEngine real = new OjAlgoEngine();
        return matrix -> {
            LpSession session = real.open(matrix);
            return (lower, upper, fresh) -> {
                clock.addAndGet(RELAXATION);
                return session.solve(lower, upper, fresh);
            };
        };
    }

    /** Slow at first, with a pause now and then, and slower for each leaf when there are many. */
    private final class Trials implements ProofTrial {
        private final double each;
        private final double growth;
        private int runs;

        Trials(double each, double growth) {
            this.each = each;
            this.growth = growth;
        }

        @Override
        public Optional<Timing> of(SearchNode root, long leaves, double tightenedBound) {
            ProofWriter.Shortened part = ProofWriter.shortened(root, leaves);
            if (Double.isInfinite(Math.min(part.bound(), tightenedBound))) {
                return Optional.empty();
            }
            runs++;
            double slower = runs < 3 ? 6 : runs % 9 == 0 ? 4 : 1;
            double taken = slower * nanoseconds(part.tree());
            clock.addAndGet((long) taken);
            return Optional.of(new Timing(part.tree().leaves(), taken));
        }

        double nanoseconds(ProofTree tree) {
            double leaves = (double) tree.leaves();
            return (double) (2 * MILLISECOND) + leaves * each * (1 + growth * Math.log(leaves) / Math.log(2));
        }
    }

    private double shareUsed(double millisecondsEach, double growth) {
        LinearProgram program = SizingInstances.MARKET.of(50, 1, 30);
        SolveLimits limits = SolveLimits.defaults()
                .withDeadline(DEADLINE)
                .withRelativeGap(Rational.ZERO)
                .withThreads(1);
        long start = clock.get();
        StopSignal stop = StopSignal.of(limits, clock::get);
        Problem problem = Problem.of(program);
        Trials trials = new Trials(millisecondsEach * (double) MILLISECOND, growth);
        SolveResult result;
        try (LaneCrew crew = new LaneCrew(problem, engine(), limits, stop)) {
            result = new BestBoundSearch(
                            problem,
                            limits,
                            stop,
                            crew,
                            progress -> {},
                            Patience.standard(),
                            new ProofTime(trials, clock::get))
                    .run(Long.MAX_VALUE)
                    .result();
        }
        assertEquals(Termination.DEADLINE, result.termination());
        assertTrue(new CertificateChecker(program)
                .check(result.certificate(program).orElseThrow())
                .isAccepted());
        double spent = (double) (clock.get() - start)
                + trials.nanoseconds(result.proof().orElseThrow());
        return spent / (double) DEADLINE.toNanos();
    }

    @Test
    void theAnswerComesBeforeTheDeadlineAndNotLongBefore() {
        for (double each : new double[] {0.1, 0.4, 1}) {
            double share = shareUsed(each, 0.05);
            assertTrue(share <= 1 && share >= 0.8, () -> each + " ms for each leaf: " + share + " of the time");
        }
    }

    @Test
    void aPauseInOneTrialChangesNothing() {
        double[] taken = {90, 1, 1, 50, 1}; // the first is repeated at once
        int[] runs = {0};
        ProofTime time = new ProofTime(
                (root, leaves, bound) -> Optional.of(new ProofTrial.Timing(
                        leaves, leaves == 1 ? 10 : 10 + taken[runs[0]++] * (double) (leaves - 1))),
                clock::get);
        SearchNode root = SearchNode.root(new double[0]);
        assertEquals(0, time.of(1000));
        assertEquals(1, time.leavesWithin(1e9));
        for (int trial = 0; trial < taken.length - 1; trial++) {
            time.sample(root, 1000, 0);
            time.sample(root, 1000, 0); // too soon after the last one
            clock.addAndGet(301 * MILLISECOND);
            assertEquals(trial + 2, runs[0]);
            assertEquals(1.25 * (10 + 1000), time.of(1000), 1e-9);
        }
        assertEquals(1000, time.leavesWithin(1.25 * (10 + 1000.5)));
    }
}
