package io.dcsdk.optimizer.decomposition;

import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.search.Progress;
import io.dcsdk.optimizer.search.ProgressListener;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.search.Termination;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/**
 * Best-bound search over the choices of all blocks. Each piece is bounded by {@link ColumnGeneration}; points come from putting
 * the choices that it found together as well as can be, a small program of its own.
 */
final class DecomposedSearch {
    /** The rest is for writing and checking the proof. */
    private static final double SHARE_OF_TIME = 0.8;

    private static final double SHARE_WITHOUT_POINT = 0.75;
    private static final double SHARE_OF_FIRST_POINT = 0.2;
    private static final double FRACTION = 1e-6;

    private static final Comparator<SearchedBox> BEST_FIRST =
            Comparator.<SearchedBox>comparingDouble(box -> box.bound).thenComparingLong(box -> box.order);

    private final Decomposition decomposition;
    private final SolveLimits limits;
    private final ProgressListener listener;
    private final Workers workers;
    private final long start = System.nanoTime();
    private final double nanoseconds;
    private final BooleanSupplier isStopped;
    private final List<BlockOracle> oracles;
    private final Refinery refinery;
    private final ColumnGeneration generation;
    private final Incumbent incumbent;
    private final BoxBranching branching;
    private final Combination combination;
    private final PriorityQueue<SearchedBox> open = new PriorityQueue<>(BEST_FIRST);
    private boolean isHopeless;
    private long nodes;
    private long order = 1;

    DecomposedSearch(
            Decomposition decomposition,
            LpEngine engine,
            SolveLimits limits,
            ProgressListener listener,
            Workers workers) {
        this.decomposition = decomposition;
        this.limits = limits;
        this.listener = listener;
        this.workers = workers;
        this.nanoseconds = SHARE_OF_TIME * nanoseconds(limits.deadline());
        this.isStopped = () -> limits.cancelled().getAsBoolean()
                || Thread.currentThread().isInterrupted()
                || System.nanoTime() - start > nanoseconds;
        this.oracles = workers.each(decomposition.models, model -> new BlockOracle(model, engine));
        this.refinery = new Refinery(engine, workers, limits, isStopped);
        this.incumbent = new Incumbent(decomposition.program, limits.relativeGap());
        this.generation = new ColumnGeneration(
                decomposition, engine, oracles, workers, refinery, limits.relativeGap(), this::isTimeForPoints);
        this.branching = new BoxBranching(oracles);
        this.combination = new Combination(decomposition, engine, oracles, generation, refinery, incumbent, limits);
    }

    /** Half of the time may pass without a point; then one is sought before all else. */
    private boolean isTimeForPoints() {
        return isStopped.getAsBoolean() || (incumbent.point().isEmpty() && System.nanoTime() - start > nanoseconds / 2);
    }

    private static double nanoseconds(Duration deadline) {
        return deadline.toSeconds() * 1e9 + deadline.toNanosPart();
    }

    Optional<DecomposedResult> solve(Optional<List<Rational>> known) {
        known.ifPresent(this::startFrom);
        eachChoiceAlone();
        SearchedBox root = SearchedBox.root(decomposition.models, decomposition.jointRows.size());
        open.add(root);
        while (!open.isEmpty() && !isGivenUp() && !isStopped.getAsBoolean() && nodes < limits.nodes()) {
            SearchedBox box = open.poll();
            if (box.bound < incumbent.threshold()) {
                nodes++;
                visit(box);
            }
            listener.onProgress(new Progress(
                    nodes,
                    open.size(),
                    incumbent.objective(),
                    Math.min(DecomposedProof.claim(root), incumbent.value()),
                    seconds()));
        }
        if (incumbent.point().isEmpty()) {
            return Optional.empty();
        }
        boolean isExhausted = open.isEmpty() && nodes < limits.nodes() && !isStopped.getAsBoolean();
        return new DecomposedProof(decomposition, oracles, incumbent.point().get(), limits.relativeGap())
                .write(root, reason())
                .map(written -> new DecomposedResult(
                        written.termination(),
                        written.certificate(),
                        isExhausted && written.termination() != Termination.GAP_CLOSED,
                        nodes,
                        refinery.searches()));
    }

