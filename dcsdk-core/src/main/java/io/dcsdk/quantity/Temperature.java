package io.dcsdk.quantity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.List;

/**
 * A point on the temperature scale, held in kelvins. It is no {@link Quantity}: two temperatures cannot be added, their
 * difference is a {@link TemperatureDifference}.
 *
 * @param kelvins kelvins above absolute zero, exact, not negative
 */
public record Temperature(BigDecimal kelvins) implements Comparable<Temperature> {
    private static final String DIMENSION = "temperature";
    private static final BigDecimal ZERO_CELSIUS = new BigDecimal("273.15");

    /** Checks the range. */
    public Temperature {
        kelvins = QuantityText.checked(DIMENSION, kelvins, kelvins + " K");
        if (kelvins.signum() < 0) {
            throw new QuantityException(
                    "temperature (%s K): is below absolute zero\nMaybe the unit is wrong.".formatted(kelvins));
        }
    }

    /**
     * A temperature in degrees Celsius.
     *
     * @param degrees at least -273.15
     * @return the temperature
     * @throws QuantityException if it is below absolute zero or not finite
     */
    public static Temperature celsius(double degrees) {
        return new Temperature(QuantityText.decimal(DIMENSION, degrees).add(ZERO_CELSIUS));
    }

    /**
     * Reads {@code "27 degC"}, {@code "27 °C"} or {@code "300.15 K"}.
     *
     * @param text a decimal number and one of these units
     * @return the temperature
     * @throws QuantityException if the text is none
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Temperature parse(String text) {
        QuantityText.NumberAndSymbol parts = QuantityText.split(DIMENSION, text, List.of("degC", "°C", "K"));
        return switch (parts.symbol()) {
            case "degC", "°C" -> new Temperature(parts.number().add(ZERO_CELSIUS));
            case "K" -> new Temperature(parts.number());
            default ->
                throw new QuantityException("temperature (%s): has the unknown unit \"%s\"\nMaybe use degC, °C or K."
                        .formatted(text, parts.symbol()));
        };
    }

    /**
     * Degrees Celsius.
     *
     * @return the nearest double
     */
    public double inCelsius() {
        return kelvins.subtract(ZERO_CELSIUS).doubleValue();
    }

    /**
     * How much warmer this is.
     *
     * @param other the other temperature
     * @return the difference, negative if this one is colder
     */
    public TemperatureDifference minus(Temperature other) {
        return TemperatureDifference.of(kelvins.subtract(other.kelvins), TemperatureDifference.Unit.KELVIN);
    }

    /**
     * A warmer or colder temperature.
     *
     * @param difference what to add
     * @return the sum
     * @throws QuantityException if it falls below absolute zero
     */
    public Temperature plus(TemperatureDifference difference) {
        return new Temperature(kelvins.add(difference.base()));
    }

    @Override
    public int compareTo(Temperature other) {
        return kelvins.compareTo(other.kelvins);
    }

    @Override
    @JsonValue
    public String toString() {
        BigDecimal degrees = kelvins.subtract(ZERO_CELSIUS);
        return degrees.precision() <= QuantityText.MAX_DIGITS
                ? QuantityText.plain(degrees) + " degC"
                : QuantityText.plain(kelvins) + " K";
    }
}
