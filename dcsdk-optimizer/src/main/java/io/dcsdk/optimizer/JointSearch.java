package io.dcsdk.optimizer;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.dcsdk.design.Evaluation;
import io.dcsdk.design.Outcome;
import io.dcsdk.design.Selection;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.certificate.CertificateChecker;
import io.dcsdk.optimizer.certificate.CheckResult;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.joint.JointListener;
import io.dcsdk.optimizer.joint.JointMaster;
import io.dcsdk.optimizer.joint.JointPlan;
import io.dcsdk.optimizer.joint.JointProblem;
import io.dcsdk.optimizer.joint.JointResult;
import io.dcsdk.optimizer.joint.JointResult.Status;
import io.dcsdk.optimizer.joint.JointRound;
import io.dcsdk.optimizer.joint.SupplyCut;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.plan.PlanAssembly;
import io.dcsdk.optimizer.plan.ProvenConflict;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.search.FinishedSearch;
import io.dcsdk.optimizer.search.MixedIntegerSolver;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.search.SolveResult;
import io.dcsdk.optimizer.search.Termination;
import io.dcsdk.optimizer.sizing.Profile;
import io.dcsdk.optimizer.sizing.Sizing;
import io.dcsdk.optimizer.sizing.SizingOptimizer;
import io.dcsdk.optimizer.sizing.SizingOptions;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Ratio;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** One search of {@link JointOptimizer}. */
final class JointSearch {
    /** The master's share of the gap at first; the rest is for the supply. */
    private static final Rational MASTER_SHARE = Rational.of(1, 4);

    private static final Rational TENTH = Rational.of(1, 10);
    /** The master's share is not made smaller than this. */
    private static final Rational LEAST_SHARE = Rational.of(1, 4000);

    private static final double SIZING_SHARE = 0.02;
    private static final double FINEST_SIZING = 1e-8;
    private static final double COARSEST_SIZING = 1e-5;
    private static final int SIZING_STEPS = 200;
    /** A shorter conflict is easier to read, and not worth a minute; nodes, so that the answer is the same each time. */
    private static final long CONFLICT_NODES = 500;

    private static final Rational AGREEMENT = Rational.parse("1e-25");

    /** What the proof of a master says, with the cuts that it knew. */
    private record Proof(Certificate certificate, List<SupplyCut> cuts) {}

    private final LpEngine engine;
    private final JointProblem problem;
    private final SolveLimits limits;
    private final JointListener listener;
    private final DesignFormulation formulation;
    private final long start = System.nanoTime();
    private final List<SupplyCut> cuts = new ArrayList<>();
    private final List<JointRound> rounds = new ArrayList<>();
    private final Map<String, Optional<Sizing.Design>> sized = new HashMap<>();
    private Rational share = MASTER_SHARE;
    private @Nullable JointPlan best;
    private List<Rational> bestDesign = List.of();
    private @Nullable Proof proof;
    private long longestSizing;

    JointSearch(LpEngine engine, JointProblem problem, SolveLimits limits, JointListener listener) {
        this.engine = engine;
        this.problem = problem;
        this.limits = limits;
        this.listener = listener;
        formulation = DesignFormulation.of(problem.design());
    }

    JointResult run() {
        while (true) {
            Duration left = left();
            if (left.isNegative() || left.isZero() || limits.cancelled().getAsBoolean()) {
                return result(best == null ? Status.UNKNOWN : Status.FEASIBLE);
            }
            JointMaster master = JointMaster.of(problem, formulation, cuts);
            SolveResult found = solve(master, left);
            if (found.termination() == Termination.INFEASIBLE) {
                return best == null ? infeasible(master, found) : result(Status.FEASIBLE);
            }
            if (found.point().isEmpty()) {
                return result(best == null ? Status.UNKNOWN : Status.FEASIBLE);
            }
            JointPlan known = best;
            if (known != null && isClosed()) {
                // The relaxation alone closed the gap: a round of the best design, with nothing more to supply.
                tell(known.selection(), known.evaluation(), Optional.of(known));
                return result(Status.OPTIMAL);
            }
            boolean goesOn = supply(master, found.point().get());
            if (isClosed()) {
                return result(Status.OPTIMAL);
            }
            if (!goesOn) {
                return result(best == null ? Status.UNKNOWN : Status.FEASIBLE);
            }
        }
    }

