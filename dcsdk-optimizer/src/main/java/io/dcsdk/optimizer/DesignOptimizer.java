package io.dcsdk.optimizer;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.Outcome;
import io.dcsdk.design.Plan;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.certificate.CertificateChecker;
import io.dcsdk.optimizer.certificate.CheckResult;
import io.dcsdk.optimizer.engine.OjAlgoEngine;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.plan.PlanAssembly;
import io.dcsdk.optimizer.plan.ProvenConflict;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.search.FinishedSearch;
import io.dcsdk.optimizer.search.MixedIntegerSolver;
import io.dcsdk.optimizer.search.Patience;
import io.dcsdk.optimizer.search.ProgressListener;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.search.SolveResult;
import io.dcsdk.optimizer.search.Termination;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Ratio;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;

/**
 * Finds the design of minimum C + lambda E and proves it.
 *
 * <pre>{@code
 * Outcome<Certificate> outcome = DesignOptimizer.standard().solve(problem, SolveLimits.defaults());
 * }</pre>
 *
 * <p>Nothing leaves it unaudited: every certificate has passed {@link CertificateChecker} and every plan has been
 * evaluated from its items. The same problem gives the same plan, whatever the number of threads, as long as time does not run
 * out ({@link SolveLimits}). Safe for use by several threads.
 */
public final class DesignOptimizer {
    private static final int DIGITS = 34;
    private static final Duration SHORTEST = Duration.ofNanos(1);

    private final LpEngine engine;
    private final Patience patience;

    private DesignOptimizer(LpEngine engine, Patience patience) {
        this.engine = engine;
        this.patience = patience;
    }

    /**
     * The optimiser over ojAlgo.
     *
     * @return an optimiser
     */
    public static DesignOptimizer standard() {
        return over(new OjAlgoEngine());
    }

    /**
     * The optimiser over another engine.
     *
     * @param engine solves linear relaxations; its answers are not trusted
     * @return an optimiser
     */
    public static DesignOptimizer over(LpEngine engine) {
        return new DesignOptimizer(engine, Patience.standard());
    }

    /**
     * The same optimiser with another patience.
     *
     * @param value how long a proof may take once the answer is due
     * @return an optimiser
     */
    public DesignOptimizer withPatience(Patience value) {
        return new DesignOptimizer(engine, value);
    }

    /**
     * What solves the linear relaxations.
     *
     * @return the engine
     */
    public LpEngine engine() {
        return engine;
    }

    /**
     * Solves a problem.
     *
     * @param problem the problem, with its catalogue
     * @param limits time, gap and threads
     * @return a plan within the gap, a plan with its gap, a proof that there is none, or out of time with nothing
     * @throws io.dcsdk.item.ItemException if the problem lacks a catalogue or a figure that its items need
     */
    public Outcome<Certificate> solve(DesignProblem problem, SolveLimits limits) {
        return solve(problem, limits, progress -> {});
    }

    /**
     * Solves a problem and tells how it goes.
     *
     * @param problem the problem, with its catalogue
     * @param limits time, gap and threads
     * @param listener told now and then where the search stands
     * @return a plan within the gap, a plan with its gap, a proof that there is none, or out of time with nothing
     * @throws io.dcsdk.item.ItemException if the problem lacks a catalogue or a figure that its items need
     */
    public Outcome<Certificate> solve(DesignProblem problem, SolveLimits limits, ProgressListener listener) {
        long start = System.nanoTime();
        DesignFormulation formulation = DesignFormulation.of(problem);
        // The algebra of a large catalogue takes its time, too.
        Duration left = limits.deadline().minusNanos(System.nanoTime() - start);
        return solve(formulation, limits.withDeadline(left.compareTo(SHORTEST) < 0 ? SHORTEST : left), listener);
    }

