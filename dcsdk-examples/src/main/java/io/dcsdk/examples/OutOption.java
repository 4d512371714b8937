package io.dcsdk.examples;

import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where an answer and its proof are saved. */
final class OutOption {
    @Option(names = "--out", paramLabel = "FILE", description = "Saves the answer and its proof as .json or .yaml.")
    private @Nullable String out;

    OutOption() {}

    /** The file, if one is named; refuses one that cannot be written before the work, not after it. */
    @Nullable
    Path target() {
        if (out == null) {
            return null;
        }
        DocumentFormat.ofFileName(out);
        return Input.writable("--out", out);
    }

    /** Saves a document and says so; {@code what} was not found where there is none. */
    static void save(Path target, Optional<?> document, String what, PrintWriter messages) {
        if (document.isEmpty()) {
            messages.printf("Nothing to save in %s: no %s was found.%n", target, what);
            return;
        }
        Documents.write(target, document.get());
        messages.printf("Saved %s%n", target);
    }
}
