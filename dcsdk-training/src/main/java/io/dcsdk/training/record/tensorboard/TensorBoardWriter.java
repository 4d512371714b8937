package io.dcsdk.training.record.tensorboard;

import io.dcsdk.training.record.EpochRecord;
import io.dcsdk.training.record.EvaluatedSet;
import io.dcsdk.training.record.EvaluationRecord;
import io.dcsdk.training.record.RecordException;
import io.dcsdk.training.record.RunEnd;
import io.dcsdk.training.record.RunStart;
import io.dcsdk.training.record.StepRecord;
import io.dcsdk.training.record.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the scalars of a run as an event file for TensorBoard.
 *
 * <p>Tags: {@code train/loss}, {@code train/learning_rate}, {@code train/gradient_norm}; {@code throughput/sentences_per_second},
 * {@code throughput/tokens_per_second}, {@code throughput/padding_share}; {@code epoch/train_loss}; and for the validation
 * set {@code eval/loss}, {@code eval/precision}, {@code eval/recall}, {@code eval/f1}, {@code eval/token_accuracy},
 * {@code eval/f1/TYPE}; the same with {@code test/} for the test set. TensorBoard's scalars are single precision.
 *
 * <p>Every run makes a new file, also when it is resumed. The file begins by declaring void what earlier files in the
 * folder hold after the point of resumption, all of it if the run is fresh, so TensorBoard shows no step twice. Values reach the operating system, where they
 * outlive a killed process, with every evaluation and epoch and at least every {@value #FLUSH_SECONDS} seconds in which
 * something happens; the disk at the end of the run. For one run at a time.
 */
public final class TensorBoardWriter implements TrainingListener {
    /** The most seconds for which values are kept back while training goes on. */
    public static final int FLUSH_SECONDS = 10;

    private static final Duration FLUSH_INTERVAL = Duration.ofSeconds(FLUSH_SECONDS);

    private final Path folder;
    private final Clock clock;

    private @Nullable EventFile file;
    private Instant flushed = Instant.EPOCH;

    TensorBoardWriter(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * A writer into a folder, which is made with its parents when the run starts.
     *
     * @param folder where to; what TensorBoard calls a run has the name of this folder
     * @return the listener
     */
    public static TensorBoardWriter in(Path folder) {
        return new TensorBoardWriter(folder, Clock.systemUTC());
    }

    /**
     * Makes the event file.
     *
     * @throws RecordException if it cannot be written
     * @throws IllegalStateException if another run is under way
     */
    @Override
    public void onStart(RunStart start) {
        if (file != null) {
            throw new IllegalStateException(
                    "event file (%s): its run has not finished\nMaybe use a writer for each run."
                            .formatted(file.path()));
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw RecordException.ofFile(folder, "made", e);
        }
        Instant now = clock.instant();
        EventFile created = EventFile.create(EventFileName.next(folder, now));
        created.append(EventEncoder.version(now));
        // A fresh run says it too: one of TensorBoard's readers takes only the second such event for a resumption.
        created.append(EventEncoder.restart(now, start.resumed() ? start.stepsDone() + 1 : 0));
        file = created;
        flush(now);
    }

    /**
     * Writes the scalars of the steps, at the last of them.
     *
     * @throws RecordException if the file cannot be written
     */
    @Override
    public void onStep(StepRecord step) {
        Map<String, Double> scalars = new LinkedHashMap<>();
        scalars.put("train/loss", step.loss());
        scalars.put("train/learning_rate", step.learningRate());
        scalars.put("train/gradient_norm", step.gradientNorm());
        scalars.put("throughput/sentences_per_second", step.sentencesPerSecond());
        scalars.put("throughput/tokens_per_second", step.tokensPerSecond());
        scalars.put("throughput/padding_share", step.paddingShare());
        write(step.step(), scalars, false);
    }

    /**
     * Writes the scores.
     *
     * @throws RecordException if the file cannot be written
     */
    @Override
    public void onEvaluation(EvaluationRecord evaluation) {
        String prefix = evaluation.set() == EvaluatedSet.VALIDATION ? "eval/" : "test/";
        Map<String, Double> scalars = new LinkedHashMap<>();
        scalars.put(prefix + "loss", evaluation.loss());
        scalars.put(prefix + "precision", evaluation.precision());
        scalars.put(prefix + "recall", evaluation.recall());
        scalars.put(prefix + "f1", evaluation.f1());
        scalars.put(prefix + "token_accuracy", evaluation.tokenAccuracy());
        evaluation.f1ByType().forEach((type, f1) -> scalars.put(prefix + "f1/" + type, f1));
        write(evaluation.step(), scalars, true);
    }

    /**
     * Writes the mean loss of the epoch.
     *
     * @throws RecordException if the file cannot be written
     */
    @Override
    public void onEpoch(EpochRecord epoch) {
        write(epoch.step(), Map.of("epoch/train_loss", epoch.trainLoss()), true);
    }

    /**
     * Closes the file.
     *
     * @throws RecordException if it cannot be written
     */
    @Override
    public void onFinish(RunEnd end) {
        if (file != null) {
            EventFile closing = file;
            file = null;
            closing.close();
        }
    }

    private void write(long step, Map<String, Double> scalars, boolean now) {
        if (file == null) {
            throw new IllegalStateException(
                    "event file in %s: its run has not started\nMaybe call onStart first.".formatted(folder));
        }
        Instant time = clock.instant();
        file.append(EventEncoder.scalars(time, step, scalars));
        if (now || Duration.between(flushed, time).compareTo(FLUSH_INTERVAL) >= 0) {
            flush(time);
        }
    }

    private void flush(Instant time) {
        if (file != null) {
            file.flush();
            flushed = time;
        }
    }
}
