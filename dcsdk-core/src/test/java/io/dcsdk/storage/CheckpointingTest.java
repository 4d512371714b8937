package io.dcsdk.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.SharedFacility;
import io.dcsdk.item.ItemException;
import io.dcsdk.quantity.DataRate;
import io.dcsdk.quantity.DataSize;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.TimeSpan;
import io.dcsdk.reliability.Reliability;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class CheckpointingTest {
    @Test
    void matchesTheCheckpointFiguresOfTheLlamaRun() {
        JsonNode failures = SharedFacility.section("failures");
        JsonNode checkpoint = SharedFacility.section("checkpoint");
        Reliability reliability = Reliability.observed(
                failures.required("gpus").longValue(),
                TimeSpan.days(SharedFacility.number(failures, "days")),
                failures.required("unexpected_interruptions").longValue());
        Checkpointing checkpointing = new Checkpointing(
                Checkpointing.checkpointSize(
                        (long) SharedFacility.number(checkpoint, "parameters"),
                        checkpoint.required("bytes_per_parameter").intValue()),
                DataRate.bytesPerSecond(SharedFacility.number(checkpoint, "storage_bytes_per_s")),
                reliability.meanTimeBetweenFailures(failures.required("gpus").longValue()));

        assertEquals(
                SharedFacility.number(failures, "mtbf_hours"),
                checkpointing.meanTimeBetweenFailures().in(TimeSpan.Unit.HOUR),
                0.005);
        assertEquals(
                SharedFacility.number(checkpoint, "seconds"),
                checkpointing.writeTime().in(TimeSpan.Unit.SECOND),
                0.0051);
        TimeSpan interval = checkpointing.youngInterval();
        assertEquals(SharedFacility.number(checkpoint, "young_interval_s"), interval.in(TimeSpan.Unit.SECOND), 0.5);
        assertEquals(
                SharedFacility.number(checkpoint, "waste"),
                checkpointing.waste(interval).value(),
                0.00005);
    }

    @Test
    void keepsFourteenBytesAParameterToGoOnTraining() {
        assertEquals(
                DataSize.parse("5.67 TB"),
                Checkpointing.checkpointSize(405_000_000_000L, Checkpointing.MIXED_PRECISION_ADAM_BYTES));
    }

    @Test
    void fallsBackToTheMeanTimeBetweenFailuresWhenWritingTakesTwiceAsLong() {
        Checkpointing hopeless =
                new Checkpointing(DataSize.terabytes(7200), DataRate.parse("1 TB/s"), TimeSpan.hours(1));
        assertEquals(TimeSpan.hours(1), hopeless.dalyInterval());
        assertTrue(hopeless.waste(hopeless.youngInterval()).compareTo(Ratio.ONE) > 0);
    }

    @Test
    void saysWhichFigureIsWrong() {
        ItemException slow = assertThrows(
                ItemException.class, () -> new Checkpointing(DataSize.terabytes(1), DataRate.ZERO, TimeSpan.hours(3)));
        assertEquals("""
                bandwidth (0 B/s) of checkpointing: is not above zero
                Maybe look the figure up in the data sheet.""", slow.getMessage());
        ItemException waste = assertThrows(
                ItemException.class,
                () -> Checkpointing.requiredBandwidth(DataSize.terabytes(1), TimeSpan.hours(3), Ratio.of(2)));
        assertEquals("""
                waste (2) of checkpointing: is not within 0 and 1
                Maybe it is a percentage: write 35 % as 0.35.""", waste.getMessage());
    }
}