    private Duration left() {
        return limits.deadline().minusNanos(System.nanoTime() - start + longestSizing);
    }

    /** Solves the master and keeps its proof if it proves more than those before; a certificate that was audited. */
    private SolveResult solve(JointMaster master, Duration left) {
        SolveLimits some = limits.withDeadline(left)
                .withRelativeGap(limits.relativeGap().times(share))
                .withKeepProof(true);
        FinishedSearch search = new MixedIntegerSolver(engine).search(master.program(), some, progress -> {});
        SolveResult result = search.result();
        if (!audited(master, result, search::isOverdue)) {
            result = search.shortened();
            audited(master, result, followed -> false);
        }
        return result;
    }

    private boolean audited(JointMaster master, SolveResult result, LongPredicate isOverdue) {
        Certificate certificate = result.certificate(master.program()).orElseThrow();
        CheckResult checked = new CertificateChecker(master.program()).check(certificate, limits.threads(), isOverdue);
        if (checked instanceof CheckResult.Cancelled) {
            return false;
        }
        if (!checked.isAccepted()) {
            throw new IllegalStateException(
                    "certificate (%s) of the joint optimizer: does not hold\nMaybe this is a fault of the SDK; please report it."
                            .formatted(checked));
        }
        Optional<Rational> bound = certificate.bound();
        if (bound.isPresent() && (proof == null || bound.get().compareTo(bound(proof)) > 0)) {
            proof = new Proof(certificate, List.copyOf(cuts));
        }
        return true;
    }

    private static Rational bound(Proof proof) {
        return proof.certificate().bound().orElseThrow();
    }

    /** Supplies the design of a point; false if nothing more can be learned from the supply. */
    private boolean supply(JointMaster master, List<Rational> found) {
        List<Rational> point = PlanAssembly.trim(master.program(), found);
        List<Rational> design = master.design(point);
        Selection selection = formulation.selection(design);
        Evaluation evaluation = Evaluation.of(problem.design(), selection);
        requireAgreement(evaluation, formulation.program().objective(design));
        ImmutableMap<String, Rational> powers = master.meanKilowatts(point);
        Profile load = JointPlan.loadOf(problem, selection, evaluation);
        String key = powers.toString();
        boolean goesOn = true;
        if (!sized.containsKey(key)) {
            Sizing sizing = size(load);
            sized.put(key, sizing.design());
            goesOn = learn(sizing, powers);
        } else if (share.compareTo(LEAST_SHARE) > 0) {
            // The supply of this load is known: what is left of the gap is the master's.
            share = share.times(TENTH);
        } else {
            goesOn = false;
        }
        Optional<JointPlan> plan =
                sized.getOrDefault(key, Optional.empty()).map(supply -> JointPlan.of(problem, selection, supply));
        if (plan.isPresent() && (best == null || plan.get().objective().compareTo(best.objective()) < 0)) {
            best = plan.get();
            bestDesign = design;
        }
        tell(selection, evaluation, plan);
        return goesOn;
    }

    private Sizing size(Profile load) {
        long began = System.nanoTime();
        double gap = Math.max(
                FINEST_SIZING, Math.min(COARSEST_SIZING, limits.relativeGap().doubleValue() * SIZING_SHARE));
        Sizing sizing = SizingOptimizer.solve(problem.supplying(load), new SizingOptions(gap, SIZING_STEPS));
        longestSizing = Math.max(longestSizing, System.nanoTime() - began);
        return sizing;
    }

