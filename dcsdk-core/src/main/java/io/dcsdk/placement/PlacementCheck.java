package io.dcsdk.placement;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.design.Violation;
import io.dcsdk.item.CatalogItem;
import io.dcsdk.quantity.CarbonMass;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.Money;
import io.dcsdk.security.ResidencyRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks what holds between locations: where workloads may be, how many parts there are, and limits of all of them together. */
final class PlacementCheck {
    /** Quantities round in their 34th digit: as much is forgiven as at one location. */
    private static final BigDecimal ROUNDING = new BigDecimal("2e-30");

    private final PlacementProblem problem;
    private final List<LocationPlan> plans;
    private final List<Violation> violations = new ArrayList<>();

    private PlacementCheck(PlacementProblem problem, List<LocationPlan> plans) {
        this.problem = problem;
        this.plans = plans;
    }

    static List<Violation> of(
            PlacementProblem problem, List<LocationPlan> plans, Money cost, Energy energy, CarbonMass carbon) {
        PlacementCheck check = new PlacementCheck(problem, plans);
        check.locations();
        problem.workloads().forEach(check::workload);
        check.market();
        problem.finance().budget().ifPresent(most -> {
            if (cost.compareTo(most.plus(most.times(ROUNDING))) > 0) {
                check.broken("budget", "C is %s, the budget %s", cost, most);
            }
        });
        problem.energyLimit().ifPresent(most -> {
            if (energy.compareTo(most.plus(most.times(ROUNDING))) > 0) {
                check.broken("energy", "E is %s, the limit %s", energy, most);
            }
        });
        problem.carbonLimit().ifPresent(most -> {
            if (carbon.compareTo(most.plus(most.times(ROUNDING))) > 0) {
                check.broken("carbon", "%s over the horizon, %s allowed", carbon, most);
            }
        });
        return check.violations;
    }

    private void broken(String constraint, String message, Object... values) {
        violations.add(new Violation(constraint, message.formatted(values)));
    }

    private void locations() {
        Set<String> seen = new HashSet<>();
        for (LocationPlan plan : plans) {
            if (!seen.add(plan.location())) {
                broken("location." + plan.location(), "it is there twice");
            }
            if (plan.parts().isEmpty()) {
                broken("location." + plan.location(), "it is in use without a workload");
            }
        }
        problem.mostLocations()
                .filter(most -> plans.size() > most)
                .ifPresent(most -> broken("most-locations", "%d in use, %d allowed", plans.size(), most));
        problem.leastLocations()
                .filter(least -> plans.size() < least)
                .ifPresent(least -> broken("least-locations", "%d in use, %d required", plans.size(), least));
    }

    private void workload(PlaceableWorkload workload) {
        int placed = 0;
        for (LocationPlan plan : plans) {
            int here = plan.parts().getOrDefault(workload.name(), 0);
            placed += here;
            if (here == 0) {
                continue;
            }
            Location location = problem.location(plan.location());
            if (here > workload.most()) {
                broken("parts." + workload.name(), "%d at %s, %d allowed", here, location.id(), workload.most());
            }
            for (ResidencyRule rule : problem.residencyAgainst(workload, location)) {
                broken(
                        "residency." + rule.data(),
                        "%s is at %s, which lies in %s; allowed are %s",
                        workload.name(),
                        location.id(),
                        location.jurisdictions(),
                        rule.jurisdictions());
            }
            if (!problem.isNear(workload, location)) {
                broken(
                        "latency." + workload.name(),
                        "%s to %s, %s allowed",
                        problem.latency(workload, location).orElseThrow(),
                        location.id(),
                        workload.latency().orElseThrow());
            }
        }
        if (placed != workload.count()) {
            broken("workload." + workload.name(), "%d parts placed, %d there are", placed, workload.count());
        }
    }

    /** What the market has of an item is for all locations together. */
    private void market() {
        Map<String, Long> bought = new HashMap<>();
        for (LocationPlan plan : plans) {
            plan.selection().servers().forEach((id, count) -> bought.merge(id, count, Long::sum));
            plan.selection().storage().forEach((id, count) -> bought.merge(id, count, Long::sum));
            plan.selection().cooling().ifPresent(choice -> bought.merge(choice.system(), choice.units(), Long::sum));
        }
        Catalog items = problem.items();
        items.servers().forEach(item -> available(item, item.available(), bought));
        items.storage().forEach(item -> available(item, item.available(), bought));
        items.cooling().forEach(item -> available(item, item.available(), bought));
    }

    private void available(CatalogItem item, Optional<Integer> most, Map<String, Long> bought) {
        long count = bought.getOrDefault(item.id(), 0L);
        most.filter(limit -> count > limit)
                .ifPresent(limit -> broken("available." + item.id(), "%d chosen, %d available", count, limit));
    }
}
