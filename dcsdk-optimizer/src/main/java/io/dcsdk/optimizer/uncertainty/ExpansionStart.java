package io.dcsdk.optimizer.uncertainty;

import io.dcsdk.catalog.Catalog;
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
import io.dcsdk.optimizer.search.StrengthenedProgram;
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
 *   <li>what is sure of each year's fabric, as lemmas: {@link YearCuts};
 *   <li>multipliers of the whole relaxation by {@link Sifting}, which begins with what that plan uses;
 *   <li>better plans by {@link PlanPolish};
 *   <li>at these prices of what joins the years, what each year costs at least: lemmas of {@link PricedBlocks}.
 * </ol>
 *
 * <p>Not all of it is always found. Nothing but the lemmas is proven, and the checker of the certificate follows these.
 */
final class ExpansionStart {
    /** For what decides on cooling and switch only. */
    private static final Rational ROUGH = Rational.of(1, 50);

    private static final Rational COARSE = Rational.of(1, 200);
    /** Of the gap that is asked for: a better plan of some years is better by a small part of the whole. */
    private static final Rational FINE = Rational.of(1, 4);

    /** Entries of a program, zeros included, of which a relaxation takes long. */
    private static final long LARGE = 50_000;
    /** Of the time: problems that are not met year by year are left the more. */
    private static final double BEFORE_A_PLAN = 0.6;
    /** Of the search of a year. */
    private static final long MOST_NODES = 5_000;

    private final LpEngine engine;
    private final MixedIntegerSolver solver;
    private final ExpansionFormulation formulation;

    ExpansionStart(LpEngine engine, ExpansionFormulation formulation) {
        this.engine = engine;
        this.solver = new MixedIntegerSolver(engine);
        this.formulation = formulation;
    }

    /**
     * What is known.
     *
     * @param program the whole program with what is proven of it
     * @param start a feasible point of it and multipliers of its rows, as far as they were found
     */
    record Known(StrengthenedProgram program, HeadStart start) {}

    /** What is found within the limits. */
    Known find(SolveLimits limits) {
        TimeBudget time = TimeBudget.of(limits);
        Rational gap = COARSE.max(limits.relativeGap());
        Set<String> used = new HashSet<>();
        TimeBudget first = time.part(BEFORE_A_PLAN);
        lastYear(coarse(first.limits(1), ROUGH.max(gap))).ifPresent(used::addAll);
        if (used.isEmpty() || time.isOver()) {
            return nothing();
        }
        Set<String> leftOut = new HashSet<>(facilities());
        leftOut.removeAll(used);
        YearByYear steps = new YearByYear(solver, formulation, leftOut::contains);
        Optional<List<Rational>> point = steps.find(coarse(first.limits(0), gap));
        if (point.isEmpty()) {
            return nothing();
        }
        StrengthenedProgram whole = new YearCuts(engine, formulation).find(time.limits(1));
        PlanPolish polish = new PlanPolish(solver, formulation, whole.program(), point.get());
        used.addAll(polish.used());
        Optional<double[]> multipliers =
                time.isOver() ? Optional.empty() : sifted(whole.program(), used, time.limits(1));
        polish.years(coarse(time.limits(1), limits.relativeGap().times(FINE)));
        if (formulation.years().size() > PlanPolish.WINDOW) { // else all years were planned anew together
            polish.exchange(items().cooling(), coarse(time.limits(9), gap));
            polish.exchange(items().switches(), coarse(time.limits(9), gap));
        }
        HeadStart known = HeadStart.none().withPoint(polish.best());
        if (multipliers.isEmpty()) {
            return new Known(whole, known);
        }
        HeadStart relaxed = known.withMultipliers(multipliers.get());
        return isSmall() || time.isOver()
                ? new Known(whole, relaxed)
                : proven(whole, polish.best(), multipliers.get(), time.limits(0))
                        .orElse(new Known(whole, relaxed));
    }

    private Known nothing() {
        return new Known(StrengthenedProgram.of(formulation.program()), HeadStart.none());
    }

    private Catalog items() {
        return formulation.problem().problem().items();
    }

    /** Whether the whole can be searched as well. */
    private boolean isSmall() {
        LinearProgram program = formulation.program();
        return (long) program.variables().size() * program.constraints().size() < LARGE;
    }

    /** Lemmas of the years at the prices of a relaxation. */
    private Optional<Known> proven(
            StrengthenedProgram whole, List<Rational> point, double[] multipliers, SolveLimits limits) {
        LinearProgram program = whole.program();
        int[] blockOf = program.variables().stream()
                .mapToInt(variable -> YearNames.yearOf(variable.name()) - 1)
                .toArray();
        YearBlocks blocks = YearBlocks.of(program, blockOf);
        int years = formulation.years().size();
        double[] prices = YearPrices.of(blocks, years, multipliers);
        // A whole number, for it is in the proofs; it only says what the gap is relative to.
        Rational size = Rational.of(
                program.objective(point).abs().dividedBy(Rational.of(years)).ceiling());
        SolveLimits each = limits.withNodes(Math.min(limits.nodes(), MOST_NODES))
                .withRelativeGap(limits.relativeGap().times(FINE));
        return new PricedBlocks(engine, blocks).at(prices, size, each).map(answer -> {
            HeadStart start = HeadStart.none().withPoint(point).withMultipliers(answer.multipliers());
            for (int t = 0; t < years; t++) {
                start = start.withMoreMultipliers(
                        answer.withoutLemma(t, blocks.blocks().get(t).rows(), multipliers));
            }
            return new Known(
                    whole.with(answer.lemmas(), (double) answer.nanosecondsOfCheck() / limits.threads()), start);
        });
    }

    private static SolveLimits coarse(SolveLimits limits, Rational gap) {
        return limits.withRelativeGap(gap).withKeepProof(false);
    }

    /** Switches and cooling systems. */
    private Set<String> facilities() {
        Set<String> ids = new HashSet<>();
        items().switches().forEach(item -> ids.add(item.id()));
        items().cooling().forEach(item -> ids.add(item.id()));
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

    /** Multipliers of the whole relaxation; what it uses is added to what is used. */
    private Optional<double[]> sifted(LinearProgram program, Set<String> used, SolveLimits limits) {
        TimeBudget time = TimeBudget.of(limits);
        List<Variable> variables = program.variables();
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
        Sifting sifting = new Sifting(engine, LpMatrix.of(program), lower, upper, groupOf, working);
        Optional<double[]> multipliers = sifting.multipliers(time::nanosecondsLeft);
        boolean[] worked = sifting.working();
        for (int k = 0; k < worked.length; k++) {
            if (worked[k] && multipliers.isPresent()) {
                used.add(names.get(k));
            }
        }
        return multipliers;
    }

    /** All that can be bought or left. */
    private Set<String> choices() {
        Set<String> ids = facilities();
        for (CatalogItem item : formulation.items()) {
            ids.add(item.id());
        }
        return ids;
    }
}
