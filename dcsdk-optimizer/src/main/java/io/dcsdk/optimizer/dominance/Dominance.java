package io.dcsdk.optimizer.dominance;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the items that a problem can do without: those that another item of the catalogue beats, or equals, in every respect
 * that counts in this problem, and those that give nothing that is asked for.
 *
 * <p>Argument. Take any plan that holds n units of an item a, and let b beat a. Put n units of b in their place. No figure of the
 * plan gets worse:
 *
 * <ul>
 *   <li>Capacity: each unit gives at least as much of all that is demanded. With one unit that may fail, the loss of one of b
 *       leaves at least what the loss of one of a left, since n ≥ 1: the sum grew by n (b − a), the loss by b − a. With k ≥ 2 that
 *       holds only for n ≥ k; then b beats a only where their capacities are equal.
 *   <li>Limits and money: each unit costs, draws, and takes at most as much, so C, E, loads, racks, weight, heat and supply are at
 *       most what they were; whatever rack, cooling or supply carried the plan still does. The number of servers, which controls
 *       are paid by, and of server types does not grow.
 *   <li>Fabric: every switch that connects a connects b, and b has no more ports, so the same switches with as many cables or fewer do.
 *       A switch stands in for one of as many ports only, since the tree is built from that number.
 *   <li>Availability: servers and storage units add up, so b must be without a limit, or its limit not below the number that meets the
 *       demand alone whatever else fails, the upper bound of its count: of more units than that, that number does. A supply that
 *       stands in must be without a limit. Of cooling systems one is chosen, so a limit as high as the other's will do.
 *   <li>Controls: a set counts a control once, so where both are adopted one goes. That is no loss if b covers the required
 *       families of a and each is required once only, and is of a's kind where kinds are required.
 * </ul>
 *
 * <p>So the best plan without a is as good as the best plan with it. Leaving out one item after another, each beaten by one that
 * is still there, keeps that true. A unit of an item that gives nothing demanded can be taken out of any plan in the same way. All
 * comparisons are exact. The converse is not claimed: what is not found may be of no use either.
 *
 * <p>The certificate of a plan does not rest on this: it is over the whole catalogue. Complexity: items² × respects for each kind.
 */
public final class Dominance {
    private final DesignProblem problem;
    private final List<DominatedItem> dominated;
    private final List<IdleItem> idle;

    private Dominance(DesignProblem problem, List<DominatedItem> dominated, List<IdleItem> idle) {
        this.problem = problem;
        this.dominated = List.copyOf(dominated);
        this.idle = List.copyOf(idle);
    }

    /**
     * Compares the items of a problem.
     *
     * @param formulation the problem as algebra
     * @return what can be left out; the same for the same problem
     */
    public static Dominance of(DesignFormulation formulation) {
        EquipmentKinds equipment = new EquipmentKinds(formulation);
        FacilityKinds facility = new FacilityKinds(formulation.problem());
        List<DominatedItem> dominated = new ArrayList<>();
        List<IdleItem> idle = new ArrayList<>();
        for (Kind<?> kind : List.of(
                equipment.servers(),
                equipment.storage(),
                equipment.switches(),
                facility.cooling(),
                facility.supplies(),
                facility.controls())) {
            kind.addTo(dominated, idle);
        }
        return new Dominance(formulation.problem(), dominated, idle);
    }

    /**
     * The problem over the items that count.
     *
     * @param problem the problem, with its catalogue
     * @return a problem with the same best objective, or without a plan if the problem has none. A certificate for it speaks of its
     *     own catalogue only
     * @throws io.dcsdk.item.ItemException if the problem lacks a catalogue or a figure that its items need
     */
    public static DesignProblem reduce(DesignProblem problem) {
        return of(DesignFormulation.of(problem)).reduced();
    }

    /**
     * The items that others beat.
     *
     * @return by kind, in the order of the catalogue
     */
    public List<DominatedItem> dominated() {
        return dominated;
    }

    /**
     * The items that give nothing that is asked for.
     *
     * @return by kind, in the order of the catalogue
     */
    public List<IdleItem> idle() {
        return idle;
    }

    /**
     * The problem without what can be left out.
     *
     * @return the same problem if there is nothing
     */
    public DesignProblem reduced() {
        Set<String> out = new LinkedHashSet<>();
        dominated.forEach(item -> out.add(item.id()));
        idle.forEach(item -> out.add(item.id()));
        return out.isEmpty() ? problem : problem.withCatalog(problem.items().without(out));
    }
}
