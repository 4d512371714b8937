package io.dcsdk.optimizer.dominance;

import io.dcsdk.compute.Server;
import io.dcsdk.compute.SoftwareEnvironment;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.FabricSizing;
import io.dcsdk.design.Finance;
import io.dcsdk.item.CatalogItem;
import io.dcsdk.network.NetworkSwitch;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.formulation.UnitCapacities;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Variable;
import io.dcsdk.quantity.Mass;
import io.dcsdk.quantity.MoneyRate;
import io.dcsdk.quantity.Power;
import io.dcsdk.storage.StorageUnit;
import io.dcsdk.workload.Demand;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Servers, storage units and switches: what gives capacity, draws power and takes space. */
final class EquipmentKinds {
    private static final String NOTHING = "it gives nothing that is asked for";

    private final DesignProblem problem;
    private final Finance finance;
    private final Demand demand;
    private final UnitCapacities capacities;
    private final Map<String, Rational> enough = new HashMap<>();

    EquipmentKinds(DesignFormulation formulation) {
        this.problem = formulation.problem();
        this.finance = problem.finance();
        this.demand = problem.demand();
        this.capacities = new UnitCapacities(problem);
        for (Variable variable : formulation.program().variables()) {
            enough.put(variable.name(), variable.upper());
        }
    }

    private static <I> void gives(
            List<Respect<I>> list,
            String name,
            String unit,
            boolean isAsked,
            Function<String, Function<I, Rational>> capacity) {
        if (isAsked) {
            list.add(Respect.more(name, unit, capacity.apply(name)));
        }
    }

    Kind<Server> servers() {
        List<Respect<Server>> given = new ArrayList<>();
        Function<String, Function<Server, Rational>> of = capacities::ofServers;
        gives(given, "compute", "TFLOP/s", !demand.compute().isZero(), of);
        gives(given, "accelerators", "", demand.accelerators() > 0, of);
        gives(given, "accelerator-memory", "GB", !demand.acceleratorMemory().isZero(), of);
        gives(given, "memory-bandwidth", "GB/s", !demand.memoryBandwidth().isZero(), of);
        gives(given, "network", "GB/s", !demand.network().isZero(), of);
        List<Respect<Server>> respects = new ArrayList<>(given);
        boolean isWired = problem.fabricOrNonBlocking().sized();
        if (isWired) {
            respects.add(Respect.less("fabric ports", "", server -> Rational.of(server.fabricPorts())));
        }
        respects.add(Respect.money("money over the horizon", server -> finance.capital(server.price())
                .plus(finance.running(server.maintenance().plus(software(server))))));
        takes(respects, Server::idlePower, Server::maxPower, Server::rackUnits, Server::weight);
        int failing = problem.redundancyOrNone().failingServers();
        return new Kind<>(
                "server",
                problem.items().servers(),
                respects,
                server -> isZero(given, server) ? NOTHING : "",
                (better, beaten) -> canBeHad(better, better.available())
                        && canFail(given, better, beaten, failing)
                        && (!isWired || isConnectedLike(better, beaten)));
    }

    private MoneyRate software(Server server) {
        MoneyRate sum = MoneyRate.ZERO;
        for (SoftwareEnvironment environment : problem.environments()) {
            sum = sum.plus(environment.perServer())
                    .plus(environment.perAccelerator().times(server.acceleratorCount()));
        }
        return sum;
    }

    private boolean isConnectedLike(Server better, Server beaten) {
        return problem.items().switches().stream()
                .allMatch(item -> FabricSizing.connects(item, better) || !FabricSizing.connects(item, beaten));
    }

    Kind<StorageUnit> storage() {
        List<Respect<StorageUnit>> given = new ArrayList<>();
        Function<String, Function<StorageUnit, Rational>> of = capacities::ofStorage;
        gives(given, "storage", "GB", !demand.storage().isZero(), of);
        gives(given, "storage-read", "GB/s", !demand.storageRead().isZero(), of);
        gives(given, "storage-write", "GB/s", !demand.storageWrite().isZero(), of);
        gives(given, "storage-metadata", "", demand.metadataOperationsPerSecond() > 0, of);
        List<Respect<StorageUnit>> respects = new ArrayList<>(given);
        respects.add(Respect.money("money over the horizon", unit -> finance.capital(unit.price())
                .plus(finance.running(unit.maintenance()))));
        takes(respects, StorageUnit::idlePower, StorageUnit::maxPower, StorageUnit::rackUnits, StorageUnit::weight);
        int failing = problem.redundancyOrNone().failingStorage();
        return new Kind<>(
                "storage",
                problem.items().storage(),
                respects,
                unit -> isZero(given, unit) ? NOTHING : "",
                (better, beaten) -> canBeHad(better, better.available()) && canFail(given, better, beaten, failing));
    }

    Kind<NetworkSwitch> switches() {
        List<Respect<NetworkSwitch>> respects = new ArrayList<>();
        respects.add(Respect.money("money over the horizon", item -> finance.capital(item.price())
                .plus(finance.running(item.maintenance()))));
        respects.add(Respect.money("money for a link", item -> finance.capital(item.cablePrice())));
        takes(
                respects,
                NetworkSwitch::idlePower,
                NetworkSwitch::maxPower,
                NetworkSwitch::rackUnits,
                NetworkSwitch::weight);
        boolean isPlanned = problem.fabricOrNonBlocking().sized();
        return new Kind<>(
                "switch",
                problem.items().switches(),
                respects,
                item -> isPlanned ? "" : "the network is not planned",
                (better, beaten) -> better.ports() == beaten.ports() && connectsLike(better, beaten));
    }

    private boolean connectsLike(NetworkSwitch better, NetworkSwitch beaten) {
        return problem.items().servers().stream()
                .allMatch(server -> FabricSizing.connects(better, server) || !FabricSizing.connects(beaten, server));
    }

    private <I> void takes(
            List<Respect<I>> respects,
            Function<I, Power> idle,
            Function<I, Power> most,
            Function<I, Integer> rackUnits,
            Function<I, Mass> weight) {
        respects.add(Respect.less("peak power", "kW", item -> Respect.kilowatts(most.apply(item))));
        respects.add(Respect.less("mean power", "kW", item -> {
            Power range = most.apply(item).minus(idle.apply(item));
            return Respect.kilowatts(idle.apply(item).plus(range.times(problem.utilisation())));
        }));
        respects.add(Respect.less("rack units", "", item -> Rational.of(rackUnits.apply(item))));
        if (problem.siteOrUnlimited().floorLoad().isPresent()) {
            respects.add(Respect.less(
                    "weight", "kg", item -> Rational.of(weight.apply(item).base())));
        }
    }

    private static <I> boolean isZero(List<Respect<I>> given, I item) {
        return given.stream().allMatch(respect -> respect.figure().apply(item).signum() <= 0);
    }

    /** Whether as many can be had as ever meet the demand alone. */
    private boolean canBeHad(CatalogItem item, Optional<Integer> most) {
        return most.isEmpty() || Rational.of(most.get()).compareTo(enough.getOrDefault(item.id(), Rational.ZERO)) >= 0;
    }

    /** With two or more that may fail, a larger unit may be worse: fewer units of it than fail may be in use. */
    private static <I> boolean canFail(List<Respect<I>> given, I better, I beaten, int failing) {
        return failing <= 1
                || given.stream().allMatch(respect -> respect.figure()
                        .apply(better)
                        .equals(respect.figure().apply(beaten)));
    }
}
