package io.dcsdk.placement;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.design.FabricRule;
import io.dcsdk.design.Finance;
import io.dcsdk.design.Redundancy;
import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.CarbonMass;
import io.dcsdk.quantity.CarbonPrice;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.security.ResidencyRule;
import io.dcsdk.security.SecurityPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds a {@link PlacementProblem}; the order of calls does not matter, and setting anything twice is refused. */
public final class PlacementProblemBuilder {
    private final String name;
    private final Finance finance;
    private final List<PlaceableWorkload> workloads = new ArrayList<>();
    private final List<Location> locations = new ArrayList<>();
    private final List<UserPopulation> populations = new ArrayList<>();
    private final List<ResidencyRule> rules = new ArrayList<>();
    private final List<String> software = new ArrayList<>();
    private @Nullable Ratio utilisation;
    private @Nullable CarbonPrice carbonPrice;
    private @Nullable Redundancy redundancy;
    private @Nullable FabricRule fabric;
    private @Nullable SecurityPolicy policy;
    private @Nullable Integer serverTypes;
    private @Nullable Energy energyLimit;
    private @Nullable CarbonMass carbonLimit;
    private @Nullable Integer leastLocations;
    private @Nullable Integer mostLocations;
    private @Nullable Catalog catalog;

    PlacementProblemBuilder(String name, Finance finance) {
        this.name = name;
        this.finance = finance;
    }

    /**
     * Adds a workload.
     *
     * @param value the value
     * @return this builder
     */
    public PlacementProblemBuilder workload(PlaceableWorkload value) {
        workloads.add(value);
        return this;
    }

    /**
     * Adds a location.
     *
     * @param value the value
     * @return this builder
     */
    public PlacementProblemBuilder location(Location value) {
        locations.add(value);
        return this;
    }

    /**
     * Adds a population of users.
     *
     * @param value the value
     * @return this builder
     */
    public PlacementProblemBuilder population(UserPopulation value) {
        populations.add(value);
        return this;
    }

    /**
     * Adds a rule of data residency.
     *
     * @param value the value
     * @return this builder
     */
    public PlacementProblemBuilder residency(ResidencyRule value) {
        rules.add(value);
        return this;
    }

    /**
     * Adds a software environment that every server runs, by its identifier.
     *
     * @param value the value
     * @return this builder
     */
    public PlacementProblemBuilder software(String value) {
        software.add(value);
        return this;
    }

    /**
     * Sets the share of the time that the equipment is under full load; 1 when not set.
     *
     * @param value the value
     * @return this builder
     * @throws io.dcsdk.item.ItemException if it is set already
     */
    public PlacementProblemBuilder utilisation(Ratio value) {
        utilisation = once("utilisation", utilisation, value);
        return this;
    }

    /**
     * Sets what carbon costs where a location does not say.
     *
     * @param value the value
     * @return this builder
     * @throws io.dcsdk.item.ItemException if it is set already
     */
    public PlacementProblemBuilder carbonPrice(CarbonPrice value) {
        carbonPrice = once("carbonPrice", carbonPrice, value);
        return this;
    }

    /**
     * Sets what may fail at each location.
     *
     * @param value the value
     * @return this builder
     * @throws io.dcsdk.item.ItemException if it is set already
     */
    public PlacementProblemBuilder redundancy(Redundancy value) {
        redundancy = once("redundancy", redundancy, value);
        return this;
    }

    /**
     * Sets how the network of each location is built.
     *
     * @param value the value
     * @return this builder
     * @throws io.dcsdk.item.ItemException if it is set already
     */
    public PlacementProblemBuilder fabric(FabricRule value) {
        fabric = once("fabric", fabric, value);
        return this;
    }

    /**
     * Sets the required security coverage of each location in use.
     *
     * @param value the value
     * @return this builder
     * @throws io.dcsdk.item.ItemException if it is set already
     */
    public PlacementProblemBuilder policy(SecurityPolicy value) {
        policy = once("policy", policy, value);
        return this;
    }

    /**
     * Sets the most different server types at a location.
     *
     * @param value the value
     * @return this builder
     * @throws io.dcsdk.item.ItemException if it is set already
     */
    public PlacementProblemBuilder serverTypes(Integer value) {
        serverTypes = once("serverTypes", serverTypes, value);
        return this;
    }

    /**
     * Sets the most that E of all locations may be.
     *
     * @param value the value
     * @return this builder
     * @throws io.dcsdk.item.ItemException if it is set already
     */
    public PlacementProblemBuilder energyLimit(Energy value) {
        energyLimit = once("energyLimit", energyLimit, value);
        return this;
    }

    /**
     * Sets the most carbon of that energy.
     *
     * @param value the value
     * @return this builder
     * @throws io.dcsdk.item.ItemException if it is set already
     */
    public PlacementProblemBuilder carbonLimit(CarbonMass value) {
        carbonLimit = once("carbonLimit", carbonLimit, value);
        return this;
    }

    /**
     * Sets the fewest locations in use.
     *
     * @param value the value
     * @return this builder
     * @throws io.dcsdk.item.ItemException if it is set already
     */
    public PlacementProblemBuilder leastLocations(Integer value) {
        leastLocations = once("leastLocations", leastLocations, value);
        return this;
    }

    /**
     * Sets the most locations in use.
     *
     * @param value the value
     * @return this builder
     * @throws io.dcsdk.item.ItemException if it is set already
     */
    public PlacementProblemBuilder mostLocations(Integer value) {
        mostLocations = once("mostLocations", mostLocations, value);
        return this;
    }

    /**
     * Sets what can be bought.
     *
     * @param value the value
     * @return this builder
     * @throws io.dcsdk.item.ItemException if it is set already
     */
    public PlacementProblemBuilder catalog(Catalog value) {
        catalog = once("catalog", catalog, value);
        return this;
    }

    private <T> T once(String subject, @Nullable T before, T value) {
        if (before != null) {
            throw ItemRules.of("placement problem", name)
                    .broken(subject, value, "is set already, to " + before, "drop one of the two.");
        }
        return value;
    }

    /**
     * The problem.
     *
     * @return the problem
     * @throws io.dcsdk.item.ItemException if something is missing or broken
     */
    public PlacementProblem build() {
        return new PlacementProblem(
                name,
                workloads,
                locations,
                populations,
                rules,
                finance,
                utilisation == null ? Ratio.ONE : utilisation,
                Optional.ofNullable(carbonPrice),
                Optional.ofNullable(redundancy),
                Optional.ofNullable(fabric),
                Optional.ofNullable(policy),
                software,
                Optional.ofNullable(serverTypes),
                Optional.ofNullable(energyLimit),
                Optional.ofNullable(carbonLimit),
                Optional.ofNullable(leastLocations),
                Optional.ofNullable(mostLocations),
                Optional.ofNullable(catalog));
    }
}
