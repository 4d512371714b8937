package io.dcsdk.examples;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.dcsdk.optimizer.sizing.Sizing;
import io.dcsdk.optimizer.typical.TypicalSizing;
import io.dcsdk.series.typical.ClusteringError;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/**
 * What typical days did for a sizing.
 *
 * @param days how many, of how many
 * @param of the days of the horizon
 * @param weights how many days each stands for
 * @param cost on the typical days
 * @param understatement how much more the horizon costs, relative to that
 * @param fullYearCost cost of the sizing of all steps, if it was asked for
 * @param fullYearBound its bound: no design costs less
 * @param costTooMuch what the design costs more than that bound, relative to its cost
 * @param errors what the typical days lose of each series
 */
record TypicalFigures(
        int days,
        int of,
        List<Integer> weights,
        double cost,
        double understatement,
        @JsonProperty("full_year_cost") Optional<Double> fullYearCost,
        @JsonProperty("full_year_bound") Optional<Double> fullYearBound,
        @JsonProperty("cost_too_much") Optional<Double> costTooMuch,
        List<Loss> errors) {
    /** The errors of a series, in its unit. */
    record Loss(
            String series,
            String unit,
            double range,
            double rmse,
            double mean,
            @JsonProperty("duration_rmse") double duration,
            double peak) {}

    static TypicalFigures of(TypicalSizing typical, Optional<Sizing> fullYear) {
        double cost = typical.onAllDays()
                .flatMap(evaluation -> evaluation.sizing().design())
                .orElseThrow()
                .cost();
        return new TypicalFigures(
                typical.days().days().size(),
                typical.days().assignment().size(),
                typical.days().days().stream().map(day -> day.weight()).toList(),
                typical.onTypicalDays().design().orElseThrow().cost(),
                typical.understatement().orElseThrow(),
                fullYear.flatMap(Sizing::design).map(design -> design.cost()),
                fullYear.map(Sizing::bound),
                fullYear.map(sizing -> Sizing.relativeTo(cost, cost - sizing.bound())),
                typical.days().errors().stream().map(TypicalFigures::loss).toList());
    }

    private static Loss loss(ClusteringError error) {
        return new Loss(
                error.series(),
                error.unit(),
                error.range(),
                error.rootMeanSquare(),
                error.mean(),
                error.duration(),
                error.peak());
    }

    void print(PrintWriter out, String currency) {
        out.printf("  Typical days %d of %d; on these the cost is %s %s%n", days, of, Rounded.number(cost), currency);
        out.printf("               the whole horizon costs %s more%n", Rounded.percent(understatement));
        fullYearBound.ifPresent(bound -> out.printf(
                "  Full year    no design costs less than %s: this one at most %s too much%n",
                Rounded.number(bound), Rounded.percent(costTooMuch.orElse(Double.NaN))));
        out.println();
        TextTable table = new TextTable(
                List.of("Lost of the series", ">Range", ">RMSE", ">Mean", ">Duration", ">Peak"),
                34,
                12,
                12,
                12,
                12,
                12);
        for (Loss loss : errors) {
            table.row(
                    loss.series(),
                    Rounded.number(loss.range()),
                    Rounded.number(loss.rmse()),
                    Rounded.number(loss.mean()),
                    Rounded.number(loss.duration()),
                    Rounded.number(loss.peak()));
        }
        table.lines().forEach(out::println);
    }
}
