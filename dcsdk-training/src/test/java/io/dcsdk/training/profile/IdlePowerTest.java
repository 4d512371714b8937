package io.dcsdk.training.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.Power;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class IdlePowerTest {
    private long now;
    private EnergyReading energy = new EnergyReading.Measured(Energy.parse("1 kJ"));

    private final EnergyMeter turned = new EnergyMeter() {
        @Override
        public String source() {
            return "turned by hand";
        }

        @Override
        public EnergyReading read() {
            return energy;
        }

        @Override
        public void close() {}
    };

    @Test
    void isTheMeanOverTheLook() {
        Optional<Power> idle = IdlePower.of(
                turned,
                duration -> {
                    now += duration.toNanos();
                    energy = new EnergyReading.Measured(Energy.parse("1050 J"));
                },
                () -> now);
        assertEquals(Optional.of(Power.parse("100 W")), idle, "50 J in half a second");
    }

    @Test
    void doesNotWaitForAMeterThatCountsNothing() {
        assertEquals(
                Optional.empty(), IdlePower.of(EnergyMeter.none("no meter"), duration -> fail("waited"), () -> now));
    }

    @Test
    void isUnknownIfTheMeterFailsOrTheThreadIsInterrupted() {
        assertEquals(
                Optional.empty(),
                IdlePower.of(
                        turned,
                        duration -> {
                            now += duration.toNanos();
                            energy = new EnergyReading.Unknown("unplugged");
                        },
                        () -> now));
        energy = new EnergyReading.Measured(Energy.parse("1 kJ"));
        assertEquals(
                Optional.empty(),
                IdlePower.of(
                        turned,
                        duration -> {
                            throw new InterruptedException();
                        },
                        () -> now));
        assertTrue(Thread.interrupted(), "the interrupt is kept");
    }
}
