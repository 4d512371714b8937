package io.dcsdk.optimizer.supply;

import com.google.common.collect.ImmutableMap;
import io.dcsdk.carbon.EmissionFactors;
import io.dcsdk.carbon.GenerationMix;
import io.dcsdk.carbon.GridCarbon;
import io.dcsdk.carbon.GridCarbonCsv;
import io.dcsdk.item.KebabName;
import io.dcsdk.optimizer.sizing.Profile;
import io.dcsdk.series.AnyYear;
import io.dcsdk.series.CsvRows;
import io.dcsdk.series.SeriesCsv;
import io.dcsdk.series.TimeAxis;
import io.dcsdk.series.TimeSeries;
import io.dcsdk.weather.EpwField;
import io.dcsdk.weather.EpwFile;
import io.dcsdk.weather.PhotovoltaicArray;
import io.dcsdk.weather.SolarCsv;
import io.dcsdk.weather.WindTurbine;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the file of a series and lays it on the steps of the document. */
final class SeriesReader {
    private static final double GRAMS_PER_KILOWATT_HOUR_IN_A_TONNE_PER_MEGAWATT_HOUR = 1000;
    private static final double DAY_HOURS = 24;
    private static final double WEATHER_STATION_HEIGHT = 10;

    /** What {@link SeriesForm#GENERATION_MIX} has in place of columns. */
    private enum MixColumn {
        INTENSITY,
        CARBON_FREE
    }

    private final SupplyDocument document;
    private final SupplyCalendar calendar;
    private final SupplyFiles files;
    private final Optional<Resample> resample;

    SeriesReader(SupplyDocument document, SupplyCalendar calendar, SupplyFiles files, Optional<Resample> resample) {
        this.document = document;
        this.calendar = calendar;
        this.files = files;
        this.resample = resample;
    }

    /** The profile of a file. */
    Profile read(String owner, SeriesEntry entry, String file) {
        Path path = files.path(file, owner);
        double gap = entry.gapHours().orElse(0.0);
        boolean anyYear = entry.anyYear().orElse(false);
        String unit = entry.turbine().isPresent() ? "m/s" : "";
        SeriesForm form = entry.form().orElse(SeriesForm.TABLE);
        refuseUnused(owner, entry, form);
        return switch (form) {
            case TABLE -> {
                String column = column(owner, entry);
                if (entry.time().isPresent()) {
                    TimeSeries series = timed(entry, gap, owner)
                            .read(path.toString(), files.text(path), 0, ImmutableMap.of(column, unit))
                            .get(column);
                    yield laid(owner, turned(owner, entry, series), anyYear);
                }
                yield inOrder(owner, entry, path, column, unit);
            }
            case ELECTRICITY_MAPS -> {
                GridCarbonCsv.Boundary boundary =
                        KebabName.parse(GridCarbonCsv.Boundary.class, "column of " + owner, column(owner, entry));
                yield laid(owner, tonnes(GridCarbonCsv.electricityMaps(path, boundary, gap)), anyYear);
            }
            case GENERATION_MIX -> laid(owner, mixed(owner, entry, GenerationMix.read(path, gap)), anyYear);
            case PVGIS -> laid(owner, SolarCsv.pvgis(path).capacityFactor(), anyYear);
            case PVWATTS ->
                laid(owner, SolarCsv.pvWatts(path, offset(owner, entry)).capacityFactor(), true);
            case EPW -> {
                if (entry.array().isPresent()) {
                    TimeSeries solar = array(entry.array().get()).capacityFactor(EpwFile.read(path), gap);
                    yield laid(owner, solar, true);
                }
                EpwField field = KebabName.parse(EpwField.class, "column of " + owner, column(owner, entry));
                yield laid(owner, turned(owner, entry, EpwFile.read(path).series(field, gap)), true);
            }
        };
    }

    /** What the fuels of a grid mean for a kilowatt-hour of it. */
    private static TimeSeries mixed(String owner, SeriesEntry entry, GenerationMix mix) {
        return switch (KebabName.parse(MixColumn.class, "column of " + owner, column(owner, entry))) {
            case INTENSITY -> tonnes(mix.intensity(EmissionFactors.LIFE_CYCLE_BY_EIA_CODE));
            case CARBON_FREE -> mix.carbonFree();
        };
    }

