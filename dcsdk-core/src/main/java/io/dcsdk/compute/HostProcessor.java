package io.dcsdk.compute;

import io.dcsdk.item.ItemRules;

/**
 * The general-purpose processors of a server.
 *
 * @param model the model's name, 1 to 120 characters
 * @param sockets how many there are, at least 1
 * @param cores cores of all sockets together, at least one a socket
 */
public record HostProcessor(String model, int sockets, int cores) {
    /** Checks the components. */
    public HostProcessor {
        ItemRules rules = ItemRules.of("host processor", String.valueOf(model));
        rules.text("model", model, 120);
        rules.atLeast("sockets", sockets, 1);
        rules.atLeast("cores", cores, sockets);
    }
}
