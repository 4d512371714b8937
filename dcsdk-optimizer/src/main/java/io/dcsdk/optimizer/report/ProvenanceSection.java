package io.dcsdk.optimizer.report;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.Provenance;
import io.dcsdk.optimizer.report.Block.Column;
import io.dcsdk.optimizer.report.Block.Paragraph;
import io.dcsdk.optimizer.report.Block.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Where a report comes from. */
final class ProvenanceSection {
    private ProvenanceSection() {}

    static Section of(DesignProblem problem, Provenance provenance) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Problem", problem.name()));
        rows.add(List.of("Catalogue", problem.items().name()));
        rows.add(List.of("SHA-256 of the problem", provenance.inputHash()));
        rows.add(List.of("SHA-256 of the algebra", provenance.modelHash()));
        rows.add(List.of(
                "Seed", provenance.seed() == 0 ? "none: nothing was random" : String.valueOf(provenance.seed())));
        provenance.versions().forEach((name, version) -> rows.add(List.of("Version of " + name, version)));
        rows.add(List.of("System", provenance.operatingSystem()));
        Set<String> estimated = new TreeSet<>();
        problem.items().items().forEach(item -> item.sources().stream()
                .filter(source -> source.estimate())
                .forEach(source -> estimated.add(item.id())));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Table("Provenance", List.of(Column.text("What"), Column.text("Value")), rows));
        if (!estimated.isEmpty()) {
            blocks.add(new Paragraph(
                    "Some figures of %s of the catalogue's items are estimates; each is marked in its sources."
                            .formatted(Shown.number(estimated.size()))));
        }
        return new Section("Where this comes from", blocks);
    }
}
