package io.dcsdk.examples;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.cooling.CoolingConfiguration;
import io.dcsdk.cooling.FacilityYear;
import io.dcsdk.energy.CoolingSystem;
import io.dcsdk.examples.JointDocument.CoolingEntry;
import io.dcsdk.optimizer.joint.FacilityLoad;
import io.dcsdk.optimizer.joint.JointProblem;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.Profile;
import io.dcsdk.optimizer.supply.SupplyDocument;
import io.dcsdk.optimizer.supply.SupplySystem;
import io.dcsdk.quantity.Power;
import io.dcsdk.series.TimeSeries;
import io.dcsdk.weather.EpwFile;
import io.dcsdk.weather.SyntheticClimate;
import io.dcsdk.weather.WeatherYear;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The joint problem that a document states. */
final class JointInput {
    private static final double USUAL_SHARE = 0.8;
    private static final int HOURS_A_DAY = 24;
    private static final int HOURS_A_YEAR = 8760;
    private static final String DOLLARS = "USD";
    /** Plants scale with their design, so any will do. */
    private static final double DESIGN_WATTS = 1e6;

    private final JointDocument document;
    private final Catalog catalog;
    private final SupplySystem stated;
    private final EnergySystem supply;
    private final @Nullable WeatherYear weather;
    private final double[] activity;

