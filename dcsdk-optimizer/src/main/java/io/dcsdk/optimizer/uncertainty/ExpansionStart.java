package io.dcsdk.optimizer.uncertainty;

import io.dcsdk.item.CatalogItem;
import io.dcsdk.optimizer.explanation.TimeBudget;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Variable;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.relaxation.LpMatrix;
import io.dcsdk.optimizer.relaxation.Sifting;
import io.dcsdk.optimizer.search.HeadStart;
import io.dcsdk.optimizer.search.MixedIntegerSolver;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.stochastic.LinearTerms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What can be known of an expansion before it is searched, from small programs:
 *
 * <ol>
 *   <li>the cooling system and the switch that are best for the last year alone;
 *   <li>with these a plan {@link YearByYear};
 *   <li>multipliers of the whole relaxation by {@link Sifting}, which begins with what that plan uses;
 *   <li>the best plan of what the plan and the relaxation use.
 * </ol>
 *
 * <p>It proves nothing, and not all of it is always found.
 */
final class ExpansionStart {
    private static final Rational COARSE = Rational.of(1, 200);

    private final LpEngine engine;
    private final MixedIntegerSolver solver;
    private final ExpansionFormulation formulation;

    ExpansionStart(LpEngine engine, ExpansionFormulation formulation) {
        this.engine = engine;
        this.solver = new MixedIntegerSolver(engine);
        this.formulation = formulation;
    }

    /** A feasible point of the whole program and multipliers of its constraints, as far as they are found within the limits. */
    HeadStart find(SolveLimits limits) {
        TimeBudget time = TimeBudget.of(limits);
        Rational gap = COARSE.max(limits.relativeGap());
        Set<String> used = new HashSet<>();
        lastYear(coarse(time.limits(3), gap)).ifPresent(used::addAll);
        if (used.isEmpty() || time.isOver()) {
            return HeadStart.none();
        }
        Set<String> leftOut = new HashSet<>(facilities());
        leftOut.removeAll(used);
        YearByYear steps = new YearByYear(solver, formulation, leftOut::contains);
        Optional<List<Rational>> point = steps.find(coarse(time.limits(1), gap));
        used.addAll(steps.used());
        HeadStart known = point.map(HeadStart.none()::withPoint).orElse(HeadStart.none());
        if (point.isPresent() && !time.isOver()) {
            known = sifted(known, used, time.limits(1));
        }
        return time.isOver() ? known : improved(known, used, coarse(time.limits(0), gap));
    }

    private static SolveLimits coarse(SolveLimits limits, Rational gap) {
        return limits.withRelativeGap(gap).withKeepProof(false);
    }

    /** Switches and cooling systems. */
    private Set<String> facilities() {
        Set<String> ids = new HashSet<>();
        formulation.problem().problem().items().switches().forEach(item -> ids.add(item.id()));
        formulation.problem().problem().items().cooling().forEach(item -> ids.add(item.id()));
        return ids;
    }

    /** What is best for the last year alone, of what is new then, bought for it and used for as many years as are planned. */
    private Optional<Set<String>> lastYear(SolveLimits limits) {
        YearProgram last = formulation.years().get(formulation.years().size() - 1);
        Rational years = Rational.of(last.year());
        Rational lambda = Rational.of(last.problem().lambda().price().base());
        LinearProgram stated = last.program();
        LinearProgram.Builder builder = LinearProgram.builder();
        for (int j = 0; j < stated.variables().size(); j++) {
            Variable variable = stated.variables().get(j);
            Rational yearly = last.running(j).plus(last.energy(j).times(lambda));
            builder.variable(variable).cost(variable.name(), last.capital(j).plus(yearly.times(years)));
        }
        stated.constraints()
                .forEach(row -> builder.constraint(
                        row.name(), LinearTerms.byName(stated, row), row.relation(), row.rightHandSide()));
        NarrowedProgram narrowed = NarrowedProgram.of(builder.build(), name -> {
            int vintage = formulation.vintage(name);
            return vintage > 0 && vintage < last.year();
        });
        return solver.solve(narrowed.program(), limits)
                .point()
                .map(point -> used(last.program(), narrowed.widened(point)));
    }

    private Set<String> used(LinearProgram program, List<Rational> point) {
        Set<String> used = new HashSet<>();
        for (int j = 0; j < point.size(); j++) {
            if (!point.get(j).isZero()) {
                used.add(formulation.owner(program.variables().get(j).name()));
            }
        }
        return used;
    }

    /** With multipliers; what the relaxation uses is added to what is used. */
    private HeadStart sifted(HeadStart known, Set<String> used, SolveLimits limits) {
        TimeBudget time = TimeBudget.of(limits);
        List<Variable> variables = formulation.program().variables();
        Map<String, Integer> groups = new LinkedHashMap<>();
        int[] groupOf = new int[variables.size()];
        double[] lower = new double[groupOf.length];
        double[] upper = new double[groupOf.length];
        for (int j = 0; j < groupOf.length; j++) {
            String owner = formulation.owner(variables.get(j).name());
            groupOf[j] = groups.computeIfAbsent(owner, absent -> groups.size());
            lower[j] = variables.get(j).lower().doubleValue();
            upper[j] = variables.get(j).upper().doubleValue();
        }
        Set<String> choices = choices();
        List<String> names = new ArrayList<>(groups.keySet());
        boolean[] working = new boolean[names.size()];
        for (int k = 0; k < working.length; k++) {
            working[k] = used.contains(names.get(k)) || !choices.contains(names.get(k));
        }
        Sifting sifting = new Sifting(engine, LpMatrix.of(formulation.program()), lower, upper, groupOf, working);
        Optional<double[]> multipliers = sifting.multipliers(time::nanosecondsLeft);
        boolean[] worked = sifting.working();
        for (int k = 0; k < worked.length; k++) {
            if (worked[k] && multipliers.isPresent()) {
                used.add(names.get(k));
            }
        }
        return multipliers.map(known::withMultipliers).orElse(known);
    }

    /** All that can be bought or left. */
    private Set<String> choices() {
        Set<String> ids = facilities();
        for (CatalogItem item : formulation.items()) {
            ids.add(item.id());
        }
        return ids;
    }

    /** With the best plan of what is used. */
    private HeadStart improved(HeadStart known, Set<String> used, SolveLimits limits) {
        Set<String> unused = choices();
        unused.removeAll(used);
        NarrowedProgram narrowed =
                NarrowedProgram.of(formulation.program(), name -> unused.contains(formulation.owner(name)));
        HeadStart start = known.narrowed(narrowed.places(), narrowed.rows());
        return solver.searchFrom(narrowed.program(), limits, progress -> {}, start)
                .result()
                .point()
                .map(narrowed::widened)
                .map(known::withPoint)
                .orElse(known);
    }
}