    private static TimeSeries tonnes(GridCarbon carbon) {
        return carbon.intensity().map("t/MWh", value -> value / GRAMS_PER_KILOWATT_HOUR_IN_A_TONNE_PER_MEGAWATT_HOUR);
    }

    /** What a form does not use is a mistake, not something to pass over. */
    private static void refuseUnused(String owner, SeriesEntry entry, SeriesForm form) {
        boolean table = form == SeriesForm.TABLE;
        boolean solar = form == SeriesForm.PVGIS || form == SeriesForm.PVWATTS;
        refuse(owner, "turbine", entry.turbine().isPresent() && !table && form != SeriesForm.EPW, form);
        refuse(owner, "time", entry.time().isPresent() && !table, form);
        refuse(owner, "zone", entry.zone().isPresent() && !table && form != SeriesForm.PVWATTS, form);
        refuse(owner, "gap_hours", entry.gapHours().isPresent() && solar, form);
        refuse(owner, "column", entry.column().isPresent() && solar, form);
        refuse(owner, "array", entry.array().isPresent() && form != SeriesForm.EPW, form);
        if (entry.array().isPresent()
                && (entry.column().isPresent() || entry.turbine().isPresent())) {
            throw new SupplyException(
                    "array of %s".formatted(owner),
                    "stands in place of column and turbine",
                    "make two series of them.");
        }
    }

    private static void refuse(String owner, String what, boolean unused, SeriesForm form) {
        if (unused) {
            throw new SupplyException(
                    "%s of %s".formatted(what, owner),
                    "is not used by files of form %s".formatted(form),
                    "leave it out.");
        }
    }

    private static PhotovoltaicArray array(SeriesEntry.Array given) {
        PhotovoltaicArray usual =
                PhotovoltaicArray.ofSilicon(given.tilt(), given.azimuth().orElse(180.0));
        return new PhotovoltaicArray(
                usual.tilt(),
                usual.azimuth(),
                given.losses().orElse(usual.losses()),
                usual.albedo(),
                usual.temperatureCoefficient(),
                usual.nominalCellTemperature());
    }

    private static String column(String owner, SeriesEntry entry) {
        return entry.column()
                .orElseThrow(() -> new SupplyException(
                        owner,
                        "must have either file and column, or daily, or monthly",
                        "name the column of the file."));
    }

    private static ZoneOffset offset(String owner, SeriesEntry entry) {
        ZoneId zone = entry.zone()
                .map(text -> SupplyCalendar.zone(text, owner))
                .orElseThrow(() -> new SupplyException(
                        owner, "needs zone: the file does not say it", "write the standard time, like -08:00."));
        if (zone.getRules().isFixedOffset()) {
            return zone.getRules().getStandardOffset(Instant.EPOCH);
        }
        throw new SupplyException(
                "zone (%s) of %s".formatted(zone, owner),
                "must be an offset: the file is in standard time all year",
                "write it like -08:00.");
    }

    private static SeriesCsv timed(SeriesEntry entry, double gap, String owner) {
        SeriesCsv csv = SeriesCsv.timedBy(entry.time().orElseThrow());
        if (entry.zone().isPresent()) {
            csv = csv.inZone(SupplyCalendar.zone(entry.zone().get(), owner));
        }
        return gap > 0 ? csv.interpolatingUpTo(gap) : csv;
    }

    /** Wind speed becomes a share of the rated power where a turbine is named. */
    private static TimeSeries turned(String owner, SeriesEntry entry, TimeSeries series) {
        if (entry.turbine().isEmpty()) {
            return series;
        }
        SeriesEntry.Turbine given = entry.turbine().get();
        WindTurbine usual = WindTurbine.onOpenLand(given.hubHeight());
        WindTurbine turbine = new WindTurbine(
                given.hubHeight(),
                given.cutIn().orElse(usual.cutIn()),
                given.rated().orElse(usual.rated()),
                given.cutOut().orElse(usual.cutOut()),
                given.shearExponent().orElse(usual.shearExponent()));
        return turbine.capacityFactor(series.named(owner), given.measuredAt().orElse(WEATHER_STATION_HEIGHT));
    }

