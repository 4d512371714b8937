package io.dcsdk.optimizer.search;

import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.search.Relaxed.Values;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * One of a fixed number of workers. A lane searches the subtree of one node for a fixed number of steps, best bound
 * first, with its own engine session.
 *
 * <p>What a lane does depends on the node, the cutoff and the pseudo-costs it is given and on its own past, never on
 * another lane: so the search is the same however many threads drive the lanes.
 */
final class Lane {
    /** Best bound first; of equals the youngest, which keeps the session's basis close. */
    private static final Comparator<SearchNode> BEST_FIRST = Comparator.<SearchNode>comparingDouble(node -> node.bound)
            .thenComparing(
                    Comparator.<SearchNode>comparingLong(node -> node.order).reversed());

    private static final double FRACTION = 1e-6;
    /** Objectives this close to the cutoff, relatively, are told apart by the exact simplex. */
    private static final double NEAR = 1e-7;

    private final Problem problem;
    private final StopSignal stop;
    private final SafeBound safeBound;
    private final ReducedCosts reducedCosts;
    private final Completion completion;
    private final Relaxation relaxation;
    private final Rounding rounding;
    private final Branching branching;
    private final Dive dive;
    private final Choices choices;
    private final boolean keepsProof;
    private final double[] lower;
    private final double[] upper;
    private final int[] fractions;
    private final PriorityQueue<SearchNode> open = new PriorityQueue<>(BEST_FIRST);

    private Cutoff cutoff;
    private PseudoCosts pseudoCosts;
    private double closedBound;
    private @Nullable Rational exactClosedBound;
    private long nodes;
    private long order;
    private boolean hasDived;

    Lane(Problem problem, LpEngine engine, StopSignal stop, Cutoff cutoff, boolean keepsProof) {
        this.problem = problem;
        this.stop = stop;
        this.cutoff = cutoff;
        this.keepsProof = keepsProof;
        this.safeBound = new SafeBound(problem.matrix, problem.program.constant());
        this.reducedCosts = new ReducedCosts(problem, safeBound);
        this.completion = new Completion(problem, stop);
        this.relaxation = new Relaxation(problem, engine, safeBound, completion, stop);
        this.rounding = new Rounding(problem);
        this.branching = new Branching(relaxation);
        this.dive = new Dive(problem, relaxation);
        this.choices = new Choices(problem, relaxation);
        this.lower = new double[problem.size()];
        this.upper = new double[problem.size()];
        this.fractions = new int[problem.size()];
        this.pseudoCosts = PseudoCosts.none(problem.size());
    }

    /** Searches below {@code start} for at most {@code steps} nodes. */
    LaneReport search(SearchNode start, Cutoff currentCutoff, PseudoCosts learnt, int steps) {
        cutoff = currentCutoff;
        PseudoCosts before = learnt.copy();
        pseudoCosts = learnt.copy();
        closedBound = Double.POSITIVE_INFINITY;
        exactClosedBound = null;
        nodes = 0;
        order = 0;
        hasDived = false;
        open.clear();
        open.add(start);
        enter(start);
        relaxation.focus(lower, upper);
        while (nodes < steps && !open.isEmpty() && !stop.getAsBoolean()) {
            visit(open.poll());
        }
        List<SearchNode> left = new ArrayList<>(open);
        left.sort(BEST_FIRST);
        return new LaneReport(
                left, cutoff, before, pseudoCosts, closedBound, Optional.ofNullable(exactClosedBound), nodes);
    }

    /** Makes the box of a node the one that is worked on. */
    private void enter(SearchNode node) {
        System.arraycopy(problem.lower, 0, lower, 0, lower.length);
        System.arraycopy(problem.upper, 0, upper, 0, upper.length);
        node.narrow(lower, upper);
        node.tightenOwn(lower, upper);
    }

    private void visit(SearchNode node) {
        if (node.bound >= cutoff.threshold()) {
            closeBounded(node);
            return;
        }
        nodes++;
        enter(node);
        double inherited = safeBound.ofObjective(node.multipliers, lower, upper);
        node.raise(inherited, node.multipliers);
        double boundBefore = node.bound;
        Relaxed relaxed = relaxation.solve(lower, upper, cutoff.threshold());
        if (relaxed instanceof Relaxed.Solved solved) {
            observe(node, solved.bound(), boundBefore);
            node.raise(solved.bound(), solved.multipliers().array);
            explore(node, solved);
        } else if (relaxed instanceof Relaxed.Closed closed) {
            observe(node, closed.bound(), boundBefore);
            node.raise(closed.bound(), closed.multipliers().array);
            closeBounded(node);
        } else if (relaxed instanceof Relaxed.Doubtful doubtful) {
            node.raise(doubtful.bound(), doubtful.multipliers().array);
            int count = fractional(doubtful.point().array);
            if (count > 0) {
                branch(node, doubtful.point().array, count);
            } else {
                settle(node, relaxation.solveExactly(lower, upper, doubtful));
            }
        } else {
            settle(node, relaxed);
        }
    }

    private void observe(SearchNode node, double bound, double boundBefore) {
        SearchNode parent = node.parent;
        if (parent != null) {
            pseudoCosts.observe(
                    node.variable,
                    !node.isUpperBound,
                    Math.max(0, bound - Math.min(parent.bound, boundBefore)),
                    node.distance);
        }
    }

