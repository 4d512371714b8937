package io.dcsdk.optimizer.explanation;

import io.dcsdk.item.ItemRules;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Changes to a problem's figures with which it has a design.
 *
 * @param changes what moves, in the order of the formulation
 * @param price the weighted sum of what the figures need to move, each relative to itself: before rounding
 * @param leastPrice no changes of what may move have a smaller price, proven; figures that move in steps are taken to,
 *     and the floor's load stays as it is where the area may move
 * @param best whether nothing is left between the two but the gap that was asked for; of fewest changes, whether it is proven
 *     that fewer do not suffice
 * @param witness a design for the problem with the changed figures, and what of the stated problem it breaks
 * @param plan what a cheapest design for the changed problem costs, if that was solved in time
 */
public record Repair(
        List<Change> changes,
        BigDecimal price,
        BigDecimal leastPrice,
        boolean best,
        Witness witness,
        Optional<RepairedPlan> plan) {
    /** Checks the components. */
    public Repair {
        ItemRules rules = ItemRules.of("repair", "");
        changes = rules.list("changes", changes);
        rules.required("price", price);
        rules.required("leastPrice", leastPrice);
        rules.required("witness", witness);
        plan = Objects.requireNonNullElse(plan, Optional.empty());
    }

    /**
     * The same repair with what was found out about its cheapest design.
     *
     * @param found what it costs
     * @return the repair
     */
    Repair withPlan(Optional<RepairedPlan> found) {
        return new Repair(changes, price, leastPrice, best, witness, found);
    }

    /** The same repair among others: what is proven about all of them, and no longer that this one is the best. */
    Repair withLeastPrice(BigDecimal least) {
        return new Repair(changes, price, least.min(price), least.compareTo(price) >= 0, witness, plan);
    }

    Repair withBest(boolean proven) {
        return new Repair(changes, price, leastPrice, proven, witness, plan);
    }

    /**
     * What to do, for people.
     *
     * @return such as "raise budget from 10 million USD to 12.4 million USD (+24 %) and lower compute ..."
     */
    public String describe() {
        return changes.stream().map(Change::describe).collect(Collectors.joining(" and "));
    }
}
