package io.dcsdk.training.profile;

import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.Power;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What a machine takes before it has work, by the meter that counts the run afterwards. Together with the share of the time in which a
 * run computes it gives the mean power of the machine ({@link io.dcsdk.power.DutyCycle}).
 */
public final class IdlePower {
    /** RAPL counts every millisecond, NVML about every tenth of a second. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private IdlePower() {}

    /** Lets time pass. */
    @FunctionalInterface
    interface Pause {
        void sleep(Duration duration) throws InterruptedException;
    }

    /**
     * Looks at a meter for half a second; not at all at one that counts nothing.
     *
     * @param meter the meter
     * @return its mean power; empty if it counts nothing, or the thread was interrupted, which it stays
     */
    public static Optional<Power> of(EnergyMeter meter) {
        return of(meter, duration -> Thread.sleep(duration.toMillis()), System::nanoTime);
    }

    static Optional<Power> of(EnergyMeter meter, Pause pause, LongSupplier nanoseconds) {
        if (!(meter.read() instanceof EnergyReading.Measured before)) {
            return Optional.empty();
        }
        long began = nanoseconds.getAsLong();
        try {
            pause.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        long passed = nanoseconds.getAsLong() - began;
        if (passed <= 0 || !(meter.read() instanceof EnergyReading.Measured after)) {
            return Optional.empty();
        }
        Energy energy = after.sinceOpened().minus(before.sinceOpened());
        return Optional.of(energy.dividedBy(Stretches.seconds(passed)));
    }
}
