package io.dcsdk.examples;

import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import io.dcsdk.uncertainty.ExpansionProblem;
import io.dcsdk.uncertainty.ScenarioProblem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The problems of {@code scenarios} and {@code expand} that come with the command line, as files to copy and edit. */
final class UncertainExample {
    static final String SCENARIOS = "scenarios-example.yaml";
    static final String EXPANSION = "expansion-example.yaml";

    private UncertainExample() {}

    static ScenarioProblem scenarios() {
        return Documents.read(text(SCENARIOS), SCENARIOS, DocumentFormat.YAML, ScenarioProblem.class);
    }

    static ExpansionProblem expansion() {
        return Documents.read(text(EXPANSION), EXPANSION, DocumentFormat.YAML, ExpansionProblem.class);
    }

    static String text(String file) {
        try (InputStream in = UncertainExample.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(
                        "example (%s): is not beside its class\nMaybe the jar was repackaged without resources."
                                .formatted(file));
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
