package io.dcsdk.placement;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.EnergyWeight;
import io.dcsdk.design.FabricRule;
import io.dcsdk.design.Finance;
import io.dcsdk.design.Redundancy;
import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.CarbonMass;
import io.dcsdk.quantity.CarbonPrice;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.quantity.TimeSpan;
import io.dcsdk.security.ResidencyRule;
import io.dcsdk.security.SecurityPolicy;
import io.dcsdk.workload.Demand;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A planning problem over many locations: which workload runs where and what is bought there, at the minimum of
 * {@code Σ C_s + lambda_s E_s + opening_s} over the locations s that are used, within the limits.
 *
 * <p>Redundancy, fabric, security policy, software and the limit of server types hold at each location for itself; the budget,
 * the limits of energy and carbon and what the market has of an item hold for all of them together. The storage of every
 * location speaks the protocols of all workloads, so that each could be moved to it.
 *
 * @param name what people call it
 * @param workloads what has to run somewhere, at least one
 * @param locations where it can be, at least one
 * @param populations who uses the workloads; may be empty
 * @param residency where classes of data may be, one rule for each class; may be empty
 * @param finance horizon, discounting, budget; the budget is for C with the costs of opening
 * @param utilisation share of the time that the equipment is under full load, 0 to 1
 * @param carbonPrice what carbon costs where a location does not say; nothing when absent
 * @param redundancy what may fail at each location; nothing when absent
 * @param fabric how the network of each location is built; non-blocking when absent
 * @param policy required security coverage of each location in use; none when absent
 * @param software identifiers of the software environments that every server runs; may be empty
 * @param serverTypes the most different server types at a location, if there is a limit
 * @param energyLimit the most that E of all locations may be over the horizon, if there is a limit
 * @param carbonLimit the most carbon of that energy over the horizon, if there is a limit
 * @param leastLocations the fewest locations in use, if that is asked for
 * @param mostLocations the most locations in use, if there is a limit
 * @param catalog what can be bought; whoever reads a problem without one supplies it with {@link #withCatalog}
 */
public record PlacementProblem(
        String name,
        List<PlaceableWorkload> workloads,
        List<Location> locations,
        List<UserPopulation> populations,
        List<ResidencyRule> residency,
        Finance finance,
        Ratio utilisation,
        Optional<CarbonPrice> carbonPrice,
        Optional<Redundancy> redundancy,
        Optional<FabricRule> fabric,
        Optional<SecurityPolicy> policy,
        List<String> software,
        Optional<Integer> serverTypes,
        Optional<Energy> energyLimit,
        Optional<CarbonMass> carbonLimit,
        Optional<Integer> leastLocations,
        Optional<Integer> mostLocations,
        Optional<Catalog> catalog) {
    /** Checks the components. */
    public PlacementProblem {
        ItemRules rules = ItemRules.of("placement problem", String.valueOf(name));
        rules.text("name", name, 120);
        workloads = rules.list("workloads", workloads);
        locations = rules.list("locations", locations);
        populations = rules.list("populations", populations);
        residency = rules.list("residency", residency);
        rules.required("finance", finance);
        rules.share("utilisation", utilisation);
        carbonPrice = Objects.requireNonNullElse(carbonPrice, Optional.empty());
        carbonPrice.ifPresent(price -> rules.nonNegative("carbonPrice", price));
        redundancy = Objects.requireNonNullElse(redundancy, Optional.empty());
        fabric = Objects.requireNonNullElse(fabric, Optional.empty());
        policy = Objects.requireNonNullElse(policy, Optional.empty());
        software = rules.distinct("software", rules.list("software", software));
        serverTypes = Objects.requireNonNullElse(serverTypes, Optional.empty());
        serverTypes.ifPresent(count -> rules.atLeast("serverTypes", count, 1));
        energyLimit = Objects.requireNonNullElse(energyLimit, Optional.empty());
        energyLimit.ifPresent(energy -> rules.nonNegative("energyLimit", energy));
        carbonLimit = Objects.requireNonNullElse(carbonLimit, Optional.empty());
        carbonLimit.ifPresent(mass -> rules.nonNegative("carbonLimit", mass));
        leastLocations = Objects.requireNonNullElse(leastLocations, Optional.empty());
        leastLocations.ifPresent(count -> rules.atLeast("leastLocations", count, 1));
        mostLocations = Objects.requireNonNullElse(mostLocations, Optional.empty());
        mostLocations.ifPresent(count -> rules.atLeast("mostLocations", count, 1));
        catalog = Objects.requireNonNullElse(catalog, Optional.empty());
        PlacementRules.check(rules, workloads, locations, populations, residency, catalog);
    }

    /**
     * Starts a problem; what is not set is absent.
     *
     * @param name what people call it
     * @param finance horizon, discounting, budget
     * @return a builder
     */
    public static PlacementProblemBuilder named(String name, Finance finance) {
        return new PlacementProblemBuilder(name, finance);
    }

    /**
     * The same problem over a catalogue.
     *
     * @param known what can be bought
     * @return the problem
     * @throws io.dcsdk.item.ItemException if the locations name cooling that is not in the catalogue
     */
    public PlacementProblem withCatalog(Catalog known) {
        return new PlacementProblem(
                name,
                workloads,
                locations,
                populations,
                residency,
                finance,
                utilisation,
                carbonPrice,
                redundancy,
                fabric,
                policy,
                software,
                serverTypes,
                energyLimit,
                carbonLimit,
                leastLocations,
                mostLocations,
                Optional.of(known));
    }

    /**
     * The catalogue.
     *
     * @return what can be bought
     * @throws io.dcsdk.item.ItemException if the problem has none yet
     */
    public Catalog items() {
        return catalog.orElseThrow(() -> ItemRules.of("placement problem", name)
                .broken("catalog", "none", "is needed to plan", "call withCatalog(Catalog.builtIn())."));
    }

    /**
     * A location by its identifier.
     *
     * @param id the identifier
     * @return the location
     * @throws io.dcsdk.item.ItemException if there is none
     */
    public Location location(String id) {
        return locations.stream()
                .filter(location -> location.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ItemRules.of("placement problem", name)
                        .broken("location", id, "is unknown", "use the identifier of one of its locations."));
    }

    /**
     * A workload by its name.
     *
     * @param workload the name
     * @return the workload
     * @throws io.dcsdk.item.ItemException if there is none
     */
    public PlaceableWorkload workload(String workload) {
        return workloads.stream()
                .filter(candidate -> candidate.name().equals(workload))
                .findFirst()
                .orElseThrow(() -> ItemRules.of("placement problem", name)
                        .broken("workload", workload, "is unknown", "use the name of one of its workloads."));
    }

    /**
     * The weight of energy at a location.
     *
     * @param location the location
     * @return its tariff with its price of carbon, or the problem's
     */
    public EnergyWeight lambda(Location location) {
        return location.lambda(carbonPrice.orElse(CarbonPrice.ZERO));
    }

    /**
     * The rules of residency that keep a workload from a location.
     *
     * @param workload the workload
     * @param location the location
     * @return the rules that it would break; empty if it may be there
     */
    public List<ResidencyRule> residencyAgainst(PlaceableWorkload workload, Location location) {
        return residency.stream()
                .filter(rule -> workload.data().contains(rule.data()) && !rule.admits(location.jurisdictions()))
                .toList();
    }

    /**
     * The longest round trip from a location to the users of a workload.
     *
     * @param workload the workload
     * @param location the location
     * @return the time; empty for a workload without users
     */
    public Optional<TimeSpan> latency(PlaceableWorkload workload, Location location) {
        return populations.stream()
                .filter(population -> workload.users().contains(population.id()))
                .map(population -> Objects.requireNonNull(population.roundTrip().get(location.id())))
                .max(TimeSpan::compareTo);
    }

    /**
     * Whether a location is near enough to the users of a workload.
     *
     * @param workload the workload
     * @param location the location
     * @return true without users
     */
    public boolean isNear(PlaceableWorkload workload, Location location) {
        return latency(workload, location)
                .filter(time -> time.compareTo(workload.latency().orElseThrow()) > 0)
                .isEmpty();
    }

    /**
     * Whether a workload may be at a location.
     *
     * @param workload the workload
     * @param location the location
     * @return true if residency and latency allow it; whether there is room is another question
     */
    public boolean admits(PlaceableWorkload workload, Location location) {
        return residencyAgainst(workload, location).isEmpty() && isNear(workload, location);
    }

    /**
     * The problem of one location when so many parts of each workload are there. It has no budget and no limit of energy, for
     * those are of all locations together.
     *
     * @param location the location
     * @param parts parts by name of workload
     * @return what has to be planned there
     */
    public DesignProblem at(Location location, Map<String, Integer> parts) {
        return new DesignProblem(
                location.id(),
                PlacedDemand.of(this, parts),
                new Finance(finance.horizon(), finance.discountRate(), Optional.empty(), finance.staffCost()),
                lambda(location),
                utilisation,
                location.site(),
                redundancy,
                fabric,
                location.supply(),
                policy,
                software,
                serverTypes,
                Optional.empty(),
                Optional.of(PlacedDemand.itemsAt(items(), location)));
    }

    /**
     * What all workloads demand together, wherever they are.
     *
     * @return the sum over all parts
     */
    public Demand demand() {
        return Demand.of(workloads.stream()
                .map(workload -> PlacedDemand.times(workload.workload(), workload.count()))
                .toList());
    }
}
