package io.dcsdk.optimizer;

import io.dcsdk.design.Outcome.Stop;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.certificate.CertificateChecker;
import io.dcsdk.optimizer.certificate.CheckResult;
import io.dcsdk.optimizer.decomposition.Block;
import io.dcsdk.optimizer.decomposition.DecomposedResult;
import io.dcsdk.optimizer.decomposition.Decomposition;
import io.dcsdk.optimizer.engine.OjAlgoEngine;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.placement.PlacementAssembly;
import io.dcsdk.optimizer.placement.PlacementConflict;
import io.dcsdk.optimizer.placement.PlacementFormulation;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.search.FinishedSearch;
import io.dcsdk.optimizer.search.MixedIntegerSolver;
import io.dcsdk.optimizer.search.Patience;
import io.dcsdk.optimizer.search.ProgressListener;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.search.SolveResult;
import io.dcsdk.optimizer.search.Termination;
import io.dcsdk.placement.Placement;
import io.dcsdk.placement.PlacementOutcome;
import io.dcsdk.placement.PlacementProblem;
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
 * Finds where workloads run and what is bought there at the minimum of {@code Σ C_s + lambda_s E_s + opening_s}, and proves it.
 *
 * <pre>{@code
 * PlacementOutcome<Certificate> outcome = PlacementOptimizer.standard().solve(problem, SolveLimits.defaults());
 * }</pre>
 *
 * <p>Nothing leaves it unaudited: every certificate has passed {@link CertificateChecker} and every placement has been evaluated
 * from its items. The same problem gives the same placement, whatever the number of threads, as long as time does not run out. Safe
 * for use by several threads.
 */
public final class PlacementOptimizer {
    private static final int DIGITS = 34;

    /** Whether there is a point at all: the first one will do. */
    private static final Rational ANY_POINT = Rational.of(99, 100);

    /** What is not settled by then stays in the conflict, which is right and perhaps not the shortest. */
    private static final long CONFLICT_NODES = 2000;

    /** The least gap that is closed location by location; a smaller one takes the search that ends in exact arithmetic. */
    private static final Rational LEAST_GAP = Rational.of(1, 1_000_000);

    private final LpEngine engine;

    private PlacementOptimizer(LpEngine engine) {
        this.engine = engine;
    }

    /**
     * The optimiser over ojAlgo.
     *
     * @return an optimiser
     */
    public static PlacementOptimizer standard() {
        return over(new OjAlgoEngine());
    }

    /**
     * The optimiser over another engine.
     *
     * @param engine solves linear relaxations; its answers are not trusted
     * @return an optimiser
     */
    public static PlacementOptimizer over(LpEngine engine) {
        return new PlacementOptimizer(engine);
    }

    /**
     * Solves a problem.
     *
     * @param problem the problem, with its catalogue
     * @param limits time, gap and threads
     * @return a placement within the gap, one with its gap, a proof that there is none, or out of time with nothing
     * @throws io.dcsdk.item.ItemException if the problem lacks a catalogue or a figure that its items need
     */
    public PlacementOutcome<Certificate> solve(PlacementProblem problem, SolveLimits limits) {
        return solve(problem, limits, progress -> {});
    }

    /**
     * Solves a problem and tells how it goes.
     *
     * @param problem the problem, with its catalogue
     * @param limits time, gap and threads
     * @param listener told now and then where the search stands
     * @return a placement within the gap, one with its gap, a proof that there is none, or out of time with nothing
     * @throws io.dcsdk.item.ItemException if the problem lacks a catalogue or a figure that its items need
     */
    public PlacementOutcome<Certificate> solve(
            PlacementProblem problem, SolveLimits limits, ProgressListener listener) {
        long start = System.nanoTime();
        PlacementFormulation formulation = PlacementFormulation.of(problem);
        PlacementAssembly assembly = PlacementAssembly.of(formulation);
        Optional<List<Rational>> known = new StartingPlacement(engine, formulation, limits, start).find();
        Answer hurried = new Answer(formulation, assembly, limits, start, followed -> false);
        Optional<DecomposedResult> byLocation = byLocation(formulation, limits, start, listener, known);
        Optional<PlacementOutcome<Certificate>> first =
                byLocation.flatMap(found -> hurried.of(found.certificate(), found.termination()));
        boolean isDone =
                first.filter(PlacementOutcome.Optimal.class::isInstance).isPresent()
                        || byLocation.filter(found -> !found.isExhausted()).isPresent();
        if (first.isPresent() && isDone) {
            return first.get();
        }
        Optional<List<Rational>> best =
                byLocation.flatMap(found -> found.certificate().point()).or(() -> known);
        FinishedSearch search = new MixedIntegerSolver(engine, Patience.standard())
                .searchFrom(formulation.program(), left(limits, start).withKeepProof(true), listener, best);
        Answer whole = new Answer(formulation, assembly, limits, start, search::isOverdue);
        PlacementOutcome<Certificate> second = whole.of(search.result())
                .or(() -> hurried.of(search.shortened()))
                .orElseThrow();
        return first.filter(placed -> isCloser(placed, second)).orElse(second);
    }

