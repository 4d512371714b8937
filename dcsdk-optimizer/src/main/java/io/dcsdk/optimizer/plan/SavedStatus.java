package io.dcsdk.optimizer.plan;

import io.dcsdk.design.Outcome.Conflict;
import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.Ratio;
import java.util.List;
import java.util.Optional;

/** What a saved outcome holds under each status: an answer, or the problem and why there is none. */
public final class SavedStatus {
    private SavedStatus() {}

    /**
     * Checks that a document holds what its status says.
     *
     * @param rules of the document
     * @param status {@code optimal}, {@code feasible} or {@code infeasible}
     * @param allowedGap must be there if optimal, only then
     * @param answer must be there unless infeasible
     * @param problem must be there if infeasible, only then
     * @param conflict must be empty unless infeasible, only then
     * @param next what to do about a document that does not fit: {@code save the plan again.}
     * @throws io.dcsdk.item.ItemException if the status is unknown, or does not fit
     */
    public static void check(
            ItemRules rules,
            String status,
            Optional<Ratio> allowedGap,
            Optional<?> answer,
            Optional<?> problem,
            List<Conflict> conflict,
            String next) {
        boolean infeasible = status.equals("infeasible");
        if (!infeasible && !status.equals("optimal") && !status.equals("feasible")) {
            throw rules.broken("status", status, "is unknown", "use optimal, feasible or infeasible.");
        }
        if (allowedGap.isPresent() != status.equals("optimal")
                || answer.isPresent() == infeasible
                || infeasible == conflict.isEmpty()
                || problem.isPresent() != infeasible) {
            throw rules.broken("status", status, "does not fit what the document holds", next);
        }
    }
}
