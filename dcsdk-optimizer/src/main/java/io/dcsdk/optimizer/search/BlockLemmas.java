package io.dcsdk.optimizer.search;

import io.dcsdk.optimizer.certificate.Lemma;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.ProgramPart;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.relaxation.LpEngine;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * Finds lemmas that make the relaxation of a program better: what blocks of it cost at least in whole numbers.
 *
 * <p>With multipliers y of all other rows, a block's variables have prices {@code c_j − Σ y_i a_ij}. The relaxation pays the block's
 * relaxed minimum at these prices, a design its minimum in whole numbers, which a search of the block alone proves in little time (Lagrangian relaxation; Geoffrion 1974). As rows
 * these minima hold at every other price as well, less tightly, so it is asked in several places: with the alternatives of the best
 * point, with all, in the frame of the best point (what no block has), and in those of open nodes. What the blocks' searches find, put together with the best rest, is
 * where {@link BlockDescent} begins to look for a better point.
 */
final class BlockLemmas {
    private static final int FRAMES = 2;
    private static final long MOST_NODES = 12_000;

    /** Of the time that is left. */
    private static final double SHARE_OF_TIME = 0.4;
    /** What the proofs of all blocks leave open is at most this part of what the gap allows, at first. */
    private static final double FIRST_PART = 0.25;

    private static final double LEAST_PART = 0.02;
    /** What a lemma says more than was paid, relative to that, is no rounding. */
    private static final double LEAST_GAIN = 1e-6;

    private final LinearProgram original;
    private final LpEngine engine;
    private final MixedIntegerSolver solver;
    private final BlockDescent descent;
    private final SolveLimits limits;
    private final StopSignal stop;
    private final List<ProgramPart> blocks;
    private final BlockFrame frame;
    private final List<Lemma> lemmas = new ArrayList<>();
    private final List<Integer> blockOfLemma = new ArrayList<>();
    private Cutoff cutoff;
    private double part = FIRST_PART;
    private double timeOfChecks;
    private double longestCheck;
    private long nodes;

    BlockLemmas(
            LinearProgram original,
            List<ProgramPart> blocks,
            LpEngine engine,
            SolveLimits limits,
            List<Rational> point) {
        this.original = original;
        this.engine = engine;
        this.solver = new MixedIntegerSolver(engine);
        this.limits = limits;
        this.stop = StopSignal.of(limits.withDeadline(
                Duration.ofNanos(Math.max(1, (long) (SHARE_OF_TIME * nanoseconds(limits.deadline()))))));
        this.blocks = blocks;
        this.descent = new BlockDescent(original, blocks, solver);
        this.frame = new BlockFrame(original, blocks);
        this.cutoff = Cutoff.none(original, limits.relativeGap()).improvedBy(point, original.objective(point));
    }

    private static double nanoseconds(Duration duration) {
        return duration.toSeconds() * 1e9 + duration.toNanosPart();
    }

    /**
     * Asks where the best point is, and over the whole box, until a point is met that is as good as is asked for.
     *
     * @param bound what is proven already
     */
    void find(double bound) {
        askIn(bound, (choices, lower, upper) -> choices.takeThoseOf(best(), lower));
        askIn(bound, (choices, lower, upper) -> {});
        askIn(bound, (choices, lower, upper) -> frame.takeThatOf(best(), lower, upper));
    }

    /** Whether the best point is as good as is asked for, by what is proven. */
    boolean isClosedBy(double bound) {
        return bound >= cutoff.threshold();
    }

    /**
     * Makes the best point better; where that does not close the gap, asks where the open nodes of least bound are, for there the relaxation is
     * still too low.
     *
     * @param bound what is proven already
     * @return whether that brought a lemma
     */
    boolean findMoreBelow(SearchNode root, double bound) {
        int before = lemmas.size();
        descendFrom(best());
        if (isClosedBy(bound)) {
            return false;
        }
        part = Math.max(LEAST_PART, part / 2);
        Set<List<Double>> asked = new HashSet<>();
        PriorityQueue<SearchNode> ends = new PriorityQueue<>(
                Comparator.<SearchNode>comparingDouble(node -> node.bound).thenComparingLong(node -> node.order));
        ends.add(root);
        while (!ends.isEmpty() && asked.size() < FRAMES && isTimeLeft()) {
            SearchNode node = ends.poll();
            if (node.state == SearchNode.State.CUT) {
                ends.add(Objects.requireNonNull(node.atMost));
                ends.add(Objects.requireNonNull(node.atLeast));
            } else if (node.state == SearchNode.State.OPEN && asked.add(frame.boundsOf(node))) {
                askIn(bound, (choices, lower, upper) -> frame.takeThatOf(node, lower, upper));
            }
        }
        return lemmas.size() > before;
    }

    /** Whether its part of the time is not over yet. */
    boolean isTimeLeft() {
        return nodes() < limits.nodes() && !stop.getAsBoolean();
    }

    /** Nanoseconds that the check of all lemmas takes, one on each thread. */
    double timeOfChecks() {
        return Math.max(longestCheck, timeOfChecks / limits.threads());
    }

    boolean isEmpty() {
        return lemmas.isEmpty();
    }

    /** How many nodes the searches of blocks and of parts have looked at. */
    long nodes() {
        return nodes + descent.nodes();
    }

    private long nodesLeft() {
        return Math.max(1, limits.nodes() - nodes());
    }

