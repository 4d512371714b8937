package io.dcsdk.optimizer.search;

import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.relaxation.LpEngine;
import java.util.List;
import java.util.Optional;

/**
 * What is done before the tree is searched: a first point, a part of the box in which to look for better ones, and a root
 * that the cutoff has narrowed. On one thread, with a session of its own.
 */
final class RootSearch {
    private static final int MOST_ROUNDS = 10;
    private static final int MOST_DIVES = 4;

    /** Another round of tightening at the root must leave less than this of what the last one found. */
    private static final double SHRINKS = 0.98;

    private final Problem problem;
    private final StopSignal stop;
    private final SafeBound safeBound;
    private final ReducedCosts reducedCosts;
    private final Completion completion;
    private final Relaxation relaxation;
    private final Rounding rounding;
    private final Dive dive;
    private final Choices choices;
    private final double[] lower;
    private final double[] upper;
    private List<Choices.Alternative> alternatives = List.of();
    private Cutoff cutoff;
    private Optional<SearchNode> narrowed = Optional.empty();

    RootSearch(Problem problem, LpEngine engine, StopSignal stop, Cutoff none) {
        this.problem = problem;
        this.stop = stop;
        this.cutoff = none;
        this.safeBound = new SafeBound(problem.matrix, problem.program.constant());
        this.reducedCosts = new ReducedCosts(problem, safeBound);
        this.completion = new Completion(problem, stop);
        this.relaxation = new Relaxation(problem, engine, safeBound, completion, stop);
        this.rounding = new Rounding(problem);
        this.dive = new Dive(problem, relaxation);
        this.choices = new Choices(problem, relaxation);
        this.lower = new double[problem.size()];
        this.upper = new double[problem.size()];
    }

    /**
     * Takes multipliers that are known: for the bound that they prove, and with a cutoff for a smaller box.
     *
     * @return whether the box of the root became smaller; then what is closed by that reaches the cutoff. It stays as it is where
     *     the bound alone does, which is more than a box without points would say
     */
    boolean startFrom(SearchNode root, double[] known, double threshold) {
        double[] multipliers = safeBound.cleaned(known);
        enterWholeBox();
        root.raise(safeBound.ofObjective(multipliers, lower, upper), multipliers);
        if (root.bound >= threshold || !reducedCosts.tighten(root, multipliers, lower, upper, threshold)) {
            return false;
        }
        narrowed = Optional.of(root);
        return true;
    }

    /**
     * A first point, or a better one than is known, if one is met; the root keeps the bound of its relaxation.
     *
     * @param mayBeLate whether that relaxation is worth more than the deadline
     */
    Cutoff firstPoint(SearchNode root, Cutoff known, boolean mayBeLate) {
        cutoff = known;
        enterWholeBox();
        if (narrowed.isPresent()) {
            relaxation.focus(lower, upper);
        }
        Relaxed relaxed = mayBeLate
                ? relaxation.proposeAnyway(lower, upper)
                : relaxation.propose(lower, upper, Double.POSITIVE_INFINITY, false);
        if (relaxed instanceof Relaxed.Solved solved) {
            root.raise(solved.bound(), solved.multipliers().array);
            if (rounding.applies()) {
                rounding.repaired(solved.point().array).map(rounding::descended).ifPresent(this::accept);
            }
            diveFromChoices();
            if (!stop.getAsBoolean() && (cutoff.objective().isEmpty() || rounding.applies())) {
                enterWholeBox();
                dive();
            }
        }
        return cutoff;
    }

    /** Dives from the most promising alternatives of the longest choice, the best of every other choice taken as well. */
    private void diveFromChoices() {
        if (choices.count() == 0) {
            return;
        }
        int row = choices.longest();
        enterWholeBox();
        alternatives = choices.ranked(row, lower, upper, stop);
        int dives = 0;
        for (Choices.Alternative alternative : alternatives) {
            if (dives++ == MOST_DIVES || alternative.bound() >= cutoff.threshold() || stop.getAsBoolean()) {
                return;
            }
            enterWholeBox();
            lower[alternative.variable()] = 1;
            if (choices.takeOthers(row, lower, upper, stop)) {
                dive();
            }
        }
    }

    private void dive() {
        relaxation.focus(lower, upper);
        dive.from(lower, upper, cutoff.threshold(), stop)
                .map(point -> rounding.applies() ? rounding.descended(point) : point)
                .ifPresent(this::accept);
    }

    private void accept(double[] near) {
        completion.of(near).ifPresent(point -> {
            Rational objective = problem.program.objective(point);
            if (cutoff.isImprovedBy(objective)) {
                cutoff = cutoff.improvedBy(point, objective);
            }
        });
    }

    private void enterWholeBox() {
        enterGivenBox();
        narrowed.ifPresent(root -> root.tightenOwn(lower, upper));
    }

    private void enterGivenBox() {
        System.arraycopy(problem.lower, 0, lower, 0, lower.length);
        System.arraycopy(problem.upper, 0, upper, 0, upper.length);
    }

    /**
     * Where to look for good points first, if there is a small such part of the box: with the alternatives that the best
     * point so far has taken, which need not be in what was narrowed for better ones.
     */
    Optional<SearchNode> neighbourhood(Cutoff best) {
        enterGivenBox();
        best.point().ifPresent(point -> choices.takeThoseOf(point, lower));
        relaxation.focus(lower, upper);
        Relaxed relaxed = relaxation.propose(lower, upper, Double.POSITIVE_INFINITY, false);
        if (!(relaxed instanceof Relaxed.Solved solved)) {
            return Optional.empty();
        }
        safeBound.ofObjective(solved.multipliers().array, lower, upper);
        return Neighbourhood.start(problem, safeBound, lower, solved);
    }

    /**
     * Narrows the root: by alternatives that were found to be too dear, then by reduced costs for as long as that leads on.
     *
     * @return whether anything was found; then what is closed by it reaches the cutoff
     */
    boolean tighten(SearchNode root, Cutoff best) {
        cutoff = best;
        enterWholeBox();
        for (Choices.Alternative alternative : alternatives) {
            if (alternative.bound() >= cutoff.threshold()) {
                reducedCosts.tighten(root, alternative.multipliers().array, lower, upper, cutoff.threshold());
            }
        }
        double before = Double.POSITIVE_INFINITY;
        for (int round = 0; round < MOST_ROUNDS && width() <= SHRINKS * before && !stop.getAsBoolean(); round++) {
            before = width();
            relaxation.focus(lower, upper);
            if (!(relaxation.solve(lower, upper, cutoff.threshold()) instanceof Relaxed.Solved solved)) {
                break;
            }
            root.raise(solved.bound(), solved.multipliers().array);
            reducedCosts.tighten(root, solved.multipliers().array, lower, upper, cutoff.threshold());
        }
        return !root.tightenings.isEmpty();
    }

    /** How many whole-number variables can still move, and a little of how far. */
    private double width() {
        double sum = 0;
        for (int j = 0; j < lower.length; j++) {
            if (problem.isWhole[j] && upper[j] > lower[j]) {
                sum += 1 + Math.log(upper[j] - lower[j]);
            }
        }
        return sum;
    }
}
