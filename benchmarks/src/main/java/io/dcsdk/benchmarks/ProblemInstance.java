package io.dcsdk.benchmarks;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.LinearProgram;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The problem that a benchmark works on, by number of items, demand and seed. */
@State(Scope.Benchmark)
public class ProblemInstance {
    /** How many items can be counted in a plan. */
    @Param({"10", "50", "200"})
    public int items;

    /** How much is asked for. */
    @Param({"SMALL", "MEDIUM", "LARGE"})
    public DemandSize demand = DemandSize.SMALL;

    /** Which of the random problems. */
    @Param("1")
    public long seed;

    private @Nullable DesignProblem problem;
    private @Nullable DesignFormulation formulation;

    /** Makes the problem; not part of what is measured. */
    @Setup(Level.Trial)
    public void setUp() {
        problem = SyntheticProblems.of(items, demand, seed);
        formulation = DesignFormulation.of(problem);
    }

    DesignProblem problem() {
        return Objects.requireNonNull(problem);
    }

    LinearProgram program() {
        return Objects.requireNonNull(formulation).program();
    }
}
