package io.dcsdk.benchmarks.training;

import io.dcsdk.training.program.ComputePrecision;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it brings that a bf16 step casts hidden states once: against casts at each product, layer norm and softmax, as autocast
 * makes them. Binary32 casts nothing.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 15)
@Fork(3)
@State(Scope.Benchmark)
public class CastBenchmark {
    private static final int ROWS = 16;

    /** Layers × width: 2 × 128, 4 × 512, 12 × 768. */
    @Param({"tiny", "small", "base"})
    public String shape = "tiny";

    /** Tokens a row. */
    @Param({"32", "128"})
    public int length = 32;

    /** Which way. */
    @Param({"PROCESSORS", "CAST_AT_EACH_USE"})
    public StepVariant kernels = StepVariant.PROCESSORS;

    @SuppressWarnings("NullAway.Init") // JMH calls open() first
    private ProgramFixture program;

    /** Loads the program. */
    @Setup(Level.Trial)
    public void open() {
        TrainingShape model = TrainingShape.of(shape);
        program = ProgramFixture.open(
                model, List.of(StepFixture.fullRows(model, ROWS, length)), ComputePrecision.BF16, kernels);
    }

    /** Frees its memory. */
    @TearDown(Level.Trial)
    public void close() {
        program.close();
    }

    /**
     * A step in bf16, its loss read back.
     *
     * @return the loss
     */
    @Benchmark
    public float step() {
        return program.loss(0);
    }
}
