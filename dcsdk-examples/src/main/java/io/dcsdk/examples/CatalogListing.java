package io.dcsdk.examples;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.item.CatalogItem;
import io.dcsdk.item.Figure;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The catalogue as tables, one for each category, with the figures that tell its items apart. */
final class CatalogListing {
    private static final int[] WIDEST = {26, 22, 16, 16, 60};

    private final PrintWriter out;

    CatalogListing(PrintWriter out) {
        this.out = out;
    }

    void print(Catalog catalog) {
        out.printf("Catalogue %s: %d items%n", catalog.name(), catalog.items().size());
        category("Accelerators", catalog.accelerators(), "memory", "memoryBandwidth", "maxPower");
        category("Servers", catalog.servers(), "accelerator", "maxPower", "price");
        category("Software", catalog.software(), "fixed", "perServer", "perAccelerator");
        category("Storage units", catalog.storage(), "rawCapacity", "readRate", "price");
        category("Switches", catalog.switches(), "ports", "portRate", "price");
        category("Cooling systems", catalog.cooling(), "overhead", "unitCapacity", "unitPrice");
        category("Supplies", catalog.supplies(), "tariff", "carbonIntensity", "price");
        category("Security controls", catalog.controls(), "kind", "annual", "staff");
        out.println();
        out.println("Prices are estimates. Figures with their sources: catalog show ID.");
    }

    private void category(String title, List<? extends CatalogItem> items, String... figures) {
        if (items.isEmpty()) {
            return;
        }
        out.printf("%n%s%n", title);
        List<String> headings = new ArrayList<>(List.of("id"));
        for (String figure : figures) {
            headings.add(">" + figure);
        }
        headings.add("name");
        TextTable table = new TextTable(headings, WIDEST);
        for (CatalogItem item : items) {
            Map<String, String> texts = item.figures().stream()
                    .collect(Collectors.toMap(Figure::path, Figure::text, (first, second) -> first));
            List<String> cells = new ArrayList<>(List.of(item.id()));
            for (String figure : figures) {
                cells.add(Rounded.text(texts.getOrDefault(figure, "-")));
            }
            cells.add(item.name());
            table.row(cells.toArray(String[]::new));
        }
        table.lines().forEach(out::println);
    }
}
