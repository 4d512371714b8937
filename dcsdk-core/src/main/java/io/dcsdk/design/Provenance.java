package io.dcsdk.design;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a plan came from. It holds no time, so that equal inputs give equal plans.
 *
 * @param inputHash SHA-256 of the problem's JSON
 * @param modelHash SHA-256 of the algebra that was solved
 * @param seed seed of whatever was random; 0 where nothing was
 * @param versions versions of the SDK, the engine and the Java runtime
 * @param operatingSystem name and architecture
 */
public record Provenance(
        String inputHash, String modelHash, long seed, SortedMap<String, String> versions, String operatingSystem) {
    /** Keeps its own map. */
    public Provenance {
        versions = new TreeMap<>(versions);
    }

    @Override
    public SortedMap<String, String> versions() {
        return new TreeMap<>(versions);
    }
}
