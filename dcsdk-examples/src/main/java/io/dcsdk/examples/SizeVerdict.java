package io.dcsdk.examples;

import io.dcsdk.optimizer.sizing.ConflictReasons;
import io.dcsdk.optimizer.sizing.ConflictReasons.Need;
import io.dcsdk.optimizer.sizing.Sizing;
import io.dcsdk.optimizer.supply.SupplySystem;
import java.util.ArrayList;
import java.util.List;

/** Why {@code energy size} has no design to show. */
final class SizeVerdict {
    private SizeVerdict() {}

    /** Lines for a reader: what cannot be met against which limits, or that nothing is known. */
    static String of(SupplySystem supply, Sizing sizing) {
        List<String> lines = sizing.conflict()
                .map(prices -> proven(supply, ConflictReasons.of(supply.system(), prices)))
                .orElse(List.of(
                        "Neither a design nor a proof that there is none was found.",
                        "Maybe give every capacity a max, or check that each series has the unit it should have."));
        return lines.stream().map("  %s%n"::formatted).reduce("", String::concat);
    }

    private static List<String> proven(SupplySystem supply, ConflictReasons reasons) {
        List<String> lines = new ArrayList<>();
        for (Need need : reasons.needs()) {
            lines.add("Cannot be met: the demand of %s in %s".formatted(need.node(), steps(supply, need)));
        }
        for (String node : reasons.levels()) {
            lines.add("Cannot be kept: the level of %s at both ends".formatted(node));
        }
        if (reasons.limits().isEmpty()) {
            lines.add("However much is built: nothing can bring energy there then.");
        } else {
            lines.add("Limited by: %s".formatted(String.join(", ", reasons.limits())));
        }
        return lines;
    }

    private static String steps(SupplySystem supply, Need need) {
        if (need.steps() == 1) {
            return supply.when(need.first());
        }
        return "%d steps from %s to %s".formatted(need.steps(), supply.when(need.first()), supply.when(need.last()));
    }
}
