package io.dcsdk.examples;

import io.dcsdk.optimizer.uncertainty.CertifiedRange;
import io.dcsdk.optimizer.uncertainty.ScenarioComparison;
import io.dcsdk.optimizer.uncertainty.ScenarioCost;
import io.dcsdk.optimizer.uncertainty.ScenarioOutcome;
import io.dcsdk.optimizer.uncertainty.ScenarioPlan;
import io.dcsdk.uncertainty.Operation;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Prints the answer to a scenario problem for people. */
final class ScenarioReport {
    private final PrintWriter out;
    private final ScenarioOutcome outcome;

    ScenarioReport(PrintWriter out, ScenarioOutcome outcome) {
        this.out = out;
        this.outcome = outcome;
    }

    void print() {
        out.printf(
                "Plan for the scenarios of %s: %s%n",
                outcome.problem(), StatusWords.of(outcome.status(), outcome.stopped()));
        outcome.plan().ifPresent(this::plan);
        outcome.explanation().ifPresent(conflict -> StatusWords.conflict(out, conflict));
        if (outcome.plan().isEmpty()) {
            outcome.lowerBound()
                    .filter(bound -> !bound.isZero() && !bound.isNegative())
                    .ifPresent(bound -> out.printf("%n  Lower bound  %s%n", Rounded.money(bound)));
        }
    }

    private void plan(ScenarioPlan plan) {
        TextTable bought = new TextTable(List.of("Bought", "Item", ">Count", ">Price"), 10, 56, 12, 16);
        plan.billOfMaterials()
                .forEach(line -> bought.row(
                        line.category(), line.name(), Rounded.number(line.count()), Rounded.money(line.price())));
        out.println();
        bought.lines().forEach(out::println);
        out.printf(
                "%n  C of what is bought, over the horizon: %s%n%n",
                Rounded.money(plan.cost().total()));
        TextTable costs = new TextTable(
                List.of("Scenario", ">Prob.", ">C", ">lambda E", ">Rent", ">Total"), 30, 8, 16, 16, 16, 16);
        for (ScenarioCost scenario : plan.scenarios()) {
            costs.row(
                    scenario.name(),
                    Rounded.number(scenario.probability().base()),
                    Rounded.money(plan.cost().total()),
                    Rounded.money(scenario.energyCost()),
                    Rounded.money(scenario.rent()),
                    Rounded.money(scenario.total()));
        }
        costs.lines().forEach(out::println);
        out.println();
        for (ScenarioCost scenario : plan.scenarios()) {
            String line = "%s: runs %s%s"
                    .formatted(scenario.name(), running(scenario.operation()), rented(scenario.operation()));
            TextTable.wrap(line, 2, TextTable.WIDTH).forEach(out::println);
        }
        out.printf("%n  Minimised    %s: %s%n", outcome.measure(), Rounded.money(plan.value()));
        out.printf("  Lower bound  %s: no plan has less%n", Rounded.money(plan.lowerBound()));
        out.printf(
                "  Gap          %s of the value, at most%n",
                Rounded.number(plan.gap().base()));
        out.printf("  Expectation  %s%n", Rounded.money(plan.expectation()));
        out.printf("  Worst        %s%n", Rounded.money(plan.worst()));
        out.printf("  Checked      in exact arithmetic, before it was returned%n");
        plan.comparison().ifPresent(this::comparison);
    }

    private static String running(Operation operation) {
        List<String> parts = new ArrayList<>();
        add(parts, operation.running().servers());
        add(parts, operation.running().storage());
        return parts.isEmpty() ? "nothing" : String.join(", ", parts);
    }

    private static void add(List<String> parts, SortedMap<String, Long> counts) {
        for (Map.Entry<String, Long> count : counts.entrySet()) {
            parts.add(Rounded.number(count.getValue()) + " " + count.getKey());
        }
    }

    private static String rented(Operation operation) {
        List<String> parts = new ArrayList<>();
        if (!operation.compute().isZero()) {
            parts.add(Rounded.quantity(operation.compute()));
        }
        if (!operation.storage().isZero()) {
            parts.add(Rounded.quantity(operation.storage()));
        }
        if (!operation.network().isZero()) {
            parts.add(Rounded.quantity(operation.network()));
        }
        return parts.isEmpty() ? "" : "; rents " + String.join(", ", parts);
    }

    private void comparison(ScenarioComparison comparison) {
        out.println();
        out.printf(
                "  Knowing the scenario before buying would save  %s%n",
                comparison.perfectInformation().map(ScenarioReport::range).orElse("(out of time)"));
        String planning =
                switch (comparison.meanDesign()) {
                    case MEETS_ALL ->
                        comparison
                                .stochasticSolution()
                                .map(ScenarioReport::range)
                                .orElse("(unknown)");
                    case FAILS -> "(no comparison: that design fails in some scenario)";
                    case UNKNOWN -> "(out of time)";
                };
        out.printf("  Against the design for the mean scenario it saves  %s%n", planning);
    }

    private static String range(CertifiedRange range) {
        String least = Rounded.money(range.least());
        String most = Rounded.money(range.most());
        return least.equals(most) ? least : least + " to " + most;
    }
}
