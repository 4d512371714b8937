package io.dcsdk.optimizer.uncertainty;

import io.dcsdk.optimizer.explanation.TimeBudget;
import io.dcsdk.optimizer.relaxation.LpEngine;
import java.util.List;
import java.util.Optional;

/** From a proof that a problem has no plan to a minimal conflict in its own terms, and the cheapest repair. */
final class ConflictSearch {
    /** Of the time that is left, for reducing the conflict. */
    private static final double SHARE = 0.5;

    private ConflictSearch() {}

    /**
     * What was found.
     *
     * @param solved the same solve, with the proof of the conflict
     * @param conflict the conflict
     */
    record Found(CertifiedSolve solved, UncertainConflict conflict) {}

    static Found of(LpEngine engine, StatedRows rows, CertifiedSolve infeasible, TimeBudget time) {
        MinimalConflict.Reduced reduced =
                new MinimalConflict(engine, rows, infeasible.certificate(), time.part(SHARE)).run();
        List<UncertainMember> members = reduced.members().stream()
                .map(member -> rows.member(
                        member,
                        Optional.ofNullable(reduced.witnesses().get(member))
                                .map(rows::designs)
                                .orElse(List.of())))
                .toList();
        ConflictRepair.Found repair = time.isOver()
                ? new ConflictRepair.Found(false, Optional.empty())
                : new ConflictRepair(engine, rows, time).find();
        return new Found(
                infeasible.with(reduced.proof()), new UncertainConflict(members, repair.impossible(), repair.repair()));
    }
}
