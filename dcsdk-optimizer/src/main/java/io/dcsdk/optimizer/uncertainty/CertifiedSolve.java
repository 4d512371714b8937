package io.dcsdk.optimizer.uncertainty;

import io.dcsdk.design.Outcome;
import io.dcsdk.item.KebabName;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.certificate.CertificateChecker;
import io.dcsdk.optimizer.certificate.CheckResult;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.plan.PointTrim;
import io.dcsdk.optimizer.plan.ProvenConflict;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.search.FinishedSearch;
import io.dcsdk.optimizer.search.HeadStart;
import io.dcsdk.optimizer.search.MixedIntegerSolver;
import io.dcsdk.optimizer.search.ProgressListener;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.search.SolveResult;
import io.dcsdk.optimizer.search.StrengthenedProgram;
import io.dcsdk.optimizer.search.Termination;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * One program solved, its point trimmed, its proof checked.
 *
 * @param program what was minimised
 * @param termination why the search ended
 * @param point the best point found, feasible exactly
 * @param bound no point has a smaller objective
 * @param certificate of both, or that there is no point; it has passed the checker
 */
public record CertifiedSolve(
        LinearProgram program,
        Termination termination,
        Optional<List<Rational>> point,
        Optional<Rational> bound,
        Certificate certificate) {

    /**
     * Solves a program.
     *
     * @param engine solves linear relaxations; its answers are not trusted
     * @param program what to minimise
     * @param limits time, gap and threads; the time covers the check
     * @param listener told now and then where the search stands
     * @return what was found
     */
    public static CertifiedSolve of(
            LpEngine engine, LinearProgram program, SolveLimits limits, ProgressListener listener) {
        return from(engine, program, limits, listener, HeadStart.none());
    }

    /** The same where something may be known. */
    static CertifiedSolve from(
            LpEngine engine, LinearProgram program, SolveLimits limits, ProgressListener listener, HeadStart known) {
        return from(engine, StrengthenedProgram.of(program), limits, listener, known);
    }

    /**
     * The same where something is proven.
     *
     * @param known of the program with the lemmas
     */
    static CertifiedSolve from(
            LpEngine engine,
            StrengthenedProgram program,
            SolveLimits limits,
            ProgressListener listener,
            HeadStart known) {
        MixedIntegerSolver solver = new MixedIntegerSolver(engine);
        LinearProgram original = program.original();
        FinishedSearch search = solver.searchFrom(program, limits.withKeepProof(true), listener, known);
        // A check that takes too long gives way to that of a proof which was made to fit, with a smaller bound; where
        // there are lemmas, one without them.
        return audited(original, search.result(), limits, search::isOverdue)
                .or(() -> audited(
                        original,
                        program.lemmas().isEmpty()
                                ? search.shortened()
                                : withoutLemmas(solver, original, search.result(), known, limits),
                        limits,
                        followed -> false))
                .orElseThrow();
    }

    /** What multipliers that were known prove of the point that was found. */
    private static SolveResult withoutLemmas(
            MixedIntegerSolver solver, LinearProgram whole, SolveResult found, HeadStart known, SolveLimits limits) {
        List<Integer> variables =
                IntStream.range(0, whole.variables().size()).boxed().toList();
        List<Integer> rows =
                IntStream.range(0, whole.constraints().size()).boxed().toList();
        HeadStart start = known.narrowed(variables, rows);
        return solver.searchFrom(
                        whole,
                        limits.withKeepProof(true).withNodes(1).withDeadline(Duration.ofNanos(1)),
                        progress -> {},
                        found.point().map(start::withPoint).orElse(start))
                .result();
    }

    private static Optional<CertifiedSolve> audited(
            LinearProgram program, SolveResult result, SolveLimits limits, LongPredicate isOverdue) {
        Certificate found = result.certificate(program).orElseThrow();
        // What is lowered may make room for what comes before it.
        Optional<List<Rational>> point =
                result.point().map(best -> PointTrim.trim(program, PointTrim.trim(program, best)));
        Certificate certificate =
                new Certificate(found.digest(), found.verdict(), point, found.bound(), found.lemmas(), found.proof());
        CheckResult checked = new CertificateChecker(program).check(certificate, limits.threads(), isOverdue);
        if (checked instanceof CheckResult.Cancelled) {
            return Optional.empty();
        }
        if (!checked.isAccepted()) {
            throw new IllegalStateException(
                    "certificate (%s) of the optimizer: does not hold\nMaybe this is a fault of the SDK; please report it."
                            .formatted(checked));
        }
        return Optional.of(new CertifiedSolve(program, result.termination(), point, result.bound(), certificate));
    }

    /**
     * Whether there is no point.
     *
     * @return true if that is proven
     */
    public boolean isInfeasible() {
        return termination == Termination.INFEASIBLE;
    }

    /**
     * Whether there is a point, and its distance to the bound is known.
     *
     * @return true if both are there
     */
    public boolean hasPlan() {
        return point.isPresent() && bound.isPresent();
    }

    /**
     * Why a search ended that has not closed the gap.
     *
     * @return {@code deadline}, {@code node-limit} or {@code cancelled}
     */
    public String stopped() {
        return KebabName.of(
                switch (termination) {
                    case NODE_LIMIT -> Outcome.Stop.NODE_LIMIT;
                    case CANCELLED -> Outcome.Stop.CANCELLED;
                    case GAP_CLOSED, INFEASIBLE, DEADLINE -> Outcome.Stop.DEADLINE;
                });
    }

    /** The same with another proof, that has been checked. */
    CertifiedSolve with(Certificate other) {
        return new CertifiedSolve(program, termination, point, bound, other);
    }

    /** The rows that the proof of infeasibility or one of its lemmas uses, as algebra, in the order of the program. */
    List<Outcome.Conflict> conflict(Predicate<String> isAskedFor) {
        return conflict(program, certificate, isAskedFor);
    }

    /** The same of any proof. */
    static List<Outcome.Conflict> conflict(
            LinearProgram program, Certificate certificate, Predicate<String> isAskedFor) {
        List<Outcome.Conflict> conflict = new ArrayList<>();
        for (int row : new TreeSet<>(ProvenConflict.rows(program, certificate))) {
            String name = program.constraints().get(row).name();
            if (isAskedFor.test(name)) {
                conflict.add(new Outcome.Conflict(name, program.describe(row)));
            }
        }
        return conflict;
    }
}
