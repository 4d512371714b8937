package io.dcsdk.examples;

import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.optimizer.supply.SupplyDocument;
import io.dcsdk.optimizer.supply.SupplySystem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads the supply that a command is given, or the example that comes with it. */
final class SupplyInput {
    private SupplyInput() {}

    /**
     * Reads a supply; refusals name the file.
     *
     * @param file the file, - for standard input, null for the example
     * @param example its name beside the classes
     * @return the system
     */
    static SupplySystem read(@Nullable String file, String example) {
        if (file == null) {
            return SupplySystem.of(example(example), Path.of(""));
        }
        SupplyDocument document = Input.read(file, SupplyDocument.class);
        if (file.equals("-")) {
            return SupplySystem.of(document, Path.of(""));
        }
        try {
            @Nullable Path folder = Input.path(file).toAbsolutePath().getParent();
            return SupplySystem.of(document, folder == null ? Path.of("") : folder);
        } catch (IllegalArgumentException refused) {
            throw Faults.isBadInput(refused) ? BadInput.inFile(file, refused) : refused;
        }
    }

    private static SupplyDocument example(String name) {
        try (InputStream in = SupplyInput.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(
                        "example (%s): is not beside its class\nMaybe the jar was repackaged without resources."
                                .formatted(name));
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Documents.read(text, name, DocumentFormat.YAML, SupplyDocument.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
