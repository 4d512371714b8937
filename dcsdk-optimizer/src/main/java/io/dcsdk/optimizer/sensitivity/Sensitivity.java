package io.dcsdk.optimizer.sensitivity;

import io.dcsdk.design.Selection;
import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.Money;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What each requirement, limit and price is worth to a plan.
 *
 * @param format always {@value #FORMAT}
 * @param problem what people call the problem
 * @param programDigest digest of its algebra
 * @param status how far it is proven
 * @param conflict if infeasible, the requirements and limits that cannot hold together
 * @param objective C + lambda E of the plan, if there is one
 * @param lowerBound no design has a smaller objective
 * @param selection what the plan chooses
 * @param shadowPrices with the plan's counts kept, for every requirement and limit
 * @param marginalValues with everything chosen anew, for every figure, raised and lowered
 * @param entryPrices of the items that the plan does not use
 * @param leavingPrices of those that it uses
 */
public record Sensitivity(
        String format,
        String problem,
        String programDigest,
        SensitivityStatus status,
        List<String> conflict,
        Optional<Money> objective,
        Optional<Money> lowerBound,
        Optional<Selection> selection,
        List<ShadowPrice> shadowPrices,
        List<MarginalValue> marginalValues,
        List<EntryPrice> entryPrices,
        List<LeavingPrice> leavingPrices) {
    /** What the field {@code format} says. */
    public static final String FORMAT = "dcsdk-sensitivity-1";

    /** Checks the components. */
    public Sensitivity {
        ItemRules rules = ItemRules.of("sensitivity", String.valueOf(problem));
        rules.required("format", format);
        if (!format.equals(FORMAT)) {
            throw rules.broken("format", format, "is not " + FORMAT, "use the version of dcsdk that wrote it.");
        }
        rules.required("problem", problem);
        rules.required("programDigest", programDigest);
        rules.required("status", status);
        conflict = rules.list("conflict", conflict);
        objective = Objects.requireNonNullElse(objective, Optional.empty());
        lowerBound = Objects.requireNonNullElse(lowerBound, Optional.empty());
        selection = Objects.requireNonNullElse(selection, Optional.empty());
        shadowPrices = rules.list("shadowPrices", shadowPrices);
        marginalValues = rules.list("marginalValues", marginalValues);
        entryPrices = rules.list("entryPrices", entryPrices);
        leavingPrices = rules.list("leavingPrices", leavingPrices);
        boolean hasPlan = status == SensitivityStatus.COMPLETE || status == SensitivityStatus.INCOMPLETE;
        if (hasPlan != objective.isPresent() || hasPlan != selection.isPresent()) {
            throw rules.broken("status", status, "does not fit what is told of the plan", "analyse the problem again.");
        }
    }
}
