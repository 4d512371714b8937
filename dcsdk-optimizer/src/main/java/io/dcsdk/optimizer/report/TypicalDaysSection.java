package io.dcsdk.optimizer.report;

import io.dcsdk.optimizer.report.Block.Bullet;
import io.dcsdk.optimizer.report.Block.Bullets;
import io.dcsdk.optimizer.report.Block.Column;
import io.dcsdk.optimizer.report.Block.Paragraph;
import io.dcsdk.optimizer.report.Block.Table;
import io.dcsdk.optimizer.typical.TypicalSizing;
import io.dcsdk.series.typical.ClusteringError;
import io.dcsdk.series.typical.TypicalDay;
import java.util.ArrayList;
import java.util.List;

/** What the capacities were chosen from, and what that lost. */
final class TypicalDaysSection {
    private TypicalDaysSection() {}

    static Section of(TypicalSizing typical, String currency) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Paragraph(
                "The capacities were sized on %d typical days of %d, each storage ending each day as it began it, and then dispatched over all steps. All figures of this report but those of this section are of all steps."
                        .formatted(
                                typical.days().days().size(),
                                typical.days().assignment().size())));
        List<Bullet> bullets = new ArrayList<>();
        typical.onTypicalDays()
                .design()
                .ifPresent(design -> bullets.add(
                        new Bullet("Cost on the typical days", Figures.number(design.cost()) + " " + currency)));
        typical.understatement()
                .ifPresent(share -> bullets.add(
                        new Bullet("The whole horizon costs more by", Figures.percent(share) + " of its cost")));
        blocks.add(new Bullets(bullets));
        List<List<String>> rows = new ArrayList<>();
        for (ClusteringError error : typical.days().errors()) {
            rows.add(List.of(
                    error.unit().isEmpty() ? error.series() : "%s in %s".formatted(error.series(), error.unit()),
                    Figures.exact(error.range()),
                    Figures.exact(error.rootMeanSquare()),
                    Figures.exact(error.mean()),
                    Figures.exact(error.duration()),
                    Figures.exact(error.peak())));
        }
        blocks.add(new Table(
                "What the typical days lose of each series",
                List.of(
                        Column.text("Series"),
                        Column.figures("Range"),
                        Column.figures("RMSE"),
                        Column.figures("Mean"),
                        Column.figures("Duration curve RMSE"),
                        Column.figures("Peak")),
                rows));
        List<List<String>> days = new ArrayList<>();
        for (TypicalDay day : typical.days().days()) {
            days.add(List.of(String.valueOf(day.day() + 1), String.valueOf(day.weight())));
        }
        blocks.add(new Table(
                "The typical days",
                List.of(Column.text("Day of the horizon"), Column.figures("Stands for days")),
                days));
        return new Section("Typical days", blocks);
    }
}
