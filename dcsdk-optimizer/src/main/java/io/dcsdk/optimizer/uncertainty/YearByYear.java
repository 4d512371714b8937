package io.dcsdk.optimizer.uncertainty;

import io.dcsdk.item.CatalogItem;
import io.dcsdk.optimizer.explanation.TimeBudget;
import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.linear.Variable;
import io.dcsdk.optimizer.search.MixedIntegerSolver;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.uncertainty.ExpansionProblem;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A plan made one year after another, as if each year's demand were to stay: what was bought is kept or retired, what lacks is
 * bought, and all that is in use runs for the years that are left. Each step is a small program. It proves nothing, knows no
 * limit of all years together but that of what can be had, and is not always found.
 */
final class YearByYear {
    private final MixedIntegerSolver solver;
    private final ExpansionFormulation formulation;
    private final Predicate<String> isLeftOut;
    private final Map<String, Rational> values = new HashMap<>();

    /**
     * A plan in the making.
     *
     * @param isLeftOut whether what a variable belongs to shall not be in the plan
     */
    YearByYear(MixedIntegerSolver solver, ExpansionFormulation formulation, Predicate<String> isLeftOut) {
        this.solver = solver;
        this.formulation = formulation;
        this.isLeftOut = isLeftOut;
    }

    /** A feasible point of the whole program, if these steps lead to one in time. */
    Optional<List<Rational>> find(SolveLimits limits) {
        TimeBudget time = TimeBudget.of(limits);
        int waiting = formulation.years().size();
        for (YearProgram of : formulation.years()) {
            LinearProgram step = step(of);
            SolveLimits some = time.limits(--waiting).withKeepProof(false);
            Optional<List<Rational>> point =
                    time.isOver() ? Optional.empty() : solver.solve(step, some).point();
            if (point.isEmpty()) {
                return Optional.empty();
            }
            for (int j = 0; j < step.variables().size(); j++) {
                values.put(
                        YearNames.in(of.year(), step.variables().get(j).name()),
                        point.get().get(j));
            }
        }
        own();
        List<Rational> whole = formulation.program().variables().stream()
                .map(variable -> values.getOrDefault(variable.name(), Rational.ZERO))
                .toList();
        return formulation.program().isFeasible(whole) ? Optional.of(whole) : Optional.empty();
    }

    private Rational value(int year, String name) {
        return values.getOrDefault(YearNames.in(year, name), Rational.ZERO);
    }

    private LinearProgram step(YearProgram of) {
        int year = of.year();
        LinearProgram stated = of.program();
        LinearProgram.Builder builder = LinearProgram.builder();
        Rational lambda = Rational.of(of.problem().lambda().price().base());
        Rational rest = Rational.ZERO;
        for (int later = year; later <= formulation.years().size(); later++) {
            rest = rest.plus(formulation.factors().end(later));
        }
        Map<String, Rational> left = left(of);
        Map<String, Rational> uppers = new HashMap<>();
        for (int j = 0; j < stated.variables().size(); j++) {
            Variable variable = stated.variables().get(j);
            String name = variable.name();
            if (isLeftOut.test(formulation.owner(name))) {
                continue;
            }
            int vintage = formulation.vintage(name);
            Rational upper = variable.upper();
            Rational cost = of.running(j).plus(of.energy(j).times(lambda)).times(rest);
            if (vintage == year) {
                upper = upper.min(left.getOrDefault(formulation.owner(name), upper));
                cost = cost.plus(of.capital(j).times(formulation.factors().beginning(year)));
            } else if (vintage > 0) {
                upper = upper.min(value(year - 1, name));
            }
            if (upper.signum() > 0) {
                uppers.put(name, upper);
                builder.variable(new Variable(name, variable.lower(), upper, variable.integer()))
                        .cost(name, cost);
            }
        }
        owned(of, uppers, builder);
        List<Rational> zero = Collections.nCopies(stated.variables().size(), Rational.ZERO);
        for (Constraint row : stated.constraints()) {
            Map<String, Rational> terms = known(stated.coefficients(row), uppers.keySet());
            if (!terms.isEmpty() || row.slack(zero).signum() < 0) {
                builder.constraint(row.name(), terms, row.relation(), row.rightHandSide());
            }
        }
        return builder.build();
    }

    private static Map<String, Rational> known(Map<String, Rational> terms, Set<String> variables) {
        Map<String, Rational> known = new LinkedHashMap<>(terms);
        known.keySet().retainAll(variables);
        return known;
    }

    /** How many of an item can still be had, by its identifier, where that is limited. */
    private Map<String, Rational> left(YearProgram of) {
        Map<String, Rational> left = new HashMap<>();
        for (CatalogItem item : formulation.items()) {
            ExpansionFormulation.available(item).ifPresent(most -> {
                Rational rest = Rational.of(most);
                for (YearProgram before : formulation.years().subList(0, of.year() - 1)) {
                    rest = rest.minus(value(before.year(), ExpansionProblem.vintage(item.id(), before.year())));
                }
                left.put(item.id(), rest);
            });
        }
        return left;
    }

    /** What is owned without vintage need not be bought again. */
    private void owned(YearProgram of, Map<String, Rational> uppers, LinearProgram.Builder builder) {
        int year = of.year();
        formulation.assets(of).forEach((asset, all) -> {
            Map<String, Rational> terms = known(all, uppers.keySet());
            if (terms.isEmpty()) {
                return;
            }
            String owned = ExpansionFormulation.owned(asset);
            Rational before = year == 1 ? Rational.ZERO : value(year - 1, owned);
            Rational most = before;
            for (Map.Entry<String, Rational> term : terms.entrySet()) {
                most = most.plus(term.getValue().times(uppers.getOrDefault(term.getKey(), Rational.ZERO)));
            }
            builder.continuous(owned, before, most, formulation.price(year));
            terms.put(owned, Rational.of(-1));
            builder.constraint("in-use." + asset, terms, Relation.LE, Rational.ZERO);
        });
    }

    /** Of every asset as much is owned as was in use in any year so far. */
    private void own() {
        Set<String> assets = new TreeSet<>();
        formulation.years().forEach(of -> assets.addAll(formulation.assets(of).keySet()));
        Map<String, Rational> owned = new HashMap<>();
        for (YearProgram of : formulation.years()) {
            formulation.assets(of).forEach((asset, terms) -> {
                Rational used = Rational.ZERO;
                for (Map.Entry<String, Rational> term : terms.entrySet()) {
                    used = used.plus(term.getValue().times(value(of.year(), term.getKey())));
                }
                owned.merge(asset, used, Rational::max);
            });
            for (String asset : assets) {
                values.put(
                        YearNames.in(of.year(), ExpansionFormulation.owned(asset)),
                        owned.getOrDefault(asset, Rational.ZERO));
            }
        }
    }

    /** What the steps that were made use. */
    Set<String> used() {
        Set<String> used = new HashSet<>();
        values.forEach((name, value) -> {
            if (!value.isZero()) {
                used.add(formulation.owner(name));
            }
        });
        return used;
    }
}
