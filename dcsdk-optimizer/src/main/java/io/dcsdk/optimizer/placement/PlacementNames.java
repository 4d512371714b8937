package io.dcsdk.optimizer.placement;

import io.dcsdk.placement.Location;
import io.dcsdk.placement.PlaceableWorkload;
import io.dcsdk.security.ResidencyRule;

/**
 * What variables and rows are called. What belongs to one location begins with its identifier and a slash, which no identifier
 * holds.
 */
final class PlacementNames {
    private PlacementNames() {}

    static String open(Location location) {
        return "open(" + location.id() + ")";
    }

    static String place(PlaceableWorkload workload, Location location) {
        return "parts(" + workload.name() + "," + location.id() + ")";
    }

    /** A variable or row of the location's own program. */
    static String at(Location location, String name) {
        return location.id() + "/" + name;
    }

    /** The share of a requirement that the controls add to, if the control is adopted. */
    static String covered(Location location, String requirement, String control) {
        return at(location, requirement + " under " + control);
    }

    /** The owner of a limit that is a location's own. */
    static String limit(Location location, String owner) {
        return owner + "." + location.id();
    }

    static String workload(PlaceableWorkload workload) {
        return "workload." + workload.name();
    }

    static String residency(ResidencyRule rule) {
        return "residency." + rule.data();
    }

    static String latency(PlaceableWorkload workload) {
        return "latency." + workload.name();
    }

    /** The row of a rule that keeps a workload from a location. */
    static String forbidden(String owner, String variable) {
        return owner + ":" + variable;
    }
}
