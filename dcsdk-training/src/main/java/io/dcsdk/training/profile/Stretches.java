package io.dcsdk.training.profile;

import io.dcsdk.profile.MeasuredEnergy;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.TimeSpan;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Time and energy of the stretches in which steps are counted, taken at their ends when the device has nothing left to do. */
final class Stretches {
    private final LongSupplier clock;
    private final EnergyMeter meter;
    private final Runnable synchronise;
    private @Nullable Stretch current;
    private long nanoseconds;
    private Energy energy = Energy.ZERO;
    private @Nullable String failure;

    private record Stretch(long began, EnergyReading energy) {}

    Stretches(LongSupplier clock, EnergyMeter meter, Runnable synchronise) {
        this.clock = clock;
        this.meter = meter;
        this.synchronise = synchronise;
    }

    void begin() {
        synchronise.run();
        EnergyReading reading = meter.read();
        current = new Stretch(clock.getAsLong(), reading);
    }

    /** Ends the current stretch; returns whether there was one. */
    boolean end() {
        Stretch ended = current;
        if (ended == null) {
            return false;
        }
        synchronise.run();
        nanoseconds += clock.getAsLong() - ended.began();
        EnergyReading now = meter.read();
        if (ended.energy() instanceof EnergyReading.Measured before && now instanceof EnergyReading.Measured after) {
            energy = energy.plus(after.sinceOpened().minus(before.sinceOpened()));
        } else if (now instanceof EnergyReading.Unknown unknown) {
            failure = unknown.reason();
        }
        current = null;
        return true;
    }

    boolean isEmpty() {
        return nanoseconds == 0;
    }

    TimeSpan time() {
        return seconds(nanoseconds);
    }

    Optional<MeasuredEnergy> energy() {
        return failure == null ? Optional.of(new MeasuredEnergy(energy, time(), meter.source())) : Optional.empty();
    }

    /** What the meter counts, or why it does not. */
    String source() {
        String reason = failure;
        return reason == null ? meter.source() : reason;
    }

    static TimeSpan seconds(long nanoseconds) {
        return TimeSpan.of(BigDecimal.valueOf(nanoseconds).movePointLeft(9), TimeSpan.Unit.SECOND);
    }
}