    /** Without a point for so long, or without any chance of one, the search of the whole may do better. */
    private boolean isGivenUp() {
        return incumbent.point().isEmpty()
                && (isHopeless || System.nanoTime() - start > SHARE_WITHOUT_POINT * nanoseconds);
    }

    private double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    private Termination reason() {
        return limits.cancelled().getAsBoolean() || Thread.currentThread().isInterrupted()
                ? Termination.CANCELLED
                : nodes >= limits.nodes() ? Termination.NODE_LIMIT : Termination.DEADLINE;
    }

    /** What a known point chooses and buys in each block. */
    private void startFrom(List<Rational> point) {
        incumbent.offerPoint(point);
        for (int s = 0; s < oracles.size(); s++) {
            BlockModel model = oracles.get(s).model;
            List<Rational> own =
                    model.block.variables().stream().map(point::get).toList();
            int[] values = model.block.choices().stream()
                    .mapToInt(choice -> point.get(choice).floor().intValueExact())
                    .toArray();
            Configuration configuration = oracles.get(s).at(values);
            configuration.offer(own);
            generation.add(s, configuration);
        }
    }

    /** With these the master program has prices that mean something from the start. */
    private void eachChoiceAlone() {
        List<List<Configuration>> found = workers.each(oracles, oracle -> {
            List<Configuration> alone = new ArrayList<>();
            for (int c = 1; c < oracle.model.size() && !isStopped.getAsBoolean(); c++) {
                int[] values = oracle.model.leastChoices();
                values[0] = oracle.model.mostChoices()[0];
                values[c] = Math.min(values[c] + 1, oracle.model.mostChoices()[c]);
                alone.add(oracle.at(values));
            }
            return alone;
        });
        for (int s = 0; s < found.size(); s++) {
            for (Configuration configuration : found.get(s)) {
                generation.add(s, configuration);
            }
        }
    }

    private void visit(SearchedBox box) {
        boolean isRoot = box.order == 0;
        Optional<MasterProgram.Solution> solved = generation.raise(
                box, incumbent, isRoot ? () -> combine(box, SHARE_OF_FIRST_POINT * nanoseconds) : () -> {});
        if (box.bound < incumbent.threshold() && (isRoot || nodes % 8 == 0)) {
            double left = nanoseconds - (System.nanoTime() - start);
            combine(box, incumbent.point().isEmpty() ? left : left / 3);
        }
        if (box.bound >= incumbent.threshold() || solved.isEmpty() || isStopped.getAsBoolean()) {
            return;
        }
        MasterProgram.Solution solution = solved.get();
        if (solution.violation > FRACTION) {
            isHopeless |= isRoot;
            return; // nothing meets the joint rows, as far as prices can tell
        }
        while (!branch(box, solution)) {
            List<Configuration> taken = new ArrayList<>();
            solution.support.forEach(taken::addAll);
            incumbent.offer(taken);
            if (box.bound >= incumbent.threshold() || !refinery.refineFurther(taken)) {
                return; // it stays with the bound it has
            }
            incumbent.offer(taken);
            Optional<MasterProgram.Solution> again = generation.raise(box, incumbent, () -> {});
            if (again.isEmpty() || box.bound >= incumbent.threshold()) {
                return;
            }
            solution = again.get();
        }
    }

    private void combine(SearchedBox box, double mostNanoseconds) {
        combination.improve(box, Duration.ofNanos((long) Math.max(1, mostNanoseconds)), isStopped);
    }

    /** False if every block takes one choice alone. */
    private boolean branch(SearchedBox box, MasterProgram.Solution solution) {
        Optional<BoxBranching.Cut> chosen = branching.choose(box, solution);
        chosen.ifPresent(cut -> {
            open.addAll(box.branch(cut.block(), cut.choice(), cut.atMost(), order));
            order += 2;
        });
        return chosen.isPresent();
    }
}
