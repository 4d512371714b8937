package io.dcsdk.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.joint.JointPlan;
import io.dcsdk.optimizer.joint.JointProblem;
import io.dcsdk.optimizer.joint.JointResult;
import io.dcsdk.optimizer.joint.JointVerifier;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.plan.Verification;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.quantity.Money;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Shares of a load that follows from the design, and supplies in another currency, against all designs with all their supplies. */
final class JointTermsTest {
    private static final SolveLimits LIMITS = SolveLimits.defaults().withRelativeGap(Rational.of(1, 10_000));
    private static final double GAP = 1e-4;

    private static JointResult solve(JointProblem problem) {
        JointResult result = JointOptimizer.standard().solve(problem, LIMITS);
        Verification verification = JointVerifier.verify(problem, result);
        assertTrue(verification.accepted(), verification.message());
        return result;
    }

    private static double dollars(Optional<Money> money) {
        return money.orElseThrow().in(Money.Unit.USD);
    }

    private static double objective(JointResult result) {
        return result.plan().orElseThrow().objective().in(Money.Unit.USD);
    }

    /** The share is one of a load that is not known before the design. */
    @Test
    void aShareOfTheLoadThatIsMetWithoutCarbonIsHeldByTheBestOfAllDesigns() {
        int dearer = 0;
        for (int k = 0; k < 10; k++) {
            boolean hourly = k % 2 == 0;
            double share = 0.2 + 0.06 * k;
            JointProblem problem = new TinyJoint(k).carbonFree(share, hourly).problem();
            double minimum = JointOracle.least(problem).orElseThrow();
            JointResult result = solve(problem);
            assertEquals(JointResult.Status.OPTIMAL, result.status(), "problem " + k);
            assertEquals(minimum, objective(result), 2 * GAP * minimum, "problem " + k);
            assertTrue(objective(result) >= minimum * (1 - 1e-6), "problem " + k + ": better than all designs");
            assertTrue(dollars(result.lowerBound()) <= minimum * (1 + 1e-9), "problem " + k + ": bound above");
            JointPlan plan = result.plan().orElseThrow();
            double load = 0;
            double grid = 0;
            double sun = 0;
            for (int t = 0; t < TinyJoint.STEPS; t++) {
                load += plan.load().at(t);
                grid += plan.supply().dispatch().power(0, t);
                sun += plan.supply().dispatch().power(1, t);
            }
            assertTrue(hourly ? grid <= (1 - share) * load * (1 + 1e-8) : sun >= share * load * (1 - 1e-8));
            double free = objective(solve(new TinyJoint(k).problem()));
            dearer += objective(result) > free * (1 + 2 * GAP) ? 1 : 0;
        }
        assertTrue(dearer >= 5, "the share hardly ever mattered: " + dearer);
    }

    @Test
    void aShareThatNoSunCanMeetIsProvenSoHoweverMuchIsBuilt() {
        JointProblem problem = new TinyJoint(5).carbonFree(0.5, false).dark().problem();
        JointResult result = solve(problem);
        assertEquals(JointResult.Status.INFEASIBLE, result.status());
        assertEquals(List.of("carbon-free"), result.binding());
    }

    /** The same supply in a currency of which one is worth 1.25 dollars. */
    @Test
    void aSupplyInAnotherCurrencyCountsAtItsRate() {
        JointProblem dollars = new TinyJoint(6).problem();
        JointProblem euros = new TinyJoint(6).exchangeRate("1.25").problem();
        JointResult result = solve(euros);
        assertEquals(JointOracle.least(euros).orElseThrow(), objective(result), 2 * GAP * objective(result));
        assertTrue(objective(result) > objective(solve(dollars)) * (1 + GAP));
        JointResult scaled = solve(new TinyJoint(6).costs(1.25).problem());
        assertEquals(objective(scaled), objective(result), 2 * GAP * objective(result));
    }
}