    private void explore(SearchNode node, Relaxed.Solved solved) {
        double[] point = solved.point().array;
        int count = fractional(point);
        improveFrom(point, count);
        if (node.bound >= cutoff.threshold()) {
            closeBounded(node);
            return;
        }
        if (count == 0 || isNearCutoff(node.bound)) {
            settle(node, relaxation.solveExactly(lower, upper, solved));
            return;
        }
        if (reducedCosts.tighten(node, solved.multipliers().array, lower, upper, cutoff.threshold())) {
            closedBound = Math.min(closedBound, cutoff.threshold());
        }
        branch(node, point, count);
    }

    private boolean isNearCutoff(double bound) {
        return cutoff.threshold() < Double.POSITIVE_INFINITY
                && cutoff.threshold() - bound <= NEAR * Math.abs(cutoff.threshold())
                && relaxation.isSmall();
    }

    private int fractional(double[] point) {
        int count = 0;
        for (int j = 0; j < point.length; j++) {
            if (problem.isWhole[j] && Math.abs(point[j] - Math.rint(point[j])) > FRACTION) {
                fractions[count++] = j;
            }
        }
        return count;
    }

    /** Looks for a better point next to a relaxed one. */
    private void improveFrom(double[] point, int count) {
        if (count == 0) {
            accept(point);
        } else if (rounding.applies()) {
            double below = cutoff.objective().map(Rational::doubleValue).orElse(Double.POSITIVE_INFINITY);
            rounding.bestRounding(point, fractions, count, below - 1e-9 * Math.abs(below))
                    .map(rounding::descended)
                    .ifPresent(this::accept);
        } else if (!hasDived) {
            hasDived = true;
            dive.from(lower, upper, cutoff.threshold(), stop).ifPresent(this::accept);
        }
    }

    /** Takes the exact point next to {@code near} if it is feasible and better. */
    private void accept(double[] near) {
        completion.of(near).ifPresent(this::acceptExactly);
    }

    private void acceptExactly(List<Rational> point) {
        Rational objective = problem.program.objective(point);
        if (cutoff.isImprovedBy(objective)) {
            cutoff = cutoff.improvedBy(point, objective);
        }
    }

    private void branch(SearchNode node, double[] point, int count) {
        int candidates = choices.first(fractions, count);
        Branching.Choice choice = branching.choose(
                point, fractions, candidates, lower, upper, node.bound, cutoff.threshold(), pseudoCosts);
        int j = choice.variable;
        double atMost = Math.floor(point[j]);
        SearchNode below = node.below(j, atMost, point[j] - atMost);
        SearchNode above = node.above(j, atMost, atMost + 1 - point[j]);
        cut(node, below, above);
        follow(below, choice.below);
        follow(above, choice.above);
    }

    private void cut(SearchNode node, SearchNode below, SearchNode above) {
        node.state = SearchNode.State.CUT;
        if (keepsProof) {
            node.atMost = below;
            node.atLeast = above;
        }
    }

    /** Queues a child, or closes it with what trying it as a branch has shown already. */
    private void follow(SearchNode child, @Nullable Relaxed tried) {
        if (tried instanceof Relaxed.Empty empty) {
            closeEmpty(child, empty.multipliers());
            return;
        }
        if (tried instanceof Relaxed.Closed closed) {
            child.raise(closed.bound(), closed.multipliers().array);
        } else if (tried instanceof Relaxed.Solved solved) {
            child.raise(solved.bound(), solved.multipliers().array);
        }
        if (child.bound >= cutoff.threshold()) {
            closeBounded(child);
        } else {
            child.order = order++;
            open.add(child);
        }
    }

    /** What remains when doubles could not decide. */
    private void settle(SearchNode node, Relaxed relaxed) {
        if (relaxed instanceof Relaxed.Empty empty) {
            closeEmpty(node, empty.multipliers());
        } else if (relaxed instanceof Relaxed.ExactlyEmpty empty) {
            node.state = SearchNode.State.INFEASIBLE;
            node.exactMultipliers = empty.multipliers();
        } else if (relaxed instanceof Relaxed.Exact exact) {
            settleExactly(node, exact);
        } else {
            open.add(node); // stopped: it stays open with the bound it has
        }
    }

    private void settleExactly(SearchNode node, Relaxed.Exact exact) {
        int fractional = -1;
        for (int j = 0; j < exact.point().size(); j++) {
            if (problem.isWhole[j] && !exact.point().get(j).isInteger()) {
                fractional = j;
                break;
            }
        }
        if (fractional < 0) {
            acceptExactly(exact.point());
        }
        Rational bound = problem.program.objective(exact.point());
        if (fractional < 0 || cutoff.isReachedBy(bound)) {
            node.state = SearchNode.State.BOUNDED;
            node.exactMultipliers = exact.multipliers();
            exactClosedBound = exactClosedBound == null ? bound : exactClosedBound.min(bound);
            return;
        }
        double atMost = exact.point().get(fractional).floor().doubleValue();
        SearchNode below = node.below(fractional, atMost, 0);
        SearchNode above = node.above(fractional, atMost, 0);
        cut(node, below, above);
        follow(below, null);
        follow(above, null);
    }

    private void closeBounded(SearchNode node) {
        node.state = SearchNode.State.BOUNDED;
        closedBound = Math.min(closedBound, node.bound);
    }

    private static void closeEmpty(SearchNode node, Values multipliers) {
        node.state = SearchNode.State.INFEASIBLE;
        node.multipliers = multipliers.array;
    }
}
