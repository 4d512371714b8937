package io.dcsdk.workload;

import com.google.common.collect.Sets;
import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Precision;
import io.dcsdk.storage.AccessProtocol;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a data centre must provide at the same time. Zero means "nothing required".
 *
 * @param compute sustained arithmetic, after losses to efficiency
 * @param storage usable capacity, after the overhead of replication or erasure codes
 * @param network rate that the servers can put into the fabric together, per direction
 * @param accelerators number of accelerators that compute in the precision of {@code compute}
 * @param acceleratorMemory memory of all accelerators together
 * @param memoryBandwidth bandwidth of all accelerators' memory together
 * @param storageRead rate of reading from storage
 * @param storageWrite rate of writing to storage
 * @param metadataOperationsPerSecond operations on names and attributes, at least 0
 * @param protocols protocols that the storage must speak: only units that speak all of them count
 * @param derivation how each figure came about
 */
public record Demand(
        ComputeRate compute,
        DataSize storage,
        DataRate network,
        int accelerators,
        DataSize acceleratorMemory,
        DataRate memoryBandwidth,
        DataRate storageRead,
        DataRate storageWrite,
        long metadataOperationsPerSecond,
        Set<AccessProtocol> protocols,
        List<DerivedFigure> derivation) {
    /** Checks the components. */
    public Demand {
        ItemRules rules = ItemRules.of("demand", "");
        rules.nonNegative("compute", compute);
        rules.nonNegative("storage", storage);
        rules.nonNegative("network", network);
        rules.atLeast("accelerators", accelerators, 0);
        rules.nonNegative("acceleratorMemory", acceleratorMemory);
        rules.nonNegative("memoryBandwidth", memoryBandwidth);
        rules.nonNegative("storageRead", storageRead);
        rules.nonNegative("storageWrite", storageWrite);
        rules.atLeast("metadataOperationsPerSecond", metadataOperationsPerSecond, 0);
        protocols = Sets.immutableEnumSet(rules.list("protocols", protocols));
        derivation = rules.list("derivation", derivation);
    }

    /**
     * A demand of nothing.
     *
     * @param precision the precision of its zero compute rate
     * @return the demand
     */
    public static Demand nothing(Precision precision) {
        return new Demand(
                ComputeRate.zero(precision),
                DataSize.ZERO,
                DataRate.ZERO,
                0,
                DataSize.ZERO,
                DataRate.ZERO,
                DataRate.ZERO,
                DataRate.ZERO,
                0,
                Set.of(),
                List.of());
    }

    /**
     * The demand of workloads that run at the same time: every figure is the sum.
     *
     * @param workloads at least one
     * @return the sum
     * @throws io.dcsdk.item.ItemException if there is none, or two of them compute in different precisions
     */
    public static Demand of(Collection<Workload> workloads) {
        return workloads.stream().map(Workload::demand).reduce(Demand::plus).orElseThrow(() -> ItemRules.of(
                        "problem", "")
                .broken("workloads", workloads, "names no workload", "add one."));
    }

    private Demand plus(Demand other) {
        Set<AccessProtocol> bothProtocols = new TreeSet<>(protocols);
        bothProtocols.addAll(other.protocols);
        return new Demand(
                sum(other),
                storage.plus(other.storage),
                network.plus(other.network),
                Math.addExact(accelerators, other.accelerators),
                acceleratorMemory.plus(other.acceleratorMemory),
                memoryBandwidth.plus(other.memoryBandwidth),
                storageRead.plus(other.storageRead),
                storageWrite.plus(other.storageWrite),
                Math.addExact(metadataOperationsPerSecond, other.metadataOperationsPerSecond),
                bothProtocols,
                Stream.concat(derivation.stream(), other.derivation.stream()).toList());
    }

    /** Where nothing is computed, the precision of a zero rate says nothing. */
    private boolean computes() {
        return !compute.isZero() || accelerators > 0;
    }

    private ComputeRate sum(Demand added) {
        ComputeRate other = added.compute;
        if (!added.computes()) {
            return compute;
        }
        if (!computes()) {
            return other;
        }
        if (compute.precision() != other.precision()) {
            throw ItemRules.of("problem", "")
                    .broken(
                            "workloads",
                            compute + " and " + other,
                            "compute in different precisions",
                            "state both in the precision that the hardware will run, or plan them apart.");
        }
        return compute.plus(other);
    }
}
