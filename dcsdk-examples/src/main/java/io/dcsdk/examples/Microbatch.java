package io.dcsdk.examples;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.OptionalInt;

/**
 * A microbatch as a row gives it.
 *
 * @param sequences how many sequences; empty for the fastest that fits, "best"
 */
record Microbatch(OptionalInt sequences) {
    private static final String BEST = "best";

    /** Reads a whole number or "best". */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Microbatch of(Object value) {
        if (value instanceof Integer sequences) {
            return new Microbatch(OptionalInt.of(sequences));
        }
        if (value instanceof String text && text.equals(BEST)) {
            return new Microbatch(OptionalInt.empty());
        }
        throw new BadInput(
                "microbatch (%s) of step-time row".formatted(value),
                "is neither a whole number nor \"best\"",
                "write it like 1 or \"best\".");
    }

    @JsonValue
    Object value() {
        return sequences.isPresent() ? sequences.getAsInt() : BEST;
    }
}
