package io.dcsdk.optimizer.explanation;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.certificate.CertificateChecker;
import io.dcsdk.optimizer.certificate.CheckResult;
import io.dcsdk.optimizer.explanation.ConflictFilter.Answer;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.plan.PartialProgram;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.search.MixedIntegerSolver;
import io.dcsdk.optimizer.search.ProgressListener;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.search.SolveResult;
import io.dcsdk.optimizer.search.Termination;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the least changes with which a problem has a design: solves {@link ElasticProgram} as any other program, has its
 * proof checked, reads the point as a selection, states the changed problem and has the selection evaluated for that.
 */
final class RepairFinder {
    private static final ProgressListener SILENT = progress -> {};

    private final LpEngine engine;
    private final DesignFormulation formulation;
    private final WitnessAudit audit;
    private final Map<String, StatedFigure> movable;
    private final Map<String, Rational> weights = new LinkedHashMap<>();

    RepairFinder(
            LpEngine engine,
            DesignFormulation formulation,
            WitnessAudit audit,
            Map<String, StatedFigure> figures,
            RepairRules rules) {
        this.engine = engine;
        this.formulation = formulation;
        this.audit = audit;
        Map<String, StatedFigure> free = new LinkedHashMap<>(figures);
        free.keySet().removeAll(rules.kept());
        this.movable = FloorFigures.withoutLoadOfArea(free);
        rules.weights().forEach((name, weight) -> weights.put(name, Rational.of(weight)));
    }

    /**
     * What was found.
     *
     * @param impossible whether it is proven that there is none
     * @param repair the best one found
     */
    record Found(boolean impossible, Optional<Repair> repair) {}

    /** The figure that must move for a requirement or limit to give way, if it may. */
    Optional<String> moverOf(String requirement) {
        return FloorFigures.moverOf(movable, requirement).map(StatedFigure::name);
    }

    /** The changes of least weighted size. */
    Found cheapest(SolveLimits limits, ProgressListener listener) {
        return cheapest(movable, limits, listener);
    }

    /** The changes of least weighted size of some figures only. */
    Found cheapestOf(Set<String> names, SolveLimits limits, ProgressListener listener) {
        Map<String, StatedFigure> some = new LinkedHashMap<>(movable);
        some.keySet().retainAll(names);
        return cheapest(some, limits, listener);
    }

    private Found cheapest(Map<String, StatedFigure> some, SolveLimits limits, ProgressListener listener) {
        if (some.isEmpty()) {
            return new Found(true, Optional.empty());
        }
        ElasticProgram elastic = ElasticProgram.weighted(formulation, some, weights);
        return solved(elastic, some, limits, listener);
    }

    /** The smallest set of figures that must move, with the number that is proven to be the least. */
    record Fewest(Set<String> names, boolean proven) {}

    Optional<Fewest> fewest(SolveLimits limits, ProgressListener listener) {
        if (movable.isEmpty()) {
            return Optional.empty();
        }
        ElasticProgram elastic = ElasticProgram.counted(formulation, movable);
        SolveResult result = new MixedIntegerSolver(engine).solve(elastic.program(), limits, listener);
        if (result.point().isEmpty() || !holds(elastic.program(), result, limits)) {
            return Optional.empty();
        }
        List<Rational> point = audit.trimmed(elastic.original(result.point().get()));
        Set<String> names = elastic.needed(point).keySet();
        boolean proven = result.bound()
                .filter(bound -> bound.ceiling().longValueExact() >= names.size())
                .isPresent();
        return Optional.of(new Fewest(names, proven));
    }

    private Found solved(
            ElasticProgram elastic, Map<String, StatedFigure> some, SolveLimits limits, ProgressListener listener) {
        SolveResult result = new MixedIntegerSolver(engine).withLemmas().solve(elastic.program(), limits, listener);
        if (result.termination() == Termination.INFEASIBLE) {
            return new Found(holds(elastic.program(), result, limits), Optional.empty());
        }
        if (result.point().isEmpty() || !holds(elastic.program(), result, limits)) {
            return new Found(false, Optional.empty());
        }
        Rational least = result.bound().orElse(Rational.ZERO);
        return new Found(
                false,
                Optional.of(
                        repair(elastic, some, elastic.original(result.point().get()), least, limits)));
    }

