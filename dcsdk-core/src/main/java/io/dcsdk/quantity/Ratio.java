package io.dcsdk.quantity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/**
 * A number without dimension, such as an efficiency or a share. As text and in JSON it is a plain number; text may also
 * be a percentage: {@code "35 %"} is 0.35.
 */
public final class Ratio extends Quantity<Ratio> {
    /** Zero. */
    public static final Ratio ZERO = new Ratio(BigDecimal.ZERO);

    /** One. */
    public static final Ratio ONE = new Ratio(BigDecimal.ONE);

    private static final String DIMENSION = "ratio";

    private enum Unit implements QuantityUnit {
        ONE;

        @Override
        public String symbol() {
            return "";
        }

        @Override
        public BigDecimal factor() {
            return BigDecimal.ONE;
        }

        @Override
        public int family() {
            return 0;
        }
    }

    private Ratio(BigDecimal base) {
        super(base);
    }

    /**
     * A ratio from a decimal.
     *
     * @param value the number, at most 34 significant digits
     * @return the ratio
     * @throws QuantityException if the number has too many digits or is out of range
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Ratio of(BigDecimal value) {
        return new Ratio(QuantityText.checked(DIMENSION, value, value));
    }

    /**
     * A ratio from a number.
     *
     * @param value the number, finite
     * @return the ratio
     * @throws QuantityException if it is not finite
     */
    public static Ratio of(double value) {
        return of(QuantityText.decimal(DIMENSION, value));
    }

    /**
     * Reads {@code "0.35"} or {@code "35 %"}.
     *
     * @param text a decimal number, with or without a percent sign
     * @return the ratio
     * @throws QuantityException if the text is neither
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Ratio parse(String text) {
        QuantityText.NumberAndSymbol parts = QuantityText.split(DIMENSION, text, java.util.List.of("%"));
        return switch (parts.symbol()) {
            case "" -> of(parts.number());
            case "%" -> of(parts.number().movePointLeft(2));
            default ->
                throw new QuantityException(
                        "ratio (%s): has the unit \"%s\"\nMaybe write a plain number or a percentage."
                                .formatted(text, parts.symbol()));
        };
    }

    /**
     * The nearest double.
     *
     * @return the value
     */
    public double value() {
        return base().doubleValue();
    }

    /**
     * The decimal that JSON shows.
     *
     * @return the exact value
     */
    @JsonValue
    public BigDecimal decimal() {
        return base();
    }

    @Override
    String dimension() {
        return DIMENSION;
    }

    @Override
    QuantityUnit[] units() {
        return Unit.values();
    }

    @Override
    Ratio ofBase(BigDecimal value) {
        return new Ratio(value);
    }

    @Override
    @JsonValue(false)
    public String toString() {
        return QuantityText.plain(base());
    }
}
