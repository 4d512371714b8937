package io.dcsdk.benchmarks.training;

import io.dcsdk.training.program.ComputePrecision;
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
 * The parts of one training step of 16 full rows, as native calls whose inputs were made beforehand. Backward is {@link
 * #forwardBackward} less {@link #forward}; what {@link StepBenchmark} takes longer than {@link #step} is Java. {@link
 * RealLengthBenchmark} is the same over rows as long as real sentences.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 10)
@Fork(1)
@State(Scope.Benchmark)
public class PhaseBenchmark {
    private static final int ROWS = 16;

    /** Layers × width: 2 × 128, 4 × 512, 12 × 768. */
    @Param({"tiny", "small", "base"})
    public String shape = "tiny";

    /** Tokens a row. */
    @Param({"32", "128"})
    public int length = 32;

    /** What products are computed in. */
    @Param({"FP32", "BF16"})
    public ComputePrecision precision = ComputePrecision.FP32;

    @SuppressWarnings("NullAway.Init") // JMH calls open() first
    private ProgramFixture program;

    /** Loads the program. */
    @Setup(Level.Trial)
    public void open() {
        program = ProgramFixture.open(TrainingShape.of(shape), ROWS, length, precision);
    }

    /** Frees its memory. */
    @TearDown(Level.Trial)
    public void close() {
        program.close();
    }

    /** Forward with dropout, and the loss. */
    @Benchmark
    public void forward() {
        program.forward(0).close();
    }

    /** Forward and backward. */
    @Benchmark
    public void forwardBackward() {
        program.gradient(0);
    }

    /** Clipping and AdamW. */
    @Benchmark
    public void optimizer() {
        program.optimizer().close();
    }

    /**
     * All of it in one call, its loss read back.
     *
     * @return the loss
     */
    @Benchmark
    public float step() {
        return program.loss(0);
    }
}
