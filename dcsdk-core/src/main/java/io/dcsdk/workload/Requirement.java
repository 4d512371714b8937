package io.dcsdk.workload;

import com.google.common.collect.Sets;
import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.storage.AccessProtocol;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The plain requirement: C_req, S_req, N_req, stated rather than derived.
 *
 * @param name what people call it
 * @param compute sustained arithmetic
 * @param storage usable capacity
 * @param network rate that the servers can put into the fabric together, per direction
 * @param accelerators number of accelerators, if that is required
 * @param acceleratorMemory memory of all accelerators together, if that is required
 * @param memoryBandwidth bandwidth of all accelerators' memory together, if that is required
 * @param storageRead rate of reading from storage, if that is required
 * @param storageWrite rate of writing to storage, if that is required
 * @param metadataOperationsPerSecond metadata operations, if that is required
 * @param protocols protocols that the storage must speak; may be empty
 */
public record Requirement(
        String name,
        ComputeRate compute,
        DataSize storage,
        DataRate network,
        Optional<Integer> accelerators,
        Optional<DataSize> acceleratorMemory,
        Optional<DataRate> memoryBandwidth,
        Optional<DataRate> storageRead,
        Optional<DataRate> storageWrite,
        Optional<Long> metadataOperationsPerSecond,
        Set<AccessProtocol> protocols)
        implements Workload {
    private static final String STATED = "stated";

    /** Checks the components. */
    public Requirement {
        ItemRules rules = ItemRules.of("requirement", String.valueOf(name));
        rules.text("name", name, 120);
        rules.nonNegative("compute", compute);
        rules.nonNegative("storage", storage);
        rules.nonNegative("network", network);
        accelerators = Objects.requireNonNullElse(accelerators, Optional.empty());
        accelerators.ifPresent(count -> rules.atLeast("accelerators", count, 0));
        acceleratorMemory = Objects.requireNonNullElse(acceleratorMemory, Optional.empty());
        acceleratorMemory.ifPresent(size -> rules.nonNegative("acceleratorMemory", size));
        memoryBandwidth = Objects.requireNonNullElse(memoryBandwidth, Optional.empty());
        memoryBandwidth.ifPresent(rate -> rules.nonNegative("memoryBandwidth", rate));
        storageRead = Objects.requireNonNullElse(storageRead, Optional.empty());
        storageRead.ifPresent(rate -> rules.nonNegative("storageRead", rate));
        storageWrite = Objects.requireNonNullElse(storageWrite, Optional.empty());
        storageWrite.ifPresent(rate -> rules.nonNegative("storageWrite", rate));
        metadataOperationsPerSecond = Objects.requireNonNullElse(metadataOperationsPerSecond, Optional.empty());
        metadataOperationsPerSecond.ifPresent(count -> rules.atLeast("metadataOperationsPerSecond", count, 0));
        protocols = Sets.immutableEnumSet(rules.list("protocols", protocols));
    }

    /**
     * The three requirements of the founding formula.
     *
     * @param name what people call it
     * @param compute sustained arithmetic
     * @param storage usable capacity
     * @param network rate into the fabric
     * @return the requirement
     */
    public static Requirement of(String name, ComputeRate compute, DataSize storage, DataRate network) {
        return new Requirement(
                name,
                compute,
                storage,
                network,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of());
    }

    @Override
    public Demand demand() {
        DemandLedger ledger = new DemandLedger(name, compute.precision());
        ledger.compute(compute, STATED, STATED);
        ledger.storage(storage, STATED, STATED);
        ledger.network(network, STATED, STATED);
        accelerators.ifPresent(value -> ledger.accelerators(value, STATED, STATED));
        acceleratorMemory.ifPresent(value -> ledger.acceleratorMemory(value, STATED, STATED));
        memoryBandwidth.ifPresent(value -> ledger.memoryBandwidth(value, STATED, STATED));
        storageRead.ifPresent(value -> ledger.storageRead(value, STATED, STATED));
        storageWrite.ifPresent(value -> ledger.storageWrite(value, STATED, STATED));
        metadataOperationsPerSecond.ifPresent(value -> ledger.metadataOperations(value, STATED, STATED));
        ledger.protocols(protocols);
        return ledger.demand();
    }
}
