package io.dcsdk.design;

import io.dcsdk.compute.Server;
import io.dcsdk.energy.CoolingSystem;
import io.dcsdk.energy.Supply;
import io.dcsdk.energy.SupplyKind;
import io.dcsdk.fabric.FatTreeRule;
import io.dcsdk.item.CatalogItem;
import io.dcsdk.network.NetworkSwitch;
import io.dcsdk.quantity.CarbonMass;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.Mass;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Power;
import io.dcsdk.quantity.TimeSpan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks what the place, the market, the fabric, the cooling and the supply allow. */
final class LimitCheck {
    /** Quantities round in their 34th digit: two parts in 1e30 are forgiven, twice what the algebra may forgive. */
    static final BigDecimal ROUNDING = new BigDecimal("2e-30");

    private final DesignProblem problem;
    private final ChosenItems chosen;
    private final Loads loads;
    private final Cost cost;
    private final List<Violation> violations = new ArrayList<>();

    private LimitCheck(DesignProblem problem, ChosenItems chosen, Loads loads, Cost cost) {
        this.problem = problem;
        this.chosen = chosen;
        this.loads = loads;
        this.cost = cost;
    }

    static List<Violation> of(DesignProblem problem, ChosenItems chosen, Loads loads, Cost cost) {
        LimitCheck check = new LimitCheck(problem, chosen, loads, cost);
        check.market();
        check.fabric();
        check.racks();
        check.cooling();
        check.site();
        check.energy();
        problem.supply().ifPresent(check::supply);
        return check.violations;
    }

    private void broken(String constraint, String message, Object... values) {
        violations.add(new Violation(constraint, message.formatted(values)));
    }

    private void market() {
        problem.finance().budget().ifPresent(budget -> {
            Money total = cost.total();
            if (total.compareTo(budget.plus(budget.times(ROUNDING))) > 0) {
                broken("budget", "C is %s, the budget %s", total, budget);
            }
        });
        chosen.servers().forEach((server, count) -> available(server, count, server.available()));
        chosen.storage().forEach((unit, count) -> available(unit, count, unit.available()));
        chosen.cooling().ifPresent(system -> available(system, chosen.coolingUnits(), system.available()));
    }

    private void available(CatalogItem item, long count, Optional<Integer> most) {
        if (most.isPresent() && count > most.get()) {
            broken("available." + item.id(), "%d chosen, %d available", count, most.get());
        }
    }

    private void fabric() {
        if (!problem.fabricOrNonBlocking().sized()) {
            return;
        }
        long endpoints = 0;
        for (Map.Entry<Server, Long> entry : chosen.servers().entrySet()) {
            endpoints += entry.getKey().fabricPorts() * entry.getValue();
        }
        if (chosen.fabric().isEmpty()) {
            if (endpoints > 0) {
                broken("fabric", "%d ports of servers lead nowhere", endpoints);
            }
            return;
        }
        FabricChoice fabric = chosen.fabric().get();
        NetworkSwitch item = chosen.networkSwitch().orElseThrow();
        if (fabric.endpoints() != endpoints) {
            broken("fabric", "it has %d end points, the servers %d ports", fabric.endpoints(), endpoints);
        }
        FatTreeRule rule = problem.fabricOrNonBlocking().treeOf(item.ports());
        if (!FabricSizing.admits(rule, fabric)) {
            broken("fabric", "%s cannot join %d end points in %d tiers", fabric, endpoints, fabric.tiers());
        }
        for (Server server : chosen.servers().keySet()) {
            if (!FabricSizing.connects(item, server)) {
                broken("ports." + server.id(), "its ports are faster than those of switch %s", item.id());
            }
        }
    }

    private void racks() {
        Site site = problem.siteOrUnlimited();
        long units = 0;
        Mass weight = Mass.ZERO;
        for (Map.Entry<Server, Long> entry : chosen.servers().entrySet()) {
            units += entry.getKey().rackUnits() * entry.getValue();
            weight = weight.plus(entry.getKey().weight().times(entry.getValue()));
        }
        for (var entry : chosen.storage().entrySet()) {
            units += entry.getKey().rackUnits() * entry.getValue();
            weight = weight.plus(entry.getKey().weight().times(entry.getValue()));
        }
        if (chosen.fabric().isPresent()) {
            NetworkSwitch item = chosen.networkSwitch().orElseThrow();
            long switches = chosen.fabric().get().switches();
            units += item.rackUnits() * switches;
            weight = weight.plus(item.weight().times(switches));
        }
        long space = chosen.racks() * site.unitsPerRack();
        if (units > space) {
            broken("rack-units", "%d needed, %d in %d racks", units, space, chosen.racks());
        }
        if (site.racks().isPresent() && chosen.racks() > site.racks().get()) {
            broken(
                    "racks",
                    "%d needed, %d allowed",
                    chosen.racks(),
                    site.racks().get());
        }
        if (site.area().isPresent()) {
            var taken = site.areaPerRack().orElseThrow().times(chosen.racks());
            if (taken.compareTo(site.area().get()) > 0) {
                broken("floor-area", "%s needed, %s there", taken, site.area().get());
            }
        }
        if (site.floorLoad().isPresent()) {
            Mass carried = site.area().orElseThrow().times(site.floorLoad().get());
            if (weight.compareTo(carried) > 0) {
                broken("floor-load", "%s of equipment, the floor carries %s", weight, carried);
            }
        }
    }

