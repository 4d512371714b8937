package io.dcsdk.benchmarks.training;

import ai.djl.ndarray.NDList;
import io.dcsdk.training.program.ComputePrecision;
import io.dcsdk.training.program.Kernels;
import io.dcsdk.training.program.ProgramOptions;
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
 * The parts of one training step, as native calls whose inputs were made beforehand. Backward is {@link #forwardBackward}
 * less {@link #forward}; what {@link StepBenchmark} takes longer than {@link #step} is Java.
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
        program = ProgramFixture.open(
                TrainingShape.of(shape),
                ROWS,
                length,
                ProgramOptions.defaults().with(precision, Kernels.forProcessors()));
    }

    /** Frees its memory. */
    @TearDown(Level.Trial)
    public void close() {
        program.close();
    }

    /** Forward with dropout, and the loss. */
    @Benchmark
    public void forward() {
        program.forward().close();
    }

    /** Forward and backward. */
    @Benchmark
    public void forwardBackward() {
        program.gradient();
    }

    /** Clipping and AdamW. */
    @Benchmark
    public void optimizer() {
        program.optimizer().close();
    }

    /** All of it in one call, its loss read back. */
    @Benchmark
    public float step() {
        try (NDList result = program.step()) {
            return result.singletonOrThrow().toFloatArray()[0];
        }
    }
}
