package io.dcsdk.series;

import static io.dcsdk.series.TimeSeriesTest.message;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.collect.ImmutableMap;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

/** What is written is read back as the same numbers, and does nothing in a spreadsheet. */
final class StepTableTest {
    private static final TimeAxis AXIS =
            TimeAxis.of(OffsetDateTime.parse("2023-07-01T00:00-07:00"), Duration.ofHours(1), 3);

    @Test
    void readsBackTheSameNumbersAtTheSameTimes() {
        double[] values = {1.0 / 3, -2e-17, 1e300};
        String csv = StepTable.at(AXIS)
                .with("facility", "MW", step -> values[step])
                .with("PUE", "", step -> 1 + step)
                .toCsv();
        assertEquals("time,facility (MW),PUE", csv.lines().findFirst().orElseThrow());
        TimeSeries read = SeriesCsv.timedBy("time")
                .read("f.csv", csv, 0, ImmutableMap.of("facility (MW)", "MW"))
                .get("facility (MW)");
        assertEquals(TimeSeries.of("facility (MW)", "MW", AXIS, values), read);
    }

    @Test
    void countsStepsWithoutTimesAndWritesArraysAsJson() {
        StepTable table = StepTable.of(2)
                .with("level of \"tank\"", "MWh", step -> 0.5 * step)
                .with("PUE", "", step -> step == 0 ? Double.NaN : 1.25);
        assertEquals("step,\"level of \"\"tank\"\" (MWh)\",PUE\n0,0.0,\n1,0.5,1.25\n", table.toCsv());
        assertEquals(
                "{\"PUE\":[null,1.25],\"levelof\\\"tank\\\"(MWh)\":[0.0,0.5],\"step\":[0,1]}",
                table.toJson().replaceAll("\\s", ""));
    }

    @Test
    void refusesInfinityAndHeadingsThatAreThereAndDefusesFormulas() {
        StepTable table = StepTable.at(AXIS).with("=cmd()\n", "", step -> step);
        assertEquals("'=cmd()?", table.headings().get(1));
        assertEquals(
                "column ('=cmd()?) of table: is there already\nMaybe name it after what it belongs to.",
                message(() -> table.with("=cmd()\t", "", step -> 0)));
        assertEquals(
                "value (Infinity) of column PUE at 2023-07-01T01:00-07:00: is infinite\nMaybe it is a ratio of a step in which"
                        + " nothing runs: use NaN, which is written as an empty cell.",
                message(() -> StepTable.at(AXIS).with("PUE", "", step -> step == 1 ? 1.0 / 0 : 1)));
    }
}