    /** Whether the first has a placement with a smaller gap, or the only one. */
    private static boolean isCloser(PlacementOutcome<Certificate> first, PlacementOutcome<Certificate> second) {
        Optional<Ratio> other = second.placement().map(Placement::gap);
        return first.placement()
                .map(Placement::gap)
                .filter(gap -> other.map(gap::compareTo).orElse(-1) < 0)
                .isPresent();
    }

    /**
     * Location by location, with what joins them priced: where nothing but the workloads joins them, and the gap is one that sums of
     * doubles can close. Empty if that is not so or no placement was found.
     */
    private Optional<DecomposedResult> byLocation(
            PlacementFormulation formulation,
            SolveLimits limits,
            long start,
            ProgressListener listener,
            Optional<List<Rational>> known) {
        if (limits.relativeGap().compareTo(LEAST_GAP) < 0) {
            return Optional.empty();
        }
        List<Block> blocks = formulation.variablesByLocation().stream()
                .map(own -> new Block(own.location(), own.variables(), own.choices()))
                .toList();
        return Decomposition.of(formulation.program(), blocks)
                .flatMap(parts -> parts.solve(engine, left(limits, start), listener, known));
    }

    private static SolveLimits left(SolveLimits limits, long start) {
        Duration left = limits.deadline().minusNanos(System.nanoTime() - start);
        return limits.withDeadline(left.isNegative() || left.isZero() ? Duration.ofNanos(1) : left);
    }

    /** From what a search found to an audited outcome; empty where the audit was called off. */
    private final class Answer {
        private final PlacementFormulation formulation;
        private final PlacementAssembly assembly;
        private final SolveLimits limits;
        private final long start;
        private final LongPredicate isOverdue;

        Answer(
                PlacementFormulation formulation,
                PlacementAssembly assembly,
                SolveLimits limits,
                long start,
                LongPredicate isOverdue) {
            this.formulation = formulation;
            this.assembly = assembly;
            this.limits = limits;
            this.start = start;
            this.isOverdue = isOverdue;
        }

        Optional<PlacementOutcome<Certificate>> of(SolveResult result) {
            LinearProgram program = formulation.program();
            Certificate found = result.certificate(program).orElseThrow();
            if (result.termination() == Termination.INFEASIBLE) {
                return infeasible(found);
            }
            if (result.point().isEmpty() || result.bound().isEmpty()) {
                return audit(program, found)
                        .map(proven -> new PlacementOutcome.OutOfTime<>(
                                stop(result.termination()), result.bound().map(PlacementOptimizer::dollars)));
            }
            return of(found, result.termination());
        }

        Optional<PlacementOutcome<Certificate>> of(Certificate found, Termination termination) {
            List<Rational> point = assembly.trim(found.point().orElseThrow());
            Certificate certificate = found.withPoint(point);
            return audit(formulation.program(), certificate)
                    .map(proven -> placed(termination, certificate, point, proven));
        }

        /** The conflict is looked for where the rules are rows; if time ends first, it is what the proof at hand rests on, with every rule. */
        private Optional<PlacementOutcome<Certificate>> infeasible(Certificate found) {
            SolveLimits bounded = limits.withRelativeGap(ANY_POINT).withNodes(Math.min(limits.nodes(), CONFLICT_NODES));
            PlacementFormulation stated = PlacementFormulation.withRules(formulation.problem());
            SolveResult again = new MixedIntegerSolver(engine, Patience.standard())
                    .solve(stated.program(), left(bounded, start).withKeepProof(true));
            boolean isFound = again.termination() == Termination.INFEASIBLE;
            PlacementFormulation blamed = isFound ? stated : formulation;
            Certificate proof = isFound ? again.certificate(stated.program()).orElseThrow() : found;
            Certificate shortest = new ConflictFinder(
                            engine, blamed.program(), blamed.requirementOfRow(), bounded, start)
                    .shortest(proof);
            return audit(blamed.program(), shortest)
                    .map(proven -> new PlacementOutcome.Infeasible<>(PlacementConflict.of(blamed, shortest), shortest));
        }

        private PlacementOutcome<Certificate> placed(
                Termination termination, Certificate certificate, List<Rational> point, CheckResult.Accepted proven) {
            Placement placement = assembly.placement(point, certificate.bound().orElseThrow());
            // The checker's exact gap decides, not the search's word.
            boolean isOptimal = proven.relativeGap()
                    .filter(gap -> gap.compareTo(limits.relativeGap()) <= 0)
                    .isPresent();
            return isOptimal
                    ? new PlacementOutcome.Optimal<>(
                            placement, Ratio.of(decimal(limits.relativeGap(), RoundingMode.CEILING)), certificate)
                    : new PlacementOutcome.Feasible<>(placement, stop(termination), certificate);
        }

        private Optional<CheckResult.Accepted> audit(LinearProgram program, Certificate certificate) {
            CheckResult checked = new CertificateChecker(program).check(certificate, limits.threads(), isOverdue);
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

    private static BigDecimal decimal(Rational value, RoundingMode rounding) {
        return new BigDecimal(value.numerator())
                .divide(new BigDecimal(value.denominator()), new MathContext(DIGITS, rounding));
    }

    private static Stop stop(Termination termination) {
        return switch (termination) {
            case NODE_LIMIT -> Stop.NODE_LIMIT;
            case CANCELLED -> Stop.CANCELLED;
            case GAP_CLOSED, INFEASIBLE, DEADLINE -> Stop.DEADLINE;
        };
    }
}
