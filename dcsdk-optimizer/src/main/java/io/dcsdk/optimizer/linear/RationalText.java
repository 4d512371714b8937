package io.dcsdk.optimizer.linear;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** Rational numbers as people write them: fractions and decimal numbers. */
final class RationalText {
    /** Longer decimal exponents than this are refused: they are typing errors, not data. */
    private static final int LARGEST_EXPONENT = 10_000;

    private static final int MOST_DIGITS = 20;

    private RationalText() {}

    static Rational parse(String text) {
        try {
            int slash = text.indexOf('/');
            if (slash >= 0) {
                BigInteger denominator =
                        new BigInteger(text.substring(slash + 1).strip());
                if (denominator.signum() == 0) {
                    throw new NumberFormatException("zero denominator");
                }
                return Rational.of(new BigInteger(text.substring(0, slash).strip()), denominator);
            }
            BigDecimal decimal = new BigDecimal(text.strip());
            if (Math.abs((long) decimal.scale()) > LARGEST_EXPONENT) {
                throw new NumberFormatException("exponent out of range");
            }
            return Rational.of(decimal);
        } catch (NumberFormatException broken) {
            NumberFormatException explained = new NumberFormatException("Text (" + text
                    + ") of a rational number: it is neither a fraction nor a decimal number\n"
                    + "Maybe write it like 3/7, 0.31 or 1.5e15.");
            explained.initCause(broken);
            throw explained;
        }
    }

    /** As a decimal where there is a finite one of moderate length, else as a fraction. */
    static String decimal(Rational number) {
        BigInteger rest = number.denominator();
        int twos = rest.getLowestSetBit();
        rest = rest.shiftRight(twos);
        int fives = 0;
        BigInteger five = BigInteger.valueOf(5);
        while (fives < 2 * MOST_DIGITS && rest.mod(five).signum() == 0) {
            rest = rest.divide(five);
            fives++;
        }
        int digits = Math.max(twos, fives);
        if (!rest.equals(BigInteger.ONE) || digits > MOST_DIGITS) {
            return number.toString();
        }
        return new BigDecimal(number.numerator())
                .divide(new BigDecimal(number.denominator()), digits, RoundingMode.UNNECESSARY)
                .toPlainString();
    }
}
