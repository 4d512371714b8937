package io.dcsdk.optimizer;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.design.Evaluation;
import io.dcsdk.design.Selection;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.engine.OjAlgoEngine;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.joint.JointMaster;
import io.dcsdk.optimizer.joint.JointPlan;
import io.dcsdk.optimizer.joint.JointProblem;
import io.dcsdk.optimizer.joint.JointResult;
import io.dcsdk.optimizer.joint.JointVerifier;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.plan.PlanAssembly;
import io.dcsdk.optimizer.plan.Verification;
import io.dcsdk.optimizer.search.MixedIntegerSolver;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.search.SolveResult;
import io.dcsdk.optimizer.sizing.Capacity;
import io.dcsdk.optimizer.sizing.Dispatch;
import io.dcsdk.optimizer.sizing.DispatchAudit;
import io.dcsdk.optimizer.sizing.EnergySystem;
import io.dcsdk.optimizer.sizing.Prices;
import io.dcsdk.optimizer.sizing.Profile;
import io.dcsdk.optimizer.sizing.Sizing;
import io.dcsdk.quantity.Money;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Dispatches that bring energy which nothing made. */
final class JointForgeryTest {
    private static final SolveLimits LIMITS = SolveLimits.defaults().withRelativeGap(Rational.of(1, 10_000));

    /**
     * A tank of 1e12 MWh gave a billionth of its level in every hour, and the audit let it pass: all that a design needs, at no cost.
     * The bound is that of the first round, which knows nothing of the supply, so the objective is not below it.
     */
    @Test
    void aSupplyOutOfAHugeTankThatNothingFillsIsRejected() {
        JointProblem problem = new TinyJoint(1).hugeTank().problem();
        DesignFormulation formulation = DesignFormulation.of(problem.design());
        JointMaster master = JointMaster.of(problem, formulation, List.of());
        SolveResult found = new MixedIntegerSolver(new OjAlgoEngine())
                .search(master.program(), LIMITS.withKeepProof(true), progress -> {})
                .result();
        Certificate proof = found.certificate(master.program()).orElseThrow();
        Money bound = JointResult.floor(proof.bound().orElseThrow());
        Selection selection = formulation.selection(
                master.design(PlanAssembly.trim(master.program(), found.point().orElseThrow())));
        Profile load = JointPlan.loadOf(problem, selection, Evaluation.of(problem.design(), selection));
        EnergySystem system = problem.supplying(load);
        double[] powers = new double[system.steps() * system.activities().size()];
        double[] levels = new double[system.steps() * system.nodes().size()];
        double[] start = new double[system.nodes().size()];
        int tank = system.nodes().size() - 1;
        start[tank] = 5e11;
        for (int t = 0; t < system.steps(); t++) {
            powers[(t + 1) * system.activities().size() - 1] = load.at(t);
            levels[t * system.nodes().size() + tank] = 5e11;
        }
        Dispatch drained = new Dispatch(system, powers, levels, start);
        List<Double> amounts = system.capacities().stream().map(Capacity::lower).toList();
        Prices prices = Prices.of(
                system,
                new double[system.steps() * system.nodes().size()],
                new double[system.limits().size()]);
        JointPlan forged = JointPlan.of(
                problem,
                selection,
                new Sizing.Design(amounts, drained, prices, DispatchAudit.of(system, amounts, drained)));
        JointResult claimed = new JointResult(
                JointResult.Status.OPTIMAL,
                Optional.of(forged),
                Optional.of(bound),
                Optional.of(JointResult.gap(forged.objective(), bound)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.of(proof));
        Verification verification = JointVerifier.verify(problem, claimed);
        assertFalse(verification.accepted());
        assertTrue(verification.message().contains("it does not supply the load"), verification.message());
    }
}
