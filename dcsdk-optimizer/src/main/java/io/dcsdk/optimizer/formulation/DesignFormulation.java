package io.dcsdk.optimizer.formulation;

import com.google.common.collect.ImmutableMap;
import io.dcsdk.catalog.Catalog;
import io.dcsdk.compute.Server;
import io.dcsdk.compute.SoftwareEnvironment;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.Finance;
import io.dcsdk.design.Selection;
import io.dcsdk.item.CatalogItem;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.Quantity;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.security.Overhead;
import io.dcsdk.storage.StorageUnit;
import io.dcsdk.workload.Demand;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A design problem as a mixed-integer linear program in exact numbers.
 *
 * <p>Units: US dollars, kilowatts, kilograms, TFLOP/s, GB and GB/s. The objective is C + lambda E over the horizon.
 * Counts have finite bounds that no optimal design exceeds: a requirement never makes anyone buy more of an item than
 * meet it alone, since one unit fewer would then meet it as well, cost less and load every limit less.
 */
public final class DesignFormulation {
    private static final String NETWORK = "network";
    private static final long SECONDS_PER_HOUR = 3600;

    private final DesignProblem problem;
    private final LinearProgram program;
    private final Map<String, String> requirementOfRow;
    private final CostParts costParts;

    private DesignFormulation(DesignProblem problem, ProgramDraft draft, BigDecimal weightOfMeanPower) {
        this.problem = problem;
        this.program = draft.minimise(weightOfMeanPower);
        this.requirementOfRow = ImmutableMap.copyOf(draft.requirementOfRow());
        this.costParts = CostParts.of(draft, problem.finance());
    }

    /**
     * States a problem as algebra.
     *
     * @param problem the problem, with its catalogue
     * @return the formulation; the same for the same problem
     * @throws io.dcsdk.item.ItemException if the problem lacks a catalogue or a figure that its items need, or is too
     *     large to be planned exactly
     */
    public static DesignFormulation of(DesignProblem problem) {
        return of(problem, List.of());
    }

    /**
     * States a problem as algebra whose bounds leave room for other demands: what is bought for a scenario or a year may be
     * needed in another one.
     *
     * @param problem the problem, with its catalogue
     * @param alike problems that differ from it in demand, utilisation, lambda and finance only; those of later years may
     *     have more items
     * @return the formulation; all formulations of problems that are alike have the same variables
     * @throws io.dcsdk.item.ItemException if the problem lacks a catalogue or a figure that its items need, or is too
     *     large to be planned exactly
     */
    public static DesignFormulation of(DesignProblem problem, List<DesignProblem> alike) {
        return ofAlike(problem, alike.stream().map(AskedFor::of).toList());
    }

    /**
     * The same where what others ask for is derived already.
     *
     * @param problem the problem, with its catalogue
     * @param alike as above
     * @return the formulation
     * @throws io.dcsdk.item.ItemException as above
     */
    public static DesignFormulation ofAlike(DesignProblem problem, List<AskedFor> alike) {
        ProgramDraft draft = new ProgramDraft();
        Catalog catalog = problem.items();
        SecurityPart security = new SecurityPart(draft, problem);
        Asked own = Asked.of(problem);
        List<Asked> others = alike.stream().map(own::alike).toList();
        CountPart<Server> servers = new CountPart<>(
                draft,
                catalog.servers(),
                serverCapacities(own, security),
                others.stream().map(other -> serverCapacities(other, security)).toList(),
                problem.redundancyOrNone().failingServers(),
                problem.serverTypes().isPresent());
        CountPart<StorageUnit> storage = new CountPart<>(
                draft,
                catalog.storage(),
                storageCapacities(own, security),
                others.stream().map(other -> storageCapacities(other, security)).toList(),
                problem.redundancyOrNone().failingStorage(),
                false);
        ItemSums sums = new ItemSums(draft, problem);
        servers.items().forEach(sums::server);
        storage.items().forEach(sums::storage);
        for (SoftwareEnvironment environment : problem.environments()) {
            draft.running.plusConstant(
                    problem.finance().running(environment.fixed()).base());
        }
        FabricPart fabric = new FabricPart(
                draft,
                problem.fabricOrNonBlocking(),
                problem.fabricOrNonBlocking().sized() ? servers.items() : List.of(),
                catalog.switches());
        fabric.formulate(sums);
        servers.requirements();
        fabric.oversubscribed((option, ratio) -> servers.multiplied(NETWORK, option, ratio));
        storage.requirements();
        servers.available(Server::available);
        storage.available(StorageUnit::available);
        problem.serverTypes().ifPresent(servers::types);
        List<CatalogItem> counted = new ArrayList<>(servers.items());
        counted.addAll(storage.items());
        new FacilityPart(draft, problem).formulate(counted, fabric, DesignFormulation::peak);
        problem.supply().ifPresent(rule -> new AnnualSupplyPart(draft, problem).formulate(rule));
        security.formulate(servers.items());
        problem.finance()
                .budget()
                .ifPresent(budget -> draft.requirement(
                        "budget",
                        draft.cost(),
                        Relation.LE,
                        new LinearExpression().plusConstant(most(problem.finance(), budget))));
        problem.energyLimit().ifPresent(limit -> energy(draft, problem.finance(), limit));
        BigDecimal weight = problem.lambda()
                .price()
                .times(problem.finance().energy(Power.kilowatts(1)))
                .base();
        return new DesignFormulation(problem, draft, weight);
    }

