package io.dcsdk.optimizer.pareto;

import io.dcsdk.design.Outcome;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.quantity.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** Solves a problem at one weight after another within one deadline, and writes down what each solve has shown. */
final class FrontSolver {
    /** No solve takes more than a quarter of the time that is left, so that a hard one leaves some for the others. */
    private static final int PARTS = 4;

    /** Without any design there is nothing to refine: then a solve takes half. */
    private static final int PARTS_WITHOUT_DESIGN = 2;

    final FrontEvidence evidence;
    private final TradeOff tradeOff;
    private final SolveLimits limits;
    private final long start = System.nanoTime();

    /**
     * A solver.
     *
     * @param limits the deadline of all solves together; gap, nodes and threads of each
     */
    FrontSolver(TradeOff tradeOff, SolveLimits limits) {
        this.tradeOff = tradeOff;
        this.limits = limits;
        this.evidence = new FrontEvidence(tradeOff.measure());
    }

    /** Whether another solve may begin; if not, the evidence says why. */
    boolean mayGoOn() {
        if (evidence.conflict.isPresent()) {
            return false;
        }
        if (limits.cancelled().getAsBoolean() || Thread.currentThread().isInterrupted()) {
            evidence.stopped = Optional.of(Outcome.Stop.CANCELLED);
            return false;
        }
        if (nanosecondsLeft() <= 0) {
            evidence.stopped = Optional.of(Outcome.Stop.DEADLINE);
            return false;
        }
        return true;
    }

    private long nanosecondsLeft() {
        return limits.deadline().toNanos() - (System.nanoTime() - start);
    }

    /** Minimum of C + lambda X. */
    void solveAt(BigDecimal lambda) {
        FrontWeight weight = new FrontWeight(tradeOff.measure(), lambda);
        evidence.weights.add(weight.exact());
        TradeOff.Solved solved = solve(weight, Optional.empty());
        solved.design().ifPresent(evidence::add);
        evidence.conflict = solved.conflict();
        if (evidence.conflict.isEmpty()) {
            Money bound = solved.lowerBound().orElse(Money.ZERO);
            evidence.bounds.add(new ProvenBound(weight, bound, Optional.empty()));
        }
    }

    /**
     * Minimum of C under a limit of X. The small weight lambda decides between designs that cost the same; it proves
     * C ≥ L − lambda × limit.
     */
    void solveUnder(FrontAmount limit, BigDecimal lambda) {
        FrontWeight weight = new FrontWeight(tradeOff.measure(), lambda);
        TradeOff.Solved solved = solve(weight, Optional.of(limit));
        solved.design().ifPresent(evidence::add);
        Rational lower = ExactFigures.dollars(solved.lowerBound().orElse(Money.ZERO));
        Rational weighed = weight.exact().times(limit.exact());
        Rational floor = lower.minus(weighed).max(Rational.ZERO);
        evidence.floors.add(new CostFloor(limit, ExactFigures.dollarsBelow(floor)));
        if (solved.conflict().isPresent()) {
            throw new IllegalStateException(
                    "limit (%s) of the Pareto search: a plan takes less and yet none is said to\nMaybe this is a fault of the SDK; please report it."
                            .formatted(limit));
        }
    }

    private TradeOff.Solved solve(FrontWeight weight, Optional<FrontAmount> limit) {
        int parts = evidence.lines().isEmpty() ? PARTS_WITHOUT_DESIGN : PARTS;
        long share = Math.max(1, nanosecondsLeft() / parts);
        TradeOff.Solved solved = tradeOff.solve(weight, limit, limits.withDeadline(Duration.ofNanos(share)));
        solved.stopped().ifPresent(reason -> evidence.stopped = Optional.of(reason));
        return solved;
    }
}
