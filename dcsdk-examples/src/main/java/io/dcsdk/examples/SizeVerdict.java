package io.dcsdk.examples;

import io.dcsdk.optimizer.sizing.ConflictReasons;
import io.dcsdk.optimizer.sizing.ConflictReasons.Need;
import io.dcsdk.optimizer.sizing.Sizing;
import io.dcsdk.optimizer.supply.SupplySystem;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Why {@code energy size} has no design to show, as it is printed.
 *
 * @param name of the system
 * @param status what is proven
 * @param needs demands that cannot be met, if that is proven
 * @param levels nodes whose given level at both ends cannot be kept
 * @param limits what the proof rests on; without any nothing can bring energy then, however much is built
 * @param note what to do about it, where typical days are at fault
 */
record SizeVerdict(
        String name,
        Sizing.Status status,
        List<Unmet> needs,
        List<String> levels,
        List<String> limits,
        Optional<String> note) {

    /** Demand of a node: how many steps of it cannot be met, from which to which, counted from 0. */
    record Unmet(String node, int steps, int first, int last) {
        static Unmet of(Need need) {
            return new Unmet(need.node(), need.steps(), need.first(), need.last());
        }
    }

    /**
     * Reads what is proven.
     *
     * @param supply what was sized
     * @param sizing without a design
     * @param note what to do about it, if that is known
     */
    static SizeVerdict of(SupplySystem supply, Sizing sizing, Optional<String> note) {
        Optional<ConflictReasons> reasons =
                sizing.conflict().map(prices -> ConflictReasons.of(supply.system(), prices));
        return new SizeVerdict(
                supply.document().name(),
                sizing.status(),
                reasons.map(found -> found.needs().stream().map(Unmet::of).toList())
                        .orElse(List.of()),
                reasons.<List<String>>map(ConflictReasons::levels).orElse(List.of()),
                reasons.<List<String>>map(ConflictReasons::limits).orElse(List.of()),
                note);
    }

    void print(SupplySystem supply, PrintWriter out) {
        out.printf("%s: %s%n", name, status);
        List<String> lines = status == Sizing.Status.INFEASIBLE
                ? proven(supply)
                : List.of(
                        "Neither a design nor a proof that there is none was found.",
                        "Maybe give every capacity a max, or check that each series has the unit it should have.");
        lines.forEach(line -> out.printf("  %s%n", line));
        note.ifPresent(out::println);
    }

    private List<String> proven(SupplySystem supply) {
        List<String> lines = new ArrayList<>();
        for (Unmet need : needs) {
            lines.add("Cannot be met: the demand of %s in %s".formatted(need.node(), steps(supply, need)));
        }
        for (String node : levels) {
            lines.add("Cannot be kept: the level of %s at both ends".formatted(node));
        }
        if (limits.isEmpty()) {
            lines.add("However much is built: nothing can bring energy there then.");
        } else {
            lines.add("Limited by: %s".formatted(String.join(", ", limits)));
        }
        return lines;
    }

    private static String steps(SupplySystem supply, Unmet need) {
        if (need.steps() == 1) {
            return supply.when(need.first());
        }
        return "%d steps from %s to %s".formatted(need.steps(), supply.when(need.first()), supply.when(need.last()));
    }
}
