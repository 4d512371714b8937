package io.dcsdk.benchmarks;

import io.dcsdk.optimizer.engine.OjAlgoEngine;
import io.dcsdk.optimizer.search.MixedIntegerSolver;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.search.SolveResult;
import io.dcsdk.optimizer.search.Termination;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The search alone, over the same algebra: what a second thread gains and what keeping the proof costs.
 *
 * <p>Gap 1e-4, 60 s. A search that does not close the gap fails its benchmark.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SolverBenchmark {
    /** Threads of the search; the result does not depend on it. */
    @Param({"1", "2"})
    public int threads;

    /** Whether the proof tree is kept, which a certificate needs. */
    @Param({"true", "false"})
    public boolean keepProof;

    /**
     * Algebra to point, bound and proof.
     *
     * @param instance the problem
     * @return the result
     */
    @Benchmark
    public SolveResult search(ProblemInstance instance) {
        SolveResult result = new MixedIntegerSolver(new OjAlgoEngine())
                .solve(
                        instance.program(),
                        SolveLimits.defaults().withThreads(threads).withKeepProof(keepProof));
        if (result.termination() != Termination.GAP_CLOSED) {
            double gap = result.relativeGap().map(value -> value.doubleValue()).orElse(Double.NaN);
            throw new IllegalStateException(
                    "Search (%s, gap %s) of problem %s: did not close the gap\nMaybe the machine is busy; OptimizerReport shows how far it gets."
                            .formatted(
                                    result.termination(),
                                    gap,
                                    instance.problem().name()));
        }
        return result;
    }
}
