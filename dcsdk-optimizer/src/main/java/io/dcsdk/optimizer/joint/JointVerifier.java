package io.dcsdk.optimizer.joint;

import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.certificate.CertificateChecker;
import io.dcsdk.optimizer.certificate.CheckResult;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.plan.ProvenConflict;
import io.dcsdk.optimizer.plan.Verification;
import io.dcsdk.optimizer.sizing.DispatchAudit;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.Sizing;
import io.dcsdk.quantity.Money;
import io.dcsdk.quantity.Ratio;
import java.util.Optional;

/**
 * Checks answers to joint problems without a solver: every cut is made of its prices again (directed rounding), the proof
 * followed over the design problem with these cuts (exact), the selection evaluated from its items (exact), the dispatch
 * audited against its load (to {@value io.dcsdk.optimizer.sizing.DispatchAudit#TOLERANCE}), and objective and gap are added
 * up anew.
 */
public final class JointVerifier {
    private JointVerifier() {}

    /**
     * Checks a result.
     *
     * @param problem the problem
     * @param result what is claimed of it, from any source
     * @return accepted with the proven figures, or the first flaw
     */
    public static Verification verify(JointProblem problem, JointResult result) {
        if (result.proof().isEmpty()) {
            return rejected("proof ()", "there is none", "search with more time.");
        }
        for (int k = 0; k < result.cuts().size(); k++) {
            if (!result.cuts().get(k).isProven(problem)) {
                return rejected(
                        "cut (%d)".formatted(k + 1), "its prices prove less", "the result is of another problem.");
            }
        }
        Certificate proof = result.proof().get();
        JointMaster master = JointMaster.of(problem, DesignFormulation.of(problem.design()), result.cuts());
        CheckResult checked = new CertificateChecker(master.program()).check(proof);
        if (checked instanceof CheckResult.Rejected refused) {
            return Verification.rejected(refused.reason());
        }
        boolean isInfeasible = proof.verdict() == Certificate.Verdict.INFEASIBLE;
        if (isInfeasible != (result.status() == JointResult.Status.INFEASIBLE)) {
            return rejected(
                    "status (%s)".formatted(result.status()), "the proof proves another one", "solve it again.");
        }
        long leaves = proof.leaves();
        if (!isConsistent(result, isInfeasible)) {
            return rejected(
                    "status (%s)".formatted(result.status()),
                    "plan, bound, gap and conflict are not those of that status",
                    "it was edited.");
        }
        if (isInfeasible) {
            if (!result.conflict().equals(ProvenConflict.of(master.program(), master.requirementOfRow(), proof))
                    || !result.binding().equals(SupplyCut.limits(problem, result.cuts(), result.conflict()))) {
                return rejected(
                        "conflict (%s)".formatted(result.conflict()), "the proof rests on others", "it was edited.");
            }
            return Verification.infeasible(
                    "Proven infeasible: no design that meets the problem can be supplied.", leaves);
        }
        Money bound = JointResult.floor(proof.bound().orElseThrow());
        if (!Optional.of(bound).equals(result.lowerBound())) {
            return rejected(
                    "lowerBound (%s)".formatted(result.lowerBound()),
                    "the proof gives %s".formatted(bound),
                    "solve it again.");
        }
        return result.plan()
                .map(plan -> plan(problem, result, plan, bound, leaves))
                .orElseGet(() -> new Verification(
                        true,
                        "No design with its supply has an objective below the bound; none was found.",
                        Optional.empty(),
                        Optional.of(bound),
                        Optional.empty(),
                        leaves));
    }

    /** OPTIMAL says that the gap asked for was closed, which is not saved: only that there is a plan is checked, and its gap. */
    private static boolean isConsistent(JointResult result, boolean isInfeasible) {
        boolean isUnknown = result.status() == JointResult.Status.UNKNOWN;
        if (isInfeasible) {
            return result.plan().isEmpty()
                    && result.lowerBound().isEmpty()
                    && result.gap().isEmpty();
        }
        return result.conflict().isEmpty()
                && result.binding().isEmpty()
                && result.plan().isEmpty() == isUnknown
                && (result.plan().isPresent() || result.gap().isEmpty());
    }

    private static Verification plan(
            JointProblem problem, JointResult result, JointPlan plan, Money bound, long leaves) {
        Sizing.Design claimed = plan.supply();
        JointPlan again = JointPlan.of(problem, plan.selection(), claimed);
        if (!again.evaluation().feasible()) {
            return rejected(
                    "selection (%s)".formatted(again.evaluation().violations()),
                    "it breaks the problem",
                    "it was edited.");
        }
        EnergySystem system = problem.supplying(again.load());
        DispatchAudit audit = DispatchAudit.of(system, claimed.amounts(), claimed.dispatch());
        if (!audit.isFeasible() || !audit.equals(claimed.audit())) {
            return rejected("dispatch (%s)".formatted(audit), "it does not supply the load", "it was edited.");
        }
        Ratio gap = JointResult.gap(again.objective(), bound);
        if (!again.objective().equals(plan.objective())
                || !again.supplyCost().equals(plan.supplyCost())
                || !again.evaluation().equals(plan.evaluation())
                || !again.billOfMaterials().equals(plan.billOfMaterials())
                || !Optional.of(gap).equals(result.gap())) {
            return rejected(
                    "objective (%s)".formatted(plan.objective()),
                    "items and supply give %s, a gap of %s".formatted(again.objective(), gap),
                    "it was edited.");
        }
        if (Rational.of(again.objective().base()).compareTo(Rational.of(bound.base())) < 0
                && !isWithinTolerance(again, bound)) {
            return rejected("lowerBound (%s)".formatted(bound), "the plan costs less", "please report it.");
        }
        return Verification.bounded(
                "The design meets the problem, its supply meets its load, and no design with its supply has an objective"
                        + " below the bound.",
                again.objective(),
                bound,
                gap,
                leaves);
    }

    /** The audit of a dispatch lets violations of a billionth pass, by which a supply may be too cheap. */
    private static boolean isWithinTolerance(JointPlan plan, Money bound) {
        double distance = bound.minus(plan.objective()).in(Money.Unit.USD);
        double sizes = Math.abs(plan.objective().in(Money.Unit.USD))
                + Math.abs(plan.supplyCost().in(Money.Unit.USD));
        return distance <= 1e-7 * sizes;
    }

    private static Verification rejected(String subject, String rule, String step) {
        return Verification.rejected("%s of the joint result: %s\nMaybe %s".formatted(subject, rule, step));
    }
}
