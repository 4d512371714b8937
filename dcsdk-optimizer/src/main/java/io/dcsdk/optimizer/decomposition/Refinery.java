package io.dcsdk.optimizer.decomposition;

import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.search.SolveResult;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Searches blocks for what choices really cost, in three steps: most choices turn out to be too dear when they are known roughly,
 * those that stay are searched until their gap is a small part of the one that is asked for, and only where nothing is left to cut
 * are they searched to the end.
 */
final class Refinery {
    /** A step is skipped where the gap of a choice is at most its wanted gap. */
    private record Step(Rational gap, long nodes) {}

    private static final Rational ROUGH = Rational.of(1, 2_000);

    private final LpEngine engine;
    private final Workers workers;
    private final SolveLimits limits;
    private final BooleanSupplier isStopped;
    private final List<Step> steps;
    private long searches;

    Refinery(LpEngine engine, Workers workers, SolveLimits limits, BooleanSupplier isStopped) {
        this.engine = engine;
        this.workers = workers;
        this.limits = limits;
        this.isStopped = isStopped;
        Rational wanted = limits.relativeGap();
        this.steps = List.of(
                new Step(ROUGH.max(wanted.dividedBy(Rational.of(4))), 400),
                new Step(wanted.dividedBy(Rational.of(5)), 4_000),
                new Step(wanted.dividedBy(Rational.of(20)), 200_000));
    }

    long searches() {
        return searches;
    }

    /** Whether a choice was known less well than roughly, or, if all were, than is wanted; those are searched. */
    boolean refine(List<Configuration> taken) {
        return step(0, taken) || step(1, taken);
    }

    /** The first step alone. */
    boolean refineRoughly(List<Configuration> taken) {
        return step(0, taken);
    }

    /** The last step; whether there was anything to be done. */
    boolean refineFurther(List<Configuration> taken) {
        return step(2, taken);
    }

    private boolean step(int index, List<Configuration> taken) {
        Step step = steps.get(index);
        List<Configuration> wanting = taken.stream()
                .filter(configuration -> configuration.refinements <= index && isOpen(configuration, step.gap()))
                .toList();
        if (wanting.isEmpty() || isStopped.getAsBoolean()) {
            return false;
        }
        SolveLimits own = limits.withNodes(Math.min(limits.nodes(), step.nodes()))
                .withRelativeGap(step.gap())
                .withKeepProof(true)
                .withThreads(1)
                .withCancellation(isStopped);
        List<SolveResult> results =
                workers.each(wanting, configuration -> BlockOracle.search(engine, configuration, own));
        for (int k = 0; k < results.size(); k++) {
            wanting.get(k).refinements = index + 1;
            BlockOracle.take(wanting.get(k), results.get(k));
        }
        searches += results.size();
        return true;
    }

    private static boolean isOpen(Configuration configuration, Rational gap) {
        return configuration.lower() < Double.POSITIVE_INFINITY
                && configuration
                        .upper()
                        .map(upper -> upper.minus(Rational.ofExactly(configuration.lower()))
                                        .compareTo(gap.times(upper.abs()))
                                > 0)
                        .orElse(true);
    }
}
