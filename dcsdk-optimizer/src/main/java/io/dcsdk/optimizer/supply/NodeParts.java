package io.dcsdk.optimizer.supply;

import io.dcsdk.optimizer.sizing.Activity;
import io.dcsdk.optimizer.sizing.Limit;
import io.dcsdk.optimizer.sizing.Node;
import io.dcsdk.optimizer.sizing.Port;
import io.dcsdk.optimizer.sizing.Profile;
import io.dcsdk.optimizer.supply.SupplyDocument.Link;
import io.dcsdk.optimizer.supply.SupplyDocument.Store;
import io.dcsdk.optimizer.supply.SupplyPart.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The nodes that a document names, with what is demanded and kept there, and the links between them. */
final class NodeParts {
    private final SystemDraft draft;

    NodeParts(SystemDraft draft) {
        this.draft = draft;
    }

    /** Adds the nodes that the document names; returns their names. */
    Set<String> nodes() {
        Map<String, Profile> demands = new LinkedHashMap<>();
        draft.document
                .demands()
                .forEach(demand -> demands.merge(
                        demand.node(),
                        draft.series.of(demand.power(), "the demand of " + demand.node()),
                        Profile::plus));
        Map<String, Store> stores = new LinkedHashMap<>();
        for (Store store : draft.document.stores()) {
            if (stores.putIfAbsent(store.node(), store) != null) {
                throw new SupplyException(
                        "store (%s) of node %s".formatted(store.name(), store.node()),
                        "the node has another",
                        "give each its own node, joined by links.");
            }
            demands.putIfAbsent(store.node(), Profile.constant(0));
        }
        for (Link link : draft.document.links()) {
            demands.putIfAbsent(link.from(), Profile.constant(0));
            demands.putIfAbsent(link.to(), Profile.constant(0));
        }
        draft.document.flexible().forEach(load -> demands.putIfAbsent(load.node(), Profile.constant(0)));
        demands.forEach((name, demand) -> {
            Store store = stores.get(name);
            if (store == null) {
                draft.system.bus(name, demand);
            } else {
                draft.capacity(Kind.STORE, store.name(), store.name(), store.energy(), 0);
                draft.system.node(new Node(
                        name,
                        demand,
                        Optional.of(SystemDraft.reservoir(store.name(), 1, store.hourlyLoss(), store.level()))));
            }
        });
        return demands.keySet();
    }

    void link(Link link) {
        String name = link.name();
        double efficiency = link.efficiency();
        draft.capacity(Kind.LINK, name, name, link.capacity(), 0);
        Limit limit = Limit.of(name, draft.value(link.availability(), SupplyValue.ONE, name));
        Profile price = draft.value(link.price(), SupplyValue.ZERO, name);
        draft.activity(Kind.LINK, name, new Activity(name, ports(link.from(), link.to(), efficiency), limit, price));
        if (link.bothWays().orElse(false)) {
            if (!(efficiency > 0 && efficiency <= 1)) {
                throw new SupplyException(
                        "efficiency (%s) of link %s".formatted(efficiency, name),
                        "must be above 0 and at most 1 both ways: there and back it would make energy",
                        "leave both_ways out, or make two links of it.");
            }
            String back = name + " back";
            draft.activity(
                    Kind.LINK, name, new Activity(back, ports(link.to(), link.from(), efficiency), limit, price));
        }
    }

    private static List<Port> ports(String from, String to, double efficiency) {
        return List.of(new Port(from, -1), new Port(to, efficiency));
    }
}
