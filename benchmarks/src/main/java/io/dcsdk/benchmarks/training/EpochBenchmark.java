package io.dcsdk.benchmarks.training;

import io.dcsdk.training.batch.BatchPlanner;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * A whole epoch through the product's loop, session and all, over synthetic sentences. {@link EpochTimer} does it over a
 * corpus of one's own.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 5)
@Fork(1)
@State(Scope.Benchmark)
public class EpochBenchmark {
    private static final int ROWS = 16;
    private static final int MAX_LENGTH = 128;

    /** Layers × width: 2 × 128, 4 × 512, 12 × 768. */
    @Param({"tiny", "small"})
    public String shape = "tiny";

    /** How many sentences. */
    @Param("512")
    public int sentences = 512;

    /** By length, from a random order, or each row of 128 tokens. */
    @Param({"PLANNED", "RANDOM", "PADDED_TO_128"})
    public Order batches = Order.PLANNED;

    private List<String> labels = List.of();

    @SuppressWarnings("NullAway.Init") // JMH calls open() first
    private EncodedDataset rows;

    private int vocabularySize;

    /** How batches are cut. */
    public enum Order {
        /** As the trainer does. */
        PLANNED(BatchPlanner.ofSentences(ROWS)),
        /** From a random order, padded to the longest. */
        RANDOM(BatchPlanner.ofSentences(ROWS).withMixing(1)),
        /** From a random order, every row as long as the longest that is allowed. */
        PADDED_TO_128(BatchPlanner.ofSentences(ROWS).withMixing(1).withWidthMultiple(MAX_LENGTH));

        private final BatchPlanner planner;

        Order(BatchPlanner planner) {
            this.planner = planner;
        }
    }

    /** Encodes the corpus. */
    @Setup(Level.Trial)
    public void open() {
        SyntheticCorpus synthetic = SyntheticCorpus.generate(7, sentences, 10, 10);
        TokenizerJson vocabulary = TokenizerJson.wordPiece(
                synthetic.vocabulary(2_000), TokenizerSettings.ofLowerCase(false), "the benchmark's vocabulary");
        vocabularySize = vocabulary.vocabularySize();
        Corpus corpus = synthetic.train().in(TagScheme.BIO);
        labels = TagScheme.BIO.tagNames(List.copyOf(corpus.types()));
        try (HuggingFaceSubwords tokenizer = HuggingFaceSubwords.of(vocabulary)) {
            rows = DatasetEncoder.of(tokenizer, labels, WindowPolicy.ofMaxLength(MAX_LENGTH))
                    .encode(
                            corpus.sentences().stream().map(Sentence::words).toList(),
                            corpus.sentences().stream().map(Sentence::tags).toList());
        }
    }

    /**
     * An epoch.
     *
     * @return what was counted
     */
    @Benchmark
    public long epoch() {
        TrainingShape size = TrainingShape.of(shape);
        TrainingShape model = new TrainingShape(size.layers(), size.hidden(), vocabularySize);
        return EpochRun.of(model, labels, ComputePrecision.FP32, rows, batches.planner, Long.MAX_VALUE)
                .tokens();
    }
}
