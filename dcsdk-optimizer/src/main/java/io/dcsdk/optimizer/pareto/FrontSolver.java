package io.dcsdk.optimizer.pareto;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.EnergyWeight;
import io.dcsdk.design.Outcome;
import io.dcsdk.design.Plan;
import io.dcsdk.optimizer.DesignOptimizer;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.quantity.Energy;
import io.dcsdk.quantity.EnergyPrice;
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

    final DesignProblem problem;
    final FrontEvidence evidence = new FrontEvidence();
    private final DesignOptimizer optimizer;
    private final SolveLimits limits;
    private final ParetoListener listener;
    private final long start = System.nanoTime();

    /**
     * A solver.
     *
     * @param limits the deadline of all solves together; gap, nodes and threads of each
     */
    FrontSolver(DesignOptimizer optimizer, DesignProblem problem, SolveLimits limits, ParetoListener listener) {
        this.optimizer = optimizer;
        this.problem = problem;
        this.limits = limits;
        this.listener = listener;
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

    /** Minimum of C + lambda E. */
    void solveAt(BigDecimal lambda) {
        evidence.weights.add(Rational.of(lambda));
        EnergyPrice price = EnergyPrice.of(lambda, EnergyPrice.Unit.USD_PER_KILOWATT_HOUR);
        Outcome<Certificate> outcome = solve(problem.withLambda(new EnergyWeight(price)));
        outcome.plan().ifPresent(plan -> {
            evidence.add(FrontDesign.of(plan));
            evidence.bounds.add(new ProvenBound(price, plan.lowerBound(), Optional.of(plan.objective())));
        });
        if (outcome instanceof Outcome.OutOfTime<Certificate> late) {
            late.lowerBound().ifPresent(bound -> evidence.bounds.add(new ProvenBound(price, bound, Optional.empty())));
        }
        if (outcome instanceof Outcome.Infeasible<Certificate> infeasible) {
            evidence.conflict = Optional.of(infeasible.conflict());
        }
    }

    /**
     * Minimum of C under a limit of energy. The small weight lambda decides between designs that cost the same; it proves
     * C ≥ L − lambda × limit.
     */
    void solveUnder(Energy limit, BigDecimal lambda) {
        evidence.limitedSolves++;
        EnergyPrice price = EnergyPrice.of(lambda, EnergyPrice.Unit.USD_PER_KILOWATT_HOUR);
        Outcome<Certificate> outcome =
                solve(problem.withLambda(new EnergyWeight(price)).withEnergyLimit(limit));
        outcome.plan().map(FrontDesign::of).ifPresent(evidence::add);
        Optional<Money> bound = outcome.plan().map(Plan::lowerBound);
        if (outcome instanceof Outcome.OutOfTime<Certificate> late) {
            bound = late.lowerBound();
        }
        bound.ifPresent(lower -> {
            Rational weighed = Rational.of(lambda).times(ExactFigures.kilowattHours(limit));
            Rational floor = ExactFigures.dollars(lower).minus(weighed).max(Rational.ZERO);
            evidence.floors.add(new CostFloor(limit, ExactFigures.dollarsBelow(floor)));
        });
        if (outcome instanceof Outcome.Infeasible) {
            throw new IllegalStateException(
                    "energyLimit (%s) of the Pareto search: a plan takes less and yet none is said to\nMaybe this is a fault of the SDK; please report it."
                            .formatted(limit));
        }
    }

    private Outcome<Certificate> solve(DesignProblem stated) {
        int parts = evidence.lines().isEmpty() ? PARTS_WITHOUT_DESIGN : PARTS;
        long share = Math.max(1, nanosecondsLeft() / parts);
        Outcome<Certificate> outcome = optimizer.solve(
                stated,
                limits.withDeadline(Duration.ofNanos(share)),
                progress -> listener.onProgress(stated, progress));
        if (outcome instanceof Outcome.Feasible<Certificate> feasible) {
            evidence.stopped = Optional.of(feasible.stopped());
        } else if (outcome instanceof Outcome.OutOfTime<Certificate> late) {
            evidence.stopped = Optional.of(late.stopped());
        }
        listener.onSolved(stated, outcome);
        return outcome;
    }
}
