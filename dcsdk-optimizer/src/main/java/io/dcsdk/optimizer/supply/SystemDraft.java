package io.dcsdk.optimizer.supply;

import com.google.common.collect.ImmutableMap;
import io.dcsdk.optimizer.sizing.Activity;
import io.dcsdk.optimizer.sizing.AnnualLimit;
import io.dcsdk.optimizer.sizing.Capacity;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.EnergySystemBuilder;
import io.dcsdk.optimizer.sizing.Profile;
import io.dcsdk.optimizer.sizing.Reservoir;
import io.dcsdk.optimizer.supply.SupplyDocument.Carbon;
import io.dcsdk.optimizer.supply.SupplyDocument.CarbonFree;
import io.dcsdk.optimizer.supply.SupplyPart.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** An energy system as it is put together, with what its parts emit and are. */
final class SystemDraft {
    final SupplyDocument document;
    final SupplySeries series;
    /** Whether the steps stand for a longer time, in which they repeat. */
    final boolean repeats;

    final EnergySystemBuilder system;
    final Map<String, SupplyPart> capacities = new LinkedHashMap<>();
    /** The parts of a capacity's cost, where the document states them. */
    private final Map<String, CapitalCost> capitals = new LinkedHashMap<>();

    final Map<String, SupplyPart> activities = new LinkedHashMap<>();
    final Map<String, Profile> emissionsByLocation = new LinkedHashMap<>();
    final Map<String, Profile> emissionsByMarket = new LinkedHashMap<>();
    /** Of everything that brings energy into the system: the share that is free of carbon. */
    final Map<String, Profile> carbonFree = new LinkedHashMap<>();
    /** Limits that belong to one entry; those of the whole document come before them. */
    final List<AnnualLimit> limits = new ArrayList<>();

    SystemDraft(SupplyDocument document, SupplySeries series, boolean repeats) {
        this.document = document;
        this.series = series;
        this.repeats = repeats;
        system = EnergySystem.builder(document.steps(), Profile.constant(document.hours()));
    }

    Profile value(Optional<SupplyValue> value, SupplyValue otherwise, String owner) {
        return series.of(value.orElse(otherwise), owner);
    }

    void capacity(Kind kind, String entry, String name, CapacityEntry stated, double furtherCost) {
        double upper = stated.max().orElse(Double.POSITIVE_INFINITY);
        Optional<CapitalCost> capital = CapitalCost.of(stated, document.interestRate(), name);
        capital.ifPresent(parts -> capitals.put(name, parts));
        double perYear = capital.map(CapitalCost::perYear).orElse(0.0);
        double cost = stated.annualCost().orElse(perYear * series.calendar().years()) + furtherCost;
        system.capacity(new Capacity(name, stated.min().orElse(0.0), upper, cost));
        capacities.put(name, new SupplyPart(kind, entry));
    }

    void capacity(Kind kind, String entry, Capacity capacity) {
        system.capacity(capacity);
        capacities.put(capacity.name(), new SupplyPart(kind, entry));
    }

    void activity(Kind kind, String entry, Activity activity) {
        system.activity(activity);
        activities.put(activity.name(), new SupplyPart(kind, entry));
    }

    static Reservoir reservoir(String capacity, double hours, Optional<Double> loss, Optional<Double> level) {
        OptionalDouble given = level.isPresent() ? OptionalDouble.of(level.get()) : OptionalDouble.empty();
        return new Reservoir(capacity, hours, loss.orElse(0.0), given);
    }

    /** What was noted of costs; a rate of the document that nothing uses is a mistake. */
    ImmutableMap<String, CapitalCost> capitals() {
        if (capitals.isEmpty() && document.interestRate().isPresent()) {
            throw new SupplyException(
                    "interest_rate of %s".formatted(document.name()),
                    "is for capacities that state an investment, and none does",
                    "leave it out: annual_cost has its interest in it.");
        }
        return ImmutableMap.copyOf(capitals);
    }

    CarbonBasis basis() {
        return document.carbon().flatMap(Carbon::basis).orElse(CarbonBasis.LOCATION);
    }

    /** Notes what an activity emits and returns what its carbon costs for each MWh. */
    Profile emit(String activity, Profile byLocation, Profile byMarket) {
        for (Profile factor : List.of(byLocation, byMarket)) {
            if (factor.minimum() < 0) {
                throw new SupplyException(
                        "carbon (%s t/MWh) of %s".formatted(factor.minimum(), activity),
                        "is negative",
                        "the series was read from the wrong column.");
            }
        }
        emissionsByLocation.put(activity, byLocation);
        emissionsByMarket.put(activity, byMarket);
        Profile counted = basis() == CarbonBasis.LOCATION ? byLocation : byMarket;
        return counted.times(document.carbon().flatMap(Carbon::price).orElse(0.0));
    }

    Map<String, Profile> emissions(CarbonBasis basis) {
        return basis == CarbonBasis.LOCATION ? emissionsByLocation : emissionsByMarket;
    }

    /** Notes how much of an activity's energy is free of carbon. */
    void free(String activity, Profile share) {
        if (share.minimum() < 0 || share.maximum() > 1) {
            throw new SupplyException(
                    "carbon_free (%s to %s) of %s".formatted(share.minimum(), share.maximum(), activity),
                    "must be a share from 0 to 1",
                    "it is in percent: use scale: 0.01.");
        }
        carbonFree.put(activity, share);
    }

    /**
     * 0 in steps in which an activity may not run at all because nothing may be emitted, else 1: a sum of energies that must not
     * be above zero says the same, but leaves an interior-point method no interior.
     */
    Profile allowed(String activity) {
        boolean all = document.carbonFree().flatMap(CarbonFree::hourly).orElse(0.0) == 1;
        boolean none = document.carbon().flatMap(Carbon::cap).orElse(1.0) == 0;
        Profile share = carbonFree.getOrDefault(activity, Profile.constant(0));
        Profile emitted = emissions(basis()).getOrDefault(activity, Profile.constant(0));
        double[] allowed = new double[document.steps()];
        boolean everywhere = true;
        for (int t = 0; t < allowed.length; t++) {
            allowed[t] = (all && share.at(t) < 1) || (none && emitted.at(t) > 0) ? 0 : 1;
            everywhere &= allowed[t] == 1;
        }
        return everywhere ? Profile.constant(1) : Profile.of(allowed);
    }

    static Profile product(Profile a, Profile b) {
        if (a.length() == 1) {
            return a.at(0) == 1 ? b : b.times(a.at(0));
        }
        double[] product = new double[a.length()];
        for (int t = 0; t < product.length; t++) {
            product[t] = a.at(t) * b.at(t);
        }
        return Profile.of(product);
    }

    /** The most hours of full power, as a limit of energy: Σ hours power - most capacity <= 0. */
    void mostHours(String activity, String capacity, Optional<Double> most) {
        if (most.isEmpty()) {
            return;
        }
        if (!(most.get() > 0)) {
            throw new SupplyException(
                    "most_hours (%s) of %s".formatted(most.get(), activity),
                    "must be above 0",
                    "leave it out for no limit, or the whole entry to do without.");
        }
        limits.add(new AnnualLimit(
                activity + " hours", Map.of(activity, Profile.constant(1)), Map.of(capacity, -most.get()), 0));
    }
}
