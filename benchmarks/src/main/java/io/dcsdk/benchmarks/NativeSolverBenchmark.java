package io.dcsdk.benchmarks;

import java.time.Duration;
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
 * The search against problem size, in pairs with native solvers, one thread each. This SDK's time holds the exact check of its
 * proof, theirs is the whole call; {@link SolverComparison} does the same in turn.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5)
@Measurement(iterations = 10)
@Fork(1)
public class NativeSolverBenchmark {
    /** Who solves. */
    @Param({"DCSDK", "SCIP", "HIGHS"})
    public Solver solver = Solver.DCSDK;

    /** Relative gap. */
    @Param("1e-4")
    public double gap;

    /**
     * Algebra to an answer that is settled.
     *
     * @param instance the problem
     * @return the answer
     */
    @Benchmark
    public Solver.Answer settle(ProblemInstance instance) {
        Solver.Answer answer = solver.solve(instance.program(), gap, Duration.ofSeconds(60));
        if (!answer.isSettled()) {
            throw new IllegalStateException(
                    "Answer (%s) of %s to problem %s: is not settled\nMaybe the machine is busy."
                            .formatted(answer, solver, instance.problem().name()));
        }
        return answer;
    }
}
