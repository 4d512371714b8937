package io.dcsdk.design;

import io.dcsdk.compute.Server;
import io.dcsdk.fabric.FatTreeRule;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Quantity;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.security.Overhead;
import io.dcsdk.security.PolicyGaps;
import io.dcsdk.storage.StorageUnit;
import io.dcsdk.workload.Demand;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Checks what the demand requires: capacities with the overhead of the chosen controls, also after failures, and security
 * coverage. {@link LimitCheck} checks what the place allows.
 */
final class RequirementCheck {
    private final DesignProblem problem;
    private final ChosenItems chosen;
    private final Demand demand;
    private final List<Violation> violations = new ArrayList<>();

    private RequirementCheck(DesignProblem problem, ChosenItems chosen) {
        this.problem = problem;
        this.chosen = chosen;
        this.demand = problem.demand();
    }

    static List<Violation> of(DesignProblem problem, ChosenItems chosen, Loads loads, Cost cost) {
        RequirementCheck check = new RequirementCheck(problem, chosen);
        check.capacities();
        check.coverage();
        check.types();
        check.violations.addAll(LimitCheck.of(problem, chosen, loads, cost));
        return check.violations;
    }

    private void capacities() {
        Overhead overhead = Overhead.of(chosen.controls());
        int servers = problem.redundancyOrNone().failingServers();
        int units = problem.redundancyOrNone().failingStorage();
        Ratio compute = Ratio.ONE.plus(overhead.compute());
        Ratio storage = Ratio.ONE.plus(overhead.storage());
        Ratio network = Ratio.ONE.plus(overhead.network());
        ItemCapacities capacities = ItemCapacities.of(problem);

        ComputeRate noCompute = ComputeRate.zero(demand.compute().precision());
        atLeast(
                "compute",
                chosen.servers(),
                capacities::compute,
                noCompute,
                demand.compute().times(compute),
                servers);
        atLeast(
                "accelerators",
                chosen.servers(),
                capacities::accelerators,
                Ratio.ZERO,
                Ratio.of(demand.accelerators()),
                servers);
        atLeast(
                "accelerator-memory",
                chosen.servers(),
                capacities::memory,
                DataSize.ZERO,
                demand.acceleratorMemory(),
                servers);
        atLeast(
                "memory-bandwidth",
                chosen.servers(),
                capacities::memoryBandwidth,
                DataRate.ZERO,
                demand.memoryBandwidth(),
                servers);
        // Down over up ports may be no decimal: both sides are multiplied instead.
        int up = portsOfLeaf(FatTreeRule::upPorts);
        int down = portsOfLeaf(FatTreeRule::downPorts);
        atLeast(
                "network",
                chosen.servers(),
                server -> server.fabricBandwidth().times(up),
                DataRate.ZERO,
                demand.network().times(network).times(down),
                servers);
        Map<StorageUnit, Long> stores = chosen.storage();
        atLeast(
                "storage",
                stores,
                capacities::storage,
                DataSize.ZERO,
                demand.storage().times(storage),
                units);
        atLeast(
                "storage-read",
                stores,
                capacities::read,
                DataRate.ZERO,
                demand.storageRead().times(storage),
                units);
        atLeast(
                "storage-write",
                stores,
                capacities::write,
                DataRate.ZERO,
                demand.storageWrite().times(storage),
                units);
        Ratio operations = Ratio.of(BigDecimal.valueOf(demand.metadataOperationsPerSecond()))
                .times(storage);
        atLeast("storage-metadata", stores, capacities::metadata, Ratio.ZERO, operations, units);
    }

    /** Ports of a leaf of the chosen tree; 1 for a single switch or no fabric, which are never over-subscribed. */
    private int portsOfLeaf(ToIntFunction<FatTreeRule> ports) {
        return chosen.fabric()
                .filter(fabric -> fabric.tiers() > 1)
                .flatMap(fabric -> chosen.networkSwitch())
                .map(item -> ports.applyAsInt(problem.fabricOrNonBlocking().treeOf(item.ports())))
                .orElse(1);
    }

    /** The sum over all units, less {@code failing} units of any one type that is used, must reach the requirement. */
    private <I, Q extends Quantity<Q>> void atLeast(
            String name, Map<I, Long> counts, Function<I, Q> capacity, Q zero, Q required, int failing) {
        if (required.isZero()) {
            return;
        }
        Q total = zero;
        for (Map.Entry<I, Long> entry : counts.entrySet()) {
            total = total.plus(capacity.apply(entry.getKey()).times(entry.getValue()));
        }
        Q worst = total;
        for (I item : counts.keySet()) {
            Q rest = total.minus(capacity.apply(item).times(failing));
            worst = rest.compareTo(worst) < 0 ? rest : worst;
        }
        if (required.minus(worst).compareTo(required.times(LimitCheck.ROUNDING)) > 0) {
            String after = failing == 0 ? "" : " after " + failing + " failures";
            violations.add(new Violation(name, "%s provided%s, %s required".formatted(worst, after, required)));
        }
    }

    private void coverage() {
        PolicyGaps gaps = problem.policyOrNone().gaps(chosen.controls());
        if (!gaps.closed()) {
            violations.add(new Violation("security", gaps.describe()));
        }
    }

    private void types() {
        problem.serverTypes().ifPresent(most -> {
            Collection<Server> used = chosen.servers().keySet();
            if (used.size() > most) {
                violations.add(new Violation(
                        "server-types", "%d types of servers chosen, at most %d allowed".formatted(used.size(), most)));
            }
        });
    }
}
