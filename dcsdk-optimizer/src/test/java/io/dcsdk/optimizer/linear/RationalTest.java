package io.dcsdk.optimizer.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

final class RationalTest {
    /** Small fractions, fractions at the edge of the fast path, and fractions far beyond a long. */
    @Provide
    Arbitrary<Rational> rationals() {
        Arbitrary<BigInteger> numerators = Arbitraries.oneOf(
                Arbitraries.bigIntegers().between(BigInteger.valueOf(-50), BigInteger.valueOf(50)),
                Arbitraries.longs().between(-(1L << 32), 1L << 32).map(BigInteger::valueOf),
                Arbitraries.longs().map(BigInteger::valueOf),
                Arbitraries.bigIntegers().between(BigInteger.TEN.pow(40).negate(), BigInteger.TEN.pow(40)));
        Arbitrary<BigInteger> denominators = Arbitraries.oneOf(
                Arbitraries.bigIntegers().between(BigInteger.ONE, BigInteger.valueOf(12)),
                Arbitraries.longs().between(1, 1L << 32).map(BigInteger::valueOf),
                Arbitraries.bigIntegers().between(BigInteger.ONE, BigInteger.TEN.pow(30)));
        return Combinators.combine(numerators, denominators).as(Rational::of);
    }

    @Property
    void additionAndMultiplicationFormAField(
            @ForAll("rationals") Rational a, @ForAll("rationals") Rational b, @ForAll("rationals") Rational c) {
        assertEquals(a.plus(b), b.plus(a));
        assertEquals(a.plus(b).plus(c), a.plus(b.plus(c)));
        assertEquals(a.times(b), b.times(a));
        assertEquals(a.times(b).times(c), a.times(b.times(c)));
        assertEquals(a.times(b.plus(c)), a.times(b).plus(a.times(c)));
        assertEquals(a, a.plus(Rational.ZERO));
        assertEquals(a, a.times(Rational.ONE));
        assertEquals(Rational.ZERO, a.minus(a));
        if (!b.isZero()) {
            assertEquals(a, a.dividedBy(b).times(b));
        }
    }

    @Property
    void agreesWithSchoolArithmeticOnBigIntegers(@ForAll("rationals") Rational a, @ForAll("rationals") Rational b) {
        BigInteger bottom = a.denominator().multiply(b.denominator());
        BigInteger sum =
                a.numerator().multiply(b.denominator()).add(b.numerator().multiply(a.denominator()));
        assertEquals(Rational.of(sum, bottom), a.plus(b));
        assertEquals(Rational.of(a.numerator().multiply(b.numerator()), bottom), a.times(b));
        int order =
                a.numerator().multiply(b.denominator()).compareTo(b.numerator().multiply(a.denominator()));
        assertEquals(Integer.signum(order), Integer.signum(a.compareTo(b)));
        assertEquals(order == 0, a.equals(b));
    }

    @Property
    void isAlwaysInLowestTermsWithAPositiveDenominator(
            @ForAll("rationals") Rational a, @ForAll("rationals") Rational b) {
        Rational result = a.times(b).minus(b);
        assertTrue(result.denominator().signum() > 0);
        assertEquals(
                BigInteger.ONE, result.numerator().gcd(result.denominator()).max(BigInteger.ONE));
        assertEquals(result, Rational.of(result.numerator(), result.denominator()));
        assertEquals(
                result.hashCode(),
                Rational.of(result.numerator(), result.denominator()).hashCode());
    }

    @Property
    void textComesBackAsTheSameNumber(@ForAll("rationals") Rational a) {
        assertEquals(a, Rational.parse(a.toString()));
        assertEquals(a, Rational.parse(a.toDecimalString()));
    }

