package io.dcsdk.fabric;

/**
 * What a fabric is built from: switches by tier and cables by the tiers they join. A cable counts once, whatever its
 * direction; none of the counts is negative.
 *
 * @param leaf switches that end points are cabled to
 * @param spine switches above the leaves, zero in a single switch and in a dragonfly
 * @param core switches above the spines, zero below three tiers
 * @param hostCables cables between end points and leaves
 * @param leafSpineCables cables between leaves and spines
 * @param spineCoreCables cables between spines and cores
 * @param peerCables cables between switches of one tier: the local and global cables of a dragonfly
 */
public record FabricSize(
        long leaf,
        long spine,
        long core,
        long hostCables,
        long leafSpineCables,
        long spineCoreCables,
        long peerCables) {
    /** Checks the counts. */
    public FabricSize {
        notNegative("leaf switches", leaf);
        notNegative("spine switches", spine);
        notNegative("core switches", core);
        notNegative("host cables", hostCables);
        notNegative("leaf-spine cables", leafSpineCables);
        notNegative("spine-core cables", spineCoreCables);
        notNegative("peer cables", peerCables);
    }

    /**
     * The size of a fabric whose cables all lead from one tier to the next.
     *
     * @param leaf leaf switches
     * @param spine spine switches
     * @param core core switches
     * @param hostCables cables between end points and leaves
     * @param leafSpineCables cables between leaves and spines
     * @param spineCoreCables cables between spines and cores
     */
    public FabricSize(long leaf, long spine, long core, long hostCables, long leafSpineCables, long spineCoreCables) {
        this(leaf, spine, core, hostCables, leafSpineCables, spineCoreCables, 0);
    }

    /**
     * All switches.
     *
     * @return leaf + spine + core
     */
    public long switches() {
        return leaf + spine + core;
    }

    /**
     * All cables, those of the end points included.
     *
     * @return the sum over the tiers
     */
    public long cables() {
        return hostCables + leafSpineCables + spineCoreCables + peerCables;
    }

    /**
     * The count of one tier.
     *
     * @param tier the tier
     * @return its switches
     */
    public long switches(Tier tier) {
        return switch (tier) {
            case LEAF -> leaf;
            case SPINE -> spine;
            case CORE -> core;
        };
    }

    @Override
    public String toString() {
        return "%d leaf + %d spine + %d core switches, %d cables (%d host, %d leaf-spine, %d spine-core, %d peer)"
                .formatted(leaf, spine, core, cables(), hostCables, leafSpineCables, spineCoreCables, peerCables);
    }

    private static void notNegative(String subject, long count) {
        if (count < 0) {
            throw new FabricException(
                    subject, count, "fabric size", "is negative", "a difference of two sizes was taken.");
        }
    }
}
