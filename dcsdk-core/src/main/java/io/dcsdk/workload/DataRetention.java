package io.dcsdk.workload;

import com.google.common.collect.Sets;
import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Precision;
import io.dcsdk.quantity.TimeSpan;
import io.dcsdk.storage.AccessProtocol;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Data that keeps coming and is kept for a time.
 *
 * @param name what people call it
 * @param initial what is there at the start, if anything
 * @param ingestPerDay what comes each day
 * @param retention how long each piece is kept, above zero
 * @param read rate of reading, if that is required
 * @param protocols protocols that the storage must speak; may be empty
 */
public record DataRetention(
        String name,
        Optional<DataSize> initial,
        DataSize ingestPerDay,
        TimeSpan retention,
        Optional<DataRate> read,
        Set<AccessProtocol> protocols)
        implements Workload {
    /** Checks the components. */
    public DataRetention {
        ItemRules rules = ItemRules.of("data retention", String.valueOf(name));
        rules.text("name", name, 120);
        initial = Objects.requireNonNullElse(initial, Optional.empty());
        initial.ifPresent(size -> rules.nonNegative("initial", size));
        rules.nonNegative("ingestPerDay", ingestPerDay);
        rules.positive("retention", retention);
        read = Objects.requireNonNullElse(read, Optional.empty());
        read.ifPresent(rate -> rules.nonNegative("read", rate));
        protocols = Sets.immutableEnumSet(rules.list("protocols", protocols));
    }

    @Override
    public Demand demand() {
        DemandLedger ledger = new DemandLedger(name, Precision.BF16);
        initial.ifPresent(size -> ledger.storage(size, "what is there at the start", "stated"));
        DataRate ingest = ingestPerDay.dividedBy(TimeSpan.days(1));
        // Size times time before division: a terabyte a day for 30 days is 30 TB to the last digit.
        DataSize kept =
                ingestPerDay.times(retention.base()).dividedBy(TimeSpan.days(1).base());
        ledger.storage(kept, "%s a day kept for %s".formatted(ingestPerDay, retention), "steady state");
        ledger.storageWrite(ingest, "%s a day".formatted(ingestPerDay), "steady state");
        read.ifPresent(rate -> ledger.storageRead(rate, "stated", "stated"));
        ledger.protocols(protocols);
        return ledger.demand();
    }
}