    private void cooling() {
        if (chosen.cooling().isEmpty()) {
            if (!loads.peakIt().isZero() && !problem.items().cooling().isEmpty()) {
                broken("cooling", "%s of heat and no cooling system", loads.peakIt());
            }
            rackPower(problem.siteOrUnlimited().powerPerRack());
            return;
        }
        CoolingSystem system = chosen.cooling().get();
        long working = chosen.coolingUnits() - problem.redundancyOrNone().failingCooling();
        Power capacity = system.unitCapacity().times(working);
        if (capacity.compareTo(loads.peakIt()) < 0) {
            broken("cooling", "%s of heat, %d working units remove %s", loads.peakIt(), working, capacity);
        }
        Power rack = system.maxPowerPerRack();
        Optional<Power> site = problem.siteOrUnlimited().powerPerRack();
        rackPower(Optional.of(site.isPresent() && site.get().compareTo(rack) < 0 ? site.get() : rack));
    }

    private void rackPower(Optional<Power> limit) {
        if (limit.isEmpty()) {
            return;
        }
        Power carried = limit.get().times(chosen.racks());
        if (loads.peakIt().compareTo(carried) > 0) {
            broken("rack-power", "%s of equipment, %d racks take %s", loads.peakIt(), chosen.racks(), carried);
        }
        chosen.servers().keySet().forEach(server -> fits(server, server.maxPower(), limit.get()));
        chosen.storage().keySet().forEach(unit -> fits(unit, unit.maxPower(), limit.get()));
        chosen.networkSwitch().ifPresent(item -> fits(item, item.maxPower(), limit.get()));
    }

    private void fits(CatalogItem item, Power draw, Power limit) {
        if (draw.compareTo(limit) > 0) {
            broken("rack-power." + item.id(), "draws %s, a rack takes %s", draw, limit);
        }
    }

    private void site() {
        problem.siteOrUnlimited().power().ifPresent(limit -> {
            if (loads.peak().compareTo(limit) > 0) {
                broken("site-power", "IT and cooling draw %s, the site gives %s", loads.peak(), limit);
            }
        });
    }

    private void energy() {
        problem.energyLimit().ifPresent(limit -> {
            Energy taken = EnergyUse.of(problem.finance(), loads).total();
            if (taken.compareTo(limit.plus(limit.times(ROUNDING))) > 0) {
                broken("energy", "E is %s, the limit %s", taken, limit);
            }
        });
    }

    private void supply(SupplyRule rule) {
        Power firm = Power.ZERO;
        Power output = Power.ZERO;
        Power renewable = Power.ZERO;
        CarbonMass carbon = CarbonMass.ZERO;
        for (Map.Entry<Supply, SupplyUse> entry : chosen.supplies().entrySet()) {
            Supply supply = entry.getKey();
            SupplyUse use = entry.getValue();
            firm = firm.plus(use.capacity().times(supply.firmShare()));
            Power most = use.capacity().times(supply.capacityFactor());
            if (exceeds(use.meanOutput(), most)) {
                broken("output." + supply.id(), "%s taken, %s yielded", use.meanOutput(), most);
            }
            if (supply.maximum().isPresent()
                    && exceeds(use.capacity(), supply.maximum().get())) {
                broken(
                        "maximum." + supply.id(),
                        "%s built, %s possible",
                        use.capacity(),
                        supply.maximum().get());
            }
            if (supply.kind() == SupplyKind.BATTERY) {
                continue;
            }
            output = output.plus(use.meanOutput());
            renewable = supply.renewable() ? renewable.plus(use.meanOutput()) : renewable;
            carbon = carbon.plus(supply.carbonIntensity().times(use.meanOutput().times(TimeSpan.years(1))));
        }
        if (exceeds(loads.peak(), firm)) {
            broken("supply-peak", "peak of %s, firm supply of %s", loads.peak(), firm);
        }
        if (exceeds(loads.mean(), output)) {
            broken("supply-energy", "mean load of %s, mean supply of %s", loads.mean(), output);
        }
        if (rule.renewableShare().isPresent()) {
            Power required = loads.mean().times(rule.renewableShare().get());
            if (exceeds(required, renewable)) {
                broken("renewable-share", "%s required, %s renewable", required, renewable);
            }
        }
        if (rule.carbonPerYear().isPresent()) {
            CarbonMass limit = rule.carbonPerYear().get();
            CarbonMass forgiven = limit.plus(limit.times(ROUNDING));
            if (carbon.compareTo(forgiven) > 0) {
                broken("carbon", "%s a year, %s allowed", carbon, limit);
            }
        }
    }

    private boolean exceeds(Power value, Power limit) {
        return value.minus(limit).compareTo(limit.times(ROUNDING)) > 0;
    }
}
