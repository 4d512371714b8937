package io.dcsdk.examples;

import java.util.Map;

/** What the requirements and limits of a formulation mean, and the unit their numbers are in. */
record ConstraintWords(String meaning, String unit) {
    private static final Map<String, ConstraintWords> KNOWN = Map.ofEntries(
            known("compute", "sustained compute of the servers", "TFLOP/s"),
            known("accelerators", "number of accelerators", ""),
            known("accelerator-memory", "memory of all accelerators", "GB"),
            known("memory-bandwidth", "memory bandwidth of all accelerators", "GB/s"),
            known("network", "rate of the servers into the fabric", "GB/s"),
            known("storage", "usable storage", "GB"),
            known("storage-read", "rate of reading from storage", "GB/s"),
            known("storage-write", "rate of writing to storage", "GB/s"),
            known("storage-metadata", "metadata operations of the storage", "1/s"),
            known("server-types", "different types of servers", ""),
            known("budget", "C: hardware, software, maintenance", "USD"),
            known("energy", "E: IT and cooling energy over the horizon", "kWh"),
            known("racks", "racks of the site", ""),
            known("rack-power", "power per rack", "kW"),
            known("floor-area", "floor area of the racks", "m2"),
            known("floor-load", "mass on the floor", "kg"),
            known("site-power", "power of IT and cooling at peak", "kW"),
            known("supply-peak", "firm supply less the peak load", "kW"),
            known("supply-energy", "mean supply less the mean load", "kW"),
            known("renewable-share", "share of renewable energy", ""),
            known("carbon", "carbon of a year's energy", ""));

    private static Map.Entry<String, ConstraintWords> known(String name, String meaning, String unit) {
        return Map.entry(name, new ConstraintWords(meaning, unit));
    }

    /** The words for a requirement or limit; its name where there are none. */
    static ConstraintWords of(String name) {
        ConstraintWords words = KNOWN.get(name);
        if (words != null) {
            return words;
        }
        String rest = name.substring(name.indexOf('.') + 1);
        if (name.startsWith("available.")) {
            return new ConstraintWords("how many " + rest + " can be had", "");
        }
        if (name.startsWith("maximum.")) {
            return new ConstraintWords("the most that " + rest + " can supply", "kW");
        }
        if (name.startsWith("security.")) {
            return new ConstraintWords("security coverage of " + rest, "");
        }
        return new ConstraintWords(name, "");
    }
}
