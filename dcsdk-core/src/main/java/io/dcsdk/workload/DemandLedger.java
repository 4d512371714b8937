package io.dcsdk.workload;

import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Precision;
import io.dcsdk.storage.AccessProtocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Collects the figures of one workload's demand together with the formulas that gave them. */
final class DemandLedger {
    private final String workload;
    private final List<DerivedFigure> lines = new ArrayList<>();
    private ComputeRate compute;
    private DataSize storage = DataSize.ZERO;
    private DataRate network = DataRate.ZERO;
    private int accelerators;
    private DataSize acceleratorMemory = DataSize.ZERO;
    private DataRate memoryBandwidth = DataRate.ZERO;
    private DataRate storageRead = DataRate.ZERO;
    private DataRate storageWrite = DataRate.ZERO;
    private long metadataOperations;
    private Set<AccessProtocol> protocols = Set.of();

    DemandLedger(String workload, Precision precision) {
        this.workload = workload;
        this.compute = ComputeRate.zero(precision);
    }

    /** Records an intermediate figure. */
    <T> T note(String figure, T value, String formula, String source) {
        lines.add(new DerivedFigure(workload, figure, value.toString(), formula, source));
        return value;
    }

    void compute(ComputeRate value, String formula, String source) {
        compute = compute.plus(note("compute", value, formula, source));
    }

    void storage(DataSize value, String formula, String source) {
        storage = storage.plus(note("storage", value, formula, source));
    }

    void network(DataRate value, String formula, String source) {
        network = network.plus(note("network", value, formula, source));
    }

    void accelerators(int value, String formula, String source) {
        accelerators = Math.addExact(accelerators, note("accelerators", value, formula, source));
    }

    void acceleratorMemory(DataSize value, String formula, String source) {
        acceleratorMemory = acceleratorMemory.plus(note("accelerator memory", value, formula, source));
    }

    void memoryBandwidth(DataRate value, String formula, String source) {
        memoryBandwidth = memoryBandwidth.plus(note("memory bandwidth", value, formula, source));
    }

    void storageRead(DataRate value, String formula, String source) {
        storageRead = storageRead.plus(note("storage read", value, formula, source));
    }

    void storageWrite(DataRate value, String formula, String source) {
        storageWrite = storageWrite.plus(note("storage write", value, formula, source));
    }

    void metadataOperations(long value, String formula, String source) {
        metadataOperations = Math.addExact(metadataOperations, note("metadata operations/s", value, formula, source));
    }

    void protocols(Set<AccessProtocol> values) {
        protocols = values;
    }

    Demand demand() {
        return new Demand(
                compute,
                storage,
                network,
                accelerators,
                acceleratorMemory,
                memoryBandwidth,
                storageRead,
                storageWrite,
                metadataOperations,
                protocols,
                lines);
    }
}
