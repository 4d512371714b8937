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
 * What each way of computing the same step brings: all that processors take, then one of them less at a time. For the
 * allocator add {@code -jvmArgsAppend -Ddcsdk.training.retainMemory=false}, for waiting threads {@code
 * -Ddcsdk.training.spinCount=default}.
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
    @Param({"tiny", "small"})
    public String shape = "tiny";

    /** Tokens a row. */
    @Param({"32", "128"})
    public int length = 32;

    /** Which kernels. */
    @Param({"PROCESSORS", "DROPOUT_OF_THE_ENGINE", "DENSE_WORD_GRADIENT", "FUSED_ATTENTION", "RECOMPUTED"})
    public Choice kernels = Choice.PROCESSORS;

    @SuppressWarnings("NullAway.Init") // JMH calls open() first
    private ProgramFixture program;

    /** Kernels to compare. */
    public enum Choice {
        /** All that are the default on processors. */
        PROCESSORS(Kernels.forProcessors(), false),
        /** The engine draws a number for each element. */
        DROPOUT_OF_THE_ENGINE(new Kernels(false, false, true), false),
        /** A fresh table of zeros each step. */
        DENSE_WORD_GRADIENT(new Kernels(false, true, false), false),
        /** Attention as one kernel, which draws its own dropout. */
        FUSED_ATTENTION(new Kernels(true, true, true), false),
        /** Activations of the layers computed again in the backward pass: what that costs. */
        RECOMPUTED(Kernels.forProcessors(), true);

        private final Kernels chosen;
        private final boolean recomputed;

        Choice(Kernels chosen, boolean recomputed) {
            this.chosen = chosen;
            this.recomputed = recomputed;
        }
    }

    /** Loads the program. */
    @Setup(Level.Trial)
    public void open() {
        ProgramOptions options = ProgramOptions.defaults()
                .with(ComputePrecision.FP32, kernels.chosen)
                .withRecomputeActivations(kernels.recomputed);
        program = ProgramFixture.open(TrainingShape.of(shape), ROWS, length, options);
    }

    /** Frees its memory. */
    @TearDown(Level.Trial)
    public void close() {
        program.close();
    }

    /** A step, its loss read back. */
    @Benchmark
    public float step() {
        try (NDList result = program.step()) {
            return result.singletonOrThrow().toFloatArray()[0];
        }
    }
}
