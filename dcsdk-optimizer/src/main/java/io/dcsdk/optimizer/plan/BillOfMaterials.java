package io.dcsdk.optimizer.plan;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.FabricChoice;
import io.dcsdk.design.ItemCount;
import io.dcsdk.design.Selection;
import io.dcsdk.design.SupplyUse;
import io.dcsdk.energy.Supply;
import io.dcsdk.item.CatalogItem;
import io.dcsdk.network.NetworkSwitch;
import io.dcsdk.quantity.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lists a selection as lines with counts and purchase prices. */
public final class BillOfMaterials {
    private final Catalog catalog;
    private final List<ItemCount> lines = new ArrayList<>();

    private BillOfMaterials(Catalog catalog) {
        this.catalog = catalog;
    }

    /**
     * Lists a selection.
     *
     * @param problem the problem, with its catalogue
     * @param selection what is chosen
     * @return a line for each item, in the order of the catalogue
     */
    public static List<ItemCount> of(DesignProblem problem, Selection selection) {
        BillOfMaterials bill = new BillOfMaterials(problem.items());
        bill.counted("server", bill.catalog.servers(), selection.servers(), item -> item.price());
        bill.counted("storage", bill.catalog.storage(), selection.storage(), item -> item.price());
        selection.fabric().ifPresent(bill::fabric);
        if (selection.racks() > 0) {
            Money price =
                    problem.siteOrUnlimited().rackPrice().orElse(Money.ZERO).times(selection.racks());
            bill.lines.add(new ItemCount("rack", "rack", "Rack", selection.racks(), "", price));
        }
        selection
                .cooling()
                .ifPresent(choice -> bill.counted(
                        "cooling",
                        bill.catalog.cooling(),
                        Map.of(choice.system(), choice.units()),
                        item -> item.unitPrice()));
        bill.catalog
                .supplies()
                .forEach(supply -> bill.supply(supply, selection.supplies().get(supply.id())));
        bill.catalog.controls().stream()
                .filter(control -> selection.controls().contains(control.id()))
                .forEach(control ->
                        bill.lines.add(new ItemCount("control", control.id(), control.name(), 1, "", control.price())));
        problem.environments()
                .forEach(environment -> bill.lines.add(
                        new ItemCount("software", environment.id(), environment.name(), 1, "", Money.ZERO)));
        return bill.lines;
    }

    private <I extends CatalogItem> void counted(
            String category, List<I> items, Map<String, Long> counts, Function<I, Money> price) {
        for (I item : items) {
            long count = counts.getOrDefault(item.id(), 0L);
            if (count > 0) {
                lines.add(new ItemCount(
                        category,
                        item.id(),
                        item.name(),
                        count,
                        "",
                        price.apply(item).times(count)));
            }
        }
    }

    private void supply(Supply supply, @Nullable SupplyUse use) {
        if (use != null) {
            lines.add(new ItemCount(
                    "supply",
                    supply.id(),
                    supply.name(),
                    1,
                    "%s, mean output %s".formatted(use.capacity(), use.meanOutput()),
                    use.capacity().times(supply.price())));
        }
    }

    private void fabric(FabricChoice fabric) {
        NetworkSwitch item = catalog.switches().stream()
                .filter(candidate -> candidate.id().equals(fabric.networkSwitch()))
                .findFirst()
                .orElseThrow();
        String detail = "%d leaf, %d spine, %d core for %d ports"
                .formatted(fabric.leaf(), fabric.spine(), fabric.core(), fabric.endpoints());
        lines.add(new ItemCount(
                "switch",
                item.id(),
                item.name(),
                fabric.switches(),
                detail,
                item.price().times(fabric.switches())));
        lines.add(new ItemCount(
                "cable",
                item.id(),
                "Links of " + item.name(),
                fabric.cables(),
                "",
                item.cablePrice().times(fabric.cables())));
    }
}
