package io.dcsdk.catalog;

import io.dcsdk.document.DocumentFormat;
import io.dcsdk.document.Documents;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Holds the built-in catalogue; a class of its own, so that it is read when first asked for. */
final class BuiltInCatalog {
    private static final String RESOURCE = "builtin.yaml";

    static final Catalog INSTANCE = load();

    private BuiltInCatalog() {}

    private static Catalog load() {
        try (InputStream in = BuiltInCatalog.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(
                        "built-in catalogue (%s): is not beside its class\nMaybe the jar was repackaged without resources."
                                .formatted(RESOURCE));
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Documents.read(text, RESOURCE, DocumentFormat.YAML, Catalog.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
