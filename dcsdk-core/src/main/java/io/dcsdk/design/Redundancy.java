package io.dcsdk.design;

import io.dcsdk.item.ItemRules;
import java.util.Objects;
import java.util.Optional;

/**
 * How many units may fail, of any one type at a time, with every requirement still met: N + k.
 *
 * @param servers servers that may fail, 0 when absent
 * @param storage storage units that may fail, 0 when absent
 * @param cooling cooling units that may fail, 0 when absent
 */
public record Redundancy(Optional<Integer> servers, Optional<Integer> storage, Optional<Integer> cooling) {
    /** Nothing may fail. */
    public static final Redundancy NONE = new Redundancy(Optional.empty(), Optional.empty(), Optional.empty());

    private static final int MOST = 1000;

    /** Checks the components. */
    public Redundancy {
        ItemRules rules = ItemRules.of("redundancy", "");
        servers = checked(rules, "servers", Objects.requireNonNullElse(servers, Optional.empty()));
        storage = checked(rules, "storage", Objects.requireNonNullElse(storage, Optional.empty()));
        cooling = checked(rules, "cooling", Objects.requireNonNullElse(cooling, Optional.empty()));
    }

    private static Optional<Integer> checked(ItemRules rules, String subject, Optional<Integer> count) {
        count.ifPresent(value -> {
            rules.atLeast(subject, value, 0);
            if (value > MOST) {
                throw rules.broken(subject, value, "is above " + MOST, "correct the count.");
            }
        });
        return count;
    }

    /**
     * N + k for servers, storage and cooling.
     *
     * @param servers servers that may fail
     * @param storage storage units that may fail
     * @param cooling cooling units that may fail
     * @return the redundancy
     */
    public static Redundancy of(int servers, int storage, int cooling) {
        return new Redundancy(Optional.of(servers), Optional.of(storage), Optional.of(cooling));
    }

    /**
     * How many servers may fail.
     *
     * @return the count, 0 when absent
     */
    public int failingServers() {
        return servers.orElse(0);
    }

    /**
     * How many storage units may fail.
     *
     * @return the count, 0 when absent
     */
    public int failingStorage() {
        return storage.orElse(0);
    }

    /**
     * How many cooling units may fail.
     *
     * @return the count, 0 when absent
     */
    public int failingCooling() {
        return cooling.orElse(0);
    }
}
