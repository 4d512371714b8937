package io.dcsdk.optimizer.explanation;

import io.dcsdk.design.Evaluation;
import io.dcsdk.design.Selection;
import io.dcsdk.design.Violation;
import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Power;
import java.util.List;

/**
 * A design that shows that something is possible, evaluated from its items as every plan is.
 *
 * @param selection what is chosen
 * @param cost C over the horizon
 * @param objective C + lambda E; nothing was done to make it small
 * @param peak peak power of IT and cooling
 * @param broken what of the stated problem it breaks, and by how much; only what it was allowed to break
 */
public record Witness(Selection selection, Money cost, Money objective, Power peak, List<Violation> broken) {
    /** Checks the components. */
    public Witness {
        ItemRules rules = ItemRules.of("witness", "");
        rules.required("selection", selection);
        rules.required("cost", cost);
        rules.required("objective", objective);
        rules.required("peak", peak);
        broken = rules.list("broken", broken);
    }

    /**
     * Whether nothing at all has to be bought for it.
     *
     * @return true without servers, storage, fabric, cooling and supplies
     */
    public boolean buysNothing() {
        return selection.servers().isEmpty()
                && selection.storage().isEmpty()
                && selection.fabric().isEmpty()
                && selection.cooling().isEmpty()
                && selection.supplies().isEmpty();
    }

    static Witness of(Selection selection, Evaluation evaluation) {
        return new Witness(
                selection,
                evaluation.cost().total(),
                evaluation.objective(),
                evaluation.loads().peak(),
                evaluation.violations());
    }
}