    /** Rows that tell no time: row i is step i. */
    private Profile inOrder(String owner, SeriesEntry entry, Path path, String column, String unit) {
        if (entry.zone().isPresent() || entry.gapHours().isPresent()) {
            throw new SupplyException(
                    "zone or gap_hours of %s".formatted(owner),
                    "goes with a column of times",
                    "name it as time: COLUMN.");
        }
        calendar.requireLeapDay(owner);
        CsvRows rows = CsvRows.of(path.toString(), files.text(path), ',', 0);
        if (!rows.columns().contains(column)) {
            throw new SupplyException(
                    "column (%s) of %s".formatted(column, path),
                    "there is none of this name",
                    "use one of %s.".formatted(String.join(", ", rows.columns())));
        }
        int index = rows.column(column);
        List<Double> values = new ArrayList<>();
        while (rows.next()) {
            double value = rows.number(index);
            if (Double.isNaN(value)) {
                throw rows.fault(
                        column, "has no value", "fill the gap before, or name the column of times and gap_hours.");
            }
            values.add(value);
            if (values.size() > TimeAxis.MAX_SIZE) {
                throw rows.fault("", "is beyond the %d rows that are read".formatted(TimeAxis.MAX_SIZE), "split it.");
            }
        }
        String subject = "column (%s, %d rows) of %s".formatted(column, values.size(), path);
        StepRatio ratio = StepRatio.ofRows(values.size(), document.steps(), resample, subject);
        double[] numbers = values.stream().mapToDouble(Double::doubleValue).toArray();
        if (entry.turbine().isPresent()) {
            // Any times will do: what a turbine makes of the wind does not depend on them.
            TimeAxis axis = TimeAxis.of(
                    TimeAxis.yearOfHours(EpwFile.COMMON_YEAR, ZoneOffset.UTC).start(),
                    Duration.ofHours(1),
                    numbers.length);
            numbers = turned(owner, entry, TimeSeries.of(owner, unit, axis, numbers))
                    .toArray();
        }
        return Profile.of(ratio.lengthened(ratio.shortened(numbers)));
    }

    /** Lays a series with times on the steps: in its own steps where they are shorter, so that it may begin within longer ones. */
    private Profile laid(String owner, TimeSeries stated, boolean anyYear) {
        StepRatio ratio = StepRatio.ofSteps(stated.axis().stepHours(), document.hours(), resample, owner);
        TimeSeries series = ratio.shortened(stated);
        int steps = (int) Math.min(Integer.MAX_VALUE, (long) document.steps() * ratio.within());
        Optional<TimeAxis> axis = calendar.axis()
                .map(its -> TimeAxis.of(its.start(), series.axis().step(), steps));
        double[] laid =
                anyYear || axis.isEmpty() ? typicalYear(owner, series, axis, steps) : cut(owner, series, axis.get());
        return Profile.of(ratio.lengthened(laid));
    }

    /** The part of a series that lies on an axis. */
    private static double[] cut(String owner, TimeSeries series, TimeAxis axis) {
        TimeAxis own = series.axis();
        long seconds = Duration.between(own.start(), axis.start()).toSeconds();
        long from = Math.floorDiv(seconds, own.step().toSeconds());
        boolean even = seconds % own.step().toSeconds() == 0;
        if (!even || from < 0 || from + axis.size() > own.size()) {
            throw new SupplyException(
                    "times (%s to %s) of %s".formatted(own.start(), own.time(own.size()), owner),
                    "do not hold the document's %d steps from %s".formatted(axis.size(), axis.start()),
                    "use any_year: true if the year of the file does not matter.");
        }
        return series.slice((int) from, (int) from + axis.size()).toArray();
    }

    /** A year of any number, turned to the calendar's offset from UTC: its hours before the calendar's first are its last ones. */
    private double[] typicalYear(String owner, TimeSeries stated, Optional<TimeAxis> axis, int steps) {
        TimeSeries series = AnyYear.withoutForeignLeapDay(stated, steps);
        if (series.size() != steps) {
            throw new SupplyException(
                    "series (%d steps) of %s".formatted(series.size(), owner),
                    "the document has %d steps of %s h"
                            .formatted(steps, series.axis().stepHours()),
                    axis.isPresent()
                                    && AnyYear.hasLeapDay(axis.get())
                                    && steps - series.size()
                                            == DAY_HOURS / series.axis().stepHours()
                            ? "29 February is what it lacks: begin the calendar in a common year, such as 2023, with %d steps."
                                    .formatted(document.steps() - (int) Math.round(DAY_HOURS / document.hours()))
                            : "the file is cut short, or is not of one year.");
        }
        return axis.map(its -> AnyYear.on(its, series, owner)).orElse(series).toArray();
    }
}
