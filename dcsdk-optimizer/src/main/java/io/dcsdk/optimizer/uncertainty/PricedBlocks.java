package io.dcsdk.optimizer.uncertainty;

import io.dcsdk.optimizer.certificate.CertificateChecker;
import io.dcsdk.optimizer.certificate.Lemma;
import io.dcsdk.optimizer.explanation.TimeBudget;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.ProgramPart;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.RationalSum;
import io.dcsdk.optimizer.linear.Term;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.search.MixedIntegerSolver;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.search.SolveResult;
import io.dcsdk.optimizer.search.Termination;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.DoubleStream;

/**
 * Searches every block of {@link YearBlocks} at given prices. What a block costs at least is a lemma with the tree of its search as the
 * proof; all of them together prove a bound of the whole.
 *
 * <p>A search ends at its limit of nodes, which makes the answer the same for any number of threads, or where its share of the time
 * is over: then it proves less, and how much depends on the machine and on the threads. Shares, for without a bound of every block
 * there is no answer at all.
 */
final class PricedBlocks {
    private final LpEngine engine;
    private final YearBlocks blocks;

    PricedBlocks(LpEngine engine, YearBlocks blocks) {
        this.engine = engine;
        this.blocks = blocks;
    }

    /**
     * What the blocks cost at some prices.
     *
     * @param prices one for each row of the whole program, zero for rows of a block
     * @param bound what the lemmas prove together
     * @param lemmas one for each block
     * @param points for each block its best point found: a value for each of its variables; empty if none was
     * @param nanosecondsOfCheck what the check of the lemmas took, on one thread
     */
    record Answer(
            List<Double> prices,
            Rational bound,
            List<Lemma> lemmas,
            List<Optional<List<Rational>>> points,
            long nanosecondsOfCheck) {
        Answer {
            prices = List.copyOf(prices);
            lemmas = List.copyOf(lemmas);
            points = List.copyOf(points);
        }

        /** Prices of the rows, and 1 for each lemma: multipliers of a program with the lemmas. */
        double[] multipliers() {
            return DoubleStream.concat(
                            prices.stream().mapToDouble(price -> price),
                            lemmas.stream().mapToDouble(lemma -> 1))
                    .toArray();
        }

        /** The same where the rows of a block take the place of its lemma: they tell its variables apart. */
        double[] withoutLemma(int block, List<Integer> rows, double[] relaxed) {
            double[] all = multipliers();
            all[prices.size() + block] = 0;
            rows.forEach(row -> all[row] = relaxed[row]);
            return all;
        }
    }

    /** A lemma whose proof was checked, with the point that was met, and how long the check took. */
    record Found(Lemma lemma, Optional<List<Rational>> point, long nanosecondsOfCheck) {}

    /**
     * Searches all blocks.
     *
     * @param prices of the right signs, with at most 30 digits
     * @param size about what a block costs: the gap of the limits is relative to that
     * @param limits time for all of them, gap and threads
     * @return empty if some block has no bound
     */
    Optional<Answer> at(double[] prices, Rational size, SolveLimits limits) {
        List<Rational> costs = blocks.costsAt(prices);
        TimeBudget time = TimeBudget.of(limits);
        int count = blocks.blocks().size();
        int threads = Math.min(count, limits.threads());
        AtomicInteger waiting = new AtomicInteger(count);
        ExecutorService workers = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "dcsdk-years");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<Optional<Found>>> pending = new ArrayList<>();
            // The last ones are the largest: they begin first.
            for (int t = count - 1; t >= 0; t--) {
                ProgramPart block = blocks.blocks().get(t);
                pending.add(0, workers.submit(() -> {
                    int others = (waiting.getAndDecrement() - 1) / threads;
                    return time.isOver()
                            ? Optional.<Found>empty()
                            : search(
                                    engine,
                                    blocks.whole(),
                                    block,
                                    costs,
                                    size,
                                    time.limits(others).withThreads(1));
                }));
            }
            return gathered(prices, pending);
        } finally {
            workers.shutdownNow();
        }
    }

    private Optional<Answer> gathered(double[] prices, List<Future<Optional<Found>>> pending) {
        RationalSum bound = new RationalSum().add(blocks.whole().constant());
        for (int row : blocks.joint()) {
            bound.addProduct(
                    Rational.ofExactly(prices[row]),
                    blocks.whole().constraints().get(row).rightHandSide());
        }
        List<Lemma> lemmas = new ArrayList<>();
        List<Optional<List<Rational>>> points = new ArrayList<>();
        long checks = 0;
        for (Future<Optional<Found>> future : pending) {
            Optional<Found> found = await(future);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            lemmas.add(found.get().lemma());
            points.add(found.get().point());
            checks += found.get().nanosecondsOfCheck();
            bound.add(found.get().lemma().rightHandSide());
        }
        return Optional.of(new Answer(Arrays.stream(prices).boxed().toList(), bound.value(), lemmas, points, checks));
    }

    private static Optional<Found> await(Future<Optional<Found>> future) {
        try {
            return future.get();
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt(); // who asks for the end is heard by the search that follows
            return Optional.empty();
        } catch (ExecutionException failure) {
            throw new IllegalStateException(
                    "Search of a year: it failed with " + failure.getCause()
                            + "\nMaybe this is a fault of the solver: please report it with the problem.",
                    failure);
        }
    }

    /** Searches one block for what it costs at least. */
    static Optional<Found> search(
            LpEngine engine,
            LinearProgram whole,
            ProgramPart block,
            List<Rational> costs,
            Rational size,
            SolveLimits limits) {
        List<Rational> own = block.variables().stream().map(costs::get).toList();
        LinearProgram program = block.program(whole, own, size);
        SolveResult result = new MixedIntegerSolver(engine).solve(program, limits.withKeepProof(true));
        if (result.bound().isEmpty() || result.termination() == Termination.CANCELLED) {
            return Optional.empty();
        }
        long start = System.nanoTime();
        boolean isAccepted = new CertificateChecker(program)
                .check(result.certificate(program).orElseThrow(), 1, followed -> limits.cancelled()
                        .getAsBoolean())
                .isAccepted();
        long taken = System.nanoTime() - start;
        return !isAccepted
                ? Optional.empty()
                : result.bound().flatMap(bound -> result.proof().map(proof -> {
                    List<Term> terms = new ArrayList<>();
                    for (int j : block.variables()) {
                        if (!costs.get(j).isZero()) {
                            terms.add(new Term(j, costs.get(j)));
                        }
                    }
                    return new Found(
                            new Lemma(
                                    List.of(),
                                    terms,
                                    bound.minus(size),
                                    proof.moved(block.variables()::get, block.rows()::get)),
                            result.point(),
                            taken);
                }));
    }
}