    @Property
    void floorAndCeilingEncloseTheNumber(@ForAll("rationals") Rational a) {
        Rational floor = Rational.of(a.floor());
        assertTrue(floor.compareTo(a) <= 0 && a.minus(floor).compareTo(Rational.ONE) < 0);
        Rational ceiling = Rational.of(a.ceiling());
        assertTrue(ceiling.compareTo(a) >= 0 && ceiling.minus(a).compareTo(Rational.ONE) < 0);
    }

    @Property
    void doublesAreTakenExactlyAndComeBackUnchanged(@ForAll double value) {
        assertEquals(value, Rational.ofExactly(value).doubleValue() + 0.0, 0);
        assertEquals(Rational.of(new BigDecimal(value)), Rational.ofExactly(value));
    }

    @Property
    void doubleValueIsTheNearestDouble(@ForAll("rationals") Rational a) {
        double value = a.doubleValue();
        Rational error = Rational.ofExactly(value).minus(a).abs();
        Rational up = Rational.ofExactly(Math.nextUp(value)).minus(a).abs();
        Rational down = Rational.ofExactly(Math.nextDown(value)).minus(a).abs();
        assertTrue(error.compareTo(up) <= 0 && error.compareTo(down) <= 0);
    }

    @Property
    void sumOfProductsEqualsTheSumTermByTerm(
            @ForAll("rationals") Rational a, @ForAll("rationals") Rational b, @ForAll("rationals") Rational c) {
        Rational expected = a.times(b).plus(b.times(c)).plus(c);
        assertEquals(
                expected,
                new RationalSum().addProduct(a, b).addProduct(b, c).add(c).value());
    }

    @Property
    void decimalNumbersAreTakenAsWritten(@ForAll @DoubleRange(min = -1e9, max = 1e9) double value) {
        String text = BigDecimal.valueOf(value).toPlainString();
        assertEquals(Rational.of(new BigDecimal(text)), Rational.parse(text));
    }

    @Test
    void readsFractionsDecimalsAndExponents() {
        assertEquals(Rational.of(3, 7), Rational.parse("3/7"));
        assertEquals(Rational.of(3, 7), Rational.parse(" -9 / -21"));
        assertEquals(Rational.of(31, 100), Rational.parse("0.31"));
        assertEquals(Rational.of(1_500_000_000_000_000L), Rational.parse("1.5e15"));
        assertEquals("1/3", Rational.of(1, 3).toDecimalString());
        assertEquals("-0.125", Rational.of(-1, 8).toDecimalString());
        assertEquals("-1/8", Rational.of(-1, 8).toString());
    }

    @Test
    void extremesOfLongDoNotOverflow() {
        BigInteger least = BigInteger.valueOf(Long.MIN_VALUE);
        assertEquals(least, Rational.of(Long.MIN_VALUE).numerator());
        assertEquals(least.negate(), Rational.of(Long.MIN_VALUE).negate().numerator());
        assertEquals(Rational.ONE, Rational.of(Long.MIN_VALUE, Long.MIN_VALUE));
        assertEquals(
                BigInteger.valueOf(Long.MAX_VALUE).multiply(BigInteger.TWO),
                Rational.of(Long.MAX_VALUE).plus(Rational.of(Long.MAX_VALUE)).numerator());
    }

    @Test
    void refusesTextThatIsNoNumberAndSaysHowToWriteOne() {
        for (String text : new String[] {"", "abc", "1/0", "1/2/3", "1e99999", "NaN"}) {
            NumberFormatException refused = assertThrows(NumberFormatException.class, () -> Rational.parse(text));
            assertEquals(
                    "Text (" + text + ") of a rational number: it is neither a fraction nor a decimal number\n"
                            + "Maybe write it like 3/7, 0.31 or 1.5e15.",
                    refused.getMessage());
        }
        assertThrows(ArithmeticException.class, () -> Rational.of(1, 0));
        assertThrows(ArithmeticException.class, () -> Rational.ONE.dividedBy(Rational.ZERO));
        assertThrows(ArithmeticException.class, () -> Rational.ofExactly(Double.NaN));
    }
}
