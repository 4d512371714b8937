package io.dcsdk.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The runs of one number of items and one demand, summed up over the seeds.
 *
 * @param items how many items can be counted in a plan
 * @param demand how much is asked for
 * @param runs one for each seed, at least one
 */
record ReportRow(int items, DemandSize demand, List<PlanningRun> runs) {
    /** The head of the Markdown table. */
    static final String HEAD = """
            | items | demand | variables | rows | optimal | solve, s: median (min - max) | nodes | proof leaves | largest gap | formulate | search | check | verify |
            | ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
            """;

    /** Copies the list. */
    ReportRow {
        runs = List.copyOf(runs);
    }

    double median(ToDoubleFunction<PlanningRun> figure) {
        double[] sorted = sorted(figure);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    double least(ToDoubleFunction<PlanningRun> figure) {
        return sorted(figure)[0];
    }

    double most(ToDoubleFunction<PlanningRun> figure) {
        return sorted(figure)[runs.size() - 1];
    }

    private double[] sorted(ToDoubleFunction<PlanningRun> figure) {
        return runs.stream().mapToDouble(figure).sorted().toArray();
    }

    /** A line of the Markdown table; phases as shares of solve, medians over the seeds. */
    String markdown() {
        long optimal =
                runs.stream().filter(run -> run.outcome().equals("optimal")).count();
        double gap = most(run -> run.gap().orElse(Double.POSITIVE_INFINITY));
        return String.format(
                Locale.ROOT,
                "| %d | %s | %.0f | %.0f | %d of %d | %s (%s - %s) | %.0f | %.0f | %s | %s | %s | %s | %s |",
                items,
                demand.name().toLowerCase(Locale.ROOT),
                median(PlanningRun::variables),
                median(PlanningRun::rows),
                optimal,
                runs.size(),
                seconds(median(PlanningRun::solve)),
                seconds(least(PlanningRun::solve)),
                seconds(most(PlanningRun::solve)),
                median(PlanningRun::nodes),
                median(PlanningRun::proofLeaves),
                Double.isInfinite(gap) ? "no plan" : String.format(Locale.ROOT, "%.1e", gap),
                share(PlanningRun::formulate),
                share(PlanningRun::search),
                share(PlanningRun::check),
                share(PlanningRun::verify));
    }

    private String share(ToDoubleFunction<PlanningRun> phase) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * median(run -> phase.applyAsDouble(run) / run.solve()));
    }

    /** Three digits. */
    private static String seconds(double value) {
        return String.format(Locale.ROOT, value < 1 ? "%.3f" : value < 10 ? "%.2f" : "%.1f", value);
    }
}
