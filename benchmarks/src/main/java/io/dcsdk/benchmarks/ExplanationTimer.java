package io.dcsdk.benchmarks;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.optimizer.explanation.Explainer;
import io.dcsdk.optimizer.explanation.Explanation;
import io.dcsdk.optimizer.explanation.Repair;
import io.dcsdk.optimizer.explanation.RepairRules;
import io.dcsdk.optimizer.explanation.SingleRepair;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.quantity.Ratio;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * When an explanation tells what: the conflict, the cheapest repair proven, how far each member of the conflict must move alone,
 * and the end, which is what a design with the repair costs. One line a problem.
 *
 * <p>{@code java -cp … io.dcsdk.benchmarks.ExplanationTimer SHARE GAP SECONDS ITEMS DEMAND SEED...}: budgets of so much of the least C.
 */
public final class ExplanationTimer {
    private static final double NANOSECONDS = 1e9;
    private static final Duration TO_PREPARE = Duration.ofMinutes(2);

    private final long start = System.nanoTime();
    private final List<String> told = new ArrayList<>();
    private boolean isConflictTold;
    private boolean isRepairTold;
    private int singlesTold;

    private ExplanationTimer() {}

    /**
     * Explains the problems, one after the other.
     *
     * @param arguments share of the least C, relative gap, seconds for an explanation, number of items, demand, and seeds
     */
    public static void main(String[] arguments) {
        Ratio share = Ratio.of(new BigDecimal(arguments[0]));
        SolveLimits limits = SolveLimits.defaults()
                .withRelativeGap(Rational.of(new BigDecimal(arguments[1])))
                .withDeadline(Duration.ofSeconds(Long.parseLong(arguments[2])));
        int items = Integer.parseInt(arguments[3]);
        DemandSize demand = DemandSize.valueOf(arguments[4]);
        for (int k = 5; k < arguments.length; k++) {
            DesignProblem whole = SyntheticProblems.of(items, demand, Long.parseLong(arguments[k]));
            DesignProblem poor = PoorProblem.of(whole, share, limits.withDeadline(TO_PREPARE));
            ExplanationTimer timer = new ExplanationTimer();
            Explanation explanation = Explainer.standard().explain(poor, RepairRules.equal(), limits, timer::hear);
            timer.hear(explanation);
            timer.tell("end");
            System.out.println(poor.name() + ": " + String.join(", ", timer.told));
        }
    }

    private void hear(Explanation explanation) {
        if (!isConflictTold && explanation.conflict().isPresent()) {
            isConflictTold = true;
            tell("conflict of " + explanation.conflict().get().names());
        }
        Optional<Repair> cheapest = explanation.cheapest();
        if (!isRepairTold && cheapest.isPresent()) {
            isRepairTold = true;
            tell("repair " + words(cheapest.get()));
        }
        for (; singlesTold < explanation.singles().size(); singlesTold++) {
            SingleRepair single = explanation.singles().get(singlesTold);
            tell("alone " + single.requirement() + " "
                    + (single.impossible()
                            ? "impossible"
                            : single.repair().map(ExplanationTimer::words).orElse("not settled")));
        }
    }

    private static String words(Repair repair) {
        return "%s to %s%s"
                .formatted(
                        repair.leastPrice().toPlainString(),
                        repair.price().toPlainString(),
                        repair.best() ? " (proven)" : "");
    }

    private void tell(String what) {
        told.add(String.format(Locale.ROOT, "%.2f s %s", (System.nanoTime() - start) / NANOSECONDS, what));
    }
}
