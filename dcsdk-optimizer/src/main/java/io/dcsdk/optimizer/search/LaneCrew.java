package io.dcsdk.optimizer.search;

import io.dcsdk.optimizer.relaxation.LpEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A fixed number of lanes, driven by any number of threads; reports always come back in the order of the lanes. */
final class LaneCrew implements AutoCloseable {
    /** Part of the definition of the search: another number gives another, equally right, search. */
    static final int LANES = 8;

    private final List<Lane> lanes = new ArrayList<>();
    private final RootSearch rootSearch;
    private final ExecutorService threads;
    private final boolean isSingle;
    private final StopSignal stop;

    LaneCrew(Problem problem, LpEngine engine, SolveLimits limits, StopSignal stop) {
        this.stop = stop;
        Cutoff none = Cutoff.none(problem.program, limits.relativeGap());
        for (int k = 0; k < LANES; k++) {
            lanes.add(new Lane(problem, engine, stop, none, limits.keepProof()));
        }
        rootSearch = new RootSearch(problem, engine, stop, none);
        isSingle = limits.threads() == 1;
        threads = Executors.newFixedThreadPool(Math.min(LANES, limits.threads()), task -> {
            Thread thread = new Thread(task, "dcsdk-search");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** What is done before the search. */
    RootSearch rootSearch() {
        return rootSearch;
    }

    /** Gives node k to lane k and waits for all of them. */
    List<LaneReport> search(List<SearchNode> starts, Cutoff cutoff, PseudoCosts learnt, int steps) {
        List<LaneReport> reports = new ArrayList<>();
        if (isSingle || starts.size() == 1) {
            for (int k = 0; k < starts.size(); k++) {
                reports.add(lanes.get(k).search(starts.get(k), cutoff, learnt, steps));
            }
            return reports;
        }
        List<Future<LaneReport>> pending = new ArrayList<>();
        for (int k = 0; k < starts.size(); k++) {
            Lane lane = lanes.get(k);
            SearchNode start = starts.get(k);
            pending.add(threads.submit(() -> lane.search(start, cutoff, learnt, steps)));
        }
        for (Future<LaneReport> future : pending) {
            reports.add(await(future));
        }
        return reports;
    }

    private LaneReport await(Future<LaneReport> future) {
        while (true) {
            try {
                return future.get();
            } catch (InterruptedException interruption) {
                stop.interrupt(); // every lane sees it and comes back soon with what it has
            } catch (ExecutionException failure) {
                throw new IllegalStateException(
                        "Lane of the search: it failed with " + failure.getCause()
                                + "\nMaybe this is a fault of the solver: please report it with the program.",
                        failure);
            }
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
