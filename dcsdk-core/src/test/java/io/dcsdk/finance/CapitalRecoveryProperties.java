package io.dcsdk.finance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.item.ItemException;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Ratio;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

final class CapitalRecoveryProperties {
    @Property
    void thePaymentsPayTheDebtBackToTheLastCent(
            @ForAll @Scale(6) @DoubleRange(max = 0.5) double rate, @ForAll @IntRange(min = 1, max = 120) int periods) {
        CapitalRecovery recovery = new CapitalRecovery(Ratio.of(rate), periods);
        Money debt = Money.dollars(1_000_000);
        Money payment = recovery.payment(debt);
        for (int period = 0; period < periods; period++) {
            debt = debt.plus(debt.times(recovery.rate())).minus(payment);
        }
        assertEquals(0, debt.in(Money.Unit.USD), 1e-3);
    }

    @Property
    void thePresentValueOfThePaymentIsThePrincipal(
            @ForAll @Scale(6) @DoubleRange(max = 1) double rate, @ForAll @IntRange(min = 1, max = 1000) int periods) {
        CapitalRecovery recovery = new CapitalRecovery(Ratio.of(rate), periods);
        double back =
                recovery.presentValue(recovery.payment(Money.dollars(1000))).in(Money.Unit.USD);
        assertEquals(1000, back, 1e-9);
    }

    @Property
    void theFactorFallsWithThePeriodsAndRisesWithTheRate(
            @ForAll @Scale(6) @DoubleRange(min = 1e-6, max = 0.5) double rate,
            @ForAll @IntRange(min = 1, max = 100) int periods) {
        Ratio factor = new CapitalRecovery(Ratio.of(rate), periods).factor();
        assertTrue(new CapitalRecovery(Ratio.of(rate), periods + 1).factor().compareTo(factor) < 0);
        assertTrue(new CapitalRecovery(Ratio.of(rate * 1.01), periods).factor().compareTo(factor) > 0);
        assertTrue(factor.compareTo(Ratio.of(rate)) > 0);
    }

    @Example
    void givesTheFactorsOfTheTables() {
        assertEquals(0.12950, new CapitalRecovery(Ratio.of(0.05), 10).factor().value(), 0.000005);
        assertEquals(0.25, new CapitalRecovery(Ratio.ZERO, 4).factor().value());
        assertEquals(
                29.97,
                CapitalRecovery.monthly(Ratio.of(0.05), 3)
                        .payment(Money.dollars(1000))
                        .in(Money.Unit.USD),
                0.005);
    }

    @Example
    void theSmallestRateIsNotLostInCancellation() {
        Ratio tiny = Ratio.parse("1e-59");
        assertEquals(0.25, new CapitalRecovery(tiny, 4).factor().value(), 1e-15);
    }

    @Example
    void saysWhichFigureIsWrong() {
        ItemException refused = assertThrows(ItemException.class, () -> new CapitalRecovery(Ratio.of(0.05), 87_600));
        assertEquals("""
                periods (87600) of capital recovery: is not within 1 and 10000
                Maybe count in years rather than in hours.""", refused.getMessage());
        assertThrows(ItemException.class, () -> new CapitalRecovery(Ratio.of(-0.05), 10));
    }
}
