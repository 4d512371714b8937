package io.dcsdk.training.loop;

import io.dcsdk.profile.ProfiledDevice;
import io.dcsdk.quantity.Precision;
import io.dcsdk.training.batch.BatchLoader;
import io.dcsdk.training.batch.BatchPlanner;
import io.dcsdk.training.corpus.Sentence;
import io.dcsdk.training.corpus.synthetic.SyntheticCorpus;
import io.dcsdk.training.encoding.DatasetEncoder;
import io.dcsdk.training.encoding.EncodedDataset;
import io.dcsdk.training.encoding.TokenizerJson;
import io.dcsdk.training.encoding.TokenizerSettings;
import io.dcsdk.training.encoding.WindowPolicy;
import io.dcsdk.training.engine.HuggingFaceSubwords;
import io.dcsdk.training.engine.SessionState;
import io.dcsdk.training.engine.TrainingSession;
import io.dcsdk.training.model.Activation;
import io.dcsdk.training.model.Architecture;
import io.dcsdk.training.model.FreshParameter;
import io.dcsdk.training.model.Head;
import io.dcsdk.training.model.ModelConfig;
import io.dcsdk.training.profile.ProfiledDevices;
import io.dcsdk.training.profile.TrainingMeter;
import io.dcsdk.training.program.StateLayout;
import io.dcsdk.training.record.EvaluatedSet;
import io.dcsdk.training.record.EvaluationRecord;
import io.dcsdk.training.record.RunStart;
import io.dcsdk.training.record.TrainingListener;
import io.dcsdk.training.schedule.Decay;
import io.dcsdk.training.schedule.LearningRate;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A tiny model, 16 rows of data, and what a loop needs besides. */
final class LoopFixture {
    static final int BATCHES = 4;

    private static final SyntheticCorpus CORPUS = SyntheticCorpus.generate(3, 16, 1, 1);
    private static final List<String> LABELS = List.of("O", "B-LOC", "I-LOC", "B-ORG", "I-ORG", "B-PER", "I-PER");
    private static final TokenizerJson TOKENIZER =
            TokenizerJson.wordPiece(CORPUS.vocabulary(400), TokenizerSettings.ofLowerCase(false), "the tests");
    static final ModelConfig MODEL = new ModelConfig(
            Architecture.BERT,
            Head.TOKEN_CLASSIFICATION,
            TOKENIZER.vocabularySize(),
            16,
            1,
            2,
            24,
            512,
            2,
            0,
            1e-12,
            Activation.GELU,
            0,
            0,
            0,
            0.02,
            LABELS);
    static final StateLayout LAYOUT = StateLayout.of(MODEL);
    private static final EncodedDataset ROWS = rows();

    private LoopFixture() {}

    private static EncodedDataset rows() {
        try (HuggingFaceSubwords tokenizer = HuggingFaceSubwords.of(TOKENIZER)) {
            return DatasetEncoder.of(tokenizer, LABELS, WindowPolicy.ofMaxLength(512))
                    .encode(
                            CORPUS.train().sentences().stream()
                                    .map(Sentence::words)
                                    .toList(),
                            CORPUS.train().sentences().stream()
                                    .map(Sentence::tags)
                                    .toList());
        }
    }

    static SessionState start() {
        return SessionState.fresh(LAYOUT.flatten(parameter -> FreshParameter.of(MODEL, parameter, 5)));
    }

    static LoopSettings settings(int epochs, int patience, long checkpointEvery, int readEvery) {
        return new LoopSettings(
                epochs,
                1,
                11,
                new LearningRate(Decay.LINEAR, 1e-2, 0, (long) epochs * BATCHES),
                List.of(),
                patience,
                checkpointEvery,
                readEvery,
                Map.of("seed", "11"));
    }

    static LoopParts parts(
            TrainingSession session, Optional<Validation> validation, ModelKeeper keeper, Optional<Path> states) {
        ProfiledDevice device = ProfiledDevices.processors(Optional.empty());
        return new LoopParts(
                session,
                BatchLoader.of(ROWS, 0),
                epoch -> BatchPlanner.ofSentences(4).shuffled(ROWS.lengths(), 11, epoch),
                validation,
                keeper,
                states,
                RunStart.fresh(1000, 100, LAYOUT.parameterCount(), "cpu", Precision.FP32, 11, Map.of()),
                new TrainingListener() {},
                TrainingMeter.of(MODEL, device, Precision.FP32),
                () -> false);
    }

    static EvaluationRecord scored(long step, int epoch, double f1) {
        return new EvaluationRecord(
                EvaluatedSet.VALIDATION, step, epoch, 1, f1, f1, f1, f1, Map.of(), Duration.ofMillis(1));
    }
}
