package io.dcsdk.optimizer.formulation;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.compute.Server;
import io.dcsdk.design.CoolingChoice;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.FabricChoice;
import io.dcsdk.design.FabricSizing;
import io.dcsdk.design.Selection;
import io.dcsdk.design.SupplyUse;
import io.dcsdk.energy.CoolingSystem;
import io.dcsdk.energy.Supply;
import io.dcsdk.fabric.FatTreeRule;
import io.dcsdk.item.CatalogItem;
import io.dcsdk.network.NetworkSwitch;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.quantity.Power;
import io.dcsdk.security.SecurityControl;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads a point as a selection of items. */
final class SelectionReader {
    /** Upwards, so that a capacity is never below what the exact point needs; far finer than any supply is built. */
    private static final MathContext UPWARDS = new MathContext(34, RoundingMode.CEILING);

    private final DesignProblem problem;
    private final Catalog catalog;
    private final Map<String, Rational> values = new HashMap<>();

    SelectionReader(DesignProblem problem, LinearProgram program, List<Rational> point) {
        this.problem = problem;
        this.catalog = problem.items();
        for (int j = 0; j < point.size(); j++) {
            values.put(program.variables().get(j).name(), point.get(j));
        }
    }

    Selection read() {
        Optional<CoolingSystem> cooling = catalog.cooling().stream()
                .filter(system -> count(VariableNames.chosen(system)) == 1)
                .findFirst();
        String racks = cooling.map(VariableNames::racks).orElse(VariableNames.UNCOOLED_RACKS);
        TreeSet<String> controls = new TreeSet<>();
        for (SecurityControl control : catalog.controls()) {
            if (count(VariableNames.adopted(control)) == 1) {
                controls.add(control.id());
            }
        }
        return new Selection(
                counts(catalog.servers()),
                counts(catalog.storage()),
                fabric(),
                count(racks),
                cooling.map(system -> new CoolingChoice(system.id(), count(VariableNames.count(system)))),
                supplies(),
                controls);
    }

    private Rational value(String variable) {
        return values.getOrDefault(variable, Rational.ZERO);
    }

    private long count(String variable) {
        return value(variable).ceiling().longValueExact();
    }

    private SortedMap<String, Long> counts(List<? extends CatalogItem> items) {
        SortedMap<String, Long> counts = new TreeMap<>();
        items.forEach(item -> counts.put(item.id(), count(VariableNames.count(item))));
        return counts;
    }

    private Optional<FabricChoice> fabric() {
        for (NetworkSwitch item : catalog.switches()) {
            for (int tiers = 1; tiers <= 3; tiers++) {
                if (count(VariableNames.option(item, tiers)) == 1) {
                    return endpoints() == 0 ? Optional.empty() : Optional.of(fabric(item, tiers));
                }
            }
        }
        return Optional.empty();
    }

    private long endpoints() {
        long sum = 0;
        for (Server server : catalog.servers()) {
            sum += server.fabricPorts() * count(VariableNames.count(server));
        }
        return sum;
    }

    private FabricChoice fabric(NetworkSwitch item, int tiers) {
        FatTreeRule rule = problem.fabricOrNonBlocking().treeOf(item.ports());
        long endpoints = endpoints();
        if (tiers == 1) {
            return new FabricChoice(item.id(), 1, endpoints, 1, 0, 0, endpoints);
        }
        long leaf = count(VariableNames.leaf(item, tiers));
        long spine = count(VariableNames.spine(item, tiers));
        if (tiers == 2) {
            for (int candidate : rule.upPortDivisors()) {
                if (spine == 0 || count(VariableNames.spinesAtLeast(item, candidate)) == 1) {
                    spine = candidate;
                }
            }
        }
        return new FabricChoice(
                item.id(),
                tiers,
                endpoints,
                leaf,
                spine,
                count(VariableNames.core(item, tiers)),
                FabricSizing.cables(rule, tiers, endpoints));
    }

    private SortedMap<String, SupplyUse> supplies() {
        SortedMap<String, SupplyUse> uses = new TreeMap<>();
        for (Supply supply : catalog.supplies()) {
            Power output = power(VariableNames.output(supply));
            Power capacity = power(VariableNames.capacity(supply));
            if (!capacity.isZero()) {
                uses.put(supply.id(), new SupplyUse(capacity, output));
            }
        }
        return uses;
    }

    private Power power(String variable) {
        Rational kilowatts = value(variable);
        BigDecimal value =
                new BigDecimal(kilowatts.numerator()).divide(new BigDecimal(kilowatts.denominator()), UPWARDS);
        return Power.of(value, Power.Unit.KILOWATT);
    }
}
