package io.dcsdk.optimizer.uncertainty;

import io.dcsdk.optimizer.explanation.TimeBudget;
import io.dcsdk.optimizer.formulation.CapitalAssets;
import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Variable;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.search.MixedIntegerSolver;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.search.SolveResult;
import io.dcsdk.optimizer.stochastic.LinearTerms;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A point to start from: the cooling system and the switch that are best for the last year alone are kept in all years, and
 * the rest is planned around them. It proves nothing and is not always found.
 */
final class ExpansionStart {
    private static final Rational COARSE = Rational.of(1, 200);

    private final MixedIntegerSolver solver;
    private final ExpansionFormulation formulation;

    ExpansionStart(LpEngine engine, ExpansionFormulation formulation) {
        this.solver = new MixedIntegerSolver(engine);
        this.formulation = formulation;
    }

    /** A feasible point of the whole program, if one is found within the limits. */
    Optional<List<Rational>> find(SolveLimits limits) {
        TimeBudget time = TimeBudget.of(limits);
        SolveLimits coarse = limits.withDeadline(limits.deadline().dividedBy(2).plusNanos(1))
                .withRelativeGap(COARSE.max(limits.relativeGap()))
                .withKeepProof(false);
        YearProgram last = formulation.years().get(formulation.years().size() - 1);
        return solver.solve(costed(last), coarse)
                .point()
                .filter(point -> !time.isOver())
                .map(point -> restricted(excluded(last.program(), point)))
                .map(program -> solver.solve(program, coarse))
                .flatMap(SolveResult::point);
    }

    /** The last year as if all were bought for it, and used for as many years as are planned. */
    private LinearProgram costed(YearProgram last) {
        Rational years = Rational.of(formulation.years().size());
        Rational lambda = Rational.of(last.problem().lambda().price().base());
        LinearProgram stated = last.program();
        LinearProgram.Builder builder = LinearProgram.builder();
        for (int j = 0; j < stated.variables().size(); j++) {
            Variable variable = stated.variables().get(j);
            Rational yearly = last.running(j).plus(last.energy(j).times(lambda));
            builder.variable(variable).cost(variable.name(), last.capital(j).plus(yearly.times(years)));
        }
        return withRows(builder, stated);
    }

    /** The cooling systems and switches that a point leaves out. */
    private static Set<String> excluded(LinearProgram program, List<Rational> point) {
        Set<String> excluded = new HashSet<>();
        Set<String> taken = new HashSet<>();
        for (int j = 0; j < point.size(); j++) {
            String name = program.variables().get(j).name();
            if (name.startsWith("chosen(") || name.startsWith("fabric(")) {
                (point.get(j).isZero() ? excluded : taken).add(CapitalAssets.of(name));
            }
        }
        excluded.removeAll(taken);
        return excluded;
    }

    private LinearProgram restricted(Set<String> excluded) {
        LinearProgram whole = formulation.program();
        LinearProgram.Builder builder = LinearProgram.builder();
        for (int j = 0; j < whole.variables().size(); j++) {
            Variable variable = whole.variables().get(j);
            String own = variable.name().replaceAll("\\[year \\d+]$", "");
            boolean isLeftOut = (own.startsWith("chosen(") || own.startsWith("fabric("))
                    && excluded.contains(CapitalAssets.of(own));
            builder.variable(
                            isLeftOut
                                    ? new Variable(variable.name(), Rational.ZERO, Rational.ZERO, variable.integer())
                                    : variable)
                    .cost(variable.name(), whole.costs().get(j));
        }
        builder.constant(whole.constant());
        return withRows(builder, whole);
    }

    private static LinearProgram withRows(LinearProgram.Builder builder, LinearProgram stated) {
        for (Constraint row : stated.constraints()) {
            builder.constraint(row.name(), LinearTerms.byName(stated, row), row.relation(), row.rightHandSide());
        }
        return builder.build();
    }
}
