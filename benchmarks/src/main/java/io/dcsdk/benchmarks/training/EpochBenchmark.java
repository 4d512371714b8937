package io.dcsdk.benchmarks.training;

import io.dcsdk.training.batch.BatchPlanner;
import io.dcsdk.training.encoding.EncodedDataset;
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
 * A whole epoch through the product's loop: batches prepared, trained on, losses read. The session is open before and goes on with
 * its parameters. Sentences are made up, but as long as those of WNUT-17; with {@code -p sentences=3394} it is an epoch of its
 * training set. {@link EpochTimer} trains on a corpus of one's own.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 5)
@Fork(1)
@State(Scope.Benchmark)
public class EpochBenchmark {
    private static final int ROWS = 16;
    private static final int PADDED = 128;

    /** Layers × width: 2 × 128, 4 × 512, 12 × 768. */
    @Param({"tiny", "small", "base"})
    public String shape = "tiny";

    /** What products are computed in. */
    @Param({"FP32", "BF16"})
    public ComputePrecision precision = ComputePrecision.FP32;

    /** How long sentences are: {@code wnut17}, or so many sub-words each. */
    @Param(SentenceLengths.WNUT17)
    public String lengths = SentenceLengths.WNUT17;

    /** How many sentences. */
    @Param("512")
    public int sentences = 512;

    /** By length, from a random order, or each row of 128 tokens. */
    @Param({"PLANNED", "RANDOM", "PADDED_TO_128"})
    public Order batches = Order.PLANNED;

    /** Batches prepared before they are asked for; 0 prepares each when the loop wants it. */
    @Param("4")
    public int ahead = 4;

    /** Steps between looks at the losses. */
    @Param("1")
    public int readEvery = 1;

    @SuppressWarnings("NullAway.Init") // JMH calls open() first
    private EncodedDataset rows;

    @SuppressWarnings("NullAway.Init") // JMH calls open() first
    private EpochFixture session;

    /** How batches are cut. */
    public enum Order {
        /** As the trainer does. */
        PLANNED,
        /** From a random order, padded to the longest. */
        RANDOM,
        /** From a random order, every row as the founding script pads it. */
        PADDED_TO_128;

        private BatchPlanner planner() {
            BatchPlanner planned = BatchPlanner.ofSentences(ROWS);
            return switch (this) {
                case PLANNED -> planned;
                case RANDOM -> planned.withMixing(1);
                case PADDED_TO_128 -> planned.withMixing(1).withWidthMultiple(PADDED);
            };
        }
    }

    /** Encodes the sentences and opens the session. */
    @Setup(Level.Trial)
    public void open() {
        MadeUpSentences corpus = MadeUpSentences.of(SentenceLengths.of(lengths, sentences));
        rows = corpus.encode(Runtime.getRuntime().availableProcessors());
        session = EpochFixture.open(TrainingShape.of(shape), corpus.labels(), precision);
    }

    /** Frees its memory. */
    @TearDown(Level.Trial)
    public void close() {
        session.close();
    }

    /**
     * An epoch.
     *
     * @return what was counted
     */
    @Benchmark
    public long epoch() {
        return session.run(rows, new EpochChoice(batches.planner(), ahead, readEvery), Long.MAX_VALUE)
                .tokens();
    }
}
