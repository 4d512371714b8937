package io.dcsdk.optimizer.explanation;

import com.google.common.collect.ImmutableMap;

/** What requirements and limits mean, for people. */
public final class RequirementWords {
    private static final ImmutableMap<String, String> MEANINGS = ImmutableMap.<String, String>builder()
            .put("compute", "sustained compute of the servers")
            .put("accelerators", "number of accelerators")
            .put("accelerator-memory", "memory of all accelerators")
            .put("memory-bandwidth", "memory bandwidth of all accelerators")
            .put("network", "rate of the servers into the fabric")
            .put("storage", "usable storage")
            .put("storage-read", "rate of reading from storage")
            .put("storage-write", "rate of writing to storage")
            .put("storage-metadata", "metadata operations of the storage in a second")
            .put("server-types", "different types of servers")
            .put("budget", "C: hardware, software, maintenance")
            .put("energy", "E: energy of IT and cooling over the horizon")
            .put("racks", "racks of the site")
            .put("rack-power", "power per rack")
            .put("floor-area", "floor area of the racks")
            .put("floor-load", "mass that the floor carries")
            .put("site-power", "power of IT and cooling at peak")
            .put("supply-peak", "firm supply covers the peak load")
            .put("supply-energy", "mean supply covers the mean load")
            .put("renewable-share", "share of renewable energy")
            .put("carbon", "carbon of a year's energy")
            .buildOrThrow();

    private RequirementWords() {}

    /**
     * What a requirement or limit is about.
     *
     * @param name as the formulation calls it
     * @return such as "usable storage"; the name where there are no words for it
     */
    public static String meaning(String name) {
        String known = MEANINGS.getOrDefault(name, "");
        if (!known.isEmpty()) {
            return known;
        }
        String rest = name.substring(name.indexOf('.') + 1);
        if (name.startsWith("available.")) {
            return "how many " + rest + " can be had";
        }
        if (name.startsWith("maximum.")) {
            return "the most that " + rest + " can supply";
        }
        return name.startsWith("security.") ? "security controls for " + rest : name;
    }

    /** The unit that the rows of a requirement are in; empty for counts. */
    static String rowUnit(String name) {
        if (name.startsWith("available.") || name.startsWith("security.")) {
            return "";
        }
        if (name.startsWith("maximum.")) {
            return "kW";
        }
        return switch (name) {
            case "compute" -> "TFLOP/s";
            case "accelerator-memory", "storage" -> "GB";
            case "memory-bandwidth", "network", "storage-read", "storage-write" -> "GB/s";
            case "budget" -> "USD";
            case "rack-power", "site-power", "supply-peak", "supply-energy", "renewable-share" -> "kW";
            case "energy" -> "kWh";
            case "floor-area" -> "m2";
            case "floor-load" -> "kg";
            case "carbon" -> "gCO2";
            default -> "";
        };
    }
}
