package io.dcsdk.optimizer.uncertainty;

import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.certificate.CertificateChecker;
import io.dcsdk.optimizer.explanation.ConflictFilter;
import io.dcsdk.optimizer.explanation.ConflictFilter.Answer;
import io.dcsdk.optimizer.explanation.TimeBudget;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.plan.PartialProgram;
import io.dcsdk.optimizer.plan.ProvenConflict;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.search.MixedIntegerSolver;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.search.SolveResult;
import io.dcsdk.optimizer.search.Termination;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What of all that was stated cannot hold together, and nothing of it can be left out ({@link ConflictFilter}). One that
 * cannot be left out has a point at which all the others hold: checked exactly, and kept. Anytime: what time did not suffice
 * for stays in, without such a point.
 */
final class MinimalConflict {
    private static final Rational ANY_POINT = Rational.of(1, 2);

    private final LpEngine engine;
    private final LinearProgram whole;
    private final TimeBudget time;
    private final Map<String, String> keyOfRow;
    private final Map<String, Stated> statedOf = new LinkedHashMap<>();
    private final Proof first;

    /**
     * A search.
     *
     * @param infeasible a proof, checked, that the rows cannot hold
     */
    MinimalConflict(LpEngine engine, StatedRows rows, Certificate infeasible, TimeBudget time) {
        this.engine = engine;
        this.whole = rows.program();
        this.time = time;
        this.keyOfRow = rows.keyOfRow();
        rows.byRow().values().forEach(stated -> statedOf.put(stated.key(), stated));
        this.first = proof(infeasible);
    }

    /** A proof over the whole program, and the keys of what was stated with the rows that it uses. */
    private record Proof(Certificate certificate, Set<String> requirements) implements ConflictFilter.Proof {}

    /**
     * What is left.
     *
     * @param proof that it cannot hold together; checked
     * @param members in the order of the program
     * @param witnesses for members that are known to be needed a point at which all others hold
     */
    record Reduced(Certificate proof, List<Stated> members, Map<Stated, List<Rational>> witnesses) {}

    Reduced run() {
        ConflictFilter.Reduced<Proof> reduced =
                new ConflictFilter<>(whole, keyOfRow, UnaryOperator.identity(), first, this::ask).run();
        Map<Stated, List<Rational>> witnesses = new LinkedHashMap<>();
        reduced.witnesses().forEach((key, point) -> witnesses.put(stated(key), point));
        return new Reduced(
                reduced.proof().certificate(),
                reduced.members().stream().map(this::stated).toList(),
                witnesses);
    }

    private Stated stated(String key) {
        return Objects.requireNonNull(statedOf.get(key));
    }

    private Proof proof(Certificate infeasible) {
        return new Proof(infeasible, ProvenConflict.requirements(whole, keyOfRow, infeasible));
    }

    private Answer<Proof> ask(Set<String> some, int open) {
        if (time.isOver()) {
            return new Answer.Open<>();
        }
        PartialProgram part = PartialProgram.of(whole, keyOfRow, some);
        SolveLimits limits = time.limits(open).withRelativeGap(ANY_POINT);
        SolveResult result = new MixedIntegerSolver(engine).solve(part.program(), limits);
        if (result.termination() == Termination.INFEASIBLE) {
            Certificate moved =
                    part.movedTo(result.certificate(part.program()).orElseThrow(), whole.digest(), row -> row);
            return new CertificateChecker(whole)
                            .check(moved, limits.threads(), followed -> time.isOver())
                            .isAccepted()
                    ? new Answer.Impossible<>(proof(moved), Optional.empty())
                    : new Answer.Open<>();
        }
        return new Answer.Possible<>(result.point().filter(part.program()::isFeasible));
    }
}
