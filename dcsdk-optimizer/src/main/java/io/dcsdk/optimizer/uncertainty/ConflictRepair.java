package io.dcsdk.optimizer.uncertainty;

import io.dcsdk.optimizer.explanation.Change;
import io.dcsdk.optimizer.explanation.StatedFigure;
import io.dcsdk.optimizer.explanation.StatedFigure.Motion;
import io.dcsdk.optimizer.explanation.TimeBudget;
import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.NarrowedBounds;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.linear.Term;
import io.dcsdk.optimizer.linear.Variable;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.search.HeadStart;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.stochastic.LinearTerms;
import io.dcsdk.quantity.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the least changes with which a problem has a plan: minimises the sum of the moves of its figures f, each relative to
 * f, over the same rows, of which each gives way by its part of the move. Exact: figures that are multiplied with a choice
 * stay as they are, and so does the load of the floor, which is multiplied with its area; the rest of the algebra is linear
 * in them. More area carries more mass as well.
 */
final class ConflictRepair {
    /** Of the time that is left, for the changes; the rest is for what a plan costs with them. */
    private static final double SEARCH = 0.5;
    /** How often the search begins anew with what is out of reach left out. */
    private static final int ROUNDS = 3;

    private final LpEngine engine;
    private final StatedRows rows;
    private final LinearProgram whole;
    private final List<Lever> levers;
    private final TimeBudget time;

    ConflictRepair(LpEngine engine, StatedRows rows, TimeBudget time) {
        this.engine = engine;
        this.rows = rows;
        this.whole = rows.program();
        this.levers = rows.levers();
        this.time = time;
    }

    /**
     * What was found.
     *
     * @param impossible whether it is proven that no changes of what may move suffice
     * @param repair the best one found
     */
    record Found(boolean impossible, Optional<UncertainRepair> repair) {}

    Found find() {
        if (levers.isEmpty()) {
            return new Found(true, Optional.empty());
        }
        LinearProgram elastic = elastic();
        TimeBudget search = time.part(SEARCH);
        SolveLimits limits = search.limits(1);
        CertifiedSolve solved = CertifiedSolve.of(engine, elastic, limits, progress -> {});
        if (!solved.isInfeasible() && solved.point().isEmpty() && !search.isOver()) {
            solved = CertifiedSolve.of(engine, elastic, search.limits(0), progress -> {});
        }
        if (solved.isInfeasible() || solved.point().isEmpty()) {
            return new Found(solved.isInfeasible(), Optional.empty());
        }
        List<Rational> best = solved.point().get();
        Rational least = solved.bound().orElse(Rational.ZERO);
        for (int left = ROUNDS - 1; left >= 0 && !search.isOver(); left--) {
            Rational price = elastic.objective(best);
            if (price.minus(least).compareTo(price.times(limits.relativeGap())) <= 0) {
                break;
            }
            solved = CertifiedSolve.from(
                    engine,
                    noDearer(elastic, price, search),
                    search.limits(left),
                    progress -> {},
                    HeadStart.none().withPoint(best));
            best = solved.point().orElse(best);
            least = least.max(solved.bound().orElse(Rational.ZERO).min(price));
        }
        return new Found(
                false, Optional.of(repair(best.subList(0, whole.variables().size()), least, limits)));
    }

    /**
     * The same for repairs that cost no more than one that is known: how far figures can move bounds what can be bought, and most
     * of what the algebra provides for is out of reach.
     */
    private static LinearProgram noDearer(LinearProgram elastic, Rational price, TimeBudget search) {
        LinearProgram.Builder builder = LinearProgram.builder();
        Map<String, Rational> costs = new LinkedHashMap<>();
        for (int j = 0; j < elastic.variables().size(); j++) {
            Variable variable = elastic.variables().get(j);
            builder.variable(variable).cost(variable.name(), elastic.costs().get(j));
            costs.put(variable.name(), elastic.costs().get(j));
        }
        elastic.constraints()
                .forEach(row -> builder.constraint(
                        row.name(), LinearTerms.byName(elastic, row), row.relation(), row.rightHandSide()));
        builder.constraint("no dearer than known", costs, Relation.LE, price);
        return NarrowedBounds.of(builder.build(), search::isOver);
    }

    private static String move(Lever lever) {
        return "move(" + lever.name() + ")";
    }

