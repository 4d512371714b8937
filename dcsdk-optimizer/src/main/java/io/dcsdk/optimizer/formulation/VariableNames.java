package io.dcsdk.optimizer.formulation;

import io.dcsdk.energy.CoolingSystem;
import io.dcsdk.energy.Supply;
import io.dcsdk.item.CatalogItem;
import io.dcsdk.network.NetworkSwitch;
import io.dcsdk.security.SecurityControl;

/** What the variables are called. A count has its item's identifier; no identifier holds the characters used here. */
final class VariableNames {
    static final String UNCOOLED_RACKS = "racks(all)";

    private VariableNames() {}

    static String count(CatalogItem item) {
        return item.id();
    }

    static String used(CatalogItem item) {
        return "used(" + item.id() + ")";
    }

    static String running(CatalogItem item) {
        return "running(" + item.id() + ")";
    }

    static String inUse(CatalogItem item) {
        return "in-use(" + item.id() + ")";
    }

    static String rent(String requirement) {
        return "rent(" + requirement + ")";
    }

    /** Whether a variable says how a design is operated, not what it is. */
    static boolean isOperation(String variable) {
        return variable.startsWith("mean-heat(") || variable.startsWith("output(");
    }

    static String option(NetworkSwitch item, int tiers) {
        return fabric("fabric", item, tiers);
    }

    static String endpoints(NetworkSwitch item, int tiers) {
        return fabric("endpoints", item, tiers);
    }

    static String leaf(NetworkSwitch item, int tiers) {
        return fabric("leaf", item, tiers);
    }

    static String spine(NetworkSwitch item, int tiers) {
        return fabric("spine", item, tiers);
    }

    static String core(NetworkSwitch item, int tiers) {
        return fabric("core", item, tiers);
    }

    static String uplinks(NetworkSwitch item, int tiers) {
        return fabric("uplinks", item, tiers);
    }

    static String spinesAtLeast(NetworkSwitch item, int count) {
        return "spines>=" + count + "(" + item.id() + ")";
    }

    private static String fabric(String what, NetworkSwitch item, int tiers) {
        return "%s(%s,%d-tier)".formatted(what, item.id(), tiers);
    }

    static String chosen(CoolingSystem system) {
        return "chosen(" + system.id() + ")";
    }

    static String peakHeat(CoolingSystem system) {
        return "peak-heat(" + system.id() + ")";
    }

    static String meanHeat(CoolingSystem system) {
        return "mean-heat(" + system.id() + ")";
    }

    static String racks(CoolingSystem system) {
        return "racks(" + system.id() + ")";
    }

    static String capacity(Supply supply) {
        return "capacity(" + supply.id() + ")";
    }

    static String output(Supply supply) {
        return "output(" + supply.id() + ")";
    }

    static String adopted(SecurityControl control) {
        return "adopted(" + control.id() + ")";
    }

    static boolean isAdopted(String variable) {
        return variable.startsWith("adopted(");
    }

    static boolean isOption(String variable) {
        return variable.startsWith("fabric(");
    }

    static String covered(SecurityControl control) {
        return "servers-under(" + control.id() + ")";
    }
}
