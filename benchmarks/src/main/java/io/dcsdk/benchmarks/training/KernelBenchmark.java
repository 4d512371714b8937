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
 * What each trick of a step brings: all that processors take, then one of them less at a time. Casts are in {@link
 * CastBenchmark}, what is set for the whole process in {@link ProcessBenchmark}, batches prepared ahead and losses read seldom in
 * {@link EpochBenchmark}.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 15)
@Fork(3)
@State(Scope.Benchmark)
public class KernelBenchmark {
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

    /** Which way. */
    @Param({
        "PROCESSORS",
        "ONE_DNN_PRODUCTS",
        "ONE_DNN_RECOMPUTED",
        "DROPOUT_OF_THE_ENGINE",
        "DENSE_WORD_GRADIENT",
        "FUSED_ATTENTION",
        "THREE_PROJECTIONS",
        "ADAMW_PER_TENSOR",
        "ADAMW_UNFUSED",
        "CLIPPING_ON_THE_HOST",
        "MASK_WITHOUT_PADDING",
        "RECOMPUTED"
    })
    public StepVariant kernels = StepVariant.PROCESSORS;

    @SuppressWarnings("NullAway.Init") // JMH calls open() first
    private ProgramFixture program;

    /** Loads the program. */
    @Setup(Level.Trial)
    public void open() {
        TrainingShape model = TrainingShape.of(shape);
        program = ProgramFixture.open(model, List.of(StepFixture.fullRows(model, ROWS, length)), precision, kernels);
    }

    /** Frees its memory. */
    @TearDown(Level.Trial)
    public void close() {
        program.close();
    }

    /**
     * A step, its loss read back.
     *
     * @return the loss
     */
    @Benchmark
    public float step() {
        return program.loss(0);
    }
}
