package io.dcsdk.optimizer.report;

import io.dcsdk.design.ItemCount;
import io.dcsdk.design.Plan;
import io.dcsdk.optimizer.report.Block.Column;
import io.dcsdk.optimizer.report.Block.Paragraph;
import io.dcsdk.optimizer.report.Block.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A plan in a few sentences. */
final class SummarySection {
    private static final Set<String> COUNTED = Set.of("server", "storage", "switch", "rack", "cooling");

    private SummarySection() {}

    static Section of(Plan plan, List<RowUse> uses) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(bought(plan.billOfMaterials())));
        blocks.add(new Paragraph(binding(uses)));
        blocks.add(new Paragraph(ProofSection.sentence(plan)));
        List<List<String>> rows = new ArrayList<>();
        String horizon = plan.problem().finance().horizon().toString();
        rows.add(List.of("C, cost over " + horizon, Shown.money(plan.cost().total())));
        rows.add(List.of("E, energy over " + horizon, Shown.energy(plan.energy().total())));
        rows.add(List.of("λ, weight of energy", plan.problem().lambda().toString()));
        rows.add(List.of("C + λE", Shown.money(plan.objective())));
        rows.add(List.of("Proven lower bound", Shown.money(plan.lowerBound())));
        rows.add(List.of("Gap, at most", Shown.gap(plan.gap().base())));
        rows.add(List.of("Peak power", Shown.power(plan.loads().peak())));
        rows.add(List.of("Mean power", Shown.power(plan.loads().mean())));
        blocks.add(new Table("Key figures", List.of(Column.text("Figure"), Column.figures("Value")), rows));
        return new Section("In short", blocks);
    }

    static String bought(List<ItemCount> lines) {
        List<String> parts = new ArrayList<>();
        for (ItemCount line : lines) {
            if (COUNTED.contains(line.category())) {
                parts.add(Shown.number(line.count()) + " × " + line.name());
            }
        }
        return parts.isEmpty() ? "Nothing needs to be bought." : "To buy: %s.".formatted(Shown.joined(parts));
    }

    static String binding(List<RowUse> uses) {
        List<String> names =
                uses.stream().filter(RowUse::binds).map(RowUse::owner).toList();
        if (names.isEmpty()) {
            return "No requirement or limit binds: each has room for a unit more or less.";
        }
        return "What drives the design: %s. One unit more or less of something bought would break %s."
                .formatted(Shown.joined(names), names.size() == 1 ? "it" : "one of them");
    }
}
