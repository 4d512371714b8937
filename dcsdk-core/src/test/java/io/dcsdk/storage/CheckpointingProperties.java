package io.dcsdk.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.TimeSpan;
import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

final class CheckpointingProperties {
    @Property
    void noIntervalWastesLessThanYoungs(
            @ForAll @IntRange(min = 1, max = 100_000) int gigabytes,
            @ForAll @IntRange(min = 1, max = 1_000) int hours,
            @ForAll @Scale(6) @DoubleRange(min = 0.01, max = 100) double factor) {
        Checkpointing checkpointing =
                new Checkpointing(DataSize.gigabytes(gigabytes), DataRate.parse("100 GB/s"), TimeSpan.hours(hours));
        TimeSpan best = checkpointing.youngInterval();
        double least = checkpointing.waste(best).value();
        double other = checkpointing.waste(best.times(Ratio.of(factor))).value();
        assertTrue(other >= least * (1 - 1e-15), other + " < " + least);
        double delta = checkpointing.writeTime().in(TimeSpan.Unit.SECOND);
        assertEquals(Math.sqrt(2 * delta / (hours * 3600.0)), least, least * 1e-14);
    }

    @Property
    void theRequiredBandwidthMeetsItsTargetExactly(
            @ForAll @IntRange(min = 1, max = 100_000) int gigabytes,
            @ForAll @IntRange(min = 1, max = 1_000) int hours,
            @ForAll @Scale(6) @DoubleRange(min = 0.001, max = 1) double waste) {
        DataSize size = DataSize.gigabytes(gigabytes);
        DataRate needed = Checkpointing.requiredBandwidth(size, TimeSpan.hours(hours), Ratio.of(waste));
        Checkpointing checkpointing = new Checkpointing(size, needed, TimeSpan.hours(hours));
        assertEquals(waste, checkpointing.waste(checkpointing.youngInterval()).value(), waste * 1e-12);
    }

    @Property
    void dalysIntervalNearsYoungsWhenWritingIsShort(
            @ForAll @IntRange(min = 1, max = 1_000) int megabytes, @ForAll @IntRange(min = 1, max = 1_000) int days) {
        Checkpointing checkpointing = new Checkpointing(
                DataSize.gigabytes(megabytes).dividedBy(BigDecimal.valueOf(1000)),
                DataRate.parse("10 GB/s"),
                TimeSpan.days(days));
        double young = checkpointing.youngInterval().in(TimeSpan.Unit.SECOND);
        double daly = checkpointing.dalyInterval().in(TimeSpan.Unit.SECOND);
        double ratio = checkpointing.writeTime().in(TimeSpan.Unit.SECOND) / (2 * days * 86400.0);
        assertEquals(young, daly, young * 2 * Math.sqrt(ratio));
    }
}
