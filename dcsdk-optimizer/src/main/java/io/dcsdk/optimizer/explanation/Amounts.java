package io.dcsdk.optimizer.explanation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** Figures with their units for people, and figures rounded to a safe side. */
public final class Amounts {
    private static final MathContext SHOWN = new MathContext(7, RoundingMode.HALF_EVEN);
    /** Significant digits of a figure that is suggested. */
    private static final int SUGGESTED = 4;

    private static final BigDecimal MANY = BigDecimal.valueOf(10_000);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final List<String> PREFIXES = List.of("k", "M", "G", "T", "P", "E", "Z", "Y");

    private Amounts() {}

    /**
     * A figure with its unit.
     *
     * @param value the figure
     * @param unit its unit; {@code %} for shares, where 1 is 100 %; may be empty
     * @return such as "1,000 TFLOP/s", "10 TB", "12.4 million USD", "80 %", to seven digits
     */
    public static String text(BigDecimal value, String unit) {
        if (unit.equals("%")) {
            return number(value.movePointRight(2)) + " %";
        }
        if (unit.equals("USD")) {
            return value.abs().compareTo(MILLION) >= 0
                    ? number(value.movePointLeft(6)) + " million USD"
                    : number(value) + " USD";
        }
        int prefix = unit.isEmpty() ? -1 : PREFIXES.indexOf(unit.substring(0, 1));
        if (prefix < 0 || unit.startsWith("kg")) {
            return (number(value) + " " + unit).strip();
        }
        BigDecimal scaled = value;
        while (scaled.abs().compareTo(MANY) >= 0 && prefix + 1 < PREFIXES.size()) {
            scaled = scaled.movePointLeft(3);
            prefix++;
        }
        return number(scaled) + " " + PREFIXES.get(prefix) + unit.substring(1);
    }

    /**
     * A number with at most seven significant digits.
     *
     * @param value the number
     * @return such as "12,400" or "0.25"
     */
    public static String number(BigDecimal value) {
        BigDecimal shown = value.round(SHOWN).stripTrailingZeros();
        BigDecimal size = shown.abs();
        if (size.signum() != 0
                && (size.compareTo(new BigDecimal("1e15")) >= 0 || size.compareTo(new BigDecimal("1e-6")) < 0)) {
            return shown.toString();
        }
        return String.format(Locale.ROOT, "%,." + Math.max(0, shown.scale()) + "f", shown);
    }

    /**
     * A share as percent.
     *
     * @param share the share, where 1 is 100 %
     * @return such as "23.95 %", to four digits
     */
    public static String percent(BigDecimal share) {
        return number(share.movePointRight(2).round(new MathContext(SUGGESTED, RoundingMode.HALF_EVEN))) + " %";
    }

    static BigDecimal suggested(BigDecimal value, RoundingMode rounding) {
        BigDecimal rounded = value.round(new MathContext(SUGGESTED, rounding));
        return rounded.signum() == 0 ? BigDecimal.ZERO : rounded.stripTrailingZeros();
    }
}
