package io.dcsdk.examples;

import com.google.common.collect.ImmutableMap;
import io.dcsdk.optimizer.supply.SupplyDocument;
import io.dcsdk.optimizer.supply.SupplyValue;
import java.util.Map;

/** Where a supply document has the carbon factors of its sources from. */
final class FactorSources {
    private FactorSources() {}

    /** By the name of the source, of those with a factor. */
    static Map<String, String> of(SupplyDocument document) {
        ImmutableMap.Builder<String, String> sources = ImmutableMap.builder();
        document.sources().forEach(source -> source.carbon()
                .ifPresent(factor -> sources.put(source.name(), described(document, factor))));
        document.agreements().forEach(agreement -> agreement
                .carbon()
                .ifPresent(factor -> sources.put(agreement.name(), described(document, factor))));
        document.generators().forEach(generator -> generator
                .fuelCarbon()
                .ifPresent(factor -> sources.put(generator.name(), "of fuel: " + described(document, factor))));
        return sources.buildOrThrow();
    }

    private static String described(SupplyDocument document, SupplyValue factor) {
        if (factor.series().isEmpty()) {
            return "%s t/MWh, as the document states".formatted(Rounded.number(factor.number()));
        }
        String name = factor.series().get();
        var entry = document.series().get(name);
        return entry == null || entry.file().isEmpty()
                ? "by the hour, series %s of the document".formatted(name)
                : "by the hour, %s, %s"
                        .formatted(entry.file().get(), entry.column().orElse(name));
    }
}
