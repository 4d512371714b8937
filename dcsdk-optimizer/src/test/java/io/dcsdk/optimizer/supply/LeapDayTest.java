package io.dcsdk.optimizer.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of series that lack the 29 February of the document's steps. */
final class LeapDayTest {
    private static String document(int steps, double hours) {
        return """
                name: leap
                steps: %d
                hours: %s
                calendar: {start: "2024-01-01T00:00:00Z", zone: Z}
                series:
                  s: {file: a.csv, column: v, time: time, any_year: true}
                demands: [{node: site, power: s}]
                sources: [{name: grid, node: site, capacity: {max: 9}, price: 1}]
                """.formatted(steps, hours);
    }

    private static String refusal(Path folder, int days, int stepHours, int steps) throws IOException {
        StringBuilder rows = new StringBuilder("time,v\n");
        OffsetDateTime start = OffsetDateTime.of(2023, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
        for (int i = 0; i < days * 24 / stepHours; i++) {
            rows.append(start.plusHours((long) i * stepHours)).append(",1\n");
        }
        Files.writeString(folder.resolve("a.csv"), rows);
        return String.valueOf(assertThrows(
                        SupplyException.class,
                        () -> SupplySystem.of(Supplies.document(document(steps, stepHours)), folder))
                .getMessage());
    }

    @Test
    void aCommonYearUnderALeapYearSaysWhichYearToBeginIn(@TempDir Path folder) throws IOException {
        assertEquals(
                "series (8760 steps) of series s: the document has 8784 steps of 1.0 h\nMaybe 29 February is what it lacks:"
                        + " begin the calendar in a common year, such as 2023, with 8760 steps.",
                refusal(folder, 365, 1, 8784));
        assertEquals(
                "series (2920 steps) of series s: the document has 2928 steps of 3.0 h\nMaybe 29 February is what it lacks:"
                        + " begin the calendar in a common year, such as 2023, with 2920 steps.",
                refusal(folder, 365, 3, 2928));
    }

    @Test
    void aFileThatIsCutShortIsNotTakenForACommonYear(@TempDir Path folder) throws IOException {
        assertEquals(
                "series (8640 steps) of series s: the document has 8784 steps of 1.0 h\nMaybe the file is cut short, or is"
                        + " not of one year.",
                refusal(folder, 360, 1, 8784));
    }

    @Test
    void aDayThatIsMissingUnderACommonYearIsNoLeapDay(@TempDir Path folder) throws IOException {
        assertEquals(
                "series (24 steps) of series s: the document has 48 steps of 1.0 h\nMaybe the file is cut short, or is not of one"
                        + " year.",
                refusal(folder, 1, 1, 48));
    }
}
