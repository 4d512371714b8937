package io.dcsdk.design;

import io.dcsdk.item.ItemRules;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is chosen: how many of each item. Items that are not named are not chosen.
 *
 * @param servers count by identifier
 * @param storage count by identifier
 * @param fabric the network, if one is built
 * @param racks number of racks
 * @param cooling the cooling, if any is chosen
 * @param supplies capacity and output by identifier
 * @param controls identifiers of the security controls
 */
public record Selection(
        SortedMap<String, Long> servers,
        SortedMap<String, Long> storage,
        Optional<FabricChoice> fabric,
        long racks,
        Optional<CoolingChoice> cooling,
        SortedMap<String, SupplyUse> supplies,
        SortedSet<String> controls) {
    /** Checks the components. */
    public Selection {
        ItemRules rules = ItemRules.of("selection", "");
        servers = counts(rules, "servers", servers);
        storage = counts(rules, "storage", storage);
        fabric = Objects.requireNonNullElse(fabric, Optional.empty());
        rules.atLeast("racks", racks, 0);
        cooling = Objects.requireNonNullElse(cooling, Optional.empty());
        supplies = new TreeMap<>(supplies == null ? Map.of() : supplies);
        controls = new TreeSet<>(rules.list("controls", controls));
    }

    private static SortedMap<String, Long> counts(ItemRules rules, String subject, @Nullable Map<String, Long> given) {
        SortedMap<String, Long> kept = new TreeMap<>(given == null ? Map.of() : given);
        kept.forEach((id, count) -> rules.atLeast(subject + "." + id, rules.required(subject + "." + id, count), 0));
        kept.values().removeIf(count -> count == 0);
        return kept;
    }

    @Override
    public SortedMap<String, Long> servers() {
        return new TreeMap<>(servers);
    }

    @Override
    public SortedMap<String, Long> storage() {
        return new TreeMap<>(storage);
    }

    @Override
    public SortedMap<String, SupplyUse> supplies() {
        return new TreeMap<>(supplies);
    }

    @Override
    public SortedSet<String> controls() {
        return new TreeSet<>(controls);
    }
}
