package io.dcsdk.benchmarks.training;

import io.dcsdk.training.engine.TokenRows;
import io.dcsdk.training.program.ComputePrecision;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The phases of {@link PhaseBenchmark} over rows as long as the sentences of WNUT-17: eight batches of 16 out of an epoch that is
 * planned by length, from the shortest to the longest, with the mask where a row is padded. Times are a batch on average. The
 * optimizer does not depend on lengths.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 5)
@Fork(1)
@State(Scope.Benchmark)
public class RealLengthBenchmark {
    private static final int ROWS = 16;
    private static final int BATCHES = 8;

    /** Layers × width: 2 × 128, 4 × 512, 12 × 768. */
    @Param({"tiny", "small", "base"})
    public String shape = "tiny";

    /** What products are computed in. */
    @Param({"FP32", "BF16"})
    public ComputePrecision precision = ComputePrecision.FP32;

    @SuppressWarnings("NullAway.Init") // JMH calls open() first
    private ProgramFixture program;

    /** Loads the program. */
    @Setup(Level.Trial)
    public void open() {
        TrainingShape model = TrainingShape.of(shape);
        List<TokenRows> batches = SentenceLengths.planned(ROWS, BATCHES).stream()
                .map(lengths -> StepFixture.rows(model, lengths))
                .toList();
        program = ProgramFixture.open(model, batches, precision, StepVariant.here());
    }

    /** Frees its memory. */
    @TearDown(Level.Trial)
    public void close() {
        program.close();
    }

    /** Forward with dropout, and the loss. */
    @Benchmark
    @OperationsPerInvocation(BATCHES)
    public void forward() {
        for (int batch = 0; batch < BATCHES; batch++) {
            program.forward(batch).close();
        }
    }

    /** Forward and backward. */
    @Benchmark
    @OperationsPerInvocation(BATCHES)
    public void forwardBackward() {
        for (int batch = 0; batch < BATCHES; batch++) {
            program.gradient(batch);
        }
    }

    /**
     * All of it in one call, its loss read back.
     *
     * @return the losses added up
     */
    @Benchmark
    @OperationsPerInvocation(BATCHES)
    public float step() {
        float sum = 0;
        for (int batch = 0; batch < BATCHES; batch++) {
            sum += program.loss(batch);
        }
        return sum;
    }
}