    /** In kWh: hours of the horizon × mean power of IT and cooling. */
    private static void energy(ProgramDraft draft, Finance finance, Energy limit) {
        Rational hours = CostParts.hours(finance);
        Rational most = Rational.of(limit.base()).dividedBy(Rational.of(1000L * SECONDS_PER_HOUR));
        draft.requirement(
                "energy",
                new LinearExpression().add(draft.meanPower(), hours),
                Relation.LE,
                new LinearExpression().add(new LinearExpression().plusConstant(BigDecimal.ONE), most));
    }

    /** With interest, capital is rounded to 34 digits; so that the C of a plan may be stated as a budget, that is forgiven. */
    private static BigDecimal most(Finance finance, Money budget) {
        return finance.discountRate().isEmpty()
                ? budget.base()
                : budget.base().multiply(BigDecimal.ONE.add(new BigDecimal("1e-30")));
    }

    private static Power peak(CatalogItem item) {
        return item instanceof Server server ? server.maxPower() : ((StorageUnit) item).maxPower();
    }

    /** What a problem asks for, and what its items give of it: derived once, for it takes its time. */
    private record Asked(DesignProblem problem, Demand demand, UnitCapacities capacities) {
        static Asked of(DesignProblem problem) {
            return new Asked(problem, problem.demand(), new UnitCapacities(problem));
        }

        /** Of a problem with the same accelerators; units give it the same if it computes and stores in the same way. */
        Asked alike(AskedFor other) {
            Demand asked = other.demand();
            boolean isSame = asked.compute().precision() == demand.compute().precision()
                    && asked.protocols().equals(demand.protocols());
            return new Asked(other.problem(), asked, isSame ? capacities : new UnitCapacities(other.problem()));
        }
    }

    private static List<Capacity<Server>> serverCapacities(Asked asked, SecurityPart security) {
        Demand demand = asked.demand();
        UnitCapacities units = asked.capacities();
        List<Capacity.ControlShare> compute = security.shares(Overhead::compute);
        List<Capacity.ControlShare> network = security.shares(Overhead::network);
        List<Capacity<Server>> list = new ArrayList<>();
        add(list, "compute", demand.compute(), 12, compute, units::ofServers);
        add(list, "accelerators", Ratio.of(demand.accelerators()), 0, List.of(), units::ofServers);
        add(list, "accelerator-memory", demand.acceleratorMemory(), 9, List.of(), units::ofServers);
        add(list, "memory-bandwidth", demand.memoryBandwidth(), 9, List.of(), units::ofServers);
        if (!demand.network().isZero()) {
            list.add(new Capacity<>(
                    NETWORK,
                    demand.network().base().movePointLeft(9),
                    network,
                    units.ofServers(NETWORK),
                    FabricPart.largestOversubscription(asked.problem())));
        }
        return list;
    }

    private static List<Capacity<StorageUnit>> storageCapacities(Asked asked, SecurityPart security) {
        Demand demand = asked.demand();
        UnitCapacities units = asked.capacities();
        List<Capacity.ControlShare> storage = security.shares(Overhead::storage);
        Ratio operations = Ratio.of(BigDecimal.valueOf(demand.metadataOperationsPerSecond()));
        List<Capacity<StorageUnit>> list = new ArrayList<>();
        if (!demand.storage().isZero()) {
            BigDecimal required = demand.storage().base().movePointLeft(9);
            list.add(new Capacity<>("storage", required, storage, units.ofStorage("storage"), Rational.ONE));
        }
        add(list, "storage-read", demand.storageRead(), 9, storage, units::ofStorage);
        add(list, "storage-write", demand.storageWrite(), 9, storage, units::ofStorage);
        add(list, "storage-metadata", operations, 0, storage, units::ofStorage);
        return list;
    }

    /** Adds a requirement that is not zero, in units of ten to the {@code exponent} base units. */
    private static <I, Q extends Quantity<Q>> void add(
            List<Capacity<I>> list,
            String name,
            Q required,
            int exponent,
            List<Capacity.ControlShare> overhead,
            Function<String, Function<I, Rational>> capacity) {
        if (!required.isZero()) {
            list.add(new Capacity<>(
                    name, required.base().movePointLeft(exponent), overhead, capacity.apply(name), Rational.ONE));
        }
    }

    /**
     * The problem that was stated.
     *
     * @return the problem
     */
    public DesignProblem problem() {
        return problem;
    }

    /**
     * The algebra.
     *
     * @return the program
     */
    public LinearProgram program() {
        return program;
    }

    /**
     * For each constraint that the user asked for, which requirement or limit it belongs to. The others say how data
     * centres work and are never to blame.
     *
     * @return requirement by name of the constraint
     */
    public Map<String, String> requirementOfRow() {
        return requirementOfRow;
    }

    /**
     * What the objective is made of.
     *
     * @return capital, running costs and energy of each variable
     */
    public CostParts costParts() {
        return costParts;
    }

    /**
     * For each cooling system the variable that is the mean power of the IT equipment under it, in kilowatts: zero for all
     * but the chosen one.
     *
     * @return name of the variable by identifier of the system, in the order of the catalogue
     */
    public ImmutableMap<String, String> meanPowerVariables() {
        ImmutableMap.Builder<String, String> names = ImmutableMap.builder();
        problem.items().cooling().forEach(system -> names.put(system.id(), VariableNames.meanHeat(system)));
        return names.buildOrThrow();
    }

    /**
     * Reads a point as a selection.
     *
     * @param point one value for each variable, feasible for the program
     * @return how many of each item
     */
    public Selection selection(List<Rational> point) {
        return new SelectionReader(problem, program, point).read();
    }
}
