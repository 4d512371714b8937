package io.dcsdk.benchmarks;

import io.dcsdk.optimizer.certificate.CertificateChecker;
import io.dcsdk.optimizer.engine.OjAlgoEngine;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.ortools.MixedIntegerOracle;
import io.dcsdk.optimizer.ortools.OracleAnswer;
import io.dcsdk.optimizer.search.MixedIntegerSolver;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.search.SolveResult;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/**
 * What solves a mixed-integer program, of this SDK or native. The native ones run on one thread, as OR-Tools calls them, and
 * their time is that of the native call alone: what they say is believed. This SDK's time is all of it, the proof's exact check
 * included.
 */
public enum Solver {
    /** This SDK on one thread. */
    DCSDK(1),
    /** This SDK on two threads. */
    DCSDK_2(2),
    /** SCIP over GLOP. */
    SCIP(1),
    /** HiGHS. */
    HIGHS(1);

    private final int threads;

    Solver(int threads) {
        this.threads = threads;
    }

    /**
     * What a solver did.
     *
     * @param seconds how long it took
     * @param isSettled whether it says that the gap is closed, or that nothing is feasible
     * @param objective the exact objective of its point, if it has one
     */
    public record Answer(double seconds, boolean isSettled, Optional<Rational> objective) {}

    /**
     * Solves a program.
     *
     * @param program what to minimise
     * @param gap the relative gap at which to end
     * @param time how long it may take
     * @return what it did
     * @throws IllegalStateException if the checker refuses the proof, which is a fault of the SDK
     */
    public Answer solve(LinearProgram program, double gap, Duration time) {
        return switch (this) {
            case DCSDK, DCSDK_2 -> search(program, gap, time);
            case SCIP -> ask(MixedIntegerOracle.scip(), program, gap, time);
            case HIGHS -> ask(MixedIntegerOracle.highs(), program, gap, time);
        };
    }

    private Answer search(LinearProgram program, double gap, Duration time) {
        long start = System.nanoTime();
        SolveResult result = new MixedIntegerSolver(new OjAlgoEngine())
                .withLemmas()
                .solve(
                        program,
                        SolveLimits.defaults()
                                .withRelativeGap(Rational.of(BigDecimal.valueOf(gap)))
                                .withDeadline(time)
                                .withThreads(threads)
                                .withKeepProof(true));
        boolean isAccepted = result.certificate(program)
                .map(certificate ->
                        new CertificateChecker(program).check(certificate).isAccepted())
                .orElse(true);
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!isAccepted) {
            throw new IllegalStateException(
                    "Certificate of a program: was rejected\nMaybe this is a fault of the SDK.");
        }
        boolean isSettled =
                switch (result.termination()) {
                    case GAP_CLOSED, INFEASIBLE -> true;
                    default -> false;
                };
        return new Answer(seconds, isSettled, result.objective());
    }

    private static Answer ask(MixedIntegerOracle oracle, LinearProgram program, double gap, Duration time) {
        OracleAnswer answer = oracle.ask(program, time, gap);
        boolean isSettled =
                switch (answer.claim()) {
                    case OPTIMAL, INFEASIBLE -> true;
                    default -> false;
                };
        return new Answer(answer.searched().toNanos() / 1e9, isSettled, answer.objective());
    }
}
