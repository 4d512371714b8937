package io.dcsdk.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads and writes {@code "10.2 kW"}: a decimal number, a space, a unit symbol. What is written reads back as the equal
 * quantity, because all values are decimals of at most {@value #MAX_DIGITS} digits and a unit is only used for writing
 * when the division by its factor is exact.
 */
final class QuantityText {
    /** Digits kept by arithmetic, and the most that a text may have. */
    static final int MAX_DIGITS = 34;

    /** Powers of ten beyond which a value is refused: far above any figure of the field, far below what could stall. */
    static final int MAX_EXPONENT = 60;

    static final MathContext CONTEXT = MathContext.DECIMAL128;

    private static final int MAX_LENGTH = 120;
    private static final Pattern TEXT =
            Pattern.compile("([+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?)\\s*(.*)");

    private QuantityText() {}

    record NumberAndSymbol(BigDecimal number, String symbol) {}

    static NumberAndSymbol split(String dimension, String text, List<String> symbols) {
        if (text.length() > MAX_LENGTH) {
            throw new QuantityException("%s (%s...): longer than %d characters\nMaybe the field holds something else."
                    .formatted(dimension, text.substring(0, 40), MAX_LENGTH));
        }
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            throw new QuantityException(
                    "%s (%s): is not a number and a unit\nMaybe write it like \"10.2 %s\"; the units are %s."
                            .formatted(dimension, text, symbols.get(0), String.join(", ", symbols)));
        }
        BigDecimal number = checked(dimension, new BigDecimal(matcher.group(1)), text);
        return new NumberAndSymbol(number, matcher.group(2).strip());
    }

    /** Normalises a value, or refuses one that is too long or too large. */
    static BigDecimal checked(String dimension, BigDecimal value, Object shown) {
        BigDecimal stripped = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (stripped.precision() > MAX_DIGITS) {
            throw new QuantityException("%s (%s): has more than %d significant digits\nMaybe round it first."
                    .formatted(dimension, shown, MAX_DIGITS));
        }
        return inRange(dimension, stripped, shown);
    }

    /** Normalises the result of an operation: rounds it to {@value #MAX_DIGITS} digits, refuses one out of range. */
    static BigDecimal rounded(String dimension, BigDecimal value) {
        BigDecimal kept = value.round(CONTEXT);
        kept = kept.signum() == 0 ? BigDecimal.ZERO : kept.stripTrailingZeros();
        return inRange(dimension, kept, kept);
    }

    private static BigDecimal inRange(String dimension, BigDecimal value, Object shown) {
        long exponent = (long) value.precision() - value.scale();
        if (value.signum() != 0 && (exponent > MAX_EXPONENT || exponent < -MAX_EXPONENT)) {
            throw new QuantityException("%s (%s): its magnitude is not within 1e-%d and 1e%d\nMaybe the unit is wrong."
                    .formatted(dimension, shown, MAX_EXPONENT, MAX_EXPONENT));
        }
        return value;
    }

    static BigDecimal decimal(String dimension, double value) {
        if (!Double.isFinite(value)) {
            throw new QuantityException(
                    "%s (%s): is not finite\nMaybe an earlier division was by zero.".formatted(dimension, value));
        }
        return BigDecimal.valueOf(value);
    }

    static <U extends QuantityUnit> U unit(String dimension, String text, String symbol, U[] units) {
        for (U unit : units) {
            if (unit.symbol().equals(symbol)) {
                return unit;
            }
        }
        List<String> symbols = symbols(units);
        String near = symbols.stream()
                .filter(s -> s.toLowerCase(Locale.ROOT).equals(symbol.toLowerCase(Locale.ROOT)))
                .map(s -> "Maybe you mean " + s + "; the")
                .findFirst()
                .orElse("Maybe use one of the known ones; the");
        String missing = symbol.isEmpty() ? "has no unit" : "has the unknown unit \"" + symbol + "\"";
        throw new QuantityException(
                "%s (%s): %s\n%s units are %s.".formatted(dimension, text, missing, near, String.join(", ", symbols)));
    }

    /** So many of a unit, in base units. */
    static BigDecimal base(String dimension, BigDecimal value, QuantityUnit unit) {
        BigDecimal checked = checked(dimension, value, value);
        return checked(dimension, checked.multiply(unit.factor()), value);
    }

    /** Reads a number with one of the units. */
    static <U extends QuantityUnit, Q> Q read(
            String dimension, String text, U[] units, BiFunction<BigDecimal, U, Q> quantity) {
        NumberAndSymbol parts = split(dimension, text, symbols(units));
        return quantity.apply(parts.number(), unit(dimension, text, parts.symbol(), units));
    }

    static List<String> symbols(QuantityUnit[] units) {
        List<String> symbols = new ArrayList<>();
        for (QuantityUnit unit : units) {
            symbols.add(unit.symbol());
        }
        return symbols;
    }

    /** The text of a base value: the largest unit of each family that leaves at least 1, then the shortest text. */
    static String format(BigDecimal base, QuantityUnit[] units) {
        Map<Integer, QuantityUnit> byFamily = new TreeMap<>();
        for (QuantityUnit unit : units) {
            if (writes(base, unit)) {
                byFamily.merge(unit.family(), unit, (kept, other) -> better(base, kept, other));
            }
        }
        return byFamily.values().stream()
                .min(Comparator.comparingInt(unit -> number(base, unit).length()))
                .map(unit -> (number(base, unit) + " " + unit.symbol()).strip())
                .orElseThrow();
    }

    private static String number(BigDecimal base, QuantityUnit unit) {
        return plain(base.divide(unit.factor(), CONTEXT));
    }

    private static boolean writes(BigDecimal base, QuantityUnit unit) {
        return base.divide(unit.factor(), CONTEXT).multiply(unit.factor()).compareTo(base) == 0;
    }

    private static QuantityUnit better(BigDecimal base, QuantityUnit kept, QuantityUnit other) {
        QuantityUnit larger = kept.factor().compareTo(other.factor()) >= 0 ? kept : other;
        QuantityUnit smaller = larger == kept ? other : kept;
        if (base.signum() == 0) {
            return kept.factor().compareTo(BigDecimal.ONE) == 0 ? kept : other;
        }
        return base.abs().compareTo(larger.factor()) >= 0 ? larger : smaller;
    }

    /** Digits without an exponent where that stays readable. */
    static String plain(BigDecimal value) {
        BigDecimal stripped = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        return Math.abs((long) stripped.scale()) > 24 ? stripped.toString() : stripped.toPlainString();
    }
}
