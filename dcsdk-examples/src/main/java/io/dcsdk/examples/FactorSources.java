package io.dcsdk.examples;

import com.google.common.collect.ImmutableMap;
import io.dcsdk.optimizer.supply.SupplyDocument;
import io.dcsdk.optimizer.supply.SupplyValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

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
        return stated(document, sources.buildOrThrow());
    }

    /** The same, led by the sources that the document names; what is behind the meter has no factor of the grid. */
    private static Map<String, String> stated(SupplyDocument document, Map<String, String> factors) {
        Map<String, String> all = new LinkedHashMap<>(factors);
        document.agreements().stream()
                .filter(agreement -> agreement.behindTheMeter().orElse(false))
                .forEach(agreement -> all.put(agreement.name(), "behind the meter, nothing of it out of the grid"));
        document.sources().forEach(source -> lead(all, source.name(), source.carbonSource()));
        document.agreements().forEach(agreement -> lead(all, agreement.name(), agreement.carbonSource()));
        document.generators().forEach(generator -> lead(all, generator.name(), generator.carbonSource()));
        return ImmutableMap.copyOf(all);
    }

    private static void lead(Map<String, String> factors, String entry, Optional<String> source) {
        source.ifPresent(text -> factors.merge(entry, text, (described, from) -> "%s: %s"
                .formatted(from, described.replace(", as the document states", ""))));
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
