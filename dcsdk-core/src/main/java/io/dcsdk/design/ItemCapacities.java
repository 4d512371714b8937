package io.dcsdk.design;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.compute.Accelerator;
import io.dcsdk.compute.AcceleratorKind;
import io.dcsdk.compute.Server;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Precision;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.storage.AccessProtocol;
import io.dcsdk.storage.StorageUnit;
import io.dcsdk.workload.Demand;
import java.math.BigDecimal;
import java.util.Set;

/**
 * What one unit of an item gives to a demand.
 *
 * <p>A server gives its accelerators' dense peak at the demand's precision times its sustained efficiency; nothing when
 * the accelerator lists no peak there. Accelerators, their memory and its bandwidth count only
 * where the accelerator lists that precision and is no CPU. A storage unit gives usable capacity and rates; nothing when it does not speak all
 * of the protocols.
 */
public final class ItemCapacities {
    private final Catalog catalog;
    private final Precision precision;
    private final Set<AccessProtocol> protocols;

    private ItemCapacities(Catalog catalog, Precision precision, Set<AccessProtocol> protocols) {
        this.catalog = catalog;
        this.precision = precision;
        this.protocols = protocols;
    }

    /**
     * Capacities for a problem.
     *
     * @param problem the problem, with its catalogue
     * @return the capacities of its items
     */
    public static ItemCapacities of(DesignProblem problem) {
        Demand demand = problem.demand();
        return new ItemCapacities(problem.items(), demand.compute().precision(), demand.protocols());
    }

    /**
     * Sustained arithmetic of a server.
     *
     * @param server the server
     * @return accelerators × peak × sustained efficiency
     */
    public ComputeRate compute(Server server) {
        return accelerator(server)
                .peak(precision)
                .map(peak -> peak.times(server.acceleratorCount()).times(server.sustainedEfficiency()))
                .orElse(ComputeRate.zero(precision));
    }

    /**
     * Accelerators of a server.
     *
     * @param server the server
     * @return the number; 0 for CPUs and for accelerators without the demand's precision
     */
    public Ratio accelerators(Server server) {
        return runs(server) ? Ratio.of(server.acceleratorCount()) : Ratio.ZERO;
    }

    /**
     * Accelerator memory of a server.
     *
     * @param server the server
     * @return accelerators × memory; zero for CPUs and for accelerators without the demand's precision
     */
    public DataSize memory(Server server) {
        return runs(server) ? accelerator(server).memory().times(server.acceleratorCount()) : DataSize.ZERO;
    }

    /**
     * Accelerator memory bandwidth of a server.
     *
     * @param server the server
     * @return accelerators × memory bandwidth; zero for CPUs and for accelerators without the demand's precision
     */
    public DataRate memoryBandwidth(Server server) {
        return runs(server) ? accelerator(server).memoryBandwidth().times(server.acceleratorCount()) : DataRate.ZERO;
    }

    /**
     * Usable capacity of a storage unit.
     *
     * @param unit the unit
     * @return raw capacity without its redundancy
     */
    public DataSize storage(StorageUnit unit) {
        return speaks(unit) ? unit.usableCapacity() : DataSize.ZERO;
    }

    /**
     * Read rate of a storage unit.
     *
     * @param unit the unit
     * @return the rate
     */
    public DataRate read(StorageUnit unit) {
        return speaks(unit) ? unit.readRate() : DataRate.ZERO;
    }

    /**
     * Write rate of a storage unit.
     *
     * @param unit the unit
     * @return the rate
     */
    public DataRate write(StorageUnit unit) {
        return speaks(unit) ? unit.writeRate() : DataRate.ZERO;
    }

    /**
     * Metadata operations of a storage unit.
     *
     * @param unit the unit
     * @return operations per second
     */
    public Ratio metadata(StorageUnit unit) {
        return speaks(unit) ? Ratio.of(BigDecimal.valueOf(unit.metadataOperationsPerSecond())) : Ratio.ZERO;
    }

    /** Whether the server has accelerators for the workload: processors, and what lacks the precision, do not count. */
    private boolean runs(Server server) {
        Accelerator item = accelerator(server);
        return item.kind() != AcceleratorKind.CPU && item.peak(precision).isPresent();
    }

    private boolean speaks(StorageUnit unit) {
        return unit.protocols().containsAll(protocols);
    }

    private Accelerator accelerator(Server server) {
        return catalog.accelerator(server);
    }
}
