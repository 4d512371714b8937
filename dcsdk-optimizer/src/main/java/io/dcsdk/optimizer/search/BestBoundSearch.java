package io.dcsdk.optimizer.search;

import io.dcsdk.optimizer.certificate.ProofTree;
import io.dcsdk.optimizer.linear.Rational;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The outer loop: hands the open nodes with the best bounds to the lanes, a batch at a time, and merges what they bring
 * back in the order of the lanes.
 */
final class BestBoundSearch {
    private static final int STEPS = 64;
    /** The share of the time spent, and the least time in nanoseconds, for the proof after a cancellation. */
    private static final double PATIENCE = 0.08;

    private static final double LEAST_PATIENCE = 2e8;

    /** Batches spent on points before the search proper. */
    private static final int POINT_ROUNDS = 6;

    private static final Comparator<SearchNode> BEST_FIRST =
            Comparator.<SearchNode>comparingDouble(node -> node.bound).thenComparingLong(node -> node.order);

    private final SolveLimits limits;
    private final StopSignal stop;
    private final LaneCrew crew;
    private final ProgressListener listener;
    private final SearchNode root;
    private final PriorityQueue<SearchNode> open = new PriorityQueue<>(BEST_FIRST);
    private final PseudoCosts pseudoCosts;
    private final ProofTime proofTime;
    private Cutoff cutoff;
    private double closedBound = Double.POSITIVE_INFINITY;
    private Optional<Rational> exactClosedBound = Optional.empty();
    private long nodes;
    private long order;

    BestBoundSearch(Problem problem, SolveLimits limits, StopSignal stop, LaneCrew crew, ProgressListener listener) {
        this.limits = limits;
        this.stop = stop;
        this.crew = crew;
        this.listener = listener;
        this.proofTime = new ProofTime(problem);
        this.cutoff = Cutoff.none(problem.program, limits.relativeGap());
        this.pseudoCosts = PseudoCosts.none(problem.size());
        this.root = SearchNode.root(new double[problem.matrix.rows()]);
        double[] none = root.multipliers;
        root.bound = new SafeBound(problem.matrix, problem.program.constant())
                .ofObjective(none, problem.lower, problem.upper);
    }

    SolveResult run() {
        cutoff = crew.firstPoint(cutoff, root);
        crew.neighbourhood().ifPresent(this::searchForPoints);
        open.add(root);
        Optional<Termination> reason = stop.reason();
        while (!open.isEmpty() && reason.isEmpty()) {
            if (nodes >= limits.nodes()) {
                reason = Optional.of(Termination.NODE_LIMIT);
                break;
            }
            for (LaneReport report : crew.search(nextBatch(open), cutoff, pseudoCosts, STEPS)) {
                merge(report);
            }
            listener.onProgress(new Progress(nodes, open.size(), cutoff.objective(), lowestBound(), stop.seconds()));
            reason = stop.reason();
            if (reason.isEmpty() && !open.isEmpty() && limits.keepProof()) {
                reason = leaveTimeForTheProof();
            }
        }
        return result(reason);
    }

    /** The deadline covers writing and checking the proof as well: the search ends when what is left is needed for that. */
    private Optional<Termination> leaveTimeForTheProof() {
        proofTime.sample(root);
        return proofTime.of(leaves()) > stop.nanosecondsLeft() ? Optional.of(Termination.DEADLINE) : Optional.empty();
    }

    /** A tree has one leaf more than cuts; what was looked at was cut or closed. */
    private long leaves() {
        return (nodes + open.size()) / 2 + 1;
    }

    private static List<SearchNode> nextBatch(PriorityQueue<SearchNode> waiting) {
        List<SearchNode> batch = new ArrayList<>();
        while (batch.size() < LaneCrew.LANES && !waiting.isEmpty()) {
            batch.add(waiting.poll());
        }
        return batch;
    }

