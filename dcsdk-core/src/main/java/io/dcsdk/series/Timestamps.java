package io.dcsdk.series;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times as they stand in a column, one after the other: date and time of day, with T or a blank between, seconds and an
 * offset if there are any. Times without offset are those of the clocks of a zone. Where these are set back an hour stands
 * twice: the first one that comes is the earlier.
 */
final class Timestamps {
    private static final Pattern FORM = Pattern.compile(
            "(\\d{4})-(\\d\\d)-(\\d\\d)[T ](\\d\\d):(\\d\\d)(?::(\\d\\d)(?:\\.0{1,9})?)? ?(Z|UTC|[+-]\\d\\d(?::?\\d\\d)?)?");

    /** How the clocks of a file are named, from wherever it is read. */
    static final String ZONE = "zone in a document, SeriesCsv.inZone in Java";

    private final Optional<ZoneId> zone;
    private @Nullable Instant last;
    private ZoneOffset offset = ZoneOffset.UTC;

    Timestamps(Optional<ZoneId> zone) {
        this.zone = zone;
    }

    /** The standard offset of the zone, or else that of the first time. */
    ZoneOffset offset() {
        return offset;
    }

    /** Reads the time of a row; it is later than the one before. */
    Instant read(CsvRows rows, int column) {
        String name = rows.columns().get(column);
        String text = rows.cell(column);
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw rows.fault(
                    name,
                    "is no date and time (%s)".formatted(CsvRows.shown(text)),
                    "write it like 2022-01-31 13:00:00+00:00.");
        }
        Instant instant;
        try {
            LocalDateTime local = LocalDateTime.of(
                    number(form, 1),
                    number(form, 2),
                    number(form, 3),
                    number(form, 4),
                    number(form, 5),
                    number(form, 6));
            instant = form.group(7) == null ? ofClock(rows, name, local) : local.toInstant(offsetOf(form.group(7)));
        } catch (DateTimeException e) {
            throw rows.fault(
                    name,
                    "is no date and time (%s: %s)".formatted(CsvRows.shown(text), e.getMessage()),
                    "a day or hour is out of range.");
        }
        checkOrder(rows, name, text, instant);
        last = instant;
        return instant;
    }

    private ZoneOffset offsetOf(String text) {
        ZoneOffset read = text.equals("UTC") ? ZoneOffset.UTC : ZoneOffset.of(text);
        if (last == null) {
            offset = read;
        }
        return read;
    }

    private Instant ofClock(CsvRows rows, String name, LocalDateTime local) {
        ZoneId clocks = zone.orElseThrow(() -> rows.fault(
                name,
                "has no offset from UTC (%s)".formatted(local),
                "say whose clocks these are, Z for UTC or a region if they follow daylight saving: %s."
                        .formatted(ZONE)));
        List<ZoneOffset> offsets = clocks.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            throw rows.fault(
                    name,
                    "does not exist in %s (%s): the clocks were set forward".formatted(clocks, local),
                    "the times are standard time or UTC: name that offset, %s.".formatted(ZONE));
        }
        Instant first = local.toInstant(offsets.get(0));
        if (last == null) {
            offset = clocks.getRules().getStandardOffset(first);
        }
        boolean repeated = offsets.size() == 2 && last != null && !first.isAfter(last);
        return repeated ? local.toInstant(offsets.get(1)) : first;
    }

    private void checkOrder(CsvRows rows, String name, String text, Instant instant) {
        if (last == null || instant.isAfter(last)) {
            return;
        }
        boolean same = instant.equals(last);
        throw rows.fault(
                name,
                same ? "is there twice (%s)".formatted(text) : "is before the line above (%s)".formatted(text),
                same
                        ? "delete one; if clocks were set back here, name their region: %s.".formatted(ZONE)
                        : "sort the file by time.");
    }

    private static int number(Matcher form, int group) {
        String digits = form.group(group);
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
