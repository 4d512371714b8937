package io.dcsdk.optimizer.uncertainty;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.compute.Server;
import io.dcsdk.design.Evaluation;
import io.dcsdk.design.Selection;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Variable;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Ratio;
import io.dcsdk.storage.StorageUnit;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes a plan of a point, and has the items of each year confirm it. */
final class ExpansionAssembly {
    private static final Rational ROUNDING = Rational.parse("1e-25");

    private final ExpansionFormulation formulation;
    private final Map<String, Rational> values = new HashMap<>();
    private final List<YearPlan> plans = new ArrayList<>();
    private Rational counted = Rational.ZERO;

    ExpansionAssembly(ExpansionFormulation formulation) {
        this.formulation = formulation;
    }

    /** The plan of a point of the program, which is at least so good. */
    ExpansionPlan plan(List<Rational> point, Rational bound) {
        List<Variable> variables = formulation.program().variables();
        for (int j = 0; j < point.size(); j++) {
            values.put(variables.get(j).name(), point.get(j));
        }
        List<Selection> selections = new ArrayList<>();
        for (YearProgram of : formulation.years()) {
            selections.add(of.formulation()
                    .selection(of.program().variables().stream()
                            .map(variable -> value(of.year(), variable.name()))
                            .toList()));
        }
        for (YearProgram of : formulation.years()) {
            plans.add(year(of, selections));
        }
        Rational objective = formulation.program().objective(point);
        if (counted.minus(objective)
                        .abs()
                        .compareTo(objective.abs().max(Rational.ONE).times(ROUNDING))
                > 0) {
            throw fault("objective (%s) of the optimizer: the items themselves give %s"
                    .formatted(objective.toDecimalString(), counted.toDecimalString()));
        }
        return new ExpansionPlan(
                plans,
                Dollars.of(objective, RoundingMode.HALF_EVEN),
                Dollars.of(bound, RoundingMode.FLOOR),
                Dollars.gap(objective, bound));
    }

    private static IllegalStateException fault(String what) {
        return new IllegalStateException(what + "\nMaybe this is a fault of the SDK; please report it.");
    }

    private Rational value(int year, String name) {
        return values.getOrDefault(YearNames.in(year, name), Rational.ZERO);
    }

    private YearPlan year(YearProgram of, List<Selection> selections) {
        int year = of.year();
        Selection inUse = selections.get(year - 1);
        Evaluation evaluation = Evaluation.of(of.problem(), inUse);
        if (!evaluation.feasible()) {
            throw fault("plan (%s) of the optimizer: its items break year %d although the algebra holds"
                    .formatted(evaluation.violations(), year));
        }
        Money one = evaluation.cost().total();
        Money two = Evaluation.of(YearProgram.overTwoYears(of.problem()), inUse)
                .cost()
                .total();
        Money running = two.minus(one);
        Map<String, Money> prices = prices(of.problem().items());
        SortedMap<String, Long> now = counts(inUse);
        SortedMap<String, Long> before = year == 1 ? new TreeMap<>() : counts(selections.get(year - 2));
        SortedMap<String, Long> after = year == selections.size() ? new TreeMap<>() : counts(selections.get(year));
        SortedMap<String, Long> bought = new TreeMap<>();
        Money purchases = Money.ZERO;
        Money worth = Money.ZERO;
        Money leaving = Money.ZERO;
        for (Map.Entry<String, Long> count : now.entrySet()) {
            Money price = prices.getOrDefault(count.getKey(), Money.ZERO);
            worth = worth.plus(price.times(count.getValue()));
            leaving = leaving.plus(price.times(count.getValue() - after.getOrDefault(count.getKey(), 0L)));
            long more = count.getValue() - before.getOrDefault(count.getKey(), 0L);
            if (more > 0) {
                bought.put(count.getKey(), more);
                purchases = purchases.plus(price.times(more));
            }
        }
        SortedMap<String, Long> retired = new TreeMap<>();
        before.forEach((id, count) -> {
            long fewer = count - now.getOrDefault(id, 0L);
            if (fewer > 0) {
                retired.put(id, fewer);
            }
        });
        SortedMap<String, Money> spent = others(of, one.minus(running).minus(worth));
        for (Money money : spent.values()) {
            purchases = purchases.plus(money);
        }
        Money energyCost =
                of.problem().lambda().price().times(evaluation.energy().total());
        Money salvage = leaving.times(formulation.problem().salvage().orElse(Ratio.ZERO));
        YearFactors factors = formulation.factors();
        counted = counted.plus(Dollars.of(purchases).times(factors.beginning(year)))
                .plus(Dollars.of(running.plus(energyCost).minus(salvage)).times(factors.end(year)));
        return new YearPlan(
                year, inUse, bought, retired, spent, purchases, running, evaluation.energy(), energyCost, salvage);
    }

    /** What is spent on assets without vintage; what is owned must be worth what the items in use are. */
    private SortedMap<String, Money> others(YearProgram of, Money worth) {
        int year = of.year();
        Ratio price = formulation.problem().otherPrices(year);
        Rational inUse = Rational.ZERO;
        SortedMap<String, Money> spent = new TreeMap<>();
        for (Map.Entry<String, Map<String, Rational>> asset :
                formulation.assets(of).entrySet()) {
            for (Map.Entry<String, Rational> term : asset.getValue().entrySet()) {
                inUse = inUse.plus(term.getValue().times(value(year, term.getKey())));
            }
            String owned = ExpansionFormulation.owned(asset.getKey());
            Rational more = value(year, owned).minus(year == 1 ? Rational.ZERO : value(year - 1, owned));
            if (!more.isZero()) {
                spent.put(asset.getKey(), Dollars.of(more.times(Rational.of(price.base())), RoundingMode.HALF_EVEN));
            }
        }
        Rational difference = Dollars.of(worth).minus(inUse).abs();
        if (difference.compareTo(inUse.max(Rational.ONE).times(ROUNDING)) > 0) {
            throw fault("capital (%s) in year %d of the optimizer: the items in use are worth %s"
                    .formatted(inUse.toDecimalString(), year, worth));
        }
        return spent;
    }

    private static SortedMap<String, Long> counts(Selection selection) {
        SortedMap<String, Long> counts = new TreeMap<>(selection.servers());
        counts.putAll(selection.storage());
        return counts;
    }

    private static Map<String, Money> prices(Catalog catalog) {
        Map<String, Money> prices = new HashMap<>();
        for (Server server : catalog.servers()) {
            prices.put(server.id(), server.price());
        }
        for (StorageUnit unit : catalog.storage()) {
            prices.put(unit.id(), unit.price());
        }
        return prices;
    }
}
