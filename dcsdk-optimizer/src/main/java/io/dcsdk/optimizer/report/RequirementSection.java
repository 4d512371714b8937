package io.dcsdk.optimizer.report;

import io.dcsdk.optimizer.explanation.Binding;
import io.dcsdk.optimizer.explanation.BindingLimit;
import io.dcsdk.optimizer.explanation.RequirementWords;
import io.dcsdk.optimizer.explanation.StatedRequirement;
import io.dcsdk.optimizer.report.Block.Bullet;
import io.dcsdk.optimizer.report.Block.Bullets;
import io.dcsdk.optimizer.report.Block.Column;
import io.dcsdk.optimizer.report.Block.Paragraph;
import io.dcsdk.optimizer.report.Block.Picture;
import io.dcsdk.optimizer.report.Block.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was asked for, how far the plan meets it, and what binds. */
final class RequirementSection {
    private RequirementSection() {}

    static Section of(PlanFacts facts, List<RowUse> uses) {
        List<List<String>> rows = new ArrayList<>();
        for (RowUse use : uses) {
            rows.add(List.of(
                    use.owner(),
                    use.asked(),
                    Shown.text(use.amount(), use.unit()),
                    Shown.percent(Shown.decimal(use.share())),
                    Shown.text(use.slack(), use.unit()),
                    use.binds() ? "yes" : "",
                    RequirementWords.meaning(use.owner())));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Table(
                "Requirements and limits, each by its tightest row",
                List.of(
                        Column.text("Name"),
                        Column.text("Asked"),
                        Column.figures("Plan"),
                        Column.figures("Used"),
                        Column.figures("To spare"),
                        Column.text("Binds"),
                        Column.text("Meaning")),
                rows));
        if (!uses.isEmpty()) {
            blocks.add(new Picture(UsePicture.of(uses)));
        }
        blocks.add(
                new Paragraph(
                        "Used is what of the supply is needed, or of the limit is taken. It binds where it holds exactly, "
                                + "or where one unit more or less of something bought would break it: with whole units few hold exactly."));
        List<Bullet> binding = binding(facts);
        if (!binding.isEmpty()) {
            blocks.add(new Bullets(binding));
        }
        List<Bullet> origins = origins(facts, uses);
        if (!origins.isEmpty()) {
            blocks.add(new Paragraph("How the figures came about:"));
            blocks.add(new Bullets(origins));
        }
        return new Section("Requirements and limits", blocks);
    }

    /** Of several rows of one requirement that bind, the one with the least to spare. */
    private static List<Bullet> binding(PlanFacts facts) {
        Map<String, BindingLimit> tightest = new LinkedHashMap<>();
        for (BindingLimit limit : Binding.of(facts.formulation(), facts.point())) {
            tightest.merge(
                    limit.requirement().name(),
                    limit,
                    (old, other) -> other.slack().compareTo(old.slack()) < 0 ? other : old);
        }
        return tightest.values().stream()
                .map(limit -> new Bullet(limit.requirement().name(), words(limit)))
                .toList();
    }

    private static String words(BindingLimit limit) {
        String asked = limit.requirement().amount().orElse(limit.requirement().meaning());
        return "%s, %s."
                .formatted(
                        asked,
                        limit.slack().signum() == 0
                                ? "met exactly"
                                : Shown.text(limit.slack(), limit.unit()) + " to spare");
    }

    private static List<Bullet> origins(PlanFacts facts, List<RowUse> uses) {
        List<Bullet> origins = new ArrayList<>();
        for (StatedRequirement stated : StatedRequirement.of(
                facts.formulation(), uses.stream().map(RowUse::owner).toList())) {
            stated.origin().ifPresent(origin -> origins.add(new Bullet(stated.name(), Shown.prose(origin))));
        }
        return origins;
    }
}
