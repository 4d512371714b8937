package io.dcsdk.examples;

import io.dcsdk.design.Selection;
import io.dcsdk.optimizer.uncertainty.SolutionStatus;
import io.dcsdk.optimizer.uncertainty.UncertainConflict;
import io.dcsdk.optimizer.uncertainty.UncertainMember;
import io.dcsdk.optimizer.uncertainty.UncertainRepair;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How an answer is proven, and what conflicts, in words. */
final class StatusWords {
    private static final int WIDTH = 98;

    private StatusWords() {}

    static String of(SolutionStatus status, Optional<String> stopped) {
        return switch (status) {
            case OPTIMAL -> "OPTIMAL";
            case FEASIBLE -> "FEASIBLE, not proven optimal" + reason(stopped);
            case INFEASIBLE -> "INFEASIBLE";
            case OUT_OF_TIME -> "OUT OF TIME" + reason(stopped) + ", no plan found";
        };
    }

    private static String reason(Optional<String> stopped) {
        return stopped.map(reason -> " (" + reason + ")").orElse("");
    }

    static void conflict(PrintWriter out, UncertainConflict conflict) {
        out.println();
        if (conflict.members().isEmpty()) {
            out.println("  The catalogue itself allows no plan.");
            return;
        }
        out.println("  No plan meets these together:");
        conflict.members().forEach(member -> wrapped(out, "- " + Rounded.text(member.describe()), 4));
        out.println();
        out.println(
                conflict.irreducible()
                        ? "  Nothing can be left out of it; without each there is a plan for the others:"
                        : "  What is known about leaving one out:");
        for (UncertainMember member : conflict.members()) {
            String others = member.needed() ? use(member.withoutIt()) : "not settled in time; it may not be needed";
            wrapped(out, "without %s: %s".formatted(Rounded.text(member.name()), others), 4);
        }
        out.println();
        if (conflict.unrepairable()) {
            out.println("  No repair: no changes of what may move give it a plan (proven).");
        } else if (conflict.repair().isEmpty()) {
            out.println("  Repair: none was found in time.");
        } else {
            repair(out, conflict.repair().get());
        }
    }

    /** Servers and storage units, by year where there are several. */
    private static String use(List<Selection> designs) {
        List<String> words = new ArrayList<>();
        for (int k = 0; k < designs.size(); k++) {
            List<String> items = new ArrayList<>();
            designs.get(k).servers().forEach((id, count) -> items.add(Rounded.number(count) + " " + id));
            designs.get(k).storage().forEach((id, count) -> items.add(Rounded.number(count) + " " + id));
            String year = designs.size() == 1 ? "" : " in year %d".formatted(k + 1);
            words.add((items.isEmpty() ? "nothing" : String.join(", ", items)) + year);
        }
        return String.join("; ", words);
    }

    private static void repair(PrintWriter out, UncertainRepair repair) {
        out.println("  Cheapest repair (least sum of relative changes)");
        repair.changes().forEach(change -> wrapped(out, "- " + Rounded.text(change.describe()), 4));
        repair.value()
                .ifPresent(
                        value -> wrapped(out, "then there is a plan of value %s".formatted(Rounded.money(value)), 6));
        out.printf(
                "      sum of changes %s, %s%n",
                Rounded.percent(repair.price().doubleValue()),
                repair.best()
                        ? "proven to be the least"
                        : "at least %s is needed"
                                .formatted(Rounded.percent(repair.leastPrice().doubleValue())));
    }

    private static void wrapped(PrintWriter out, String text, int indent) {
        TextTable.wrap(text, indent, WIDTH).forEach(out::println);
    }
}
