package io.dcsdk.optimizer.supply;

/**
 * What a capacity or an activity of the energy system is.
 *
 * @param kind what it is
 * @param entry the name of the document's entry that it belongs to
 */
public record SupplyPart(Kind kind, String entry) {
    /** The kinds of capacities and activities. */
    public enum Kind {
        /** MW of a source, and what it brings. */
        SOURCE,
        /** MW of a month's largest power that a charge is for. */
        PEAK,
        /** Power that passes on from one charge's meter to the next: counted before, not once more. */
        METER,
        /** MW of a connection that bounds a source outside of the windows of its charges. */
        CONNECTION,
        /** MW of electricity of a generator, and what it brings. */
        GENERATOR,
        /** MWh of fuel that a tank holds. */
        TANK,
        /** MW of fuel that is delivered at most, and what is. */
        DELIVERY,
        /** MW contracted, and what of it is used. */
        AGREEMENT,
        /** MW that are sold at most, and what is. */
        SALE,
        /** MW of a link where it takes power, and what it takes. */
        LINK,
        /** MW of a storage. */
        STORAGE_POWER,
        /** MWh of a storage. */
        STORAGE_ENERGY,
        /** What a storage takes. */
        CHARGE,
        /** What a storage gives back. */
        DISCHARGE,
        /** MWh that a node keeps. */
        STORE,
        /** MW of flexible load at most, and what runs of it. */
        FLEXIBLE,
        /** MWh of flexible load that may be waiting. */
        WAITING
    }
}
