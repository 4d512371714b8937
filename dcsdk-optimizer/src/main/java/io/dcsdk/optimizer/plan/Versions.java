package io.dcsdk.optimizer.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/** The versions that a plan names. */
public final class Versions {
    private static final String RESOURCE = "versions.properties";

    private Versions() {}

    /**
     * Versions of the SDK, the engine and the Java runtime.
     *
     * @return version by name
     */
    public static SortedMap<String, String> all() {
        Properties properties = new Properties();
        try (InputStream in = Versions.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(
                        "resource (%s) of the optimizer: is missing\nMaybe the jar was repacked without its resources."
                                .formatted(RESOURCE));
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SortedMap<String, String> versions = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> versions.put(name, properties.getProperty(name)));
        versions.put("java", System.getProperty("java.version"));
        return versions;
    }
}
