package io.dcsdk.examples;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.catalog.CatalogOverlay;
import io.dcsdk.document.Documents;
import io.dcsdk.item.CatalogItem;
import io.dcsdk.item.ItemException;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code catalog}: what can be bought. */
@Command(
        name = "catalog",
        mixinStandardHelpOptions = true,
        description = "Lists the built-in catalogue, shows an item with its sources, or checks a file of items.")
final class CatalogCommand implements Runnable {
    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    CatalogCommand() {}

    @Override
    public void run() {
        list(json);
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "All items by category (the default).")
    void list(@Option(names = "--json", description = "Prints JSON.") boolean asJson) {
        PrintWriter out = spec.commandLine().getOut();
        if (asJson || json) {
            out.print(Documents.toJson(Catalog.builtIn()));
        } else {
            new CatalogListing(out).print(Catalog.builtIn());
        }
    }

    @Command(name = "show", mixinStandardHelpOptions = true, description = "One item with the source of each figure.")
    void show(
            @Parameters(paramLabel = "ID", description = "Identifier, as list prints it.") String id,
            @Option(names = "--json", description = "Prints JSON.") boolean asJson) {
        CatalogItem item = Catalog.builtIn().find(id).orElseThrow(() -> unknown(id));
        PrintWriter out = spec.commandLine().getOut();
        if (asJson || json) {
            out.print(Documents.toJson(item));
        } else {
            out.println(item.describe());
        }
    }

    private static BadInput unknown(String id) {
        String wanted = id.toLowerCase(java.util.Locale.ROOT);
        String near = Catalog.builtIn().items().stream()
                .filter(item -> item.id().contains(wanted)
                        || item.name().toLowerCase(java.util.Locale.ROOT).contains(wanted))
                .map(CatalogItem::id)
                .collect(Collectors.joining(", "));
        return new BadInput(
                "id (%s) of catalogue built-in".formatted(id),
                "is unknown",
                wanted.isBlank() || near.isEmpty() ? "see catalog list." : "you mean one of " + near + ".");
    }

    private record Validated(boolean valid, String name, List<String> added, List<String> replaced) {}

    @Command(
            name = "validate",
            mixinStandardHelpOptions = true,
            description = "Checks a file of items against the built-in catalogue; exit code 2 when it is bad.")
    void validate(
            @Parameters(paramLabel = "FILE", description = "YAML or JSON; - for standard input.") String file,
            @Option(names = "--json", description = "Prints JSON.") boolean asJson) {
        CatalogOverlay overlay = Input.read(file, CatalogOverlay.class);
        Catalog base = Catalog.builtIn();
        Catalog merged;
        try {
            merged = base.with(overlay);
        } catch (ItemException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
        List<String> ids = Stream.<List<? extends CatalogItem>>of(
                        overlay.accelerators(),
                        overlay.servers(),
                        overlay.software(),
                        overlay.storage(),
                        overlay.switches(),
                        overlay.cooling(),
                        overlay.supplies(),
                        overlay.controls())
                .flatMap(List::stream)
                .map(CatalogItem::id)
                .toList();
        List<String> replaced =
                ids.stream().filter(id -> base.find(id).isPresent()).toList();
        List<String> added = ids.stream().filter(id -> base.find(id).isEmpty()).toList();
        PrintWriter out = spec.commandLine().getOut();
        if (asJson || json) {
            out.print(Documents.toJson(new Validated(true, overlay.name(), added, replaced)));
        } else {
            out.printf(
                    "%s is valid: %d items, %d with the built-in ones%n",
                    file, ids.size(), merged.items().size());
            out.printf("  added     %s%n", added.isEmpty() ? "none" : String.join(", ", added));
            out.printf("  replaced  %s%n", replaced.isEmpty() ? "none" : String.join(", ", replaced));
        }
    }
}
