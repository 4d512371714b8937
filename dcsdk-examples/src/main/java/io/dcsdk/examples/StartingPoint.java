package io.dcsdk.examples;

import io.dcsdk.training.NerTrainer;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What training starts from: a model, or nothing but a shape. */
final class StartingPoint {
    // Not ModelFolder, a group of its own: picocli tells of a wrong pair in plain words only within one group.
    @Option(names = "--model", paramLabel = "DIR", description = ModelFolder.FOLDER)
    private @Nullable String model;

    @Option(names = "--hub", paramLabel = ModelFolder.HUB_NAME, description = ModelFolder.HUB)
    private @Nullable String hub;

    @ArgGroup(exclusive = false, multiplicity = "1")
    private @Nullable FreshModel fresh;

    StartingPoint() {}

    NerTrainer trainer(PrintWriter messages) {
        return fresh == null ? NerTrainer.from(ModelFolder.checkpoint(model, hub, messages)) : fresh.trainer();
    }
}
