package io.dcsdk.examples;

import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Quantity;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Figures for people: five significant digits, more only for the digits before the point, with thousands separators. The
 * exact values are in the JSON.
 */
final class Rounded {
    private static final MathContext FIVE = new MathContext(5, RoundingMode.HALF_EVEN);
    private static final BigDecimal LARGEST_PLAIN = new BigDecimal("1e15");
    private static final String PREFIXES = " kMGTPEZYRQ";

    /** A number that stands alone: not a part of an identifier such as a100 or 80gb. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\w.,-])(\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)( (?:B/s|B|FLOP/s|FLOP))?(?![\\w.-])");

    private Rounded() {}

    static String number(BigDecimal value) {
        if (value.signum() == 0) {
            return "0";
        }
        BigDecimal size = value.abs();
        if (size.compareTo(LARGEST_PLAIN) >= 0 || size.compareTo(new BigDecimal("1e-4")) < 0) {
            BigDecimal rounded = value.round(FIVE).stripTrailingZeros();
            int exponent = rounded.precision() - rounded.scale() - 1;
            return rounded.movePointLeft(exponent).toPlainString() + "e" + exponent;
        }
        int before = size.precision() - size.scale();
        BigDecimal rounded = before >= 5 ? value.setScale(0, RoundingMode.HALF_EVEN) : value.round(FIVE);
        BigDecimal stripped = rounded.stripTrailingZeros();
        return String.format(Locale.ROOT, "%,." + Math.max(0, stripped.scale()) + "f", stripped);
    }

    static String number(double value) {
        return Double.isFinite(value) ? number(BigDecimal.valueOf(value)) : String.valueOf(value);
    }

    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    static String money(Money value) {
        return number(BigDecimal.valueOf(value.in(Money.Unit.USD)).setScale(0, RoundingMode.HALF_EVEN)) + " USD";
    }

    static String percent(double share) {
        return number(100 * share) + " %";
    }

    static String quantity(Quantity<?> value) {
        return text(value.toString());
    }

    /** A text with every long number in it rounded, and plain bytes and operations given their decimal prefix. */
    static String text(String text) {
        Matcher matcher = NUMBER.matcher(text);
        StringBuilder readable = new StringBuilder();
        while (matcher.find()) {
            BigDecimal value = new BigDecimal(matcher.group(1));
            String unit = matcher.group(2);
            String replacement = unit == null ? number(value) : prefixed(value, unit.strip());
            // Years and other short numbers stay as they are.
            if (unit == null && matcher.group(1).length() <= 4) {
                replacement = matcher.group(1);
            }
            matcher.appendReplacement(readable, Matcher.quoteReplacement(replacement));
        }
        return matcher.appendTail(readable).toString();
    }

    private static String prefixed(BigDecimal value, String unit) {
        int thousands = Math.floorDiv(Math.max(0, value.precision() - value.scale() - 1), 3);
        int step = Math.min(thousands, PREFIXES.length() - 1);
        String prefix = String.valueOf(PREFIXES.charAt(step)).strip();
        return number(value.movePointLeft(3 * step)) + " " + prefix + unit;
    }
}
