package io.dcsdk.examples;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Optional;

/**
 * A number, or the name of a series.
 *
 * @param number the number, if it is one
 * @param series the name, otherwise
 */
record SupplyValue(double number, Optional<String> series) {
    static final SupplyValue ZERO = new SupplyValue(0, Optional.empty());
    static final SupplyValue ONE = new SupplyValue(1, Optional.empty());

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static SupplyValue of(double number) {
        return new SupplyValue(number, Optional.empty());
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static SupplyValue of(int number) {
        return new SupplyValue(number, Optional.empty());
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static SupplyValue of(String series) {
        return new SupplyValue(0, Optional.of(series));
    }
}
