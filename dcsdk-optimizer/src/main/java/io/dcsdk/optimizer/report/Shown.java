package io.dcsdk.optimizer.report;

import io.dcsdk.optimizer.explanation.Amounts;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Power;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Figures for people, to five digits; money and counts to the unit. The exact values are in the saved plan. */
final class Shown {
    private static final MathContext FIVE = new MathContext(5, RoundingMode.HALF_EVEN);
    private static final BigDecimal MANY = BigDecimal.valueOf(100_000);
    /** Smaller ones are shown as this one: it is what is claimed at most. */
    private static final BigDecimal LEAST_GAP = new BigDecimal("1e-6");

    private static final BigDecimal WATTS_PER_KILOWATT = BigDecimal.valueOf(1000);
    private static final BigDecimal JOULES_PER_KILOWATT_HOUR = BigDecimal.valueOf(3_600_000);
    private static final Pattern LONG_DECIMAL = Pattern.compile("(?<![\\w.])\\d+\\.\\d{4,}(?![\\w.])");

    private Shown() {}

    static BigDecimal decimal(Rational value) {
        return new BigDecimal(value.numerator()).divide(new BigDecimal(value.denominator()), MathContext.DECIMAL128);
    }

    static String text(Rational value, String unit) {
        return text(decimal(value), unit);
    }

    static String text(BigDecimal value, String unit) {
        if (unit.equals("gCO2")) {
            return text(value.movePointLeft(6), "tCO2");
        }
        boolean isCounted = unit.isEmpty() || unit.equals("USD");
        BigDecimal shown = isCounted && value.abs().compareTo(MANY) >= 0
                ? value.setScale(0, RoundingMode.HALF_EVEN)
                : value.round(FIVE);
        return Amounts.text(shown, unit);
    }

    static String money(Money value) {
        BigDecimal cents = value.base().setScale(0, RoundingMode.HALF_EVEN);
        return Amounts.number(cents) + " USD";
    }

    static String energy(Energy value) {
        return text(value.base().divide(JOULES_PER_KILOWATT_HOUR, MathContext.DECIMAL128), "kWh");
    }

    static String power(Power value) {
        return text(value.base().divide(WATTS_PER_KILOWATT), "kW");
    }

    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    static String percent(BigDecimal share) {
        return Amounts.percent(share);
    }

    /** A gap in percent, rounded up, so that what is claimed stays true. */
    static String gap(BigDecimal gap) {
        if (gap.signum() > 0 && gap.compareTo(LEAST_GAP) < 0) {
            return Amounts.percent(LEAST_GAP);
        }
        return Amounts.percent(gap.round(new MathContext(4, RoundingMode.CEILING)));
    }

    /** A text whose decimals of many digits are rounded to five. */
    static String prose(String text) {
        return LONG_DECIMAL
                .matcher(text)
                .replaceAll(
                        found -> Matcher.quoteReplacement(Amounts.number(new BigDecimal(found.group()).round(FIVE))));
    }

    /** "one", "one and two", "one, two and three". */
    static String joined(List<String> parts) {
        int last = parts.size() - 1;
        return last < 1
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
    }
}
