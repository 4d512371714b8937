package io.dcsdk.catalog;

import io.dcsdk.compute.Accelerator;
import io.dcsdk.compute.Server;
import io.dcsdk.compute.SoftwareEnvironment;
import io.dcsdk.document.Documents;
import io.dcsdk.energy.CoolingSystem;
import io.dcsdk.energy.Supply;
import io.dcsdk.item.CatalogItem;
import io.dcsdk.item.ItemRules;
import io.dcsdk.network.NetworkSwitch;
import io.dcsdk.security.SecurityControl;
import io.dcsdk.storage.StorageUnit;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Items to lay over a catalogue: one with an identifier of the catalogue replaces its item, others are added. Unlike a
 * {@link Catalog} its servers may name accelerators that only the catalogue below has. Every list may be absent.
 *
 * @param name its name, 1 to 120 characters
 * @param accelerators accelerators
 * @param servers servers
 * @param software software environments
 * @param storage units of storage
 * @param switches network switches
 * @param cooling cooling systems
 * @param supplies supplies of electric energy
 * @param controls security controls
 */
public record CatalogOverlay(
        String name,
        List<Accelerator> accelerators,
        List<Server> servers,
        List<SoftwareEnvironment> software,
        List<StorageUnit> storage,
        List<NetworkSwitch> switches,
        List<CoolingSystem> cooling,
        List<Supply> supplies,
        List<SecurityControl> controls) {
    /** Checks that no identifier is there twice. */
    public CatalogOverlay {
        ItemRules rules = ItemRules.of("catalogue overlay", Objects.requireNonNullElse(name, ""));
        rules.text("name", name, 120);
        accelerators = rules.list("accelerators", accelerators);
        servers = rules.list("servers", servers);
        software = rules.list("software", software);
        storage = rules.list("storage", storage);
        switches = rules.list("switches", switches);
        cooling = rules.list("cooling", cooling);
        supplies = rules.list("supplies", supplies);
        controls = rules.list("controls", controls);
        rules.distinct(
                "id",
                Stream.of(accelerators, servers, software, storage, switches, cooling, supplies, controls)
                        .flatMap(List::stream)
                        .map(CatalogItem::id)
                        .toList());
    }

    /**
     * Reads an overlay from a file.
     *
     * @param file a file named .json, .yaml or .yml
     * @return the overlay
     * @throws io.dcsdk.document.DocumentException if the file is absent or says anything but a valid overlay
     */
    public static CatalogOverlay read(Path file) {
        return Documents.read(file, CatalogOverlay.class);
    }
}
