package io.dcsdk.benchmarks.training;

import io.dcsdk.training.batch.Batch;
import io.dcsdk.training.batch.BatchLoader;
import io.dcsdk.training.batch.BatchPlan;
import io.dcsdk.training.batch.BatchPlanner;
import io.dcsdk.training.batch.BatchSource;
import io.dcsdk.training.encoding.EncodedDataset;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * What happens to as many sentences as WNUT-17 has for training before the engine sees them: sub-words and labels, batches by
 * length, arrays. The sentences are made up; {@link EncodingTimer} times the first on the words of a file, for runs in turn with the
 * tokenizers library in Python.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@State(Scope.Benchmark)
public class DataBenchmark {
    private static final int ROWS = 16;

    /** How long sentences are: {@code wnut17}, or so many sub-words each. */
    @Param({SentenceLengths.WNUT17, "32", "128"})
    public String lengths = SentenceLengths.WNUT17;

    /** How many sentences. */
    @Param("" + SentenceLengths.WNUT17_SENTENCES)
    public int sentences = SentenceLengths.WNUT17_SENTENCES;

    @SuppressWarnings("NullAway.Init") // JMH calls open() first
    private MadeUpSentences corpus;

    @SuppressWarnings("NullAway.Init") // JMH calls open() first
    private EncodedDataset rows;

    @SuppressWarnings("NullAway.Init") // JMH calls open() first
    private BatchPlan plan;

    /** Makes the corpus. */
    @Setup(Level.Trial)
    public void open() {
        corpus = MadeUpSentences.of(SentenceLengths.of(lengths, sentences));
        rows = encode();
        plan = plan();
    }

    /**
     * Sub-words and labels of all sentences, with a tokenizer that has not seen any word yet.
     *
     * @return the rows
     */
    @Benchmark
    public EncodedDataset encode() {
        return corpus.encode(Runtime.getRuntime().availableProcessors());
    }

    /**
     * Batches of an epoch, shuffled.
     *
     * @return the plan
     */
    @Benchmark
    public BatchPlan plan() {
        return BatchPlanner.ofSentences(ROWS).shuffled(rows.lengths(), 1, 0);
    }

    /**
     * The arrays of all batches of an epoch, made on the caller's thread.
     *
     * @return labels that count, so that nothing is optimised away
     */
    @Benchmark
    public long collate() {
        long labelled = 0;
        try (BatchSource source = BatchLoader.of(rows, 0).withAhead(0).open(plan)) {
            while (source.hasNext()) {
                try (Batch batch = source.next()) {
                    labelled += batch.labelled();
                }
            }
        }
        return labelled;
    }
}
