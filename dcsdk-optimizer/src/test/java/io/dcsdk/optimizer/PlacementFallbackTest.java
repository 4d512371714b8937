package io.dcsdk.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.decomposition.Block;
import io.dcsdk.optimizer.decomposition.DecomposedResult;
import io.dcsdk.optimizer.decomposition.Decomposition;
import io.dcsdk.optimizer.engine.OjAlgoEngine;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.placement.PlacementDocument;
import io.dcsdk.optimizer.placement.PlacementFormulation;
import io.dcsdk.optimizer.placement.PlacementVerifier;
import io.dcsdk.optimizer.plan.Verification;
import io.dcsdk.optimizer.relaxation.LpAnswer;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.relaxation.LpMatrix;
import io.dcsdk.optimizer.relaxation.LpSession;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.placement.PlacementOutcome;
import io.dcsdk.placement.PlacementProblem;
import io.dcsdk.quantity.Money;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Where prices do not close the gap and nothing is left to search by location, the whole is searched (decision 0022). */
final class PlacementFallbackTest {
    private static final SolveLimits LIMITS = SolveLimits.defaults();
    private static final int PROBLEMS = 4;

    /**
     * Tells when it is asked about the whole program, which the search by location never does. One that is no help until then
     * gives no prices: what is known by location is then only what it takes at least to place nothing.
     */
    private static final class Watched implements LpEngine {
        private final LpEngine honest = new OjAlgoEngine();
        private final AtomicBoolean wasAskedAboutAll = new AtomicBoolean();
        private final int rows;
        private final int columns;
        private final boolean helpsWithParts;

        Watched(LinearProgram whole, boolean helpsWithParts) {
            this.rows = whole.constraints().size();
            this.columns = whole.variables().size();
            this.helpsWithParts = helpsWithParts;
        }

        @Override
        public LpSession open(LpMatrix matrix) {
            if (matrix.rows() == rows && matrix.columns() == columns) {
                wasAskedAboutAll.set(true);
            }
            LpSession session = honest.open(matrix);
            return (lower, upper, fresh) ->
                    helpsWithParts || wasAskedAboutAll.get() ? session.solve(lower, upper, fresh) : LpAnswer.unknown();
        }
    }

    private static DecomposedResult byLocation(
            PlacementFormulation formulation, LpEngine engine, List<Rational> start) {
        List<Block> blocks = formulation.variablesByLocation().stream()
                .map(own -> new Block(own.location(), own.variables(), own.choices()))
                .toList();
        return Decomposition.of(formulation.program(), blocks)
                .orElseThrow()
                .solve(engine, LIMITS, progress -> {}, Optional.of(start))
                .orElseThrow();
    }

    private static List<Rational> point(PlacementOutcome<Certificate> outcome) {
        return ((PlacementOutcome.Optimal<Certificate>) outcome).proof().point().orElseThrow();
    }

    @Test
    void theWholeIsSearchedWhereNothingIsLeftByLocationAndTheGapIsOpen() {
        int forced = 0;
        for (long seed = 100; forced < PROBLEMS; seed++) {
            PlacementProblem problem = SmallPlacements.apart(seed);
            Optional<Money> minimum = PlacementOracle.apart(problem);
            if (minimum.isEmpty() || problem.locations().size() < 2) {
                continue;
            }
            String name = "seed " + seed;
            PlacementFormulation formulation = PlacementFormulation.of(problem);
            LinearProgram program = formulation.program();
            Watched helpful = new Watched(program, true);
            PlacementOutcome<Certificate> usual =
                    PlacementOptimizer.over(helpful).solve(problem, LIMITS);
            assertInstanceOf(PlacementOutcome.Optimal.class, usual, name);
            if (helpful.wasAskedAboutAll.get()) {
                continue; // it takes the whole anyway
            }
            DecomposedResult alone = byLocation(formulation, new Watched(program, false), point(usual));
            assertTrue(alone.isExhausted(), name);
            Watched unhelpful = new Watched(program, false);
            PlacementOutcome<Certificate> outcome =
                    PlacementOptimizer.over(unhelpful).solve(problem, LIMITS);
            assertTrue(unhelpful.wasAskedAboutAll.get(), name);
            assertInstanceOf(PlacementOutcome.Optimal.class, outcome, name);
            assertWithinGap(minimum.get(), outcome, name);
            PlacementDocument saved = PlacementDocument.of(outcome, problem).orElseThrow();
            Verification verification = PlacementVerifier.verify(saved);
            assertTrue(verification.accepted(), () -> name + ": " + verification.message());
            assertFalse(
                    ((PlacementOutcome.Optimal<Certificate>) usual)
                            .proof()
                            .lemmas()
                            .isEmpty(),
                    name);
            assertEquals(
                    List.of(),
                    ((PlacementOutcome.Optimal<Certificate>) outcome).proof().lemmas(),
                    name);
            forced++;
        }
    }

    private static void assertWithinGap(Money minimum, PlacementOutcome<Certificate> outcome, String name) {
        Rational least = Rational.of(minimum.base());
        Rational found =
                Rational.of(outcome.placement().orElseThrow().objective().base());
        Rational bound =
                Rational.of(outcome.placement().orElseThrow().lowerBound().base());
        Rational forgiven = least.abs().times(Rational.parse("1e-28"));
        assertTrue(bound.compareTo(least.plus(forgiven)) <= 0 && found.compareTo(least.minus(forgiven)) >= 0, name);
        Rational allowed = found.abs().times(LIMITS.relativeGap()).plus(forgiven);
        assertTrue(found.minus(bound).compareTo(allowed) <= 0, name);
    }
}
