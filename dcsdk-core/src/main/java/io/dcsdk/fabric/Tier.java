package io.dcsdk.fabric;

import java.util.Locale;

/** How far a switch is from the end points. The routers of a dragonfly are all leaves. */
public enum Tier {
    /** The switches that end points are cabled to. */
    LEAF,
    /** The switches above the leaves. */
    SPINE,
    /** The switches above the spines, in a fabric of three tiers. */
    CORE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
