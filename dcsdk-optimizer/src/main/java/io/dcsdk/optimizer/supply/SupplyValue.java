package io.dcsdk.optimizer.supply;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;

/**
 * A number, or the name of a series of the document.
 *
 * @param number the number, if it is one
 * @param series the name, otherwise
 */
public record SupplyValue(double number, Optional<String> series) {
    /** Nothing. */
    public static final SupplyValue ZERO = new SupplyValue(0, Optional.empty());

    /** All of it. */
    public static final SupplyValue ONE = new SupplyValue(1, Optional.empty());

    /**
     * The same number in every step.
     *
     * @param number a finite number
     * @return the value
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SupplyValue of(double number) {
        return new SupplyValue(number, Optional.empty());
    }

    /**
     * The same number in every step.
     *
     * @param number a whole number
     * @return the value
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SupplyValue of(int number) {
        return new SupplyValue(number, Optional.empty());
    }

    /**
     * A number for each step.
     *
     * @param series the name of a series of the document
     * @return the value
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static SupplyValue of(String series) {
        return new SupplyValue(0, Optional.of(series));
    }

    /**
     * As a document has it.
     *
     * @return the name of the series, or the number
     */
    @JsonValue
    public Object written() {
        return series.isPresent() ? series.get() : number;
    }
}
