package io.dcsdk.optimizer.search;

import io.dcsdk.optimizer.linear.Rational;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How many problems of each family were solved, and how many of them had a solution. */
final class FamilyTally {
    private final Map<SmallProblems, Integer> feasible = new EnumMap<>(SmallProblems.class);
    private final Map<SmallProblems, Integer> infeasible = new EnumMap<>(SmallProblems.class);
    private final long start = System.nanoTime();

    void add(SmallProblems family, Optional<Rational> minimum) {
        (minimum.isPresent() ? feasible : infeasible).merge(family, 1, Integer::sum);
    }

    int feasible() {
        return feasible.values().stream().mapToInt(Integer::intValue).sum();
    }

    int infeasible() {
        return infeasible.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** One line, then one for each family. */
    void print(String what) {
        System.out.printf(
                Locale.ROOT,
                "%s: %d problems, %d feasible, %d infeasible, 0 wrong verdicts, 0 outside the gap, %.1f s%n",
                what,
                feasible() + infeasible(),
                feasible(),
                infeasible(),
                (System.nanoTime() - start) / 1e9);
        for (SmallProblems family : SmallProblems.values()) {
            System.out.printf(
                    Locale.ROOT,
                    "  %-12s %d feasible, %d infeasible%n",
                    family,
                    feasible.getOrDefault(family, 0),
                    infeasible.getOrDefault(family, 0));
        }
    }
}