    private Repair repair(
            ElasticProgram elastic,
            Map<String, StatedFigure> some,
            List<Rational> found,
            Rational bound,
            SolveLimits limits) {
        List<Rational> point = audit.trimmed(found);
        Map<String, Rational> moved = elastic.needed(point);
        Rational price = Rational.ZERO;
        List<Change> changes = new ArrayList<>();
        Map<String, BigDecimal> figures = new LinkedHashMap<>();
        for (StatedFigure figure : some.values()) {
            Rational needed = moved.getOrDefault(figure.name(), figure.value());
            if (!needed.equals(figure.value())) {
                Change change = change(figure, needed);
                changes.add(change);
                figures.put(figure.name(), change.to());
                price = price.plus(weight(figure).times(figure.share(needed)));
            }
        }
        Rational least = bound.max(Rational.ZERO).min(price);
        boolean best = price.minus(least).compareTo(price.times(limits.relativeGap())) <= 0;
        DesignProblem repaired = RepairedProblem.of(formulation.problem(), figures);
        return new Repair(
                changes,
                Decimals.of(price, RoundingMode.CEILING),
                Decimals.of(least, RoundingMode.FLOOR),
                best,
                audit.of(audit.selection(point), repaired),
                Optional.empty());
    }

    private Rational weight(StatedFigure figure) {
        return weights.getOrDefault(figure.name(), Rational.ONE);
    }

    /**
     * The least move of one figure alone. Towards a limit of a sum over all that is chosen the search goes straight; for others it is
     * asked first whether the problem without what the figure moves has a design at all.
     */
    Found single(String name, SolveLimits limits) {
        StatedFigure figure = movable.get(name);
        if (figure == null) {
            return cheapestOf(Set.of(name), limits, SILENT);
        }
        Set<String> all = new LinkedHashSet<>(formulation.requirementOfRow().values());
        if (Feasibility.isDirection(name)) {
            return beyond(figure, PartialProgram.beyond(formulation, all, name), limits);
        }
        TimeBudget time = TimeBudget.of(limits);
        Set<String> others = new LinkedHashSet<>(all);
        others.removeIf(other -> moverOf(other).filter(name::equals).isPresent());
        return new Feasibility(engine, formulation).of(others, time.limits(1)) instanceof Answer.Impossible<?>
                ? new Found(true, Optional.empty())
                : cheapestOf(Set.of(name), time.limits(0), SILENT);
    }

    private Found beyond(StatedFigure figure, PartialProgram part, SolveLimits limits) {
        SolveResult result = new MixedIntegerSolver(engine).withLemmas().solve(part.program(), limits);
        boolean isImpossible = result.termination() == Termination.INFEASIBLE;
        if (isImpossible || result.point().isEmpty()) {
            return new Found(isImpossible && holds(part.program(), result, limits), Optional.empty());
        }
        holds(part.program(), result, limits);
        // Both directions have rows in the unit of their figure.
        Rational least = result.bound()
                .map(bound -> weight(figure).times(bound).dividedBy(figure.reference()))
                .orElse(Rational.ZERO);
        Map<String, StatedFigure> alone = Map.of(figure.name(), figure);
        ElasticProgram elastic = ElasticProgram.weighted(formulation, alone, weights);
        return new Found(
                false, Optional.of(repair(elastic, alone, result.point().get(), least, limits)));
    }

    /** The changes with which a point is a design, if only what may move must. */
    Optional<Repair> of(List<Rational> point, SolveLimits limits) {
        Set<String> broken = audit.broken(audit.trimmed(point));
        if (broken.isEmpty() || broken.stream().anyMatch(name -> moverOf(name).isEmpty())) {
            return Optional.empty();
        }
        ElasticProgram elastic = ElasticProgram.weighted(formulation, movable, weights);
        return Optional.of(repair(elastic, movable, point, Rational.ZERO, limits));
    }

    /** The problem with the changes of a repair. */
    DesignProblem repaired(Repair repair) {
        Map<String, BigDecimal> figures = new LinkedHashMap<>();
        repair.changes().forEach(change -> figures.put(change.requirement(), change.to()));
        return RepairedProblem.of(formulation.problem(), figures);
    }

    private static Change change(StatedFigure figure, Rational needed) {
        BigDecimal to = figure.suggested(needed);
        return new Change(
                figure.name(),
                Decimals.of(figure.value(), RoundingMode.HALF_EVEN),
                Decimals.of(needed, figure.raised() ? RoundingMode.CEILING : RoundingMode.FLOOR),
                to,
                figure.unit(),
                Decimals.of(figure.share(Rational.of(to)), RoundingMode.CEILING));
    }

    private static boolean holds(LinearProgram program, SolveResult result, SolveLimits limits) {
        Certificate certificate = result.certificate(program).orElseThrow();
        CheckResult checked = new CertificateChecker(program).check(certificate, limits.threads(), followed -> false);
        if (!checked.isAccepted()) {
            throw new IllegalStateException(
                    "certificate (%s) of a repair: does not hold\nMaybe this is a fault of the SDK; please report it."
                            .formatted(checked));
        }
        return true;
    }
}
