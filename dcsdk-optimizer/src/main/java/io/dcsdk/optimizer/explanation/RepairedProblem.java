package io.dcsdk.optimizer.explanation;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.catalog.CatalogOverlay;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.Finance;
import io.dcsdk.design.Site;
import io.dcsdk.design.SupplyRule;
import io.dcsdk.energy.Supply;
import io.dcsdk.quantity.Area;
import io.dcsdk.quantity.CarbonMass;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.FloorLoad;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.security.ControlFamily;
import io.dcsdk.security.ControlKind;
import io.dcsdk.security.SecurityPolicy;
import io.dcsdk.workload.Demand;
import io.dcsdk.workload.Requirement;
import io.dcsdk.workload.Workload;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A problem with other figures. Where a demand moves, the workloads are replaced by what they demand: a derived figure can be
 * lowered, the workload that it was derived from cannot be guessed.
 */
public final class RepairedProblem {
    private final DesignProblem problem;
    private final Map<String, BigDecimal> figures;

    private RepairedProblem(DesignProblem problem, Map<String, BigDecimal> figures) {
        this.problem = problem;
        this.figures = figures;
    }

    /**
     * The problem with other figures.
     *
     * @param problem the problem, with its catalogue
     * @param figures by name, in the units of {@link StatedFigure}; security that falls to 0 is not required
     * @return the changed problem
     * @throws io.dcsdk.item.ItemException if a figure is out of its range
     */
    public static DesignProblem of(DesignProblem problem, Map<String, BigDecimal> figures) {
        return new RepairedProblem(problem, figures).changed();
    }

    private Optional<BigDecimal> figure(String name) {
        return Optional.ofNullable(figures.get(name));
    }

    private DesignProblem changed() {
        return new DesignProblem(
                problem.name(),
                workloads(),
                finance(),
                problem.lambda(),
                problem.utilisation(),
                problem.site().map(this::site),
                problem.redundancy(),
                problem.fabric(),
                problem.supply().map(this::supply),
                problem.policy().map(this::policy),
                problem.software(),
                problem.serverTypes().map(most -> whole("server-types", most)),
                problem.energyLimit().map(stated -> figure("energy")
                        .map(value -> Energy.of(value, Energy.Unit.KILOWATT_HOUR))
                        .orElse(stated)),
                problem.catalog().map(this::catalog));
    }

    private int whole(String name, int stated) {
        return figure(name).map(BigDecimal::intValueExact).orElse(stated);
    }

    private Finance finance() {
        Finance stated = problem.finance();
        return figure("budget")
                .map(most -> stated.withBudget(Money.of(most, Money.Unit.USD)))
                .orElse(stated);
    }

    private List<Workload> workloads() {
        Set<String> demands = Set.of(
                "compute",
                "accelerators",
                "accelerator-memory",
                "memory-bandwidth",
                "network",
                "storage",
                "storage-read",
                "storage-write",
                "storage-metadata");
        if (figures.keySet().stream().noneMatch(demands::contains)) {
            return problem.workloads();
        }
        Demand demand = problem.demand();
        return List.of(new Requirement(
                "repaired demand",
                figure("compute")
                        .map(value -> ComputeRate.of(
                                value,
                                ComputeRate.Unit.TERAFLOP_PER_SECOND,
                                demand.compute().precision()))
                        .orElse(demand.compute()),
                size("storage", demand.storage()),
                rate("network", demand.network()),
                Optional.of(whole("accelerators", demand.accelerators())),
                Optional.of(size("accelerator-memory", demand.acceleratorMemory())),
                Optional.of(rate("memory-bandwidth", demand.memoryBandwidth())),
                Optional.of(rate("storage-read", demand.storageRead())),
                Optional.of(rate("storage-write", demand.storageWrite())),
                Optional.of(figure("storage-metadata")
                        .map(BigDecimal::longValueExact)
                        .orElse(demand.metadataOperationsPerSecond())),
                demand.protocols()));
    }

    private DataSize size(String name, DataSize stated) {
        return figure(name)
                .map(value -> DataSize.of(value, DataSize.Unit.GIGABYTE))
                .orElse(stated);
    }

    private DataRate rate(String name, DataRate stated) {
        return figure(name)
                .map(value -> DataRate.of(value, DataRate.Unit.GIGABYTE_PER_SECOND))
                .orElse(stated);
    }

    private Power power(String name, Power stated) {
        return figure(name).map(value -> Power.of(value, Power.Unit.KILOWATT)).orElse(stated);
    }

    private Site site(Site site) {
        return new Site(
                site.power().map(stated -> power("site-power", stated)),
                site.racks().map(stated -> whole("racks", stated)),
                site.rackUnits(),
                site.powerPerRack().map(stated -> power("rack-power", stated)),
                site.rackPrice(),
                site.area().map(stated -> figure("floor-area")
                        .map(value -> Area.of(value, Area.Unit.SQUARE_METRE))
                        .orElse(stated)),
                site.areaPerRack(),
                site.floorLoad().map(stated -> figure("floor-load")
                        .map(value -> FloorLoad.of(value, FloorLoad.Unit.KILOGRAM_PER_SQUARE_METRE))
                        .orElse(stated)));
    }

    private SupplyRule supply(SupplyRule rule) {
        return new SupplyRule(
                rule.renewableShare()
                        .map(stated -> figure("renewable-share").map(Ratio::of).orElse(stated)),
                rule.carbonPerYear().map(stated -> figure("carbon")
                        .map(value -> CarbonMass.of(value, CarbonMass.Unit.TONNE))
                        .orElse(stated)));
    }

    private SecurityPolicy policy(SecurityPolicy policy) {
        Map<ControlFamily, Integer> coverage = new EnumMap<>(ControlFamily.class);
        policy.coverage().forEach((family, stated) -> {
            int least = whole("security." + family, stated);
            if (least > 0) {
                coverage.put(family, least);
            }
        });
        Set<ControlKind> controls = EnumSet.noneOf(ControlKind.class);
        policy.controls().stream()
                .filter(kind -> whole("security." + kind, 1) > 0)
                .forEach(controls::add);
        return new SecurityPolicy(coverage, controls);
    }

    private Catalog catalog(Catalog catalog) {
        RepairedItems items = new RepairedItems(figures);
        return catalog.with(new CatalogOverlay(
                "repaired",
                List.of(),
                catalog.servers().stream().map(items::server).toList(),
                List.of(),
                catalog.storage().stream().map(items::storage).toList(),
                List.of(),
                catalog.cooling().stream().map(items::cooling).toList(),
                catalog.supplies().stream().map(this::supply).toList(),
                List.of()));
    }

    private Supply supply(Supply item) {
        return item.withMaximum(item.maximum().map(stated -> power("maximum." + item.id(), stated)));
    }
}
