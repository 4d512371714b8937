package io.dcsdk.quantity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class QuantityProperties {
    private static final List<Function<String, ? extends Quantity<?>>> PARSERS = List.of(
            Power::parse,
            Energy::parse,
            TimeSpan::parse,
            DataSize::parse,
            DataRate::parse,
            ComputeWork::parse,
            Money::parse,
            MoneyRate::parse,
            EnergyPrice::parse,
            PowerPrice::parse,
            CarbonMass::parse,
            CarbonIntensity::parse,
            CarbonPrice::parse,
            WaterVolume::parse,
            WaterIntensity::parse,
            WaterPrice::parse,
            Mass::parse,
            Area::parse,
            FloorLoad::parse,
            TemperatureDifference::parse);

    private static final List<Quantity<?>> ZEROS = List.of(
            Power.ZERO,
            Energy.ZERO,
            TimeSpan.ZERO,
            DataSize.ZERO,
            DataRate.ZERO,
            ComputeWork.ZERO,
            Money.ZERO,
            MoneyRate.ZERO,
            EnergyPrice.ZERO,
            PowerPrice.ZERO,
            CarbonMass.ZERO,
            CarbonIntensity.ZERO,
            CarbonPrice.ZERO,
            WaterVolume.ZERO,
            WaterIntensity.ZERO,
            WaterPrice.ZERO,
            Mass.ZERO,
            Area.ZERO,
            FloorLoad.ZERO,
            TemperatureDifference.ZERO);

    @Property
    void textReadsBackAsTheEqualQuantityInEveryUnit(@ForAll("values") BigDecimal value) {
        for (int type = 0; type < ZEROS.size(); type++) {
            for (QuantityUnit unit : ZEROS.get(type).units()) {
                Quantity<?> quantity = PARSERS.get(type).apply(value.toPlainString() + " " + unit.symbol());
                assertEquals(0, quantity.base().compareTo(value.multiply(unit.factor())), unit.symbol());
                assertEquals(quantity, PARSERS.get(type).apply(quantity.toString()));
                assertEquals(
                        quantity.toString(),
                        PARSERS.get(type).apply(quantity.toString()).toString());
            }
        }
    }

    @Property
    void doublesComeBackExactly(@ForAll("doubles") double value) {
        assertEquals(value, Power.kilowatts(value).in(Power.Unit.KILOWATT));
        assertEquals(value, DataSize.gigabytes(value).in(DataSize.Unit.GIGABYTE));
        assertEquals(value, Power.parse(Power.kilowatts(value).toString()).in(Power.Unit.KILOWATT));
    }

    @Property
    void additionIsACommutativeGroup(
            @ForAll("values") BigDecimal a, @ForAll("values") BigDecimal b, @ForAll("values") BigDecimal c) {
        Power x = Power.of(a, Power.Unit.KILOWATT);
        Power y = Power.of(b, Power.Unit.WATT);
        Power z = Power.of(c, Power.Unit.MEGAWATT);
        assertEquals(x.plus(y), y.plus(x));
        assertEquals(x.plus(y).plus(z), x.plus(y.plus(z)));
        assertEquals(x, x.plus(y).minus(y));
        assertEquals(x, x.plus(Power.ZERO));
        assertTrue(x.minus(x).isZero());
    }

    @Property
    void scalingDistributesAndOrderIsKept(
            @ForAll("values") BigDecimal a, @ForAll("values") BigDecimal b, @ForAll("factors") long factor) {
        DataSize x = DataSize.of(a, DataSize.Unit.GIBIBYTE);
        DataSize y = DataSize.of(b, DataSize.Unit.GIGABYTE);
        assertEquals(x.plus(y).times(factor), x.times(factor).plus(y.times(factor)));
        assertEquals(
                Integer.signum(x.compareTo(y)), Integer.signum(x.times(factor).compareTo(y.times(factor))));
        assertEquals(x.compareTo(y) == 0, x.equals(y));
        if (x.equals(y)) {
            assertEquals(x.hashCode(), y.hashCode());
        }
    }

    @Property
    void piecesCoverAndOneFewerDoesNot(@ForAll("factors") long whole, @ForAll("factors") long piece) {
        DataSize need = DataSize.bytes((double) whole);
        DataSize size = DataSize.bytes((double) piece);
        long count = need.piecesOf(size);
        assertTrue(size.times(count).compareTo(need) >= 0);
        assertTrue(size.times(count - 1).compareTo(need) < 0);
    }

    @Property
    void differencesOfTemperaturesAddBack(@ForAll("celsius") double from, @ForAll("celsius") double to) {
        Temperature start = Temperature.celsius(from);
        Temperature end = Temperature.celsius(to);
        assertEquals(end, start.plus(end.minus(start)));
        assertEquals(start, Temperature.parse(start.toString()));
    }

    @Property
    void computeRatesKeepTheirPrecision(@ForAll("values") BigDecimal value, @ForAll Precision precision) {
        ComputeRate rate = ComputeRate.of(value, ComputeRate.Unit.TERAFLOP_PER_SECOND, precision);
        assertEquals(rate, ComputeRate.parse(rate.toString()));
        assertEquals(precision, rate.plus(rate).precision());
    }

    @Provide
    Arbitrary<BigDecimal> values() {
        Arbitrary<Long> digits = Arbitraries.longs().between(-999_999_999_999L, 999_999_999_999L);
        return Combinators.combine(digits, Arbitraries.integers().between(-4, 8))
                .as(BigDecimal::valueOf);
    }

    @Provide
    Arbitrary<Double> doubles() {
        return Arbitraries.doubles().between(-1e12, 1e12).ofScale(6);
    }

    @Provide
    Arbitrary<Double> celsius() {
        return Arbitraries.doubles().between(-273, 2000).ofScale(3);
    }

    @Provide
    Arbitrary<Long> factors() {
        return Arbitraries.longs().between(1, 1_000_000_000_000L);
    }
}
