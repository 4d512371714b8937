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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All that a design can choose from. Identifiers are unique over all lists, and each server's accelerator is there.
 *
 * @param name its name, 1 to 1000 characters
 * @param accelerators accelerators, which come with servers
 * @param servers servers
 * @param software software environments
 * @param storage units of storage
 * @param switches network switches
 * @param cooling cooling systems
 * @param supplies supplies of electric energy
 * @param controls security controls
 */
public record Catalog(
        String name,
        List<Accelerator> accelerators,
        List<Server> servers,
        List<SoftwareEnvironment> software,
        List<StorageUnit> storage,
        List<NetworkSwitch> switches,
        List<CoolingSystem> cooling,
        List<Supply> supplies,
        List<SecurityControl> controls) {
    /** Checks identifiers and references. */
    public Catalog {
        ItemRules rules = ItemRules.of("catalogue", Objects.requireNonNullElse(name, ""));
        rules.text("name", name, 1000);
        accelerators = rules.list("accelerators", accelerators);
        servers = rules.list("servers", servers);
        software = rules.list("software", software);
        storage = rules.list("storage", storage);
        switches = rules.list("switches", switches);
        cooling = rules.list("cooling", cooling);
        supplies = rules.list("supplies", supplies);
        controls = rules.list("controls", controls);
        checkIdentifiers(
                rules,
                Map.of(
                        "accelerators", accelerators,
                        "servers", servers,
                        "software", software,
                        "storage", storage,
                        "switches", switches,
                        "cooling", cooling,
                        "supplies", supplies,
                        "controls", controls));
        List<String> known = accelerators.stream().map(Accelerator::id).toList();
        for (Server server : servers) {
            if (!known.contains(server.accelerator())) {
                throw ItemRules.of("server", server.id())
                        .broken(
                                "accelerator",
                                server.accelerator(),
                                "is not in catalogue " + name,
                                known.isEmpty()
                                        ? "add it under accelerators."
                                        : "add it under accelerators, or use one of " + String.join(", ", known) + ".");
            }
        }
    }

    private static void checkIdentifiers(ItemRules rules, Map<String, List<? extends CatalogItem>> lists) {
        Map<String, String> listOf = new HashMap<>();
        lists.keySet().stream().sorted().forEach(list -> {
            for (CatalogItem item : Objects.requireNonNull(lists.get(list))) {
                String other = listOf.put(item.id(), list);
                if (other != null) {
                    String where = other.equals(list) ? "twice in " + list : "in " + other + " and in " + list;
                    throw rules.broken("id", item.id(), "is there " + where, "rename one of the two.");
                }
            }
        });
    }

    /**
     * The catalogue that comes with the SDK: real products, each figure with its source and year, prices as estimates.
     *
     * @return the catalogue, always the same instance
     */
    public static Catalog builtIn() {
        return BuiltInCatalog.INSTANCE;
    }

    /**
     * Reads a whole catalogue from a file. To extend the built-in one read a {@link CatalogOverlay}.
     *
     * @param file a file named .json, .yaml or .yml
     * @return the catalogue
     * @throws io.dcsdk.document.DocumentException if the file is absent or says anything but a valid catalogue
     */
    public static Catalog read(Path file) {
        return Documents.read(file, Catalog.class);
    }

    /**
     * All items.
     *
     * @return accelerators, servers, software, storage, switches, cooling, supplies and controls, each in the order of
     *     its list
     */
    public List<CatalogItem> items() {
        return Stream.of(accelerators, servers, software, storage, switches, cooling, supplies, controls)
                .<CatalogItem>flatMap(List::stream)
                .toList();
    }

    /**
     * The item of an identifier.
     *
     * @param id the identifier
     * @return the item, or empty if there is none
     */
    public Optional<CatalogItem> find(String id) {
        return items().stream().filter(item -> item.id().equals(id)).findFirst();
    }

    /**
     * The accelerator of a server.
     *
     * @param server a server of this catalogue
     * @return its accelerator
     * @throws io.dcsdk.item.ItemException if the catalogue has no such accelerator
     */
    public Accelerator accelerator(Server server) {
        return accelerators.stream()
                .filter(accelerator -> accelerator.id().equals(server.accelerator()))
                .findFirst()
                .orElseThrow(() -> ItemRules.of("server", server.id())
                        .broken(
                                "accelerator",
                                server.accelerator(),
                                "is not in catalogue " + name,
                                "the server is of another catalogue."));
    }

    /**
     * This catalogue under another.
     *
     * @param overlay items that replace those of the same identifier and list, in their place; others follow
     * @return a catalogue named {@code name + overlay}
     * @throws io.dcsdk.item.ItemException if an identifier then is in two lists, or a server's accelerator is missing
     */
    public Catalog with(CatalogOverlay overlay) {
        return new Catalog(
                name + " + " + overlay.name(),
                merged(accelerators, overlay.accelerators()),
                merged(servers, overlay.servers()),
                merged(software, overlay.software()),
                merged(storage, overlay.storage()),
                merged(switches, overlay.switches()),
                merged(cooling, overlay.cooling()),
                merged(supplies, overlay.supplies()),
                merged(controls, overlay.controls()));
    }

    /**
     * This catalogue under another.
     *
     * @param overlay items that replace those of the same identifier and list, in their place; others follow
     * @return a catalogue named {@code name + overlay}
     * @throws io.dcsdk.item.ItemException if an identifier then is in two lists
     */
    public Catalog with(Catalog overlay) {
        return with(new CatalogOverlay(
                overlay.name,
                overlay.accelerators,
                overlay.servers,
                overlay.software,
                overlay.storage,
                overlay.switches,
                overlay.cooling,
                overlay.supplies,
                overlay.controls));
    }

    private static <T extends CatalogItem> List<T> merged(List<T> base, List<T> over) {
        Map<String, T> byId = new LinkedHashMap<>();
        base.forEach(item -> byId.put(item.id(), item));
        over.forEach(item -> byId.put(item.id(), item));
        return new ArrayList<>(byId.values());
    }

    /**
     * A selection. The accelerators of selected servers are kept as well.
     *
     * @param ids identifiers to keep
     * @return a catalogue of the same name
     * @throws io.dcsdk.item.ItemException if an identifier is unknown
     */
    public Catalog only(Set<String> ids) {
        checkKnown(ids);
        Set<String> kept = new HashSet<>(ids);
        servers.stream()
                .filter(server -> ids.contains(server.id()))
                .map(Server::accelerator)
                .forEach(kept::add);
        return filtered(item -> kept.contains(item.id()));
    }

    /**
     * All but a selection.
     *
     * @param ids identifiers to leave out; an accelerator only together with its servers
     * @return a catalogue of the same name
     * @throws io.dcsdk.item.ItemException if an identifier is unknown, or a server's accelerator is then missing
     */
    public Catalog without(Set<String> ids) {
        checkKnown(ids);
        return filtered(item -> !ids.contains(item.id()));
    }

    private void checkKnown(Set<String> ids) {
        Set<String> unknown = new TreeSet<>(ids);
        items().forEach(item -> unknown.remove(item.id()));
        if (!unknown.isEmpty()) {
            throw ItemRules.of("catalogue", name)
                    .broken("id", String.join(", ", unknown), "is unknown", "it is mistyped: items() lists all.");
        }
    }

    private Catalog filtered(Predicate<CatalogItem> kept) {
        return new Catalog(
                name,
                accelerators.stream().filter(kept).toList(),
                servers.stream().filter(kept).toList(),
                software.stream().filter(kept).toList(),
                storage.stream().filter(kept).toList(),
                switches.stream().filter(kept).toList(),
                cooling.stream().filter(kept).toList(),
                supplies.stream().filter(kept).toList(),
                controls.stream().filter(kept).toList());
    }
}