    /** Searches a part of the box for points; its nodes are forgotten and not counted, for they say nothing about the rest. */
    private void searchForPoints(SearchNode start) {
        PriorityQueue<SearchNode> waiting = new PriorityQueue<>(BEST_FIRST);
        waiting.add(start);
        for (int round = 0; round < POINT_ROUNDS && !waiting.isEmpty() && !stop.getAsBoolean(); round++) {
            for (LaneReport report : crew.search(nextBatch(waiting), cutoff, pseudoCosts, STEPS)) {
                learn(report);
                for (SearchNode node : report.open()) {
                    node.order = order++;
                    waiting.add(node);
                }
            }
        }
    }

    private void learn(LaneReport report) {
        pseudoCosts.learn(report.before(), report.after());
        report.cutoff().objective().filter(cutoff::isImprovedBy).ifPresent(better -> cutoff = report.cutoff());
    }

    private void merge(LaneReport report) {
        learn(report);
        nodes += report.nodes();
        closedBound = Math.min(closedBound, report.closedBound());
        if (report.exactClosedBound().isPresent()) {
            Rational bound = report.exactClosedBound().get();
            exactClosedBound = Optional.of(exactClosedBound.map(bound::min).orElse(bound));
        }
        for (SearchNode node : report.open()) {
            node.order = order++;
            open.add(node);
        }
    }

    /** As a double, for the listener. */
    private double lowestBound() {
        double bound = closedBound;
        if (!open.isEmpty()) {
            bound = Math.min(bound, open.peek().bound);
        }
        double exact = exactClosedBound
                .map(value -> Math.nextDown(value.doubleValue()))
                .orElse(Double.POSITIVE_INFINITY);
        return Math.min(bound, exact);
    }

    private SolveResult result(Optional<Termination> reason) {
        Optional<ProofWriter.Shortened> shortened =
                reason.equals(Optional.of(Termination.CANCELLED)) ? proofWithinPatience() : Optional.empty();
        double least = open.isEmpty() ? closedBound : Math.min(closedBound, open.peek().bound);
        if (shortened.isPresent()) {
            least = shortened.get().bound();
        }
        boolean isEmpty = least == Double.POSITIVE_INFINITY && exactClosedBound.isEmpty();
        Optional<Rational> bound = Optional.empty();
        if (!isEmpty) {
            Rational lowest = least == Double.POSITIVE_INFINITY
                    ? exactClosedBound.orElseThrow()
                    : exactClosedBound.map(Rational.ofExactly(least)::min).orElse(Rational.ofExactly(least));
            Rational rounded = cutoff.roundUp(lowest);
            bound = Optional.of(cutoff.objective().map(rounded::min).orElse(rounded));
        } else if (cutoff.objective().isPresent()) {
            throw new IllegalStateException("Proof of infeasibility: a feasible point is known\n"
                    + "Maybe this is a fault of the solver: please report it with the program.");
        }
        Termination termination;
        if (isEmpty) {
            termination = Termination.INFEASIBLE;
        } else if (bound.isPresent() && cutoff.isGapClosedBy(bound.get())) {
            termination = Termination.GAP_CLOSED;
        } else {
            termination = reason.orElseThrow(
                    () -> new IllegalStateException(
                            "Search: it ended with an open gap\nMaybe this is a fault of the solver: please report it with the program."));
        }
        return new SolveResult(termination, cutoff.point(), cutoff.objective(), bound, proof(shortened), nodes);
    }

    /** Who cancels does not wait for the check of a long proof: a shorter one, with a smaller bound, takes its place. */
    private Optional<ProofWriter.Shortened> proofWithinPatience() {
        double patience = Math.max(LEAST_PATIENCE, PATIENCE * stop.seconds() * 1e9);
        if (!limits.keepProof() || open.isEmpty() || proofTime.of(leaves()) <= patience) {
            return Optional.empty();
        }
        return Optional.of(ProofWriter.shortened(root, proofTime.leavesWithin(patience)));
    }

    private Optional<ProofTree> proof(Optional<ProofWriter.Shortened> shortened) {
        return limits.keepProof()
                ? shortened.map(ProofWriter.Shortened::tree).or(() -> Optional.of(ProofWriter.write(root)))
                : Optional.empty();
    }
}
