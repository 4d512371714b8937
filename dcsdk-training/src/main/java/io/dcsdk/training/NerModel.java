package io.dcsdk.training;

import io.dcsdk.profile.TrainingProfile;
import io.dcsdk.training.checkpoint.Checkpoint;
import io.dcsdk.training.corpus.Corpus;
import io.dcsdk.training.corpus.Sentence;
import io.dcsdk.training.corpus.TagScheme;
import io.dcsdk.training.encoding.DatasetEncoder;
import io.dcsdk.training.encoding.EncodedDataset;
import io.dcsdk.training.encoding.SubwordTokenizer;
import io.dcsdk.training.encoding.WindowPolicy;
import io.dcsdk.training.engine.ComputeDevice;
import io.dcsdk.training.engine.HuggingFaceSubwords;
import io.dcsdk.training.engine.ProgramSession;
import io.dcsdk.training.engine.TokenRows;
import io.dcsdk.training.evaluation.EntityScorer;
import io.dcsdk.training.evaluation.EvaluationReport;
import io.dcsdk.training.inference.AggregationStrategy;
import io.dcsdk.training.inference.Entity;
import io.dcsdk.training.loop.LoopEnd;
import io.dcsdk.training.model.Head;
import io.dcsdk.training.model.ModelConfig;
import io.dcsdk.training.program.ComputePrecision;
import io.dcsdk.training.program.StateLayout;
import io.dcsdk.training.tensor.Tensor;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * A trained model with its tokenizer: labels texts and words, evaluates itself, saves itself. Safe for use by several threads.
 * It holds native memory until it is closed; using a closed model is an error.
 */
public final class NerModel implements AutoCloseable {
    private final ProgramSession session;
    private final SubwordTokenizer tokenizer;
    private final Optional<Checkpoint> origin;
    private final WindowPolicy windows;
    private final Optional<LoopEnd> run;
    private final Optional<TrainingProfile> profile;
    private final TextLabeller texts;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean closed;

    NerModel(
            ProgramSession session,
            SubwordTokenizer tokenizer,
            Optional<Checkpoint> origin,
            WindowPolicy windows,
            Optional<LoopEnd> run,
            Optional<TrainingProfile> profile) {
        this.session = session;
        this.tokenizer = tokenizer;
        this.origin = origin;
        this.windows = windows;
        this.run = run;
        this.profile = profile;
        this.texts = new TextLabeller(session, tokenizer, windows);
    }

    /**
     * Opens a trained model on the best device of this machine, in binary32.
     *
     * @param folder a HuggingFace folder with a token-classification head and a tokenizer
     * @return the model, to be closed
     * @throws IllegalArgumentException if the folder does not hold such a model; the message says what is wrong
     */
    public static NerModel open(Path folder) {
        return open(folder, ComputeDevice.auto(), ComputePrecision.FP32);
    }

    /**
     * Opens a trained model.
     *
     * @param folder a HuggingFace folder with a token-classification head and a tokenizer
     * @param device where it shall run
     * @param precision what products are computed in
     * @return the model, to be closed
     * @throws IllegalArgumentException if the folder does not hold such a model; the message says what is wrong
     */
    public static NerModel open(Path folder, ComputeDevice device, ComputePrecision precision) {
        Checkpoint checkpoint = Checkpoint.open(folder);
        ModelConfig config = checkpoint.config();
        if (config.head() != Head.TOKEN_CLASSIFICATION) {
            throw new TrainingException(
                    "model (%s) to label with: its head is %s, not one for tokens\nMaybe train one with NerTrainer first."
                            .formatted(folder, config.head()));
        }
        SubwordTokenizer tokenizer = HuggingFaceSubwords.open(folder);
        try {
            ModelParts.requireFits(config, tokenizer);
            return new NerModel(
                    ModelParts.open(checkpoint, device, precision),
                    tokenizer,
                    Optional.of(checkpoint),
                    ModelParts.windows(config, tokenizer),
                    Optional.empty(),
                    Optional.empty());
        } catch (RuntimeException | Error e) {
            tokenizer.close();
            throw e;
        }
    }

    /** A session that runs these parameters forward. */
    static ProgramSession session(
            StateLayout layout, ComputePrecision precision, ComputeDevice device, Tensor parameters) {
        ProgramSession session = ProgramSession.openForInference(layout, precision, device);
        try {
            session.load(parameters);
            return session;
        } catch (RuntimeException | Error e) {
            session.close();
            throw e;
        }
    }

