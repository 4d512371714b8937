package io.dcsdk.design;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.compute.SoftwareEnvironment;
import io.dcsdk.item.ItemRules;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.security.SecurityPolicy;
import io.dcsdk.workload.Demand;
import io.dcsdk.workload.MeasuredTraining;
import io.dcsdk.workload.PlannedServer;
import io.dcsdk.workload.Workload;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A planning problem: which items of a catalogue, how many of each, so that the workloads' demand is met at minimum
 * C + lambda E within the limits.
 *
 * @param name what people call it
 * @param workloads what has to run at the same time, at least one
 * @param finance horizon, discounting, budget
 * @param lambda weight of energy against money
 * @param utilisation share of the time that the equipment is under full load, 0 to 1
 * @param site limits of the place; none when absent
 * @param redundancy what may fail; nothing when absent
 * @param fabric how the network is built; non-blocking when absent
 * @param supply what the electricity must be; not planned when absent
 * @param policy required security coverage; none when absent
 * @param software identifiers of the software environments that every server runs; may be empty
 * @param serverTypes the most different server types, if there is a limit
 * @param energyLimit the most that E may be over the horizon, IT and cooling together, if there is a limit
 * @param catalog what can be bought; whoever reads a problem without one supplies it with {@link #withCatalog}
 */
public record DesignProblem(
        String name,
        List<Workload> workloads,
        Finance finance,
        EnergyWeight lambda,
        Ratio utilisation,
        Optional<Site> site,
        Optional<Redundancy> redundancy,
        Optional<FabricRule> fabric,
        Optional<SupplyRule> supply,
        Optional<SecurityPolicy> policy,
        List<String> software,
        Optional<Integer> serverTypes,
        Optional<Energy> energyLimit,
        Optional<Catalog> catalog) {
    /** Checks the components. */
    public DesignProblem {
        ItemRules rules = ItemRules.of("problem", String.valueOf(name));
        rules.text("name", name, 120);
        workloads = rules.list("workloads", workloads);
        if (workloads.isEmpty()) {
            throw rules.broken("workloads", "none", "names no workload", "add one.");
        }
        rules.required("finance", finance);
        rules.required("lambda", lambda);
        rules.share("utilisation", utilisation);
        site = Objects.requireNonNullElse(site, Optional.empty());
        redundancy = Objects.requireNonNullElse(redundancy, Optional.empty());
        fabric = Objects.requireNonNullElse(fabric, Optional.empty());
        supply = Objects.requireNonNullElse(supply, Optional.empty());
        policy = Objects.requireNonNullElse(policy, Optional.empty());
        software = rules.distinct("software", rules.list("software", software));
        serverTypes = Objects.requireNonNullElse(serverTypes, Optional.empty());
        serverTypes.ifPresent(count -> rules.atLeast("serverTypes", count, 1));
        energyLimit = Objects.requireNonNullElse(energyLimit, Optional.empty());
        energyLimit.ifPresent(energy -> rules.nonNegative("energyLimit", energy));
        catalog = Objects.requireNonNullElse(catalog, Optional.empty());
        if (catalog.isPresent()) {
            environments(rules, catalog.get(), software);
            for (Workload workload : workloads) {
                if (workload instanceof MeasuredTraining training) {
                    checkPlannedServer(training, catalog.get());
                }
            }
        }
        Demand.of(workloads);
    }

    /** A measured efficiency replaces the one that the servers count with: both must be of the same catalogue. */
    private static void checkPlannedServer(MeasuredTraining training, Catalog known) {
        training.server().ifPresent(planned -> known.servers().stream()
                .filter(server -> server.id().equals(planned.id()))
                .map(server -> PlannedServer.of(
                        server, known.accelerator(server), training.profile().precision()))
                .filter(server -> !server.equals(planned))
                .forEach(server -> {
                    throw ItemRules.of("measured training", training.name())
                            .broken(
                                    "server",
                                    planned,
                                    "is another than catalogue " + known.name() + " has: " + server,
                                    "call plannedOn with the catalogue of the problem.");
                }));
    }

    /**
     * Starts a problem; what is not set is absent.
     *
     * @param name what people call it
     * @param finance horizon, discounting, budget
     * @param lambda weight of energy against money
     * @return a builder
     */
    public static DesignProblemBuilder named(String name, Finance finance, EnergyWeight lambda) {
        return new DesignProblemBuilder(name, finance, lambda);
    }

    /**
     * The same problem over a catalogue.
     *
     * @param known what can be bought
     * @return the problem
     * @throws io.dcsdk.item.ItemException if a software environment is not in the catalogue
     */
    public DesignProblem withCatalog(Catalog known) {
        return with(lambda, energyLimit, Optional.of(known));
    }

    /**
     * The same problem at another weight of energy.
     *
     * @param weight the weight lambda
     * @return the problem
     */
    public DesignProblem withLambda(EnergyWeight weight) {
        return with(weight, energyLimit, catalog);
    }

    /**
     * The same problem with a limit of energy.
     *
     * @param most the most that E may be over the horizon, 0 or above
     * @return the problem
     */
    public DesignProblem withEnergyLimit(Energy most) {
        return with(lambda, Optional.of(most), catalog);
    }

    /**
     * The same problem over another horizon, or with money counted in another way.
     *
     * @param value horizon, discounting, budget
     * @return the problem
     */
    public DesignProblem withFinance(Finance value) {
        return new DesignProblem(
                name,
                workloads,
                value,
                lambda,
                utilisation,
                site,
                redundancy,
                fabric,
                supply,
                policy,
                software,
                serverTypes,
                energyLimit,
                catalog);
    }

    private DesignProblem with(EnergyWeight weight, Optional<Energy> most, Optional<Catalog> known) {
        return new DesignProblem(
                name,
                workloads,
                finance,
                weight,
                utilisation,
                site,
                redundancy,
                fabric,
                supply,
                policy,
                software,
                serverTypes,
                most,
                known);
    }

    /**
     * What the workloads demand together.
     *
     * @return the sum of their demands
     */
    public Demand demand() {
        return Demand.of(workloads);
    }

    /**
     * The catalogue.
     *
     * @return what can be bought
     * @throws io.dcsdk.item.ItemException if the problem has none yet
     */
    public Catalog items() {
        return catalog.orElseThrow(() -> ItemRules.of("problem", name)
                .broken("catalog", "none", "is needed to plan", "call withCatalog(Catalog.builtIn())."));
    }

    /**
     * The software environments that every server runs.
     *
     * @return the items of {@link #software()}
     */
    public List<SoftwareEnvironment> environments() {
        return environments(ItemRules.of("problem", name), items(), software);
    }

    private static List<SoftwareEnvironment> environments(ItemRules rules, Catalog known, List<String> ids) {
        return ids.stream()
                .map(id -> known.software().stream()
                        .filter(item -> item.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> rules.broken(
                                "software",
                                id,
                                "is not in the catalogue",
                                "use one of "
                                        + known.software().stream()
                                                .map(SoftwareEnvironment::id)
                                                .toList() + ".")))
                .toList();
    }

    /**
     * The limits of the place.
     *
     * @return the site, without limits when absent
     */
    public Site siteOrUnlimited() {
        return site.orElse(Site.UNLIMITED);
    }

    /**
     * What may fail.
     *
     * @return the redundancy, none when absent
     */
    public Redundancy redundancyOrNone() {
        return redundancy.orElse(Redundancy.NONE);
    }

    /**
     * How the network is built.
     *
     * @return the rule, non-blocking when absent
     */
    public FabricRule fabricOrNonBlocking() {
        return fabric.orElse(FabricRule.NON_BLOCKING);
    }

    /**
     * Required security coverage.
     *
     * @return the policy, empty when absent
     */
    public SecurityPolicy policyOrNone() {
        return policy.orElse(SecurityPolicy.NONE);
    }
}
