package io.dcsdk.examples;

import io.dcsdk.cooling.CoolingConfiguration;
import io.dcsdk.cooling.FacilityYear;
import io.dcsdk.energy.CoolingKind;
import io.dcsdk.energy.CoolingSystem;
import io.dcsdk.examples.JointDocument.CoolingEntry;
import io.dcsdk.optimizer.joint.FacilityLoad;
import io.dcsdk.optimizer.supply.SupplyCalendar;
import io.dcsdk.optimizer.supply.SupplyDocument;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.series.TimeAxis;
import io.dcsdk.series.TimeSeries;
import io.dcsdk.weather.EpwFile;
import io.dcsdk.weather.SyntheticClimate;
import io.dcsdk.weather.WeatherYear;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The weather of a joint document on the steps of its supply, and its plants in that weather. */
final class JointClimate {
    private static final double USUAL_SHARE = 0.8;
    private static final double SHARE_TOLERANCE = 1e-9;
    /** Plants scale with their design, so any will do. */
    private static final double DESIGN_WATTS = 1e6;

    private final JointDocument document;
    private final WeatherYear year;
    private final WeatherYear weather;
    private final String placed;

    private JointClimate(JointDocument document, WeatherYear year, WeatherYear weather, String placed) {
        this.document = document;
        this.year = year;
        this.weather = weather;
        this.placed = placed;
    }

    /**
     * Reads the weather and lays it on the steps.
     *
     * @param document the document
     * @param file its weather file, or null for a synthetic climate
     * @param mostGapHours the longest gap of the file that is filled; 0 for none
     */
    static JointClimate of(JointDocument document, @Nullable Path file, double mostGapHours) {
        SupplyDocument supply = document.supply();
        WeatherYear year =
                file == null ? SyntheticClimate.TEMPERATE.year() : WeatherYear.of(EpwFile.read(file), mostGapHours);
        Optional<TimeAxis> axis = SupplyCalendar.of(supply).axis();
        if (supply.hours() != 1 || (axis.isEmpty() && year.axis().size() != supply.steps())) {
            throw new BadInput(
                    "steps (%d of %s h) of the supply".formatted(supply.steps(), supply.hours()),
                    "the weather has %d hours".formatted(year.axis().size()),
                    "use 8760 steps of one hour, or overhead in place of plant.");
        }
        if (axis.isEmpty()) {
            return new JointClimate(
                    document,
                    year,
                    year,
                    "the supply has no calendar: its first step is 1 January, 0:00 of the weather");
        }
        WeatherYear local = file == null ? at(year, supply, axis.get()) : year;
        return new JointClimate(
                document,
                year,
                local.on(axis.get()),
                "by date and hour on the steps of the supply from %s"
                        .formatted(axis.get().start()));
    }

    /** A climate of nowhere follows the standard time of the supply. */
    private static WeatherYear at(WeatherYear synthetic, SupplyDocument supply, TimeAxis axis) {
        ZoneId zone = ZoneId.of(supply.calendar().orElseThrow().zone());
        OffsetDateTime begin = synthetic
                .axis()
                .start()
                .withOffsetSameLocal(
                        zone.getRules().getStandardOffset(axis.start().toInstant()));
        return new WeatherYear(synthetic.location(), synthetic.axis().startingAt(begin), synthetic.hours(), true);
    }

    /** Where the weather is from, and how it lies on the steps. */
    JointFacility.Weather described() {
        return new JointFacility.Weather(
                weather.location().name(), weather.location().source(), weather.synthetic(), placed);
    }

    /**
     * A plant on the steps of the supply.
     *
     * @param entry with a plant
     * @param activity of each step over its mean
     * @param meanWatts of the IT equipment
     */
    FacilityYear steps(CoolingEntry entry, double[] activity, double meanWatts) {
        double share = loadShare(activity);
        double design = meanWatts / share;
        double[] watts = Arrays.stream(activity)
                .map(shape -> Math.min(shape * meanWatts, design))
                .toArray();
        return kind(entry)
                .facility(celsius(entry), design)
                .run(weather, TimeSeries.of("IT load", "W", weather.axis(), watts));
    }

    /**
     * Mean load over what plants are built for, under which the highest load is at most that. At the largest such share the two are the
     * same but for rounding, which may not decide.
     */
    private double loadShare(double[] activity) {
        double share = document.loadShare().orElse(USUAL_SHARE);
        double peak = Arrays.stream(activity).max().orElse(1);
        if (peak * share > 1 + SHARE_TOLERANCE) {
            throw new BadInput(
                    "load_share (%s)".formatted(share),
                    "the peak of activity is %s times its mean, above what the plants are built for"
                            .formatted(Rounded.number(peak)),
                    "state at most %s."
                            .formatted(BigDecimal.valueOf(1 / peak)
                                    .round(new MathContext(5, RoundingMode.FLOOR))
                                    .toPlainString()));
        }
        return share;
    }

    /**
     * Power beside that of the IT equipment in the worst hour of the year at full load.
     *
     * @param entry with a plant
     * @param system what it stands for in the catalogue
     */
    Ratio worst(CoolingEntry entry, CoolingSystem system) {
        requireSameKind(entry, system);
        return FacilityLoad.peakOverhead(
                kind(entry).facility(celsius(entry), DESIGN_WATTS).run(year, 1));
    }

    static CoolingConfiguration kind(CoolingEntry entry) {
        return CoolingConfiguration.parse(entry.plant().orElseThrow());
    }

    static double celsius(CoolingEntry entry) {
        return entry.supplyTemperature().orElseGet(() -> kind(entry).usualSupply());
    }

    /**
     * Refuses a plant of another kind than what it is bought as.
     *
     * @param entry with a plant
     * @param system what it stands for in the catalogue
     */
    static void requireSameKind(CoolingEntry entry, CoolingSystem system) {
        CoolingConfiguration plant = kind(entry);
        Set<CoolingConfiguration> fitting =
                switch (system.kind()) {
                    case AIR ->
                        EnumSet.of(
                                CoolingConfiguration.CRAC,
                                CoolingConfiguration.CRAC_ECONOMIZER,
                                CoolingConfiguration.INDIRECT_EVAPORATIVE);
                    case CHILLED_WATER ->
                        EnumSet.of(
                                CoolingConfiguration.CHILLER,
                                CoolingConfiguration.CHILLER_ECONOMIZER,
                                CoolingConfiguration.AIR_ECONOMIZER,
                                CoolingConfiguration.EVAPORATIVE);
                    case REAR_DOOR -> EnumSet.of(CoolingConfiguration.CHILLER, CoolingConfiguration.CHILLER_ECONOMIZER);
                    case DIRECT_LIQUID -> EnumSet.of(CoolingConfiguration.DIRECT_LIQUID);
                    case IMMERSION -> EnumSet.of(CoolingConfiguration.IMMERSION);
                };
        if (!fitting.contains(plant)) {
            CoolingKind kind = system.kind();
            throw new BadInput(
                    "plant (%s) of cooling %s".formatted(plant, system.id()),
                    "is bought as %s, which is another kind of plant".formatted(kind),
                    "use one of %s, or an item of the catalogue with the price of that plant."
                            .formatted(fitting.stream()
                                    .map(CoolingConfiguration::toString)
                                    .collect(Collectors.joining(", "))));
        }
    }
}
