package io.dcsdk.optimizer.placement;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.design.Finance;
import io.dcsdk.item.CatalogItem;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.placement.PlaceableWorkload;
import io.dcsdk.placement.PlacementProblem;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.Money;
import io.dcsdk.security.ResidencyRule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows over all locations: every part of a workload is somewhere, and what limits all of them together. */
final class JointPart {
    private static final Rational JOULES_PER_KILOWATT_HOUR = Rational.of(3_600_000);

    private final PlacementDraft draft;
    private final PlacementProblem problem;
    private final List<LocationPart> parts;

    JointPart(PlacementDraft draft, PlacementProblem problem, List<LocationPart> parts) {
        this.draft = draft;
        this.problem = problem;
        this.parts = parts;
    }

    void formulate() {
        problem.workloads().forEach(this::somewhere);
        Catalog items = problem.items();
        items.servers().forEach(item -> available(item, item.available()));
        items.storage().forEach(item -> available(item, item.available()));
        items.cooling().forEach(item -> available(item, item.available()));
        problem.mostLocations().ifPresent(most -> locations("most-locations", Relation.LE, most));
        problem.leastLocations().ifPresent(least -> locations("least-locations", Relation.GE, least));
        problem.finance().budget().ifPresent(this::budget);
        problem.energyLimit().ifPresent(this::energy);
        problem.carbonLimit().ifPresent(most -> carbon(Rational.of(most.base())));
    }

    private void somewhere(PlaceableWorkload workload) {
        PlacementDraft.Sum placed = new PlacementDraft.Sum();
        for (LocationPart part : parts) {
            if (part.most().containsKey(workload)) {
                placed.add(PlacementNames.place(workload, part.location()), Rational.ONE);
            }
        }
        String owner = PlacementNames.workload(workload);
        draft.requirement(owner, owner, placed, Relation.EQ, Rational.of(workload.count()));
    }

    /** What the market has of an item is for all locations together. */
    private void available(CatalogItem item, Optional<Integer> most) {
        if (most.isEmpty()) {
            return;
        }
        PlacementDraft.Sum bought = new PlacementDraft.Sum();
        for (LocationPart part : parts) {
            // The count of an item has the item's name.
            String count = PlacementNames.at(part.location(), item.id());
            if (part.ownVariables().contains(count)) {
                bought.add(count, Rational.ONE);
            }
        }
        if (!bought.isEmpty()) {
            String owner = "available." + item.id();
            draft.requirement(owner, owner, bought, Relation.LE, Rational.of(most.get()));
        }
    }

    private void locations(String owner, Relation relation, int count) {
        PlacementDraft.Sum used = new PlacementDraft.Sum();
        parts.forEach(part -> used.add(part.open(), Rational.ONE));
        draft.requirement(owner, owner, used, relation, Rational.of(count));
    }

    private void budget(Money most) {
        Finance finance = problem.finance();
        PlacementDraft.Sum cost = new PlacementDraft.Sum();
        for (LocationPart part : parts) {
            cost.add(
                    part.open(),
                    Rational.of(part.location().opening(finance).base())
                            .plus(part.formulation().program().constant()));
            part.costs().forEach(cost::add);
        }
        // With interest, capital is rounded to 34 digits; that is forgiven, as in a design.
        BigDecimal forgiven = finance.discountRate().isEmpty()
                ? most.base()
                : most.base().multiply(BigDecimal.ONE.add(new BigDecimal("1e-30")));
        draft.requirement("budget", "budget", cost, Relation.LE, Rational.of(forgiven));
    }

    private void energy(Energy most) {
        PlacementDraft.Sum taken = new PlacementDraft.Sum();
        parts.forEach(part -> part.energy().forEach(taken::add));
        Rational limit = Rational.of(most.base()).dividedBy(JOULES_PER_KILOWATT_HOUR);
        draft.requirement("energy", "energy", taken, Relation.LE, limit);
    }

    /** In grams: carbon of a kilowatt hour of each location × its energy. */
    private void carbon(Rational most) {
        PlacementDraft.Sum emitted = new PlacementDraft.Sum();
        for (LocationPart part : parts) {
            Rational each = Rational.of(part.location()
                    .carbonIntensity()
                    .times(Energy.kilowattHours(1))
                    .base());
            if (each.signum() > 0) {
                part.energy().forEach((variable, energy) -> emitted.add(variable, energy.times(each)));
            }
        }
        draft.requirement("carbon", "carbon", emitted, Relation.LE, most);
    }

    /** The rules that keep workloads from locations, as rows of their own. */
    void rules() {
        for (LocationPart part : parts) {
            for (Map.Entry<PlaceableWorkload, Integer> entry : part.most().entrySet()) {
                PlaceableWorkload workload = entry.getKey();
                String variable = PlacementNames.place(workload, part.location());
                for (ResidencyRule rule : problem.residencyAgainst(workload, part.location())) {
                    forbid(PlacementNames.residency(rule), variable);
                }
                if (!problem.isNear(workload, part.location())) {
                    forbid(PlacementNames.latency(workload), variable);
                }
            }
        }
    }

    private void forbid(String owner, String variable) {
        draft.requirement(
                owner,
                PlacementNames.forbidden(owner, variable),
                new PlacementDraft.Sum().add(variable, Rational.ONE),
                Relation.LE,
                Rational.ZERO);
    }
}
