package io.dcsdk.examples;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.dcsdk.document.Documents;
import io.dcsdk.examples.SupplyDocument.SeriesEntry;
import io.dcsdk.optimizer.sizing.Profile;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The series of a supply document: read from files beside it, or repeated from typical days. */
final class SupplySeries {
    private static final int HOURS = 24;
    private static final int MONTHS = 12;
    private static final int DAYS = 365;

    private final SupplyDocument document;
    private final Path folder;
    private final Map<String, Profile> read = new LinkedHashMap<>();
    private final Map<Path, String> texts = new LinkedHashMap<>();

    SupplySeries(SupplyDocument document, Path folder) {
        this.document = document;
        this.folder = folder;
        document.series().forEach((name, entry) -> read.put(name, profile(name, entry)));
    }

    /** The profile of a value; the owner is for messages. */
    Profile of(SupplyValue value, String owner) {
        if (value.series().isEmpty()) {
            return Profile.constant(value.number());
        }
        String name = value.series().get();
        Profile profile = read.get(name);
        if (profile == null) {
            throw new BadInput(
                    "series (%s) of %s".formatted(name, owner),
                    "there is none of this name",
                    read.isEmpty()
                            ? "add it under series."
                            : "use one of %s.".formatted(String.join(", ", read.keySet())));
        }
        return profile;
    }

    /** The month of each step, from 0, in a year of 365 days that begins on 1 January. */
    int[] months(String owner) {
        if (document.steps() * document.hours() != DAYS * HOURS) {
            throw new BadInput(
                    "steps (%d of %s h) of %s".formatted(document.steps(), document.hours(), owner),
                    "months need a year of 8760 hours",
                    "leave 29 February out.");
        }
        int[] months = new int[document.steps()];
        LocalDate first = LocalDate.of(2023, 1, 1);
        for (int t = 0; t < months.length; t++) {
            months[t] = first.plusDays((long) (t * document.hours() / HOURS)).getMonthValue() - 1;
        }
        return months;
    }

    private Profile profile(String name, SeriesEntry entry) {
        int kinds = (entry.file().isPresent() ? 1 : 0)
                + (entry.daily().isEmpty() ? 0 : 1)
                + (entry.monthly().isEmpty() ? 0 : 1);
        String owner = "series %s".formatted(name);
        if (kinds != 1 || entry.file().isPresent() != entry.column().isPresent()) {
            throw new BadInput(
                    owner, "must have either file and column, or daily, or monthly", "name the column of the file.");
        }
        Profile profile;
        if (entry.file().isPresent()) {
            profile = column(entry.file().get(), entry.column().orElseThrow());
        } else if (!entry.daily().isEmpty()) {
            profile = typical(owner, List.of(entry.daily()), new int[document.steps()]);
        } else {
            if (entry.monthly().size() != MONTHS) {
                throw new BadInput(
                        "monthly (%d days) of %s".formatted(entry.monthly().size(), owner),
                        "must be a typical day for each of 12 months",
                        "use daily for the same day all year.");
            }
            profile = typical(owner, entry.monthly(), months(owner));
        }
        return entry.scale().map(profile::times).orElse(profile);
    }

    private Profile typical(String owner, List<List<Double>> days, int[] which) {
        for (List<Double> day : days) {
            if (day.size() != HOURS || document.hours() != 1) {
                throw new BadInput(
                        "day (%d values, steps of %s h) of %s".formatted(day.size(), document.hours(), owner),
                        "must be 24 values for steps of one hour",
                        "read other steps from a file.");
            }
        }
        double[] values = new double[document.steps()];
        for (int t = 0; t < values.length; t++) {
            values[t] = days.get(which[t]).get(t % HOURS);
        }
        return Profile.of(values);
    }

    private Profile column(String file, String column) {
        Path path = folder.resolve(Input.path(file));
        String text = texts.computeIfAbsent(path, Documents::text);
        List<Double> values = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord row : rows) {
                if (!row.getHeader().contains(column)) {
                    throw new BadInput(
                            "column (%s) of %s".formatted(column, path),
                            "there is none of this name",
                            "use one of %s.".formatted(String.join(", ", row.getHeader())));
                }
                values.add(number(row.getField(column), column, path, row.getStartingLineNumber()));
            }
        } catch (CsvParseException | java.io.IOException e) {
            throw new BadInput(
                    path.toString(), "is no CSV (%s)".formatted(e.getMessage()), "check quotes and line ends.");
        }
        if (values.size() != document.steps()) {
            throw new BadInput(
                    "column (%s, %d rows) of %s".formatted(column, values.size(), path),
                    "the document has %d steps".formatted(document.steps()),
                    "set steps, or cut the file.");
        }
        return Profile.of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static double number(String text, String column, Path path, long line) {
        try {
            double value = Double.parseDouble(text.strip());
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Told below, with its place.
        }
        throw new BadInput(
                "%s:%d: value (%s) of column %s".formatted(path, line, text, column),
                "is not a finite number",
                "fill the gap before.");
    }
}
