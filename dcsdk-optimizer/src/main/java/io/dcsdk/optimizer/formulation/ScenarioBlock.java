package io.dcsdk.optimizer.formulation;

import com.google.common.collect.ImmutableMap;
import io.dcsdk.catalog.Catalog;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.item.CatalogItem;
import io.dcsdk.network.NetworkSwitch;
import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.linear.Variable;
import io.dcsdk.optimizer.stochastic.LinearTerms;
import io.dcsdk.optimizer.stochastic.RecourseBlock;
import io.dcsdk.quantity.MoneyRate;
import io.dcsdk.uncertainty.Rent;
import io.dcsdk.uncertainty.Scenario;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One scenario of a two-stage design: the rows of its design problem that say how a design is operated, over what runs.
 *
 * <p>The energy cost of a variable is what lambda adds to its cost in the design problem. Rent r in a requirement
 * {@code Σ c n >= R} adds r to the left; where an over-subscribed tree multiplies the requirement by f, what is rented goes
 * through no tree, so it adds f r.
 */
final class ScenarioBlock {
    private final DesignFormulation formulation;
    private final LinearProgram stated;
    private final LinearProgram weightless;
    private final DesignProblem problem;
    private final Map<String, MoneyRate> rents;
    private final RecourseBlock.Builder block;
    private final Map<String, String> operated = new LinkedHashMap<>();

    ScenarioBlock(Scenario scenario, DesignFormulation formulation, DesignFormulation weightless) {
        this.formulation = formulation;
        this.stated = formulation.program();
        this.weightless = weightless.program();
        this.problem = formulation.problem();
        this.rents = prices(scenario.rentOrNone());
        this.block = RecourseBlock.named(
                scenario.name(), Rational.of(scenario.probability().base()));
    }

    private static Map<String, MoneyRate> prices(Rent rent) {
        ImmutableMap.Builder<String, MoneyRate> prices = ImmutableMap.builder();
        rent.perTeraflopPerSecond().ifPresent(price -> prices.put("compute", price));
        rent.perGigabyte().ifPresent(price -> prices.put("storage", price));
        rent.perGigabytePerSecond().ifPresent(price -> prices.put("network", price));
        return prices.build();
    }

    RecourseBlock build() {
        Catalog catalog = problem.items();
        items(catalog.servers(), problem.redundancyOrNone().failingServers() > 0);
        items(catalog.storage(), problem.redundancyOrNone().failingStorage() > 0);
        for (int j = 0; j < stated.variables().size(); j++) {
            Variable variable = stated.variables().get(j);
            if (VariableNames.isOperation(variable.name())) {
                block.variable(variable);
            }
            Rational energy = stated.costs().get(j).minus(weightless.costs().get(j));
            if (!energy.isZero()) {
                block.cost(operated.getOrDefault(variable.name(), variable.name()), energy);
            }
        }
        block.constant(stated.constant().minus(weightless.constant()));
        Map<String, Rational> rented = rent();
        for (Constraint row : stated.constraints()) {
            if (ScenarioFormulation.isOperation(formulation, row)) {
                block.row(row.name(), terms(row, rented), row.relation(), row.rightHandSide());
            } else if (row.name().equals("budget") && !rented.isEmpty()) {
                Map<String, Rational> terms = LinearTerms.byName(stated, row);
                terms.putAll(rented);
                block.row(row.name(), terms, row.relation(), row.rightHandSide());
            }
        }
        return block.build();
    }

    /** What can run of each item, at most what is bought; with failures, whether any of it does. */
    private void items(List<? extends CatalogItem> items, boolean marksUse) {
        Map<String, Variable> declared = new HashMap<>();
        stated.variables().forEach(variable -> declared.put(variable.name(), variable));
        for (CatalogItem item : items) {
            Variable count = declared.get(VariableNames.count(item));
            if (count == null) {
                continue;
            }
            String running = VariableNames.running(item);
            operated.put(count.name(), running);
            block.variable(new Variable(running, count.lower(), count.upper(), true));
            row("running." + item.id(), running, count.name(), Rational.ONE);
            if (marksUse) {
                String inUse = VariableNames.inUse(item);
                operated.put(VariableNames.used(item), inUse);
                block.variable(new Variable(inUse, Rational.ZERO, Rational.ONE, true));
                row("in-use." + item.id(), running, inUse, count.upper());
            }
        }
    }

    /** {@code left <= factor × right}. */
    private void row(String name, String left, String right, Rational factor) {
        block.row(name, Map.of(left, Rational.ONE, right, factor.negate()), Relation.LE, Rational.ZERO);
    }

    /** Declares what can be rented; its cost by variable. */
    private Map<String, Rational> rent() {
        Map<String, Rational> costs = new LinkedHashMap<>();
        for (Constraint row : stated.constraints()) {
            MoneyRate price = rents.get(row.name());
            if (price == null) {
                continue;
            }
            Rational most = row.rightHandSide();
            for (Map.Entry<String, Rational> term :
                    LinearTerms.byName(stated, row).entrySet()) {
                if (VariableNames.isAdopted(term.getKey())) {
                    most = most.minus(term.getValue());
                }
            }
            String rent = VariableNames.rent(row.name());
            Rational cost = Rational.of(problem.finance().running(price).base());
            block.variable(new Variable(rent, Rational.ZERO, most, false)).cost(rent, cost);
            costs.put(rent, cost);
        }
        return costs;
    }

    private Map<String, Rational> terms(Constraint row, Map<String, Rational> rented) {
        Map<String, Rational> terms = new LinkedHashMap<>();
        LinearTerms.byName(stated, row)
                .forEach((name, coefficient) -> terms.put(operated.getOrDefault(name, name), coefficient));
        String owner = formulation.requirementOfRow().getOrDefault(row.name(), "");
        String rent = VariableNames.rent(owner);
        if (rented.containsKey(rent)) {
            terms.put(rent, factor(row.name()).orElse(Rational.ONE));
        }
        return terms;
    }

    /** How many times a row asks for its requirement: more than once for servers behind an over-subscribed tree. */
    private Optional<Rational> factor(String row) {
        for (NetworkSwitch item : problem.items().switches()) {
            for (int tiers = 2; tiers <= 3; tiers++) {
                if (row.contains(".through." + VariableNames.option(item, tiers))) {
                    var tree = problem.fabricOrNonBlocking().treeOf(item.ports());
                    return Optional.of(Rational.of(tree.downPorts(), tree.upPorts()));
                }
            }
        }
        return Optional.empty();
    }
}
