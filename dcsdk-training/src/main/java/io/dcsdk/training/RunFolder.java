package io.dcsdk.training;

import io.dcsdk.document.Documents;
import io.dcsdk.profile.TrainingProfile;
import io.dcsdk.training.files.FolderLock;
import io.dcsdk.training.files.Folders;
import io.dcsdk.training.record.TrainingListener;
import io.dcsdk.training.record.history.History;
import io.dcsdk.training.record.history.HistoryWriter;
import io.dcsdk.training.record.tensorboard.TensorBoardWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of a run: the model as a HuggingFace folder at its top, {@code checkpoints/} with the states, history and
 * learning curve, {@code tensorboard/} with events.
 */
final class RunFolder implements AutoCloseable {
    private static final String STATES = "checkpoints";

    private final Path folder;

    private final FolderLock lock;

    private RunFolder(Path folder, FolderLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /** Opens or makes the folder; refuses one with other content than the run that is resumed, and one in use. */
    static RunFolder open(Path folder, boolean resume) {
        Folders.create(folder);
        FolderLock lock = FolderLock.take(folder);
        try {
            requireUsable(folder, resume);
            return new RunFolder(folder, lock);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static void requireUsable(Path folder, boolean resume) {
        if (!resume && !isEmpty(folder)) {
            String what = Files.isDirectory(folder.resolve(STATES)) ? "it holds a run already" : "it is not empty";
            throw new TrainingException("output (%s) of the trainer: %s\nMaybe resume it, or choose another folder."
                    .formatted(folder, what));
        }
        if (resume && holdsModel(folder) && !holdsRun(folder)) {
            throw new TrainingException(
                    "output (%s) of the trainer: it holds a model but no run that could be resumed\nMaybe choose another folder."
                            .formatted(folder));
        }
    }

    private static boolean holdsModel(Path folder) {
        return Files.exists(folder.resolve("config.json")) || Files.exists(folder.resolve("model.safetensors"));
    }

    private static boolean holdsRun(Path folder) {
        return Files.exists(folder.resolve(History.JOURNAL)) || Files.exists(folder.resolve(STATES));
    }

    private static boolean isEmpty(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.allMatch(entry -> entry.endsWith(FolderLock.NAME));
        } catch (IOException e) {
            throw new TrainingException(
                    "output (%s) of the trainer: it cannot be read (%s)\nMaybe check its permissions."
                            .formatted(folder, e.getMessage()),
                    e);
        }
    }

    Path model() {
        return folder;
    }

    Path states() {
        return folder.resolve(STATES);
    }

    List<TrainingListener> listeners() {
        return List.of(HistoryWriter.in(folder), TensorBoardWriter.in(folder.resolve("tensorboard")));
    }

    @Override
    public void close() {
        lock.close();
    }

    void writeProfile(TrainingProfile profile) {
        Documents.write(folder.resolve("profile.json"), profile);
    }
}
