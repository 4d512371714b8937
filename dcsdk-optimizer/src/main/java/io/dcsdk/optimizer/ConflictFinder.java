package io.dcsdk.optimizer;

import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.plan.PartialProgram;
import io.dcsdk.optimizer.plan.ProvenConflict;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.search.MixedIntegerSolver;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.search.SolveResult;
import io.dcsdk.optimizer.search.Termination;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds a proof of infeasibility that rests on as few requirements and limits as possible: a deletion filter. Starting
 * from all that the proof at hand uses, each is left out in turn; if the rest is still infeasible, its proof takes the
 * place of the other one. What remains is a conflict from which nothing can be left out, as far as the time allows to
 * tell. Rows that say how data centres work are never candidates. At most one feasibility problem for each candidate.
 */
final class ConflictFinder {
    private final LpEngine engine;
    private final LinearProgram whole;
    private final Map<String, String> requirementOfRow;
    private final SolveLimits limits;
    private final long start;

    /**
     * A finder.
     *
     * @param limits of the whole solve
     * @param start when that began, in {@link System#nanoTime()}
     */
    ConflictFinder(LpEngine engine, DesignFormulation formulation, SolveLimits limits, long start) {
        this(engine, formulation.program(), formulation.requirementOfRow(), limits, start);
    }

    /**
     * A finder.
     *
     * @param whole what is infeasible
     * @param requirementOfRow which requirement or limit a row belongs to, by the row's name
     * @param limits of the whole solve
     * @param start when that began, in {@link System#nanoTime()}
     */
    ConflictFinder(
            LpEngine engine,
            LinearProgram whole,
            Map<String, String> requirementOfRow,
            SolveLimits limits,
            long start) {
        this.engine = engine;
        this.whole = whole;
        this.requirementOfRow = requirementOfRow;
        this.limits = limits;
        this.start = start;
    }

    Certificate shortest(Certificate infeasible) {
        Certificate proof = infeasible;
        Set<String> kept = ProvenConflict.requirements(whole, requirementOfRow, proof);
        for (String candidate : List.copyOf(kept)) {
            if (!kept.contains(candidate)) {
                continue;
            }
            Set<String> rest = new LinkedHashSet<>(kept);
            rest.remove(candidate);
            Optional<Certificate> shorter = proofFrom(rest);
            if (shorter.isPresent()) {
                proof = shorter.get();
                kept = ProvenConflict.requirements(whole, requirementOfRow, proof);
            }
        }
        return proof;
    }

    /** A proof that the problem is infeasible with these requirements alone, if they are and the time suffices. */
    private Optional<Certificate> proofFrom(Set<String> requirements) {
        long left = limits.deadline().toNanos() - (System.nanoTime() - start);
        if (left <= 0 || limits.cancelled().getAsBoolean()) {
            return Optional.empty();
        }
        PartialProgram part = PartialProgram.of(whole, requirementOfRow, requirements);
        SolveLimits remaining = limits.withDeadline(Duration.ofNanos(left)).withKeepProof(true);
        SolveResult result = new MixedIntegerSolver(engine).solve(part.program(), remaining);
        return result.termination() == Termination.INFEASIBLE
                ? result.certificate(part.program())
                        .map(certificate -> part.movedTo(certificate, whole.digest(), row -> row))
                : Optional.empty();
    }
}