    /**
     * Solves a problem that is algebra already, for a caller who goes on with that.
     *
     * @param formulation the problem as algebra
     * @param limits time, gap and threads
     * @param listener told now and then where the search stands
     * @return a plan within the gap, a plan with its gap, a proof that there is none, or out of time with nothing
     */
    public Outcome<Certificate> solve(DesignFormulation formulation, SolveLimits limits, ProgressListener listener) {
        long start = System.nanoTime();
        PlanAssembly assembly = PlanAssembly.of(formulation);
        FinishedSearch search = new MixedIntegerSolver(engine, patience)
                .withLemmas()
                .search(formulation.program(), limits.withKeepProof(true), listener);
        Answer whole = new Answer(formulation, assembly, limits, start, search::isOverdue);
        // The second audit is of a proof that was made to fit, and goes to its end.
        Answer hurried = new Answer(formulation, assembly, limits, start, followed -> false);
        return whole.of(search.result())
                .or(() -> hurried.of(search.shortened()))
                .orElseThrow();
    }

    /** From what a search found to an audited outcome; empty where the audit was called off. */
    private final class Answer {
        private final DesignFormulation formulation;
        private final PlanAssembly assembly;
        private final SolveLimits limits;
        private final long start;
        private final LongPredicate isOverdue;

        Answer(
                DesignFormulation formulation,
                PlanAssembly assembly,
                SolveLimits limits,
                long start,
                LongPredicate isOverdue) {
            this.formulation = formulation;
            this.assembly = assembly;
            this.limits = limits;
            this.start = start;
            this.isOverdue = isOverdue;
        }

        Optional<Outcome<Certificate>> of(SolveResult result) {
            Certificate found = result.certificate(formulation.program()).orElseThrow();
            if (result.termination() == Termination.INFEASIBLE) {
                Certificate shortest = new ConflictFinder(engine, formulation, limits, start).shortest(found);
                return audit(shortest)
                        .map(proven -> new Outcome.Infeasible<>(ProvenConflict.of(formulation, shortest), shortest));
            }
            if (result.point().isEmpty() || result.bound().isEmpty()) {
                return audit(found)
                        .map(proven -> new Outcome.OutOfTime<>(
                                stop(result.termination()), result.bound().map(DesignOptimizer::dollars)));
            }
            List<Rational> point = assembly.trim(result.point().get());
            Certificate certificate = found.withPoint(point);
            return audit(certificate).map(proven -> withPlan(result, certificate, point, proven));
        }

        private Outcome<Certificate> withPlan(
                SolveResult result, Certificate certificate, List<Rational> point, CheckResult.Accepted proven) {
            Plan plan = assembly.plan(point, certificate.bound().orElseThrow());
            // The checker's exact gap decides, not the search's word.
            boolean isOptimal = proven.relativeGap()
                    .filter(gap -> gap.compareTo(limits.relativeGap()) <= 0)
                    .isPresent();
            return isOptimal
                    ? new Outcome.Optimal<>(plan, ratio(limits.relativeGap()), certificate)
                    : new Outcome.Feasible<>(plan, stop(result.termination()), certificate);
        }

        private Optional<CheckResult.Accepted> audit(Certificate certificate) {
            CheckResult checked =
                    new CertificateChecker(formulation.program()).check(certificate, limits.threads(), isOverdue);
            if (checked instanceof CheckResult.Cancelled) {
                return Optional.empty();
            }
            if (checked instanceof CheckResult.Accepted accepted) {
                return Optional.of(accepted);
            }
            throw new IllegalStateException(
                    "certificate (%s) of the optimizer: does not hold\nMaybe this is a fault of the SDK; please report it."
                            .formatted(checked));
        }
    }

    private static Money dollars(Rational bound) {
        return Money.of(decimal(bound, RoundingMode.FLOOR), Money.Unit.USD);
    }

    private static Ratio ratio(Rational gap) {
        return Ratio.of(decimal(gap, RoundingMode.CEILING));
    }

    private static BigDecimal decimal(Rational value, RoundingMode rounding) {
        return new BigDecimal(value.numerator())
                .divide(new BigDecimal(value.denominator()), new MathContext(DIGITS, rounding));
    }

    private static Outcome.Stop stop(Termination termination) {
        return switch (termination) {
            case NODE_LIMIT -> Outcome.Stop.NODE_LIMIT;
            case CANCELLED -> Outcome.Stop.CANCELLED;
            case GAP_CLOSED, INFEASIBLE, DEADLINE -> Outcome.Stop.DEADLINE;
        };
    }
}
