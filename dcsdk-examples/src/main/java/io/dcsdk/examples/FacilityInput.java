package io.dcsdk.examples;

import io.dcsdk.cooling.FacilityYear;
import io.dcsdk.energy.CoolingSystem;
import io.dcsdk.examples.JointDocument.CoolingEntry;
import io.dcsdk.optimizer.joint.FacilityLoad;
import io.dcsdk.optimizer.report.FacilityAnswer;
import io.dcsdk.optimizer.report.HourlyFacility;
import io.dcsdk.optimizer.report.SizingReport;
import io.dcsdk.optimizer.sizing.AnnualLimit;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.Profile;
import io.dcsdk.optimizer.supply.SupplyCalendar;
import io.dcsdk.optimizer.supply.SupplySystem;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.Ratio;
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
    private static final int HOURS_A_DAY = 24;
    /** The currency of hardware. */
    static final String DOLLARS = "USD";
    /** Plants scale with their design, so any will do. */
    private static final Power ANY = Power.of(BigDecimal.ONE, Power.Unit.MEGAWATT);

    private final JointDocument document;
    private final BigDecimal exchangeRate;
    private final SupplySystem supply;
    private final @Nullable JointClimate climate;
    private final double[] activity;

    /**
     * Reads weather and series.
     *
     * @param document what was read
     * @param folder where the document's files are
     * @param weatherFile weather in place of the document's, or null
     * @param mostGapHours the longest gap of the weather that is filled; 0 for none
     */
    FacilityInput(JointDocument document, Path folder, @Nullable Path weatherFile, double mostGapHours) {
        this.document = document;
        exchangeRate = exchangeRate(document);
        supply = SupplySystem.repeating(document.supply(), folder);
        requireShared();
        boolean hasPlant =
                document.cooling().stream().anyMatch(entry -> entry.plant().isPresent());
        @Nullable
        Path file = weatherFile == null
                ? document.weather()
                        .map(name -> folder.resolve(Input.path(name)))
                        .orElse(null)
                : weatherFile;
        if (file != null && !hasPlant) {
            throw new BadInput(
                    "weather (%s)".formatted(file),
                    "is not used: no cooling system of the document has a plant",
                    "leave it out, or state a plant in place of an overhead.");
        }
        GapsOption.require(
                mostGapHours,
                file != null,
                hasPlant
                        ? "name weather in the document, or leave it out."
                        : "leave it out: no cooling system of the document has a plant, and an overhead is the same in all weather.");
        climate = hasPlant ? JointClimate.of(document, file, mostGapHours) : null;
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
        for (AnnualLimit limit : supply.system().limits()) {
            if (!limit.shares().isEmpty() && !limit.shares().containsKey(document.node())) {
                throw new BadInput(
                        "node (%s)".formatted(document.node()),
                        "carbon_free counts what is demanded at %s"
                                .formatted(String.join(", ", limit.shares().keySet())),
                        "feed the facility from one of these.");
            }
        }
    }

    /** The supply without the facility. */
    SupplySystem supply() {
        return supply;
    }

    /** The currency of the supply. */
    String currency() {
        return document.supply().currency().orElse(DOLLARS);
    }

    /** Dollars for one unit of the supply's currency. */
    BigDecimal exchangeRate() {
        return exchangeRate;
    }

    /** The cooling systems that the document names. */
    List<CoolingEntry> cooling() {
        return document.cooling();
    }

    /** Where the weather is from, if a plant depends on it. */
    Optional<JointFacility.Weather> weather() {
        return Optional.ofNullable(climate).map(JointClimate::described);
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
        return year(entry).map(FacilityLoad::of).orElseGet(() -> {
            double constant =
                    FacilityLoad.constant(entry.overhead().orElse(0.0)).at(0);
            return Profile.of(
                    Arrays.stream(activity).map(shape -> shape * constant).toArray());
        });
    }

    /** A year of the plant of an entry, if it has one: of any size, for plants scale with their design. */
    private Optional<FacilityYear> year(CoolingEntry entry) {
        return year(entry, ANY);
    }

    private Optional<FacilityYear> year(CoolingEntry entry, Power meanIt) {
        if (entry.plant().isPresent() == entry.overhead().isPresent()) {
            throw new BadInput(
                    "cooling %s".formatted(entry.item()),
                    "must have either plant or overhead",
                    "name a plant of energy pue.");
        }
        if (entry.overhead().isPresent() && entry.supplyTemperature().isPresent()) {
            throw new BadInput(
                    "supply_temperature (%s) of cooling %s"
                            .formatted(entry.supplyTemperature().get(), entry.item()),
                    "is not used beside overhead, which is the same at all temperatures",
                    "leave it out, or state a plant in place of the overhead.");
        }
        return Optional.ofNullable(climate)
                .filter(found -> entry.plant().isPresent())
                .map(found -> found.steps(entry, activity, meanIt.in(Power.Unit.WATT)));
    }

    /**
     * The plant of a design by the hour.
     *
     * @param item its cooling system
     * @param meanIt mean power of its IT equipment
     * @return empty if the document states an overhead in place of a plant
     */
    Optional<FacilityYear> year(String item, Power meanIt) {
        return entry(item).flatMap(entry -> year(entry, meanIt));
    }

    /** What the document says of a cooling system. */
    Optional<CoolingEntry> entry(String item) {
        return document.cooling().stream()
                .filter(entry -> entry.item().equals(item))
                .findFirst();
    }

    /** Power of the IT equipment in each step, MW. */
    Profile equipment(Power meanIt) {
        return Profile.of(activity).times(meanIt.in(Power.Unit.MEGAWATT));
    }

    /** What an entry is in the weather, beside what the catalogue says of it. */
    JointFacility.Choice choice(CoolingEntry entry, CoolingSystem system) {
        Optional<FacilityYear> year = year(entry);
        double mean = year.map(FacilityYear::powerUsageEffectiveness)
                        .orElse(1 + entry.overhead().orElse(0.0))
                - 1;
        return JointFacility.Choice.of(entry, system, year, mean, peak(entry, system));
    }

    /** Power beside that of the IT equipment in the worst hour. */
    Ratio peak(CoolingEntry entry, CoolingSystem system) {
        if (climate != null && entry.plant().isPresent()) {
            return climate.worst(entry, system);
        }
        Ratio stated = Ratio.of(BigDecimal.valueOf(entry.overhead().orElse(0.0)));
        return stated.compareTo(system.peakOverhead()) > 0 ? stated : system.peakOverhead();
    }

    /**
     * The facility of a design hour by hour, for its report.
     *
     * @param sized the supply of the facility, sized
     * @param cooling the cooling system of the design, if it has one
     * @param meanIt mean power of its IT equipment
     */
    HourlyFacility hours(SizingReport sized, Optional<String> cooling, Power meanIt) {
        Optional<CoolingEntry> chosen = cooling.flatMap(this::entry);
        Optional<FacilityAnswer> answer = chosen.flatMap(entry -> year(entry, meanIt)
                .map(year -> new FacilityAnswer(
                        JointClimate.kind(entry), JointClimate.celsius(entry), year, Optional.empty())));
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
                                weather()
                                                        .filter(JointFacility.Weather::synthetic)
                                                        .isPresent()
                                                && answer.isPresent()
                                        ? " The weather is SYNTHETIC, nobody measured it."
                                        : "");
        return new HourlyFacility(
                sized.withNote(note)
                        .withEmissions(supply.emissions(), FactorSources.of(document.supply()))
                        .withStart(supply.calendar().start()),
                exchangeRate,
                answer);
    }

    /** The activity of each step over its mean; a day of 24 values follows the clocks, where the supply has a calendar. */
    private double[] activity() {
        List<Double> given = document.activity();
        EnergySystem system = supply.system();
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
        for (double value : given) {
            if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
                throw new BadInput(
                        "activity (%s)".formatted(value),
                        "must be finite and not below zero",
                        "state the load of each hour on any scale, 0 where nothing runs.");
            }
        }
        double sum = 0;
        double hours = 0;
        SupplyCalendar calendar = SupplyCalendar.of(document.supply());
        boolean byClock = daily && calendar.axis().isPresent();
        if (!daily) {
            calendar.requireLeapDay("activity");
        }
        for (int t = 0; t < steps; t++) {
            shape[t] = given.get(byClock ? calendar.clock(t, "activity").getHour() : t % given.size());
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
