package io.dcsdk.design;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.security.SecurityPolicy;
import io.dcsdk.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Builds a {@link DesignProblem}; the order of calls does not matter, and setting anything twice is refused. */
public final class DesignProblemBuilder {
    private final String name;
    private final Finance finance;
    private final EnergyWeight lambda;
    private final List<Workload> workloads = new ArrayList<>();
    private final List<String> software = new ArrayList<>();
    private @Nullable Ratio utilisation;
    private @Nullable Site site;
    private @Nullable Redundancy redundancy;
    private @Nullable FabricRule fabric;
    private @Nullable SupplyRule supply;
    private @Nullable SecurityPolicy policy;
    private @Nullable Integer serverTypes;
    private @Nullable Energy energyLimit;
    private @Nullable Catalog catalog;

    DesignProblemBuilder(String name, Finance finance, EnergyWeight lambda) {
        this.name = name;
        this.finance = finance;
        this.lambda = lambda;
    }

    /**
     * Adds a workload; several run at the same time.
     *
     * @param workload the workload
     * @return this builder
     */
    public DesignProblemBuilder workload(Workload workload) {
        workloads.add(workload);
        return this;
    }

    /**
     * Adds a software environment that every server runs.
     *
     * @param id its identifier in the catalogue
     * @return this builder
     */
    public DesignProblemBuilder software(String id) {
        software.add(id);
        return this;
    }

    /**
     * Sets utilisation: share of the time that the equipment is under full load; 1 when not set.
     *
     * @param value the value
     * @return this builder
     * @throws io.dcsdk.item.ItemException if it is set already
     */
    public DesignProblemBuilder utilisation(Ratio value) {
        utilisation = once("utilisation", utilisation, value);
        return this;
    }

    /**
     * Sets site: limits of the place.
     *
     * @param value the value
     * @return this builder
     * @throws io.dcsdk.item.ItemException if it is set already
     */
    public DesignProblemBuilder site(Site value) {
        site = once("site", site, value);
        return this;
    }

    /**
     * Sets redundancy: what may fail.
     *
     * @param value the value
     * @return this builder
     * @throws io.dcsdk.item.ItemException if it is set already
     */
    public DesignProblemBuilder redundancy(Redundancy value) {
        redundancy = once("redundancy", redundancy, value);
        return this;
    }

    /**
     * Sets fabric: how the network is built.
     *
     * @param value the value
     * @return this builder
     * @throws io.dcsdk.item.ItemException if it is set already
     */
    public DesignProblemBuilder fabric(FabricRule value) {
        fabric = once("fabric", fabric, value);
        return this;
    }

    /**
     * Sets supply: what the electricity must be.
     *
     * @param value the value
     * @return this builder
     * @throws io.dcsdk.item.ItemException if it is set already
     */
    public DesignProblemBuilder supply(SupplyRule value) {
        supply = once("supply", supply, value);
        return this;
    }

    /**
     * Sets policy: required security coverage.
     *
     * @param value the value
     * @return this builder
     * @throws io.dcsdk.item.ItemException if it is set already
     */
    public DesignProblemBuilder policy(SecurityPolicy value) {
        policy = once("policy", policy, value);
        return this;
    }

    /**
     * Sets serverTypes: the most different server types.
     *
     * @param value the value
     * @return this builder
     * @throws io.dcsdk.item.ItemException if it is set already
     */
    public DesignProblemBuilder serverTypes(int value) {
        serverTypes = once("serverTypes", serverTypes, value);
        return this;
    }

    /**
     * Sets energyLimit: the most that E may be over the horizon.
     *
     * @param value the value
     * @return this builder
     * @throws io.dcsdk.item.ItemException if it is set already
     */
    public DesignProblemBuilder energyLimit(Energy value) {
        energyLimit = once("energyLimit", energyLimit, value);
        return this;
    }

    /**
     * Sets catalog: what can be bought.
     *
     * @param value the value
     * @return this builder
     * @throws io.dcsdk.item.ItemException if it is set already
     */
    public DesignProblemBuilder catalog(Catalog value) {
        catalog = once("catalog", catalog, value);
        return this;
    }

    /**
     * The problem.
     *
     * @return the problem
     * @throws io.dcsdk.item.ItemException if a part is missing or breaks a rule
     */
    public DesignProblem build() {
        return new DesignProblem(
                name,
                workloads,
                finance,
                lambda,
                utilisation == null ? Ratio.ONE : utilisation,
                Optional.ofNullable(site),
                Optional.ofNullable(redundancy),
                Optional.ofNullable(fabric),
                Optional.ofNullable(supply),
                Optional.ofNullable(policy),
                software,
                Optional.ofNullable(serverTypes),
                Optional.ofNullable(energyLimit),
                Optional.ofNullable(catalog));
    }

    private <T> T once(String subject, @Nullable T old, T value) {
        if (old != null) {
            throw ItemRules.of("problem", name).broken(subject, old, "is set already", "set it only once.");
        }
        return value;
    }
}