    private JointInput(
            JointDocument document, Catalog catalog, Path folder, @Nullable Path weatherFile, double mostGapHours) {
        this.document = document;
        this.catalog = catalog;
        requireJoint(document.supply());
        stated = SupplySystem.of(document.supply(), folder);
        supply = stated.system();
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
            weather =
                    file == null ? SyntheticClimate.TEMPERATE.year() : WeatherYear.of(EpwFile.read(file), mostGapHours);
        }
        activity = activity();
    }

    /** What a supply may state for itself but not beside a design. */
    private static void requireJoint(SupplyDocument supply) {
        if (!supply.currency().orElse(DOLLARS).equals(DOLLARS)) {
            throw new BadInput(
                    "currency (%s) of supply".formatted(supply.currency().get()),
                    "costs are added to those of hardware, which are in USD",
                    "convert the prices and state USD.");
        }
        if (supply.carbonFree().isPresent()) {
            throw new BadInput(
                    "carbon_free of supply",
                    "is a share of a load that is not known before the design",
                    "use a cap of carbon, or energy size with the load of the design.");
        }
        double hours = supply.steps() * supply.hours();
        boolean isCharged = supply.sources().stream()
                        .anyMatch(source -> source.monthlyPeakCharge().isPresent())
                || supply.tariffs().stream().anyMatch(tariff -> !tariff.demand().isEmpty());
        if (isCharged && Math.abs(hours - HOURS_A_YEAR) > HOURS_A_DAY) {
            throw new BadInput(
                    "steps (%d of %s h) of supply".formatted(supply.steps(), supply.hours()),
                    "charges by the month need a whole year, which is repeated over the horizon",
                    "state a year, or leave the charges out.");
        }
    }

    /**
     * Reads weather and series and joins the two problems.
     *
     * @param document what was read
     * @param catalog what can be bought, with all cooling systems
     * @param folder where the document's files are
     * @param weatherFile weather in place of the document's, or null
     * @param mostGapHours the longest gap of the weather that is filled; 0 for none
     */
    static Joint joint(
            JointDocument document, Catalog catalog, Path folder, @Nullable Path weatherFile, double mostGapHours) {
        JointInput input = new JointInput(document, catalog, folder, weatherFile, mostGapHours);
        return new Joint(input.problem(), input.stated, input);
    }

    /**
     * What is to be solved.
     *
     * @param problem design and supply
     * @param supply what each part of the supply is
     * @param facility its cooling plants
     */
    record Joint(JointProblem problem, SupplySystem supply, JointInput facility) {}

    private JointProblem problem() {
        Map<String, Profile> factors = new LinkedHashMap<>();
        for (CoolingEntry entry : document.cooling()) {
            if (factors.putIfAbsent(entry.item(), factor(entry)) != null) {
                throw new BadInput("cooling (%s)".formatted(entry.item()), "is there twice", "delete one of the two.");
            }
        }
        List<String> known = catalog.cooling().stream().map(CoolingSystem::id).toList();
        for (String item : factors.keySet()) {
            if (!known.contains(item)) {
                throw new BadInput(
                        "cooling (%s)".formatted(item),
                        "the catalogue has none of this name",
                        "use one of %s.".formatted(String.join(", ", known)));
            }
        }
        Catalog chosen = new Catalog(
                catalog.name(),
                catalog.accelerators(),
                catalog.servers(),
                catalog.software(),
                catalog.storage(),
                catalog.switches(),
                catalog.cooling().stream()
                        .filter(system -> factors.containsKey(system.id()))
                        .toList(),
                catalog.supplies(),
                catalog.controls());
        return JointProblem.of(document.problem().withCatalog(chosen), supply, document.node(), factors);
    }

    private Profile factor(CoolingEntry entry) {
        String owner = "cooling %s".formatted(entry.item());
        if (entry.plant().isPresent() == entry.overhead().isPresent()) {
            throw new BadInput(owner, "must have either plant or overhead", "name a plant of energy pue.");
        }
        if (weather == null || entry.plant().isEmpty()) {
            Profile constant = FacilityLoad.constant(entry.overhead().orElse(0.0));
            return Profile.of(
                    Arrays.stream(activity).map(shape -> shape * constant.at(0)).toArray());
        }
        if (weather.axis().size() != supply.steps() || document.supply().hours() != 1) {
            throw new BadInput(
                    "steps (%d of %s h) of the supply"
                            .formatted(supply.steps(), document.supply().hours()),
                    "the weather has %d hours".formatted(weather.axis().size()),
                    "use 8760 steps of one hour, or overhead in place of plant.");
        }
        double share = document.loadShare().orElse(USUAL_SHARE);
        return FacilityLoad.of(year(entry, weather, share * DESIGN_WATTS));
    }

    private FacilityYear year(CoolingEntry entry, WeatherYear outside, double meanWatts) {
        CoolingConfiguration plant = CoolingConfiguration.parse(entry.plant().orElseThrow());
        double[] watts = Arrays.stream(activity).map(shape -> shape * meanWatts).toArray();
        double celsius = entry.supplyTemperature().orElse(plant.usualSupply());
        double design = meanWatts / document.loadShare().orElse(USUAL_SHARE);
        return plant.facility(celsius, design).run(outside, TimeSeries.of("IT load", "W", outside.axis(), watts));
    }

    /**
     * The facility of a design by the hour.
     *
     * @param item its cooling system
     * @param meanIt mean power of its IT equipment
     * @return empty if the document states an overhead in place of a plant
     */
    Optional<FacilityYear> year(String item, Power meanIt) {
        @Nullable WeatherYear outside = weather;
        return outside == null
                ? Optional.empty()
                : document.cooling().stream()
                        .filter(entry ->
                                entry.item().equals(item) && entry.plant().isPresent())
                        .map(entry -> year(entry, outside, meanIt.in(Power.Unit.WATT)))
                        .findFirst();
    }

    /** Power of the IT equipment in each step, MW. */
    Profile equipment(Power meanIt) {
        return Profile.of(activity).times(meanIt.in(Power.Unit.MEGAWATT));
    }

    /** The activity of each step over its mean. */
    private double[] activity() {
        List<Double> given = document.activity();
        int steps = supply.steps();
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
            sum += supply.hours(t) * shape[t];
            hours += supply.hours(t);
        }
        if (!(sum > 0)) {
            throw new BadInput("activity (sum %s)".formatted(sum), "must be above zero", "leave it out.");
        }
        double mean = sum / hours;
        return Arrays.stream(shape).map(value -> value / mean).toArray();
    }
}
