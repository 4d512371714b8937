package io.dcsdk.examples;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.cooling.FacilityYear;
import io.dcsdk.energy.CoolingSystem;
import io.dcsdk.examples.JointDocument.CoolingEntry;
import io.dcsdk.optimizer.joint.FacilityLoad;
import io.dcsdk.optimizer.joint.JointProblem;
import io.dcsdk.optimizer.sizing.AnnualLimit;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.Profile;
import io.dcsdk.optimizer.supply.SupplyCalendar;
import io.dcsdk.optimizer.supply.SupplySystem;
import io.dcsdk.quantity.Ratio;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The joint problem that a document states. */
final class JointInput {
    private static final int HOURS_A_DAY = 24;
    private static final String DOLLARS = "USD";

    private final JointDocument document;
    private final Catalog catalog;
    private final BigDecimal exchangeRate;
    private final SupplySystem stated;
    private final EnergySystem supply;
    private final @Nullable JointClimate climate;
    private final double[] activity;
    private final Map<String, Profile> factors = new LinkedHashMap<>();
    private final Map<String, Ratio> peaks = new LinkedHashMap<>();
    private final List<JointFacility.Choice> choices = new ArrayList<>();

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
        climate = hasPlant ? JointClimate.of(document, file) : null;
        activity = activity();
        for (CoolingEntry entry : document.cooling()) {
            if (factors.containsKey(entry.item())) {
                throw new BadInput("cooling (%s)".formatted(entry.item()), "is there twice", "delete one of the two.");
            }
            add(entry, system(entry.item()));
        }
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
    static JointInput of(JointDocument document, Catalog catalog, Path folder, @Nullable Path weatherFile) {
        return new JointInput(document, catalog, folder, weatherFile);
    }

    /** What each part of the supply is. */
    SupplySystem stated() {
        return stated;
    }

    /** What the cooling systems are in the weather. */
    JointFacility facility() {
        return new JointFacility(Optional.ofNullable(climate).map(JointClimate::described), List.copyOf(choices));
    }

    /** The joint problem. */
    JointProblem problem() {
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
        return JointProblem.of(document.problem().withCatalog(chosen), supply, document.node(), factors, peaks, exchangeRate);
    }

    private CoolingSystem system(String item) {
        return catalog.cooling().stream()
                .filter(system -> system.id().equals(item))
                .findFirst()
                .orElseThrow(() -> new BadInput(
                        "cooling (%s)".formatted(item),
                        "the catalogue has none of this name",
                        "use one of %s."
                                .formatted(catalog.cooling().stream()
                                        .map(CoolingSystem::id)
                                        .collect(Collectors.joining(", ")))));
    }

    private void add(CoolingEntry entry, CoolingSystem system) {
        if (entry.plant().isPresent() == entry.overhead().isPresent()) {
            throw new BadInput(
                    "cooling %s".formatted(entry.item()),
                    "must have either plant or overhead",
                    "name a plant of energy pue.");
        }
        Profile factor;
        Ratio peak;
        Optional<FacilityYear> year = Optional.empty();
        if (climate == null || entry.plant().isEmpty()) {
            double overhead = entry.overhead().orElse(0.0);
            Profile constant = FacilityLoad.constant(overhead);
            factor = Profile.of(
                    Arrays.stream(activity).map(shape -> shape * constant.at(0)).toArray());
            Ratio stated = Ratio.of(BigDecimal.valueOf(overhead));
            peak = stated.compareTo(system.peakOverhead()) > 0 ? stated : system.peakOverhead();
        } else {
            JointClimate.Plant plant = climate.plant(entry, system, activity);
            factor = plant.factor();
            peak = plant.peak();
            year = Optional.of(plant.steps());
        }
        factors.put(entry.item(), factor);
        peaks.put(entry.item(), peak);
        double mean = year.map(FacilityYear::powerUsageEffectiveness)
                        .orElse(1 + entry.overhead().orElse(0.0))
                - 1;
        choices.add(JointFacility.Choice.of(entry, system, year, mean, peak));
    }

    /** The activity of each step over its mean; a day of 24 values follows the clocks, where the supply has a calendar. */
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
        SupplyCalendar calendar = SupplyCalendar.of(document.supply());
        boolean byClock = daily && calendar.axis().isPresent();
        for (int t = 0; t < steps; t++) {
            shape[t] = given.get(byClock ? calendar.clock(t, "activity").getHour() : t % given.size());
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
