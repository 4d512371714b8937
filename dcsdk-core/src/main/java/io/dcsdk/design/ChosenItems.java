package io.dcsdk.design;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.compute.Server;
import io.dcsdk.energy.CoolingSystem;
import io.dcsdk.energy.Supply;
import io.dcsdk.item.CatalogItem;
import io.dcsdk.item.ItemRules;
import io.dcsdk.network.NetworkSwitch;
import io.dcsdk.security.SecurityControl;
import io.dcsdk.storage.StorageUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A selection with its identifiers resolved in the catalogue. */
record ChosenItems(
        Map<Server, Long> servers,
        Map<StorageUnit, Long> storage,
        Optional<NetworkSwitch> networkSwitch,
        Optional<FabricChoice> fabric,
        long racks,
        Optional<CoolingSystem> cooling,
        long coolingUnits,
        Map<Supply, SupplyUse> supplies,
        List<SecurityControl> controls) {

    static ChosenItems of(DesignProblem problem, Selection selection) {
        Catalog catalog = problem.items();
        return new ChosenItems(
                resolve("server", catalog.servers(), selection.servers()),
                resolve("storage unit", catalog.storage(), selection.storage()),
                selection.fabric().map(fabric -> find("switch", catalog.switches(), fabric.networkSwitch())),
                selection.fabric(),
                selection.racks(),
                selection.cooling().map(choice -> find("cooling system", catalog.cooling(), choice.system())),
                selection.cooling().map(CoolingChoice::units).orElse(0L),
                resolve("supply", catalog.supplies(), selection.supplies()),
                selection.controls().stream()
                        .map(id -> find("control", catalog.controls(), id))
                        .toList());
    }

    private static <I extends CatalogItem, V> Map<I, V> resolve(String kind, List<I> items, Map<String, V> chosen) {
        Map<I, V> resolved = new LinkedHashMap<>();
        chosen.forEach((id, value) -> resolved.put(find(kind, items, id), value));
        return resolved;
    }

    private static <I extends CatalogItem> I find(String kind, List<I> items, String id) {
        return items.stream().filter(item -> item.id().equals(id)).findFirst().orElseThrow(() -> ItemRules.of(
                        "selection", "")
                .broken(kind, id, "is not in the catalogue", "select from the catalogue of the problem."));
    }

    long serverCount() {
        return servers.values().stream().mapToLong(Long::longValue).sum();
    }
}
