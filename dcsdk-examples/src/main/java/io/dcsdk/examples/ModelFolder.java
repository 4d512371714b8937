package io.dcsdk.examples;

import io.dcsdk.training.checkpoint.Checkpoint;
import io.dcsdk.training.hub.ModelHub;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which model a command works on: a folder, or a name on the hub, whose folder is fetched first. */
final class ModelFolder {
    static final String FOLDER = "HuggingFace folder of the model.";
    static final String HUB_NAME = "NAME[@REVISION]";
    static final String HUB = "Model on the HuggingFace hub, fetched into the usual cache (HF_HOME, HF_ENDPOINT, "
            + "HF_HUB_OFFLINE and the like are heeded).";

    @Option(names = "--model", paramLabel = "DIR", description = FOLDER)
    private @Nullable String model;

    @Option(names = "--hub", paramLabel = HUB_NAME, description = HUB)
    private @Nullable String hub;

    ModelFolder() {}

    /** The checkpoint in the folder, its headers checked: what is wrong with the path shows before the engine starts. */
    Checkpoint checkpoint(PrintWriter messages) {
        return checkpoint(model, hub, messages);
    }

    /** The same of options that stand elsewhere; exactly one of the two is given. */
    static Checkpoint checkpoint(@Nullable String model, @Nullable String hub, PrintWriter messages) {
        return Checkpoint.open(hub == null ? Input.path(String.valueOf(model)) : fetch(hub, messages));
    }

    private static Path fetch(String name, PrintWriter messages) {
        int at = name.indexOf('@');
        Set<String> told = new HashSet<>();
        ModelHub found = ModelHub.fromEnvironment().withListener(progress -> {
            if (told.add(progress.file())) {
                messages.printf("Fetching %s: %s, %,d bytes%n", name, progress.file(), progress.fileSize());
                messages.flush();
            }
        });
        return at < 0 ? found.fetch(name) : found.fetch(name.substring(0, at), name.substring(at + 1));
    }
}