    /** Adds the cut of a sizing; false if there is none, or none that says something new of this load. */
    private boolean learn(Sizing sizing, ImmutableMap<String, Rational> powers) {
        if (sizing.design().isPresent()) {
            cuts.add(SupplyCut.of(
                    SupplyCut.Kind.COST, problem, sizing.design().get().prices()));
            return true;
        }
        if (sizing.conflict().isEmpty()) {
            return false;
        }
        SupplyCut cut =
                SupplyCut.of(SupplyCut.Kind.LIMIT, problem, sizing.conflict().get());
        cuts.add(cut);
        return cut.at(powers).signum() > 0;
    }

    private void tell(Selection selection, Evaluation evaluation, Optional<JointPlan> plan) {
        Money lower = JointResult.floor(bound(requireProof()));
        Optional<Money> upper = Optional.ofNullable(best).map(JointPlan::objective);
        JointRound round = new JointRound(
                rounds.size() + 1,
                lower,
                selection.cooling().map(choice -> choice.system()),
                evaluation.loads().meanIt(),
                plan.map(JointPlan::objective),
                upper,
                upper.map(objective -> JointResult.gap(objective, lower)));
        rounds.add(round);
        listener.ended(round);
    }

    private Proof requireProof() {
        if (proof == null) {
            throw new IllegalStateException(
                    "proof () of the joint optimizer: there is none\nMaybe this is a fault of the SDK; please report it.");
        }
        return proof;
    }

    private boolean isClosed() {
        return gap().filter(gap -> Rational.of(gap.base()).compareTo(limits.relativeGap()) <= 0)
                .isPresent();
    }

    private Optional<Ratio> gap() {
        return best == null || proof == null
                ? Optional.empty()
                : Optional.of(JointResult.gap(best.objective(), JointResult.floor(bound(proof))));
    }

    /** Two ways to the same figures: from the items, and from the algebra. */
    private static void requireAgreement(Evaluation evaluation, Rational objective) {
        Rational difference =
                Rational.of(evaluation.objective().base()).minus(objective).abs();
        Rational allowed = objective.abs().max(Rational.ONE).times(AGREEMENT);
        if (!evaluation.feasible() || difference.compareTo(allowed) > 0) {
            throw new IllegalStateException(
                    "objective (%s) of the joint optimizer: the items themselves give %s, violations %s\nMaybe this is a fault of the SDK; please report it."
                            .formatted(objective.toDecimalString(), evaluation.objective(), evaluation.violations()));
        }
    }

    private JointResult result(Status status) {
        return new JointResult(
                status,
                Optional.ofNullable(best),
                Optional.ofNullable(proof).map(known -> JointResult.floor(bound(known))),
                gap(),
                ImmutableList.of(),
                ImmutableList.of(),
                rounds,
                proof == null ? List.of() : proof.cuts(),
                Optional.ofNullable(proof)
                        // Whoever has the proof has the point of the plan as well.
                        .map(known -> JointMaster.of(problem, formulation, known.cuts())
                                .at(known.certificate(), bestDesign)));
    }

    private JointResult infeasible(JointMaster master, SolveResult found) {
        Certificate given = found.certificate(master.program()).orElseThrow();
        SolveLimits few = limits.withNodes(Math.min(limits.nodes(), CONFLICT_NODES));
        Certificate shortest =
                new ConflictFinder(engine, master.program(), master.requirementOfRow(), few, start).shortest(given);
        if (!new CertificateChecker(master.program()).check(shortest).isAccepted()) {
            throw new IllegalStateException(
                    "conflict of the joint optimizer: its proof does not hold\nMaybe this is a fault of the SDK; please report it.");
        }
        List<Outcome.Conflict> conflict = ProvenConflict.of(master.program(), master.requirementOfRow(), shortest);
        return new JointResult(
                Status.INFEASIBLE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                conflict,
                SupplyCut.limits(problem, cuts, conflict),
                rounds,
                cuts,
                Optional.of(shortest));
    }
}
