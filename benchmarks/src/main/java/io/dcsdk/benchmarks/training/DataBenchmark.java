package io.dcsdk.benchmarks.training;

import io.dcsdk.training.batch.Batch;
import io.dcsdk.training.batch.BatchLoader;
import io.dcsdk.training.batch.BatchPlan;
import io.dcsdk.training.batch.BatchPlanner;
import io.dcsdk.training.batch.BatchSource;
import io.dcsdk.training.corpus.Corpus;
import io.dcsdk.training.corpus.Sentence;
import io.dcsdk.training.corpus.TagScheme;
import io.dcsdk.training.corpus.synthetic.SyntheticCorpus;
import io.dcsdk.training.encoding.DatasetEncoder;
import io.dcsdk.training.encoding.EncodedDataset;
import io.dcsdk.training.encoding.TokenizerJson;
import io.dcsdk.training.encoding.TokenizerSettings;
import io.dcsdk.training.encoding.WindowPolicy;
import io.dcsdk.training.engine.HuggingFaceSubwords;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What happens to 4,000 synthetic sentences before the engine sees them: sub-words and labels, batches by length, arrays.
 * {@link EncodingTimer} times the first on the words of a file, for runs in turn with the tokenizers library in Python.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@State(Scope.Benchmark)
public class DataBenchmark {
    private static final int SENTENCES = 4_000;
    private static final int ROWS = 16;
    private static final int MAX_LENGTH = 128;

    private List<List<String>> words = List.of();
    private List<List<String>> tags = List.of();

    @SuppressWarnings("NullAway.Init") // JMH calls open() first
    private TokenizerJson vocabulary;

    private List<String> labels = List.of();

    @SuppressWarnings("NullAway.Init") // JMH calls open() first
    private EncodedDataset rows;

    @SuppressWarnings("NullAway.Init") // JMH calls open() first
    private BatchPlan plan;

    /** Makes the corpus. */
    @Setup(Level.Trial)
    public void open() {
        SyntheticCorpus synthetic = SyntheticCorpus.generate(7, SENTENCES, 10, 10);
        vocabulary = TokenizerJson.wordPiece(
                synthetic.vocabulary(2_000), TokenizerSettings.ofLowerCase(false), "the benchmark's vocabulary");
        Corpus corpus = synthetic.train().in(TagScheme.BIO);
        words = corpus.sentences().stream().map(Sentence::words).toList();
        tags = corpus.sentences().stream().map(Sentence::tags).toList();
        labels = TagScheme.BIO.tagNames(List.copyOf(corpus.types()));
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
        try (HuggingFaceSubwords tokenizer = HuggingFaceSubwords.of(vocabulary)) {
            return DatasetEncoder.of(tokenizer, labels, WindowPolicy.ofMaxLength(MAX_LENGTH))
                    .withThreads(Runtime.getRuntime().availableProcessors())
                    .encode(words, tags);
        }
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
