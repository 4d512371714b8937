package io.dcsdk.compute;

import io.dcsdk.item.CatalogItem;
import io.dcsdk.item.ItemRules;
import io.dcsdk.item.Source;
import io.dcsdk.quantity.ComputeRate;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.Precision;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A processor that does the arithmetic of a workload.
 *
 * @param id identifier
 * @param name name
 * @param kind what kind of processor
 * @param peak peak rates of dense arithmetic (without structured sparsity), one for each precision that the processor
 *     computes in; at least one, each above zero
 * @param memory memory of its own, above zero
 * @param memoryBandwidth rate between the memory and the processor, above zero
 * @param link rate of the scale-up links to the other accelerators of the server, per direction, all links together
 *     (NVLink of an H100: 450 GB/s); absent if there are none
 * @param maxPower thermal design power, above zero
 * @param sources sources of the figures
 */
public record Accelerator(
        String id,
        String name,
        AcceleratorKind kind,
        List<ComputeRate> peak,
        DataSize memory,
        DataRate memoryBandwidth,
        Optional<DataRate> link,
        Power maxPower,
        List<Source> sources)
        implements CatalogItem {
    /** Checks the components. */
    public Accelerator {
        ItemRules rules = ItemRules.ofItem(Accelerator.class, "accelerator", id, name, sources);
        rules.required("kind", kind);
        peak = rules.list("peak", peak);
        rules.distinct("peak", peak.stream().map(ComputeRate::precision).toList());
        if (peak.isEmpty()) {
            throw rules.broken("peak", peak, "is empty", "give a rate for each precision it computes in.");
        }
        peak.forEach(rate -> rules.positive("peak", rate));
        rules.positive("memory", memory);
        rules.positive("memoryBandwidth", memoryBandwidth);
        link = Objects.requireNonNullElse(link, Optional.empty());
        link.ifPresent(rate -> rules.positive("link", rate));
        rules.positive("maxPower", maxPower);
        sources = rules.list("sources", sources);
    }

    /**
     * The peak rate at a precision.
     *
     * @param precision what is computed in
     * @return the dense rate, or empty if the processor does not compute in it
     */
    public Optional<ComputeRate> peak(Precision precision) {
        return peak.stream().filter(rate -> rate.precision() == precision).findFirst();
    }
}
