package io.dcsdk.examples;

import io.dcsdk.cooling.CoolingConfiguration;
import io.dcsdk.cooling.FacilityYear;
import io.dcsdk.examples.JointDocument.CoolingEntry;
import io.dcsdk.optimizer.joint.FacilityLoad;
import io.dcsdk.optimizer.report.FacilityAnswer;
import io.dcsdk.optimizer.report.HourlyFacility;
import io.dcsdk.optimizer.report.SizingReport;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.Profile;
import io.dcsdk.optimizer.supply.SupplyDocument;
import io.dcsdk.optimizer.supply.SupplyPart;
import io.dcsdk.optimizer.supply.SupplySystem;
import io.dcsdk.quantity.Power;
import io.dcsdk.series.TimeSeries;
import io.dcsdk.weather.EpwFile;
import io.dcsdk.weather.SyntheticClimate;
import io.dcsdk.weather.WeatherYear;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a document states around a design: its supply, its cooling plants by the hour, and how its load moves. */
final class FacilityInput {
    private static final double USUAL_SHARE = 0.8;
    private static final int HOURS_A_DAY = 24;
    private static final int HOURS_A_YEAR = 8760;
    private static final String DOLLARS = "USD";
    /** Plants scale with their design, so any will do. */
    private static final Power ANY = Power.of(BigDecimal.ONE, Power.Unit.MEGAWATT);

    private final JointDocument document;
    private final SupplySystem supply;
    private final @Nullable WeatherYear weather;
    private final double[] activity;

    /**
     * Reads weather and series.
     *
     * @param document what was read
     * @param folder where the document's files are
     * @param weatherFile weather in place of the document's, or null
     */
    FacilityInput(JointDocument document, Path folder, @Nullable Path weatherFile) {
        this.document = document;
        requireOwn(document.supply());
        supply = SupplySystem.of(document.supply(), folder);
        requireYear(supply.capacities().values().stream().anyMatch(part -> part.kind() == SupplyPart.Kind.PEAK));
        boolean hasPlant =
                document.cooling().stream().anyMatch(entry -> entry.plant().isPresent());
        Path file = weatherFile == null
                ? document.weather()
                        .map(name -> folder.resolve(Input.path(name)))
                        .orElse(null)
                : weatherFile;
        if (!hasPlant) {
            weather = null;
        } else {
            weather = file == null ? SyntheticClimate.TEMPERATE.year() : WeatherYear.of(EpwFile.read(file));
        }
        activity = activity();
    }

    /** What a supply may state for itself but not beside a design. */
    private void requireOwn(SupplyDocument stated) {
        if (!stated.currency().orElse(DOLLARS).equals(DOLLARS)) {
            throw new BadInput(
                    "currency (%s) of supply".formatted(stated.currency().get()),
                    "costs are added to those of hardware, which are in USD",
                    "convert the prices and state USD.");
        }
        if (stated.carbonFree().isPresent()) {
            throw new BadInput(
                    "carbon_free of supply",
                    "is a share of a load that is not known before the design",
                    "use a cap of carbon, or energy size with the load of the design.");
        }
        requireYear(stated.sources().stream()
                        .anyMatch(source -> source.monthlyPeakCharge().isPresent())
                || stated.tariffs().stream().anyMatch(tariff -> !tariff.demand().isEmpty()));
    }

    private void requireYear(boolean isChargedByMonth) {
        SupplyDocument stated = document.supply();
        if (isChargedByMonth && Math.abs(stated.steps() * stated.hours() - HOURS_A_YEAR) > HOURS_A_DAY) {
            throw new BadInput(
                    "steps (%d of %s h) of supply".formatted(stated.steps(), stated.hours()),
                    "charges by the month need a whole year, which is repeated over the horizon",
                    "state a year, or leave the charges out.");
        }
    }

    /** The supply without the facility. */
    SupplySystem supply() {
        return supply;
    }

    /** Power of the facility in each step over the mean power of its IT equipment, by cooling system. */
    Map<String, Profile> factors() {
        Map<String, Profile> factors = new LinkedHashMap<>();
        for (CoolingEntry entry : document.cooling()) {
            if (factors.putIfAbsent(entry.item(), factor(entry)) != null) {
                throw new BadInput("cooling (%s)".formatted(entry.item()), "is there twice", "delete one of the two.");
            }
        }
        return factors;
    }

