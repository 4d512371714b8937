package io.dcsdk.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.design.DesignProblem;
import io.dcsdk.design.Outcome;
import io.dcsdk.design.Plan;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.relaxation.LpEngines;
import io.dcsdk.optimizer.search.SolveLimits;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Small random design problems: the proven minimum is the same whatever engine is behind the port. */
final class EngineAgreementOnDesignsTest {
    /** The other half of the brute force compares ojAlgo with all selections there are. */
    private static final int PROBLEMS = Integer.getInteger("dcsdk.bruteforce.problems", 2000) / 50;

    @Test
    void glopAndOjAlgoGiveTheSameVerdictAndTheSameProvenMinimum() {
        DesignOptimizer glop = DesignOptimizer.over(LpEngines.named("glop"));
        DesignOptimizer standard = DesignOptimizer.standard();
        SolveLimits exact = SolveLimits.defaults().withRelativeGap(Rational.ZERO);
        int feasible = 0;
        long start = System.nanoTime();
        for (int k = 0; k < PROBLEMS; k++) {
            DesignProblem problem = SmallDesigns.of(k);
            Outcome<Certificate> one = glop.solve(problem, exact);
            Outcome<Certificate> other = standard.solve(problem, exact);
            String context = "problem " + k;
            assertEquals(other.getClass(), one.getClass(), context);
            assertEquals(other.plan().map(Plan::objective), one.plan().map(Plan::objective), context);
            assertTrue(one instanceof Outcome.Optimal || one instanceof Outcome.Infeasible, context);
            feasible += one.plan().isPresent() ? 1 : 0;
        }
        assertTrue(feasible > PROBLEMS / 5 && feasible < PROBLEMS);
        System.out.printf(
                Locale.ROOT,
                "designs over glop and ojalgo: %d, %d feasible, agree in %.1f s%n",
                PROBLEMS,
                feasible,
                (System.nanoTime() - start) / 1e9);
    }
}
