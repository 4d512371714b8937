package io.dcsdk.examples;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.cooling.CoolingConfiguration;
import io.dcsdk.energy.CoolingSystem;
import io.dcsdk.examples.JointDocument.CoolingEntry;
import io.dcsdk.optimizer.joint.FacilityLoad;
import io.dcsdk.optimizer.joint.JointProblem;
import io.dcsdk.optimizer.sizing.AnnualLimit;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.Profile;
import io.dcsdk.optimizer.supply.SupplySystem;
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
import org.jspecify.annotations.Nullable;

/** The joint problem that a document states. */
final class JointInput {
    private static final double USUAL_SHARE = 0.8;
    private static final int HOURS_A_DAY = 24;
    private static final String DOLLARS = "USD";
    /** Plants scale with their design, so any will do. */
    private static final double DESIGN_WATTS = 1e6;

    private final JointDocument document;
    private final Catalog catalog;
    private final BigDecimal exchangeRate;
    private final SupplySystem stated;
    private final EnergySystem supply;
    private final @Nullable WeatherYear weather;
    private final double[] activity;

    private JointInput(JointDocument document, Catalog catalog, Path folder, @Nullable Path weatherFile) {
        this.document = document;
        this.catalog = catalog;
        exchangeRate = exchangeRate(document);
        stated = SupplySystem.repeating(document.supply(), folder);
        supply = stated.system();
        requireShared();
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

    /** Dollars for one unit of the supply's currency. */
    private static BigDecimal exchangeRate(JointDocument document) {
        String currency = document.supply().currency().orElse(DOLLARS);
        boolean isDollars = currency.equals(DOLLARS);
        if (isDollars && document.exchangeRate().isPresent()) {
            throw new BadInput(
                    "exchange_rate (%s)".formatted(document.exchangeRate().get()),
                    "the supply is in USD already",
                    "state the supply's currency, or leave the rate out.");
        }
        if (!isDollars && document.exchangeRate().isEmpty()) {
            throw new BadInput(
                    "currency (%s) of supply".formatted(currency),
                    "costs are added to those of hardware, which are in USD",
                    "state exchange_rate, the dollars that one %s is worth.".formatted(currency));
        }
        return document.exchangeRate().orElse(BigDecimal.ONE);
    }

    /** A share of the load is one of the facility's too only where its node is one of the document's. */
    private void requireShared() {
        for (AnnualLimit limit : supply.limits()) {
            if (!limit.shares().isEmpty() && !limit.shares().containsKey(document.node())) {
                throw new BadInput(
                        "node (%s)".formatted(document.node()),
                        "carbon_free counts what is demanded at %s"
                                .formatted(String.join(", ", limit.shares().keySet())),
                        "feed the facility from one of these.");
            }
        }
    }

    /**
     * Reads weather and series and joins the two problems.
     *
     * @param document what was read
     * @param catalog what can be bought, with all cooling systems
     * @param folder where the document's files are
     * @param weatherFile weather in place of the document's, or null
     */
    static Joint joint(JointDocument document, Catalog catalog, Path folder, @Nullable Path weatherFile) {
        JointInput input = new JointInput(document, catalog, folder, weatherFile);
        return new Joint(input.problem(), input.stated);
    }

    /**
     * What is to be solved.
     *
     * @param problem design and supply
     * @param supply what each part of the supply is
     */
    record Joint(JointProblem problem, SupplySystem supply) {}

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
        return JointProblem.of(document.problem().withCatalog(chosen), supply, document.node(), factors, exchangeRate);
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
        CoolingConfiguration plant = CoolingConfiguration.parse(entry.plant().get());
        double share = document.loadShare().orElse(USUAL_SHARE);
        double[] watts = Arrays.stream(activity)
                .map(shape -> shape * share * DESIGN_WATTS)
                .toArray();
        double celsius = entry.supplyTemperature().orElse(plant.usualSupply());
        return FacilityLoad.of(plant.facility(celsius, DESIGN_WATTS)
                .run(weather, TimeSeries.of("IT load", "W", weather.axis(), watts)));
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
