package io.dcsdk.optimizer.report;

import io.dcsdk.optimizer.explanation.Change;
import io.dcsdk.optimizer.explanation.Explanation;
import io.dcsdk.optimizer.explanation.Repair;
import io.dcsdk.optimizer.explanation.RepairDrawing;
import io.dcsdk.optimizer.explanation.RepairedPlan;
import io.dcsdk.optimizer.explanation.SingleRepair;
import io.dcsdk.optimizer.report.Block.Bullets;
import io.dcsdk.optimizer.report.Block.Paragraph;
import io.dcsdk.optimizer.report.Block.Picture;
import java.util.ArrayList;
import java.util.List;

/** What would have to give. */
final class RepairSection {
    private RepairSection() {}

    static Section of(Explanation explanation) {
        List<Block> blocks = new ArrayList<>();
        if (explanation.unrepairable()) {
            blocks.add(new Paragraph("It is proven that no changes of what may move make the problem feasible."));
        } else if (explanation.cheapest().isEmpty()) {
            blocks.add(new Paragraph("No way out was found in time."));
        }
        explanation.cheapest().ifPresent(repair -> {
            blocks.add(new Paragraph("The smallest changes, relative to the figures that move:"));
            repair(blocks, repair);
            blocks.add(new Paragraph("They sum to %s; %s."
                    .formatted(
                            Shown.percent(repair.price()),
                            repair.best()
                                    ? "it is proven that less does not do"
                                    : "it is proven that %s is needed".formatted(Shown.percent(repair.leastPrice())))));
            blocks.add(new Picture(RepairDrawing.of(explanation)));
        });
        if (!explanation.singles().isEmpty()) {
            blocks.add(new Paragraph("One change alone:"));
            blocks.add(Bullets.of(
                    explanation.singles().stream().map(SingleRepair::describe).toList()));
        }
        explanation.fewest().filter(repair -> repair.changes().size() > 1).ifPresent(repair -> {
            blocks.add(new Paragraph("The fewest changes%s:".formatted(repair.best() ? ", proven" : " known")));
            repair(blocks, repair);
        });
        return new Section("What would have to give", blocks);
    }

    private static void repair(List<Block> blocks, Repair repair) {
        blocks.add(Bullets.of(repair.changes().stream().map(Change::describe).toList()));
        blocks.add(new Paragraph(
                repair.plan().map(RepairSection::outcome).orElseGet(() -> "Then there is a design, with C of %s."
                        .formatted(Shown.money(repair.witness().cost())))));
    }

    private static String outcome(RepairedPlan plan) {
        return "Then the best design found costs C = %s, C + λE = %s; at least %s is proven."
                .formatted(Shown.money(plan.cost()), Shown.money(plan.objective()), Shown.money(plan.lowerBound()));
    }
}