    private Profile factor(CoolingEntry entry) {
        Optional<CoolingConfiguration> plant = plant(entry);
        if (plant.isEmpty()) {
            double constant =
                    FacilityLoad.constant(entry.overhead().orElse(0.0)).at(0);
            return Profile.of(
                    Arrays.stream(activity).map(shape -> shape * constant).toArray());
        }
        return FacilityLoad.of(year(entry, plant.get(), ANY));
    }

    private static Optional<CoolingConfiguration> plant(CoolingEntry entry) {
        if (entry.plant().isPresent() == entry.overhead().isPresent()) {
            throw new BadInput(
                    "cooling %s".formatted(entry.item()),
                    "must have either plant or overhead",
                    "name a plant of energy pue.");
        }
        return entry.plant().map(CoolingConfiguration::parse);
    }

    /** A year of a plant under IT equipment of some mean power. */
    private FacilityYear year(CoolingEntry entry, CoolingConfiguration plant, Power meanIt) {
        SupplyDocument stated = document.supply();
        if (weather == null || weather.axis().size() != stated.steps() || stated.hours() != 1) {
            throw new BadInput(
                    "steps (%d of %s h) of the supply".formatted(stated.steps(), stated.hours()),
                    "the weather has %d hours"
                            .formatted(weather == null ? 0 : weather.axis().size()),
                    "use 8760 steps of one hour, or overhead in place of plant.");
        }
        double mean = meanIt.in(Power.Unit.WATT);
        double[] watts = Arrays.stream(activity).map(shape -> shape * mean).toArray();
        return plant.facility(celsius(entry, plant), mean / document.loadShare().orElse(USUAL_SHARE))
                .run(weather, TimeSeries.of("IT load", "W", weather.axis(), watts));
    }

    private static double celsius(CoolingEntry entry, CoolingConfiguration plant) {
        return entry.supplyTemperature().orElse(plant.usualSupply());
    }

    /**
     * The facility of a design hour by hour, for its report.
     *
     * @param sized the supply of the facility, sized
     * @param cooling the cooling system of the design, if it has one
     * @param meanIt mean power of its IT equipment
     */
    HourlyFacility hours(SizingReport sized, Optional<String> cooling, Power meanIt) {
        Optional<CoolingEntry> chosen = cooling.flatMap(item -> document.cooling().stream()
                .filter(entry -> entry.item().equals(item))
                .findFirst());
        Optional<FacilityAnswer> answer = chosen.flatMap(entry -> plant(entry)
                .map(plant -> new FacilityAnswer(
                        plant, celsius(entry, plant), year(entry, plant, meanIt), Optional.empty())));
        String note =
                "The supply feeds the facility of the design at %s, as its activity and cooling have it in each step: %s of IT equipment on average.%s%s"
                        .formatted(
                                document.node(),
                                Rounded.quantity(meanIt),
                                chosen.flatMap(CoolingEntry::overhead)
                                        .map(
                                                " Cooling takes %s of that at all times, as the document states."
                                                        ::formatted)
                                        .orElse(""),
                                weather != null && weather.synthetic() && answer.isPresent()
                                        ? " The weather is SYNTHETIC, nobody measured it."
                                        : "");
        return new HourlyFacility(
                sized.withNote(note).withEmissions(supply.emissions(), FactorSources.of(document.supply())), answer);
    }

    /** The activity of each step over its mean. */
    private double[] activity() {
        EnergySystem system = supply.system();
        List<Double> given = document.activity();
        int steps = system.steps();
        double[] shape = new double[steps];
        if (given.isEmpty()) {
            Arrays.fill(shape, 1);
            return shape;
        }
        boolean daily = given.size() == HOURS_A_DAY && document.supply().hours() == 1;
        if (!daily && given.size() != steps) {
            throw new BadInput(
                    "activity (%d values)".formatted(given.size()),
                    "must have 24 for steps of one hour, or %d".formatted(steps),
                    "leave it out for a constant load.");
        }
        double sum = 0;
        double hours = 0;
        for (int t = 0; t < steps; t++) {
            shape[t] = given.get(t % given.size());
            sum += system.hours(t) * shape[t];
            hours += system.hours(t);
        }
        if (!(sum > 0)) {
            throw new BadInput("activity (sum %s)".formatted(sum), "must be above zero", "leave it out.");
        }
        double mean = sum / hours;
        return Arrays.stream(shape).map(value -> value / mean).toArray();
    }
}