    private LinearProgram elastic() {
        LinearProgram.Builder builder = LinearProgram.builder();
        whole.variables().forEach(builder::variable);
        Map<String, List<Lever>> byRow = new HashMap<>();
        for (Lever lever : levers) {
            StatedFigure figure = lever.figure();
            Rational farthest = figure.raised() ? farthest(lever) : figure.value();
            boolean isWhole = figure.motion() == Motion.WHOLE;
            Rational upper = isWhole ? Rational.of(farthest.ceiling()) : farthest;
            builder.variable(new Variable(move(lever), Rational.ZERO, upper, isWhole));
            builder.cost(move(lever), Rational.ONE.dividedBy(figure.reference()));
            lever.perUnit().keySet().forEach(row -> byRow.computeIfAbsent(row, absent -> new ArrayList<>())
                    .add(lever));
        }
        for (Constraint row : whole.constraints()) {
            Map<String, Rational> terms = LinearTerms.byName(whole, row);
            Rational right = row.rightHandSide();
            for (Lever lever : byRow.getOrDefault(row.name(), List.of())) {
                Rational given = part(lever.perUnit(), row);
                terms.merge(move(lever), row.relation() == Relation.LE ? given.negate() : given, Rational::plus);
                right = right.minus(part(lever.roundedUp(), row));
            }
            builder.constraint(row.name(), terms, row.relation(), right);
        }
        return builder.build();
    }

    private static Rational part(Map<String, Rational> parts, Constraint row) {
        return parts.getOrDefault(row.name(), Rational.ZERO);
    }

    /** How far a limit can be of use: until its rows hold whatever is chosen. */
    private Rational farthest(Lever lever) {
        Rational farthest = Rational.ZERO;
        for (Constraint row : whole.constraints()) {
            Rational given = part(lever.perUnit(), row);
            if (given.signum() > 0) {
                Rational greatest = Rational.ZERO;
                for (Term term : row.terms()) {
                    Variable variable = whole.variables().get(term.variable());
                    boolean isUp = term.coefficient().signum() > 0;
                    greatest = greatest.plus(term.coefficient().times(isUp ? variable.upper() : variable.lower()));
                }
                farthest = farthest.max(greatest.minus(row.rightHandSide()).dividedBy(given));
            }
        }
        return farthest;
    }

    private UncertainRepair repair(List<Rational> point, Rational bound, SolveLimits limits) {
        List<Change> changes = new ArrayList<>();
        Map<String, BigDecimal> figures = new LinkedHashMap<>();
        Rational price = Rational.ZERO;
        for (Lever lever : levers) {
            StatedFigure figure = lever.figure();
            Rational units = needed(lever, point);
            if (units.signum() > 0) {
                Rational needed = figure.movedBy(units);
                BigDecimal to = figure.suggested(needed);
                price = price.plus(figure.share(needed));
                figures.put(figure.name(), to);
                changes.add(new Change(
                        figure.name(),
                        Dollars.decimal(figure.value(), RoundingMode.HALF_EVEN),
                        Dollars.decimal(needed, figure.raised() ? RoundingMode.CEILING : RoundingMode.FLOOR),
                        to,
                        figure.unit(),
                        Dollars.decimal(figure.share(Rational.of(to)), RoundingMode.CEILING)));
            }
        }
        Rational least = bound.max(Rational.ZERO).min(price);
        Optional<Money> value = time.isOver() ? Optional.empty() : rows.value(figures, engine, time.limits(0));
        return new UncertainRepair(
                changes,
                Dollars.decimal(price, RoundingMode.CEILING),
                Dollars.decimal(least, RoundingMode.FLOOR),
                price.minus(least).compareTo(price.times(limits.relativeGap())) <= 0,
                value);
    }

    /** How far a figure must move for a point, exactly. */
    private Rational needed(Lever lever, List<Rational> point) {
        Rational units = Rational.ZERO;
        for (Constraint row : whole.constraints()) {
            Rational given = part(lever.perUnit(), row);
            Rational lacking = row.slack(point).negate().minus(part(lever.roundedUp(), row));
            if (given.signum() > 0 && lacking.signum() > 0) {
                units = units.max(lacking.dividedBy(given));
            }
        }
        return lever.figure().motion() == Motion.WHOLE ? Rational.of(units.ceiling()) : units;
    }
}