    StrengthenedProgram strengthened() {
        return StrengthenedProgram.of(original).with(lemmas, timeOfChecks());
    }

    /** A better point than those that were known. */
    void offer(List<Rational> point) {
        Rational objective = original.objective(point);
        if (cutoff.isImprovedBy(objective)) {
            cutoff = cutoff.improvedBy(point, objective);
        }
    }

    HeadStart known() {
        return HeadStart.none().withPoint(best());
    }

    /** The best point. */
    List<Rational> best() {
        return cutoff.point().orElseThrow();
    }

    /** Where to ask: narrows the box of the program. */
    @FunctionalInterface
    private interface Narrowing {
        void narrow(Choices choices, double[] lower, double[] upper);
    }

    private void askIn(double bound, Narrowing narrowing) {
        if (!isTimeLeft() || isClosedBy(bound)) {
            return;
        }
        Problem problem = Problem.of(strengthened());
        SafeBound safeBound = new SafeBound(problem.matrix, problem.program.constant());
        Relaxation relaxation = new Relaxation(problem, engine, safeBound, new Completion(problem, stop), stop);
        double[] lower = problem.lower.clone();
        double[] upper = problem.upper.clone();
        narrowing.narrow(new Choices(problem, relaxation), lower, upper);
        relaxation.focus(lower, upper);
        if (!(relaxation.propose(lower, upper, Double.POSITIVE_INFINITY, false) instanceof Relaxed.Solved solved)) {
            return;
        }
        List<Optional<List<Rational>>> parts = new ArrayList<>();
        for (int b = 0; b < blocks.size(); b++) {
            parts.add(!isTimeLeft() ? Optional.empty() : ask(b, problem, solved));
        }
        combine(parts);
    }

    /** Adds what a block costs at least at the prices of a relaxation, if that may be much more than it pays. */
    private Optional<List<Rational>> ask(int b, Problem problem, Relaxed.Solved solved) {
        ProgramPart block = blocks.get(b);
        Optional<BlockMinimum> minimum =
                BlockMinimum.at(original, block, prices(b, problem, solved.multipliers().array));
        if (minimum.isEmpty()) {
            return Optional.empty();
        }
        double paid = minimum.get().valueAt(solved.point().array);
        double possible = minimum.get()
                .valueAt(best().stream().mapToDouble(Rational::doubleValue).toArray());
        double open = part * allowed() / blocks.size();
        if (possible - paid <= 2 * open) {
            return Optional.empty();
        }
        SolveLimits some = limits.withNodes(Math.min(MOST_NODES, nodesLeft()))
                .withDeadline(stop.timeLeft())
                .withRelativeGap(Rational.of(BigDecimal.valueOf(Math.min(0.5, open / Math.max(open, possible)))));
        Optional<BlockMinimum.Found> found = minimum.get().search(solver, some, stop);
        nodes += found.map(BlockMinimum.Found::nodes).orElse(0L);
        found.map(BlockMinimum.Found::lemma)
                .filter(lemma -> lemma.rightHandSide().doubleValue() > paid + Math.max(open / 2, LEAST_GAIN * paid))
                .ifPresent(lemma -> {
                    lemmas.add(lemma);
                    blockOfLemma.add(b);
                    timeOfChecks += (double) found.get().nanosecondsOfCheck();
                    longestCheck = Math.max(longestCheck, (double) found.get().nanosecondsOfCheck());
                });
        return found.flatMap(BlockMinimum.Found::point);
    }

    /** What the gap allows the bound to be below the objective. */
    private double allowed() {
        return limits.relativeGap().doubleValue()
                * Math.abs(cutoff.objective().orElseThrow().doubleValue());
    }

    /** Costs less what all rows but the block's own pay. */
    private double[] prices(int b, Problem problem, double[] multipliers) {
        ProgramPart block = blocks.get(b);
        double[] prices = new double[problem.size()];
        for (int j = 0; j < prices.length; j++) {
            prices[j] = problem.matrix.cost(j);
        }
        for (int row = 0; row < multipliers.length; row++) {
            int lemma = row - original.constraints().size();
            boolean isOwn =
                    lemma >= 0 ? blockOfLemma.get(lemma) == b : block.rows().contains(row);
            for (int at = problem.matrix.start(row); !isOwn && at < problem.matrix.start(row + 1); at++) {
                prices[problem.matrix.columnAt(at)] -= multipliers[row] * problem.matrix.valueAt(at);
            }
        }
        return block.variables().stream().mapToDouble(j -> prices[j]).toArray();
    }

    /** Looks for a better point from what the blocks' searches found; a block that was not asked stays as it is in the best point. */
    private void combine(List<Optional<List<Rational>>> parts) {
        if (parts.stream().noneMatch(Optional::isPresent) || !isTimeLeft()) {
            return;
        }
        List<Rational> values = new ArrayList<>(best());
        for (int b = 0; b < parts.size(); b++) {
            List<Integer> variables = blocks.get(b).variables();
            for (int k = 0; k < variables.size() && parts.get(b).isPresent(); k++) {
                values.set(variables.get(k), parts.get(b).get().get(k));
            }
        }
        descent.completed(values, limits.withNodes(nodesLeft()), stop).ifPresent(this::descendFrom);
    }

    private void descendFrom(List<Rational> point) {
        if (isTimeLeft()) {
            offer(descent.from(point, limits.withNodes(nodesLeft()), stop));
        }
    }
}
