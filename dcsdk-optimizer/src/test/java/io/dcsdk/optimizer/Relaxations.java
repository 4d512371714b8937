package io.dcsdk.optimizer;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.compute.Server;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.Finance;
import io.dcsdk.design.Site;
import io.dcsdk.design.SupplyRule;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.security.SecurityPolicy;
import io.dcsdk.storage.StorageUnit;
import io.dcsdk.workload.Demand;
import io.dcsdk.workload.Requirement;
import io.dcsdk.workload.Workload;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Problems without some of their requirements and limits, stated as problems again. */
final class Relaxations {
    private Relaxations() {}

    /** The problem without those, or empty if a part of them cannot be left out by itself. */
    static Optional<DesignProblem> without(DesignProblem problem, Set<String> names) {
        boolean supply = names.contains("supply-peak") && names.contains("supply-energy");
        boolean shares = problem.supply()
                .filter(rule ->
                        unless(names, "renewable-share", rule.renewableShare()).isPresent()
                                || unless(names, "carbon", rule.carbonPerYear()).isPresent())
                .isPresent();
        boolean half = names.contains("supply-peak") != names.contains("supply-energy") || (supply && shares);
        boolean security = names.stream().anyMatch(name -> name.startsWith("security."));
        boolean floor = names.contains("floor-area") != names.contains("floor-load")
                && problem.siteOrUnlimited().floorLoad().isPresent();
        boolean maximum = names.stream().anyMatch(name -> name.startsWith("maximum."));
        if (half || security || floor || maximum) {
            return Optional.empty();
        }
        Demand demand = problem.demand();
        Finance finance = problem.finance();
        Site site = problem.siteOrUnlimited();
        Workload workload = new Requirement(
                "rest",
                names.contains("compute") ? ComputeRate.zero(demand.compute().precision()) : demand.compute(),
                names.contains("storage") ? DataSize.ZERO : demand.storage(),
                names.contains("network") ? DataRate.ZERO : demand.network(),
                Optional.of(names.contains("accelerators") ? 0 : demand.accelerators()),
                Optional.of(names.contains("accelerator-memory") ? DataSize.ZERO : demand.acceleratorMemory()),
                Optional.of(names.contains("memory-bandwidth") ? DataRate.ZERO : demand.memoryBandwidth()),
                Optional.of(names.contains("storage-read") ? DataRate.ZERO : demand.storageRead()),
                Optional.of(names.contains("storage-write") ? DataRate.ZERO : demand.storageWrite()),
                Optional.of(names.contains("storage-metadata") ? 0L : demand.metadataOperationsPerSecond()),
                demand.protocols());
        return Optional.of(new DesignProblem(
                problem.name(),
                List.of(workload),
                new Finance(
                        finance.horizon(),
                        finance.discountRate(),
                        unless(names, "budget", finance.budget()),
                        finance.staffCost()),
                problem.lambda(),
                problem.utilisation(),
                Optional.of(new Site(
                        unless(names, "site-power", site.power()),
                        unless(names, "racks", site.racks()),
                        site.rackUnits(),
                        unless(names, "rack-power", site.powerPerRack()),
                        site.rackPrice(),
                        unless(names, "floor-area", site.area()),
                        site.areaPerRack(),
                        unless(names, "floor-load", site.floorLoad()))),
                problem.redundancy(),
                problem.fabric(),
                problem.supply()
                        .filter(rule -> !supply)
                        .map(rule -> new SupplyRule(
                                unless(names, "renewable-share", rule.renewableShare()),
                                unless(names, "carbon", rule.carbonPerYear()))),
                problem.policy().or(() -> Optional.of(SecurityPolicy.NONE)),
                problem.software(),
                unless(names, "server-types", problem.serverTypes()),
                unless(names, "energy", problem.energyLimit()),
                Optional.of(catalog(problem.items(), names))));
    }

    private static <T> Optional<T> unless(Set<String> names, String name, Optional<T> value) {
        return names.contains(name) ? Optional.empty() : value;
    }

    private static Catalog catalog(Catalog catalog, Set<String> names) {
        return new Catalog(
                catalog.name(),
                catalog.accelerators(),
                catalog.servers().stream().map(item -> relaxed(item, names)).toList(),
                catalog.software(),
                catalog.storage().stream().map(item -> relaxed(item, names)).toList(),
                catalog.switches(),
                catalog.cooling().stream()
                        .map(item -> item.withAvailable(unless(names, "available." + item.id(), item.available())))
                        .toList(),
                catalog.supplies(),
                catalog.controls());
    }

    private static Server relaxed(Server item, Set<String> names) {
        return item.withAvailable(unless(names, "available." + item.id(), item.available()));
    }

    private static StorageUnit relaxed(StorageUnit item, Set<String> names) {
        return item.withAvailable(unless(names, "available." + item.id(), item.available()));
    }
}
