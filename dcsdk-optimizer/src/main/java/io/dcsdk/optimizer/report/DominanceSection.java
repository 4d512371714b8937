package io.dcsdk.optimizer.report;

import io.dcsdk.catalog.Catalog;
import io.dcsdk.design.DesignProblem;
import io.dcsdk.optimizer.dominance.Dominance;
import io.dcsdk.optimizer.dominance.DominatedItem;
import io.dcsdk.optimizer.dominance.IdleItem;
import io.dcsdk.optimizer.dominance.Margin;
import io.dcsdk.optimizer.report.Block.Column;
import io.dcsdk.optimizer.report.Block.Paragraph;
import io.dcsdk.optimizer.report.Block.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which items another one beats in every respect, and by how much. */
final class DominanceSection {
    private DominanceSection() {}

    static Section of(DesignProblem problem, Dominance dominance) {
        Catalog catalog = problem.items();
        int choices = catalog.servers().size()
                + catalog.storage().size()
                + catalog.switches().size()
                + catalog.cooling().size()
                + catalog.supplies().size()
                + catalog.controls().size();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(
                ("Of the %s items to choose from in catalogue %s, %s %s beaten by another one in every respect that counts here, and %s"
                                + " %s nothing that is asked for. The rest is left to the search. The proof does not rest on this.")
                        .formatted(
                                Shown.number(choices),
                                catalog.name(),
                                Shown.number(dominance.dominated().size()),
                                dominance.dominated().size() == 1 ? "is" : "are",
                                Shown.number(dominance.idle().size()),
                                dominance.idle().size() == 1 ? "gives" : "give")));
        if (!dominance.dominated().isEmpty()) {
            blocks.add(new Table(
                    "Beaten in every respect",
                    List.of(Column.text("Item"), Column.text("Beaten by"), Column.text("Where, and by how much")),
                    dominance.dominated().stream()
                            .map(item -> List.of(
                                    PlanFacts.name(problem, item.id()),
                                    PlanFacts.name(problem, item.by()),
                                    margins(item)))
                            .toList()));
        }
        if (!dominance.idle().isEmpty()) {
            Map<String, List<String>> names = new LinkedHashMap<>();
            for (IdleItem item : dominance.idle()) {
                names.computeIfAbsent(item.reason(), absent -> new ArrayList<>())
                        .add(PlanFacts.name(problem, item.id()));
            }
            List<List<String>> rows = new ArrayList<>();
            names.forEach((reason, items) -> rows.add(List.of(reason, String.join("; ", items))));
            blocks.add(new Table("Of no use here", List.of(Column.text("Why"), Column.text("Items")), rows));
        }
        return new Section("What was passed over", blocks);
    }

    private static String margins(DominatedItem item) {
        if (item.isTie()) {
            return "equal in all that counts; the first in the catalogue stays";
        }
        List<String> better = new ArrayList<>();
        List<String> ties = new ArrayList<>();
        for (Margin margin : item.margins()) {
            if (margin.isTie()) {
                ties.add(margin.respect());
            } else {
                better.add("%s %s against %s"
                        .formatted(
                                margin.respect(),
                                Shown.text(margin.better(), margin.unit()),
                                Shown.text(margin.beaten(), margin.unit())));
            }
        }
        return String.join("; ", better) + (ties.isEmpty() ? "" : "; equal in " + Shown.joined(ties));
    }
}