    /**
     * The model's shape and labels.
     *
     * @return its configuration
     */
    public ModelConfig config() {
        return session.layout().config();
    }

    /**
     * How the training run ended, if this model comes fresh from one.
     *
     * @return the end of the run
     */
    public Optional<LoopEnd> run() {
        return run;
    }

    /**
     * What the training run measured, if this model comes fresh from one that took enough steps.
     *
     * @return speed, work, energy and memory
     */
    public Optional<TrainingProfile> profile() {
        return profile;
    }

    /**
     * Finds entities in a text; neighbouring tokens of one type are one entity.
     *
     * @param text any text; long ones are read in overlapping windows
     * @return entities in the order of the text
     */
    public List<Entity> label(String text) {
        return label(text, AggregationStrategy.SIMPLE);
    }

    /**
     * Finds entities in a text.
     *
     * @param text any text; long ones are read in overlapping windows
     * @param strategy how labels of tokens become entities
     * @return entities in the order of the text
     */
    public List<Entity> label(String text, AggregationStrategy strategy) {
        return label(List.of(text), strategy).get(0);
    }

    /**
     * Finds entities in texts, several at a time.
     *
     * @param all any texts
     * @param strategy how labels of tokens become entities
     * @return for each text its entities
     */
    public List<List<Entity>> label(List<String> all, AggregationStrategy strategy) {
        return open(() -> texts.label(all, strategy));
    }

    /**
     * Tags sentences that are cut into words already.
     *
     * @param sentences words of each sentence
     * @return a tag for each word; O for a word that the tokenizer turns into nothing
     */
    public List<List<String>> tag(List<List<String>> sentences) {
        return open(() ->
                new RowPredictor(session).predict(encoder().encode(sentences)).labels());
    }

    /**
     * Scores the model on a corpus: entity-level precision, recall and F1.
     *
     * @param corpus tagged sentences, in any scheme; they are compared in the scheme of the model's labels
     * @return the report
     */
    public EvaluationReport evaluate(Corpus corpus) {
        return evaluateWithLoss(corpus).report();
    }

    /**
     * Scores the model on a corpus, with its mean loss.
     *
     * @param corpus tagged sentences, in any scheme; they are compared in the scheme of the model's labels
     * @return report and loss
     */
    public ModelEvaluation evaluateWithLoss(Corpus corpus) {
        Corpus own = corpus.in(scheme());
        List<List<String>> words = own.sentences().stream().map(Sentence::words).toList();
        List<List<String>> gold = own.sentences().stream().map(Sentence::tags).toList();
        boolean known = gold.stream().allMatch(config().labels()::containsAll);
        return open(() -> {
            EncodedDataset rows =
                    known ? encoder().encode(words, gold) : encoder().encode(words);
            RowPredictor.Predicted predicted = new RowPredictor(session).predict(rows);
            return new ModelEvaluation(
                    EntityScorer.score(gold, predicted.labels()),
                    known ? Optional.of(predicted.loss()) : Optional.empty());
        });
    }

    /**
     * Runs the model forward over rows of token ids.
     *
     * @param rows the tokens
     * @return logits (rows, width, labels), F32
     */
    public Tensor forward(TokenRows rows) {
        return open(() -> session.logits(rows));
    }

    /**
     * Saves the model as a HuggingFace folder that {@code transformers} loads unchanged. Files that are there are replaced
     * one by one, weights last.
     *
     * @param folder where to; made if it is not there
     * @throws IllegalArgumentException if a file cannot be written; the old one is then still there
     */
    public void save(Path folder) {
        open(() -> {
            Tensor parameters = session.parameters();
            ModelParts.write(folder, session.layout(), parameters, tokenizer, origin, windows);
            return folder;
        });
    }

    private DatasetEncoder encoder() {
        return DatasetEncoder.of(tokenizer, config().labels(), windows);
    }

    private TagScheme scheme() {
        return ModelParts.schemeOf(config().labels());
    }

    private <T> T open(Supplier<T> work) {
        lock.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("model: it is closed\nMaybe close it after its last use.");
            }
            return work.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                session.close();
                tokenizer.close();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }
}
