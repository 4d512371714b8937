package io.dcsdk.examples;

import io.dcsdk.design.Outcome;
import io.dcsdk.optimizer.uncertainty.SolutionStatus;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/** How an answer is proven, and what conflicts, in words. */
final class StatusWords {
    private static final int MOST_ROWS = 12;

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

    static void conflict(PrintWriter out, List<Outcome.Conflict> conflict) {
        if (conflict.isEmpty()) {
            return;
        }
        out.printf("%n  The proof uses these; there may be fewer that suffice:%n");
        conflict.stream().limit(MOST_ROWS).forEach(row -> TextTable.wrap(
                        Rounded.text(row.algebra()), 4, TextTable.WIDTH)
                .forEach(out::println));
        if (conflict.size() > MOST_ROWS) {
            out.printf("    and %d more; --json names all%n", conflict.size() - MOST_ROWS);
        }
    }
}
