package io.dcsdk.benchmarks.training;

import io.dcsdk.training.engine.StepResult;
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
 * One training step over 16 full rows, the loss read back: this SDK in both precisions, DJL's Trainer with its AdamW over the
 * best block that can be written with it, and a loop written out over DJL's arrays. Random weights, dropout 0.1.
 *
 * <p>{@link StepTimer} is the same step for runs in turn with transformers.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 10)
@Fork(1)
public class StepBenchmark {
    private static final int ROWS = 16;

    /** The size of the model and of its rows. */
    @State(Scope.Benchmark)
    public static class Size {
        /** Layers × width: 2 × 128, 4 × 512, 12 × 768. */
        @Param({"tiny", "small", "base"})
        public String shape = "tiny";

        /** Tokens a row. */
        @Param({"32", "128"})
        public int length = 32;

        TrainingShape model() {
            return TrainingShape.of(shape);
        }
    }

    /** This SDK. */
    @State(Scope.Benchmark)
    public static class Sdk {
        /** What products are computed in. */
        @Param({"FP32", "BF16"})
        public ComputePrecision precision = ComputePrecision.FP32;

        @SuppressWarnings("NullAway.Init") // JMH calls open() first
        private StepFixture fixture;

        /**
         * Opens the session.
         *
         * @param size the model
         */
        @Setup(Level.Trial)
        public void open(Size size) {
            fixture = StepFixture.open(size.model(), ROWS, size.length, precision, false);
        }

        /** Frees its memory. */
        @TearDown(Level.Trial)
        public void close() {
            fixture.close();
        }
    }

    /** DJL's Trainer. */
    @State(Scope.Benchmark)
    public static class Trainer {
        @SuppressWarnings("NullAway.Init") // JMH calls open() first
        private StockDjl stock;

        /**
         * Makes the trainer.
         *
         * @param size the model
         */
        @Setup(Level.Trial)
        public void open(Size size) {
            stock = new StockDjl(size.model(), StepFixture.fullRows(size.model(), ROWS, size.length));
        }

        /** Frees its memory. */
        @TearDown(Level.Trial)
        public void close() {
            stock.close();
        }
    }

    /** A loop over DJL's arrays. */
    @State(Scope.Benchmark)
    public static class Arrays {
        @SuppressWarnings("NullAway.Init") // JMH calls open() first
        private EagerDjl eager;

        /**
         * Makes the arrays.
         *
         * @param size the model
         */
        @Setup(Level.Trial)
        public void open(Size size) {
            eager = new EagerDjl(size.model(), StepFixture.fullRows(size.model(), ROWS, size.length));
        }

        /** Frees its memory. */
        @TearDown(Level.Trial)
        public void close() {
            eager.close();
        }
    }

    /**
     * A step of this SDK.
     *
     * @param sdk the session
     * @return what it measured
     */
    @Benchmark
    public StepResult sdk(Sdk sdk) {
        return sdk.fixture.step();
    }

    /**
     * A step of DJL's Trainer.
     *
     * @param trainer the trainer
     * @return its loss
     */
    @Benchmark
    public float djlTrainer(Trainer trainer) {
        return trainer.stock.step();
    }

    /**
     * A step of a loop over DJL's arrays.
     *
     * @param arrays the loop
     * @return its loss
     */
    @Benchmark
    public float djlArrays(Arrays arrays) {
        return arrays.eager.step();
    }
}
