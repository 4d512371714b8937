package io.dcsdk.optimizer.explanation;

import io.dcsdk.optimizer.formulation.DesignFormulation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is known so far. */
final class Draft {
    private final String problem;
    private final String digest;
    Optional<FeasibleDesign> design = Optional.empty();
    Optional<ConflictExplanation> conflict = Optional.empty();
    boolean isUnrepairable;
    Optional<Repair> cheapest = Optional.empty();
    Optional<Repair> fewest = Optional.empty();
    final List<SingleRepair> singles = new ArrayList<>();

    Draft(DesignFormulation formulation) {
        this.problem = formulation.problem().name();
        this.digest = formulation.program().digest();
    }

    Explanation explanation() {
        String status = Explanation.OUT_OF_TIME;
        if (design.isPresent()) {
            status = Explanation.FEASIBLE;
        } else if (conflict.isPresent()) {
            status = Explanation.INFEASIBLE;
        }
        return new Explanation(
                Explanation.FORMAT,
                problem,
                digest,
                status,
                design,
                conflict,
                isUnrepairable,
                cheapest,
                fewest,
                singles,
                Optional.empty());
    }
}
