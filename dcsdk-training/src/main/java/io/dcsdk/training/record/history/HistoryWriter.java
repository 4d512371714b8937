package io.dcsdk.training.record.history;

import io.dcsdk.training.record.EpochRecord;
import io.dcsdk.training.record.EvaluationRecord;
import io.dcsdk.training.record.RecordException;
import io.dcsdk.training.record.RunEnd;
import io.dcsdk.training.record.RunStart;
import io.dcsdk.training.record.StepRecord;
import io.dcsdk.training.record.TrainingListener;
import io.dcsdk.training.record.chart.LearningCurve;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the history of a run in its folder.
 *
 * <p>{@value History#JOURNAL} grows by a line with every record. A line is handed to the operating system at once, so that
 * it outlives a killed process, and brought onto the disk at the end of every epoch. From it are made, whole and
 * atomically, at the end of every epoch and of the run:
 *
 * <ul>
 *   <li>{@value #STEPS_CSV}, {@value #EPOCHS_CSV} and {@value #EVALUATIONS_CSV}, for spreadsheets;
 *   <li>{@value #JSON}, the same as one document;
 *   <li>{@value #CURVE}, the learning curve.
 * </ul>
 *
 * <p>When a run is resumed, the records after the point of resumption are taken out of the journal, for those steps are done
 * again; so the files of a run that was killed and resumed tell every step once. For one run at a time.
 */
public final class HistoryWriter implements TrainingListener {
    /** The name of the table of steps. */
    public static final String STEPS_CSV = "steps.csv";

    /** The name of the table of epochs. */
    public static final String EPOCHS_CSV = "epochs.csv";

    /** The name of the table of evaluations. */
    public static final String EVALUATIONS_CSV = "evaluations.csv";

    /** The name of the history as one JSON document. */
    public static final String JSON = "history.json";

    /** The name of the picture. */
    public static final String CURVE = "learning-curve.svg";

    private static final Logger LOG = LoggerFactory.getLogger(HistoryWriter.class);

    private final Path folder;
    private final Path file;
    private HistoryBuilder builder = new HistoryBuilder();
    private @Nullable JournalAppender journal;

    private HistoryWriter(Path folder) {
        this.folder = folder;
        this.file = folder.resolve(History.JOURNAL);
    }

    /**
     * A writer into a folder, which is made with its parents when the run starts.
     *
     * @param folder the folder of the run
     * @return the listener
     */
    public static HistoryWriter in(Path folder) {
        return new HistoryWriter(folder);
    }

    /**
     * What was told so far, in a resumed run also before it was resumed.
     *
     * @return the history; empty before the start
     */
    public History history() {
        return builder.build();
    }

    /**
     * Begins a journal, or goes on with that of the run that is resumed.
     *
     * @throws RecordException if a fresh run finds the records of another one, or a file cannot be read or written
     * @throws IllegalStateException if another run is under way
     */
    @Override
    public void onStart(RunStart start) {
        if (journal != null) {
            throw new IllegalStateException(
                    "journal (%s): its run has not finished\nMaybe use a writer for each run.".formatted(file));
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw RecordException.ofFile(folder, "made", e);
        }
        List<JournalLine> kept = Files.exists(file) ? kept(start) : List.of();
        HistoryBuilder resumed = new HistoryBuilder();
        resumed.addAll(kept, file);
        resumed.add(start);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        kept.forEach(line -> content.writeBytes(Journal.bytes(line)));
        content.writeBytes(Journal.bytes(JournalLine.of(start)));
        DurableFile.write(file, content.toByteArray());
        builder = resumed;
        journal = JournalAppender.open(file);
    }

    private List<JournalLine> kept(RunStart start) {
        Journal old = Journal.read(file);
        List<JournalLine> lines = old.lines();
        new HistoryBuilder().addAll(lines, file); // a fault is found here, where it has a line number
        if (!start.resumed() && !lines.isEmpty()) {
            throw RecordException.of(
                    "journal",
                    file,
                    "the run",
                    "holds %d records of another run".formatted(lines.size()),
                    "resume that run, or choose another folder.");
        }
        List<JournalLine> kept = lines.stream()
                .filter(line -> line.stepsDone() <= start.stepsDone())
                .toList();
        if (kept.size() < lines.size() || old.tornBytes() > 0) {
            LOG.info(
                    "{}: {} records after step {} taken out, for these steps are done again, and {} bytes of a torn line",
                    file,
                    lines.size() - kept.size(),
                    start.stepsDone(),
                    old.tornBytes());
        }
        return kept;
    }

    /**
     * Adds a line.
     *
     * @throws RecordException if the record does not follow those before, or the journal cannot be written
     */
    @Override
    public void onStep(StepRecord step) {
        JournalAppender its = running();
        builder.add(step);
        its.append(JournalLine.of(step));
    }

    /**
     * Adds a line.
     *
     * @throws RecordException if the record does not follow those before, or the journal cannot be written
     */
    @Override
    public void onEvaluation(EvaluationRecord evaluation) {
        JournalAppender its = running();
        builder.add(evaluation);
        its.append(JournalLine.of(evaluation));
    }

    /**
     * Adds a line and makes the other files.
     *
     * @throws RecordException if the record does not follow those before, or a file cannot be written
     */
    @Override
    public void onEpoch(EpochRecord epoch) {
        JournalAppender its = running();
        builder.add(epoch);
        its.append(JournalLine.of(epoch));
        its.synchronise();
        export();
    }

    /**
     * Adds the last line, makes the other files and closes the journal.
     *
     * @throws RecordException if a file cannot be written
     */
    @Override
    public void onFinish(RunEnd end) {
        if (journal == null) {
            return; // the start had failed
        }
        try (JournalAppender closing = journal) {
            journal = null;
            builder.add(end);
            closing.append(JournalLine.of(end));
            closing.synchronise();
        }
        export();
    }

    private JournalAppender running() {
        if (journal == null) {
            throw new IllegalStateException(
                    "journal (%s): its run has not started\nMaybe call onStart first.".formatted(file));
        }
        return journal;
    }

    private void export() {
        History history = builder.build();
        write(STEPS_CSV, history.stepsCsv());
        write(EPOCHS_CSV, history.epochsCsv());
        write(EVALUATIONS_CSV, history.evaluationsCsv());
        write(JSON, history.toJson());
        if (!history.steps().isEmpty() || !history.evaluations().isEmpty()) {
            write(
                    CURVE,
                    LearningCurve.of(history.steps(), history.evaluations()).toSvg());
        }
    }

    /** They are made from the journal, so training need not wait until they are on the disk. */
    private void write(String name, String text) {
        DurableFile.replace(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }
}
