package io.dcsdk.optimizer.search;

import io.dcsdk.optimizer.linear.Rational;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * The outer loop: hands the open nodes with the best bounds to the lanes, a batch at a time, and merges what they bring
 * back in the order of the lanes. Can be asked to go on where it stopped.
 */
final class BestBoundSearch implements AutoCloseable {
    private static final int STEPS = 64;
    /** Batches spent on points before the search proper. */
    private static final int POINT_ROUNDS = 6;
    /** Of the time spent: what is done beside the check after a search, such as reading the point as a design. */
    private static final double AFTERWARDS = 0.02;
    /** Of the whole time: what is left for a proof of which nothing was measured yet. */
    private static final double UNMEASURED = 0.1;

    private static final Comparator<SearchNode> BEST_FIRST =
            Comparator.<SearchNode>comparingDouble(node -> node.bound).thenComparingLong(node -> node.order);

    private final StrengthenedProgram source;
    private final SolveLimits limits;
    private final StopSignal stop;
    private final LaneCrew crew;
    private final ProgressListener listener;
    private final Patience patience;
    private final SearchNode root;
    private final PriorityQueue<SearchNode> open = new PriorityQueue<>(BEST_FIRST);
    private final PseudoCosts pseudoCosts;
    private final ProofTime proofTime;
    private Cutoff cutoff;
    private double closedBound = Double.POSITIVE_INFINITY;
    private Optional<Rational> exactClosedBound = Optional.empty();
    private long nodes;
    private long order;

    BestBoundSearch(
            Problem problem,
            SolveLimits limits,
            StopSignal stop,
            LaneCrew crew,
            ProgressListener listener,
            Patience patience,
            ProofTime proofTime) {
        this.source = problem.source;
        this.limits = limits;
        this.stop = stop;
        this.crew = crew;
        this.listener = listener;
        this.patience = patience;
        this.proofTime = proofTime;
        this.cutoff = Cutoff.none(problem.program, limits.relativeGap());
        this.pseudoCosts = PseudoCosts.none(problem.size());
        this.root = SearchNode.root(new double[problem.matrix.rows()]);
        double[] none = root.multipliers;
        root.bound = new SafeBound(problem.matrix, problem.program.constant())
                .ofObjective(none, problem.lower, problem.upper);
    }

    /** Before the search is run: what is known already; the point is feasible. */
    void startFrom(HeadStart known) {
        known.point().ifPresent(point -> cutoff = cutoff.improvedBy(point, cutoff.objectiveOf(point)));
        for (double[] multipliers : known.allMultipliers()) {
            if (crew.rootSearch().startFrom(root, multipliers, cutoff.threshold())) {
                closedBound = cutoff.threshold();
            }
        }
    }

    /** A feasible point that was found elsewhere. */
    void offer(List<Rational> point) {
        Rational objective = cutoff.objectiveOf(point);
        if (cutoff.isImprovedBy(objective)) {
            cutoff = cutoff.improvedBy(point, objective);
        }
    }

    @Override
    public void close() {
        crew.close();
    }

    /** Searches until so many nodes were looked at, those of earlier calls included; what was returned then is of no use any more. */
    FinishedSearch run(long mostNodes) {
        if (open.isEmpty() && nodes == 0) {
            begin();
        }
        Optional<Termination> reason = stop.reason();
        while (!open.isEmpty() && reason.isEmpty()) {
            if (nodes >= mostNodes) {
                reason = Optional.of(Termination.NODE_LIMIT);
                break;
            }
            long before = leaves();
            for (LaneReport report : crew.search(nextBatch(open), cutoff, pseudoCosts, STEPS)) {
                merge(report);
            }
            listener.onProgress(new Progress(nodes, open.size(), cutoff.objective(), lowestBound(), stop.seconds()));
            reason = stop.reason();
            if (reason.isEmpty() && !open.isEmpty() && limits.keepProof()) {
                reason = leaveTimeForTheProof(leaves() - before);
            }
        }
        double least = open.isEmpty() ? closedBound : Math.min(closedBound, open.peek().bound);
        return new FinishedSearch(
                new FinishedSearch.State(
                        root, reason, cutoff, closedBound, least, exactClosedBound, nodes, leaves(), open.isEmpty()),
                source,
                limits.keepProof(),
                stop,
                proofTime,
                patience);
    }

    /** What is done before the tree is searched. */
    private void begin() {
        if (limits.keepProof()) {
            stop.reserve(UNMEASURED * (double) (stop.nanosecondsSpent() + stop.nanosecondsLeft()));
        }
        // A deadline, however short, is given the root's relaxation if nothing is known; what is known may close the
        // gap.
        boolean isOpen = root.bound < cutoff.threshold();
        if (isOpen && !stop.reason().equals(Optional.of(Termination.CANCELLED))) {
            RootSearch before = crew.rootSearch();
            cutoff = before.firstPoint(
                    root, cutoff, limits.keepProof() && cutoff.objective().isEmpty());
            if (!stop.getAsBoolean()) { // each of these begins with a relaxation
                before.neighbourhood(cutoff).ifPresent(this::searchForPoints);
                if (cutoff.objective().isPresent() && before.tighten(root, cutoff)) {
                    closedBound = Math.min(closedBound, cutoff.threshold());
                }
            }
        }
        open.add(root);
    }

    /** The deadline covers writing and checking the proof as well: the search ends when what is left is needed for that. */
    private Optional<Termination> leaveTimeForTheProof(long grown) {
        Optional<Termination> reason = stop.reasonOfSearch();
        if (reason.isPresent()) {
            return reason;
        }
        proofTime.sample(root, leaves(), closedBound);
        // The next batch adds about as many leaves as the last one.
        stop.reserve(proofTime.of(leaves() + grown) + AFTERWARDS * (double) stop.nanosecondsSpent());
        return stop.reasonOfSearch();
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
}
