package io.dcsdk.examples;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.catalog.CatalogOverlay;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What can be bought: the catalogue that a problem holds, else the built-in one, and a file over it. */
final class CatalogOption {
    @Option(
            names = "--catalog",
            paramLabel = "FILE",
            description = "Items to add to the catalogue, or to replace its items of the same id.")
    private @Nullable String catalog;

    CatalogOption() {}

    Catalog items(Optional<Catalog> stated) {
        Catalog base = stated.orElseGet(Catalog::builtIn);
        return catalog == null ? base : base.with(Input.read(catalog, CatalogOverlay.class));
    }
}
