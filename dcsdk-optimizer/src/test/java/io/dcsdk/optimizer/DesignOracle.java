package io.dcsdk.optimizer;

import static io.dcsdk.optimizer.DesignSums.clearlyAbove;

import io.dcsdk.compute.Server;
import io.dcsdk.design.CoolingChoice;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.Evaluation;
import io.dcsdk.design.FabricChoice;
import io.dcsdk.design.FabricSizing;
import io.dcsdk.design.Selection;
import io.dcsdk.design.Site;
import io.dcsdk.design.SupplyUse;
import io.dcsdk.energy.CoolingSystem;
import io.dcsdk.fabric.FatTreeRule;
import io.dcsdk.item.CatalogItem;
import io.dcsdk.network.NetworkSwitch;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.MoneyRate;
import io.dcsdk.quantity.Power;
import io.dcsdk.security.Overhead;
import io.dcsdk.security.SecurityControl;
import io.dcsdk.storage.StorageUnit;
import io.dcsdk.workload.Demand;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Brute force over selections: all counts of servers and storage units from 0 to {@value #MOST}, all sets of controls,
 * all fabrics, all cooling systems, the fewest racks and cooling units that do, the cheapest supply. What is not clearly
 * broken or clearly dearer than the best so far ({@link DesignSums}) is judged by {@link Evaluation}, never by the
 * algebra.
 */
final class DesignOracle {
    static final int MOST = 8;

    private static final class Part {
        private final long[] counts;
        private final DesignSums sums;

        Part(long[] counts, DesignSums sums) {
            this.counts = counts;
            this.sums = sums;
        }
    }

    private record Bare(Part servers, Part stores, List<SecurityControl> controls) {}

    private record FabricOption(Optional<NetworkSwitch> item, Optional<FabricChoice> fabric, DesignSums sums) {}

    /** The cooling with its price per unit in dollars, limits in W and overheads; no system if none is needed. */
    private record CoolingOption(
            Optional<CoolingSystem> system,
            double price,
            double unit,
            double perRack,
            double overhead,
            double peakOverhead) {}

    /** What brute force found. */
    record Found(Optional<Money> minimum, Optional<Selection> selection) {}

    private final DesignProblem problem;
    private final Demand demand;
    private final Site site;
    private final double weightOfMeanWatt;
    private final double budget;
    private final List<double[]> unsuppliable = new ArrayList<>();
    private final Map<Long, List<FabricOption>> fabricsOfPorts = new HashMap<>();
    private final List<CoolingOption> coolings = new ArrayList<>();
    private final CoolingOption uncooled;
    private final double rackPrice;
    private final double sitePower;
    private final double mostMean;
    private final double area;
    private final double areaPerRack;
    private final double carried;
    private Optional<Money> best = Optional.empty();
    private double bestNumber = Double.POSITIVE_INFINITY;
    private Optional<Selection> bestSelection = Optional.empty();

    private DesignOracle(DesignProblem problem) {
        this.problem = problem;
        this.demand = problem.demand();
        this.site = problem.siteOrUnlimited();
        this.weightOfMeanWatt = problem.lambda()
                .price()
                .times(problem.finance().energy(Power.watts(1)))
                .base()
                .doubleValue();
        this.budget = problem.finance()
                .budget()
                .map(money -> money.base().doubleValue())
                .orElse(Double.POSITIVE_INFINITY);
        this.sitePower = number(site.power());
        this.mostMean = problem.energyLimit()
                .map(limit ->
                        limit.dividedBy(problem.finance().horizon()).base().doubleValue())
                .orElse(Double.POSITIVE_INFINITY);
        this.area = site.area().map(size -> size.base().doubleValue()).orElse(Double.POSITIVE_INFINITY);
        this.areaPerRack =
                site.areaPerRack().map(size -> size.base().doubleValue()).orElse(0.0);
        this.carried =
                site.floorLoad().map(load -> area * load.base().doubleValue()).orElse(Double.POSITIVE_INFINITY);
        this.rackPrice = site.rackPrice()
                .map(price -> DesignSums.money(problem.finance(), price, MoneyRate.ZERO))
                .orElse(0.0);
        this.uncooled = new CoolingOption(Optional.empty(), 0, 1, number(site.powerPerRack()), 0, 0);
        for (CoolingSystem system : problem.items().cooling()) {
            coolings.add(new CoolingOption(
                    Optional.of(system),
                    DesignSums.money(problem.finance(), system.unitPrice(), system.unitMaintenance()),
                    system.unitCapacity().base().doubleValue(),
                    Math.min(system.maxPowerPerRack().base().doubleValue(), number(site.powerPerRack())),
                    DesignSums.number(system.overhead()),
                    DesignSums.number(system.peakOverhead())));
        }
    }

    private static double number(Optional<Power> limit) {
        return limit.map(power -> power.base().doubleValue()).orElse(Double.POSITIVE_INFINITY);
    }

    static Found search(DesignProblem problem) {
        DesignOracle oracle = new DesignOracle(problem);
        oracle.search();
        return new Found(oracle.best, oracle.bestSelection);
    }

    private void search() {
        double[][] serverGifts = DesignSums.serverGifts(problem);
        double[][] storageGifts = DesignSums.storageGifts(problem);
        List<Part> servers = parts(problem.items().servers().stream()
                .map(item -> DesignSums.of(problem, item))
                .toList());
        servers.removeIf(part -> notSold(
                        part,
                        problem.items().servers().stream()
                                .map(Server::available)
                                .toList())
                || types(part) > problem.serverTypes().orElse(Integer.MAX_VALUE));
        List<Part> stores = parts(problem.items().storage().stream()
                .map(item -> DesignSums.of(problem, item))
                .toList());
        stores.removeIf(part -> notSold(
                part,
                problem.items().storage().stream().map(StorageUnit::available).toList()));
        for (List<SecurityControl> controls : controlSets()) {
            if (!problem.policyOrNone().gaps(controls).closed()) {
                continue;
            }
            Overhead overhead = Overhead.of(controls);
            List<Part> goodServers = enough(
                    servers,
                    serverGifts,
                    DesignSums.serverNeeds(demand, overhead),
                    problem.redundancyOrNone().failingServers());
            List<Part> goodStores = enough(
                    stores,
                    storageGifts,
                    DesignSums.storageNeeds(demand, overhead),
                    problem.redundancyOrNone().failingStorage());
            for (Part server : goodServers) {
                DesignSums some = fixed(controls, server).plus(server.sums, 1);
                for (Part store : goodStores) {
                    DesignSums sums = some.plus(store.sums, 1);
                    if (dearer(sums.cost() + weightOfMeanWatt * sums.mean())) {
                        break;
                    }
                    fabrics(new Bare(server, store, controls), sums);
                }
            }
        }
    }

    private static boolean notSold(Part part, List<Optional<Integer>> available) {
        return IntStream.range(0, part.counts.length)
                .anyMatch(i -> part.counts[i] > available.get(i).orElse(Integer.MAX_VALUE));
    }

    private static long types(Part part) {
        return Arrays.stream(part.counts).filter(count -> count > 0).count();
    }

    private boolean dearer(double objective) {
        return clearlyAbove(objective, bestNumber);
    }

    private List<Part> parts(List<DesignSums> items) {
        List<Part> all = new ArrayList<>(List.of(new Part(new long[items.size()], DesignSums.NOTHING)));
        for (int i = 0; i < items.size(); i++) {
            for (Part fewer : List.copyOf(all)) {
                for (long count = 1; count <= MOST; count++) {
                    long[] more = fewer.counts.clone();
                    more[i] = count;
                    all.add(new Part(more, fewer.sums.plus(items.get(i), (double) count)));
                }
            }
        }
        all.sort(Comparator.comparingDouble(part -> part.sums.cost() + weightOfMeanWatt * part.sums.mean()));
        return all;
    }

    private static List<Part> enough(List<Part> parts, double[][] gifts, double[] needs, int failing) {
        return parts.stream()
                .filter(part -> !DesignSums.clearlyShort(part.counts, gifts, needs, failing))
                .toList();
    }

    private List<List<SecurityControl>> controlSets() {
        List<List<SecurityControl>> all = new ArrayList<>(List.of(List.of()));
        for (SecurityControl control : problem.items().controls()) {
            for (List<SecurityControl> fewer : List.copyOf(all)) {
                List<SecurityControl> more = new ArrayList<>(fewer);
                more.add(control);
                all.add(more);
            }
        }
        return all;
    }

    /** The cost of software and controls for a number of servers. */
    private DesignSums fixed(List<SecurityControl> controls, Part servers) {
        long count = 0;
        for (long each : servers.counts) {
            count += each;
        }
        MoneyRate staff = problem.finance().staffCost().orElse(MoneyRate.ZERO);
        Money once = Money.ZERO;
        MoneyRate yearly = MoneyRate.ZERO;
        for (SecurityControl control : controls) {
            once = once.plus(control.price());
            yearly = yearly.plus(control.annual())
                    .plus(control.perServer().times(count))
                    .plus(staff.times(control.staff()));
        }
        for (var environment : problem.environments()) {
            yearly = yearly.plus(environment.fixed());
        }
        return DesignSums.ofMoney(DesignSums.money(problem.finance(), once, yearly));
    }

    private static SortedMap<String, Long> byId(List<? extends CatalogItem> items, long[] counts) {
        SortedMap<String, Long> byId = new TreeMap<>();
        for (int i = 0; i < counts.length; i++) {
            byId.put(items.get(i).id(), counts[i]);
        }
        return byId;
    }

    private void fabrics(Bare bare, DesignSums sums) {
        for (FabricOption option : fabricsOfPorts.computeIfAbsent(sums.ports(), this::fabrics)) {
            if (tooSlow(option, bare.servers)) {
                continue;
            }
            DesignSums joined = sums.plus(option.sums, 1);
            if (joined.peak() == 0 || coolings.isEmpty()) {
                housed(bare, option, uncooled, 0, joined);
            } else {
                cooled(bare, option, joined);
            }
        }
    }

    private boolean tooSlow(FabricOption option, Part servers) {
        return option.item.isPresent()
                && IntStream.range(0, servers.counts.length)
                        .anyMatch(i -> servers.counts[i] > 0
                                && !FabricSizing.connects(
                                        option.item.get(),
                                        problem.items().servers().get(i)));
    }

    private List<FabricOption> fabrics(long ports) {
        if (ports == 0 || !problem.fabricOrNonBlocking().sized()) {
            return List.of(new FabricOption(Optional.empty(), Optional.empty(), DesignSums.NOTHING));
        }
        List<FabricOption> options = new ArrayList<>();
        for (NetworkSwitch item : problem.items().switches()) {
            FatTreeRule rule = problem.fabricOrNonBlocking().treeOf(item.ports());
            double cable = DesignSums.money(problem.finance(), item.cablePrice(), MoneyRate.ZERO);
            for (int tiers = 1; tiers <= 3; tiers++) {
                if (ports <= rule.maximumEndpoints(tiers)) {
                    FabricChoice fabric = fabric(item, rule, tiers, ports);
                    DesignSums cables = DesignSums.ofMoney(cable * fabric.cables());
                    options.add(new FabricOption(
                            Optional.of(item), Optional.of(fabric), cables.plus(DesignSums.of(problem, item), (double)
                                    fabric.switches())));
                }
            }
        }
        return options;
    }

    private static FabricChoice fabric(NetworkSwitch item, FatTreeRule rule, int tiers, long endpoints) {
        if (tiers == 1) {
            return new FabricChoice(item.id(), 1, endpoints, 1, 0, 0, endpoints);
        }
        long leaves = rule.leaves(endpoints);
        return new FabricChoice(
                item.id(),
                tiers,
                endpoints,
                leaves,
                rule.spines(tiers, leaves),
                rule.cores(tiers, leaves),
                FabricSizing.cables(rule, tiers, endpoints));
    }

    private void cooled(Bare bare, FabricOption fabric, DesignSums sums) {
        for (CoolingOption cooling : coolings) {
            long units = (long) Math.ceil(sums.peak() / cooling.unit - 1e-9)
                    + problem.redundancyOrNone().failingCooling();
            if (cooling.system
                    .orElseThrow()
                    .available()
                    .filter(most -> units > most)
                    .isEmpty()) {
                housed(bare, fabric, cooling, units, sums);
            }
        }
    }

    private void housed(Bare bare, FabricOption fabric, CoolingOption cooling, long units, DesignSums sums) {
        long bySpace = -Math.floorDiv(-sums.units(), (long) site.unitsPerRack());
        long racks = Math.max(bySpace, (long) Math.ceil(sums.peak() / cooling.perRack - 1e-9));
        double cost = sums.cost() + units * cooling.price + racks * rackPrice;
        double peak = sums.peak() * (1 + cooling.peakOverhead);
        double mean = sums.mean() * (1 + cooling.overhead);
        boolean broken = dearer(cost + weightOfMeanWatt * mean)
                || clearlyAbove(cost, budget)
                || clearlyAbove(peak, sitePower)
                || clearlyAbove(mean, mostMean)
                || clearlyAbove(sums.weight(), carried)
                || clearlyAbove(sums.tallest(), cooling.perRack)
                || clearlyAbove(racks * areaPerRack, area)
                || racks > site.racks().orElse(Integer.MAX_VALUE);
        if (!broken) {
            supplied(selection(bare, fabric, cooling, units, racks), peak, mean);
        }
    }

    private Selection selection(Bare bare, FabricOption fabric, CoolingOption cooling, long units, long racks) {
        return new Selection(
                byId(problem.items().servers(), bare.servers.counts),
                byId(problem.items().storage(), bare.stores.counts),
                fabric.fabric,
                racks,
                cooling.system.map(system -> new CoolingChoice(system.id(), units)),
                new TreeMap<>(),
                bare.controls.stream().map(SecurityControl::id).collect(Collectors.toCollection(TreeSet::new)));
    }

    private void supplied(Selection unsupplied, double peak, double mean) {
        if (problem.supply().isEmpty()) {
            consider(unsupplied);
            return;
        }
        boolean hopeless = unsuppliable.stream().anyMatch(loads -> peak >= loads[0] && mean >= loads[1]);
        if (!hopeless) {
            Evaluation evaluation = Evaluation.of(problem, unsupplied);
            Optional<SortedMap<String, SupplyUse>> supply =
                    SupplyOracle.cheapest(problem, problem.supply().get(), evaluation.loads());
            supply.ifPresent(uses -> consider(with(unsupplied, uses)));
            if (supply.isEmpty()) {
                unsuppliable.add(new double[] {peak, mean});
            }
        }
    }

    private void consider(Selection whole) {
        Evaluation evaluation = Evaluation.of(problem, whole);
        if (evaluation.feasible() && (best.isEmpty() || evaluation.objective().compareTo(best.get()) < 0)) {
            best = Optional.of(evaluation.objective());
            bestNumber = evaluation.objective().base().doubleValue();
            bestSelection = Optional.of(whole);
        }
    }

    private static Selection with(Selection bare, SortedMap<String, SupplyUse> supplies) {
        return new Selection(
                bare.servers(), bare.storage(), bare.fabric(), bare.racks(), bare.cooling(), supplies, bare.controls());
    }
}
