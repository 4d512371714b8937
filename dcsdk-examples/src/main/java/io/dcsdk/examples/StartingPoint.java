package io.dcsdk.examples;

import io.dcsdk.training.NerTrainer;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;

/** What training starts from: a model, or nothing but a shape. */
final class StartingPoint {
    @ArgGroup(multiplicity = "1")
    private @Nullable ModelFolder model;

    @ArgGroup(exclusive = false, multiplicity = "1")
    private @Nullable FreshModel fresh;

    StartingPoint() {}

    NerTrainer trainer(PrintWriter messages) {
        if (model != null) {
            return NerTrainer.from(model.checkpoint(messages));
        }
        if (fresh != null) {
            return fresh.trainer();
        }
        throw new IllegalStateException("start: picocli let neither a model nor a shape through");
    }
}
