package io.dcsdk.examples;

import io.dcsdk.optimizer.uncertainty.ExpansionOutcome;
import io.dcsdk.optimizer.uncertainty.ExpansionPlan;
import io.dcsdk.optimizer.uncertainty.YearPlan;
import io.dcsdk.quantity.Money;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Prints the answer to an expansion problem for people. */
final class ExpansionReport {
    private final PrintWriter out;
    private final ExpansionOutcome outcome;

    ExpansionReport(PrintWriter out, ExpansionOutcome outcome) {
        this.out = out;
        this.outcome = outcome;
    }

    void print() {
        out.printf("Expansion of %s: %s%n", outcome.problem(), StatusWords.of(outcome.status(), outcome.stopped()));
        outcome.plan().ifPresent(this::plan);
        outcome.explanation().ifPresent(conflict -> StatusWords.conflict(out, conflict));
        if (outcome.plan().isEmpty()) {
            outcome.lowerBound()
                    .filter(bound -> !bound.isZero() && !bound.isNegative())
                    .ifPresent(bound -> out.printf("%n  Lower bound  %s%n", Rounded.money(bound)));
        }
    }

    private void plan(ExpansionPlan plan) {
        TextTable money =
                new TextTable(List.of(">Year", ">Purchases", ">Running", ">lambda E", ">Salvage"), 6, 18, 18, 18, 18);
        for (YearPlan year : plan.years()) {
            money.row(
                    Rounded.number(year.year()),
                    Rounded.money(year.purchases()),
                    Rounded.money(year.running()),
                    Rounded.money(year.energyCost()),
                    Rounded.money(year.salvage()));
        }
        out.println();
        money.lines().forEach(out::println);
        out.println();
        for (YearPlan year : plan.years()) {
            List<String> words = new ArrayList<>();
            year.bought().forEach((id, count) -> words.add("buy " + Rounded.number(count) + " " + id));
            year.retired().forEach((id, count) -> words.add("retire " + Rounded.number(count) + " " + id));
            for (Map.Entry<String, Money> spent : year.spent().entrySet()) {
                words.add(spent.getKey() + " for " + Rounded.money(spent.getValue()));
            }
            String line =
                    "year " + year.year() + ": " + (words.isEmpty() ? "nothing changes" : String.join(", ", words));
            TextTable.wrap(line, 2, TextTable.WIDTH).forEach(out::println);
        }
        out.printf("%n  All payments  %s%n", Rounded.money(plan.value()));
        out.printf("  Lower bound   %s: no plan has less%n", Rounded.money(plan.lowerBound()));
        out.printf("  Gap           %s, at most%n", Rounded.number(plan.gap().base()));
        out.printf("  Checked       in exact arithmetic, before it was returned%n");
    }
}
