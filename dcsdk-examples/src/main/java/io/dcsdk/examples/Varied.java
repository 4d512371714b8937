package io.dcsdk.examples;

import io.dcsdk.item.KebabName;
import io.dcsdk.optimizer.supply.FlexibleEntry;
import io.dcsdk.optimizer.supply.StorageEntry;
import io.dcsdk.optimizer.supply.SupplyDocument;
import io.dcsdk.optimizer.supply.SupplyDocument.Carbon;
import io.dcsdk.optimizer.supply.SupplyDocument.CarbonFree;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a sweep varies. */
enum Varied {
    /** Currency per tonne. */
    CARBON_PRICE(false),
    /** Tonnes of the horizon. */
    CARBON_CAP(false),
    /** The least share of the load that is met without carbon in the same hour. */
    HOURLY_CARBON_FREE(false),
    /** The least carbon-free energy of the horizon over the load. */
    ANNUAL_CARBON_FREE(false),
    /** Times the costs of a storage's power and energy. */
    STORAGE_COST(true),
    /** MW of a storage; its energy stays as it was. */
    STORAGE_POWER(true),
    /** Hours that flexible load may wait. */
    WINDOW(true);

    private final boolean named;

    Varied(boolean named) {
        this.named = named;
    }

    static Varied parse(String text) {
        return KebabName.parse(Varied.class, "--vary", text);
    }

    /**
     * The document with another figure.
     *
     * @param document the document
     * @param name of the entry, where one is meant
     * @param value the figure
     */
    SupplyDocument applied(SupplyDocument document, Optional<String> name, double value) {
        if (named != name.isPresent()) {
            throw new BadInput(
                    "--of of --vary %s".formatted(KebabName.of(this)),
                    named ? "is needed" : "is not used",
                    named ? "name the storage or flexible load that is meant." : "leave it out.");
        }
        Optional<Double> figure = Optional.of(value);
        Optional<Carbon> carbon = document.carbon();
        return switch (this) {
            case CARBON_PRICE -> document.withCarbonPrice(value);
            case CARBON_CAP ->
                document.withCarbon(new Carbon(carbon.flatMap(Carbon::price), figure, carbon.flatMap(Carbon::basis)));
            case HOURLY_CARBON_FREE ->
                document.withCarbonFree(
                        new CarbonFree(figure, document.carbonFree().flatMap(CarbonFree::annual)));
            case ANNUAL_CARBON_FREE ->
                document.withCarbonFree(new CarbonFree(document.carbonFree().flatMap(CarbonFree::hourly), figure));
            case STORAGE_COST -> {
                StorageEntry storage = storage(document, name.orElseThrow());
                yield document.withStorage(storage.withCapacities(
                        storage.power().withCostsTimes(value),
                        storage.energy().map(energy -> energy.withCostsTimes(value))));
            }
            case STORAGE_POWER -> {
                StorageEntry storage = storage(document, name.orElseThrow());
                yield document.withStorage(
                        storage.withCapacities(storage.power().fixedAt(value), storage.energy()));
            }
            case WINDOW -> {
                FlexibleEntry load =
                        entry(document.flexible(), FlexibleEntry::name, name.orElseThrow(), "flexible load");
                yield document.withFlexible(load.withWindow(value));
            }
        };
    }

    private static StorageEntry storage(SupplyDocument document, String name) {
        return entry(document.storages(), StorageEntry::name, name, "storage");
    }

    private static <T> T entry(List<T> entries, Function<T, String> nameOf, String name, String kind) {
        return entries.stream()
                .filter(entry -> nameOf.apply(entry).equals(name))
                .findFirst()
                .orElseThrow(() -> new BadInput(
                        "--of (%s)".formatted(name),
                        "there is no %s of this name".formatted(kind),
                        entries.isEmpty()
                                ? "the document has none."
                                : "use one of %s."
                                        .formatted(String.join(
                                                ", ",
                                                entries.stream().map(nameOf).toList()))));
    }
}
