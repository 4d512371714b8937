package io.dcsdk.training.safetensors;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a file holds, without the data.
 *
 * @param entries the tensors by name, in the order of the header
 * @param metadata free text by name, in the order of the header; empty where there is none
 */
public record SafetensorsHeader(Map<String, TensorEntry> entries, Map<String, String> metadata) {
    /** Copies both maps, keeping their order. */
    public SafetensorsHeader {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /**
     * The size of all data.
     *
     * @return bytes, from 0
     */
    public long dataBytes() {
        return entries.values().stream().mapToLong(TensorEntry::end).max().orElse(0);
    }
}
