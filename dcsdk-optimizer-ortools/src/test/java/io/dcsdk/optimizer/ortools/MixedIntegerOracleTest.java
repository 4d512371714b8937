package io.dcsdk.optimizer.ortools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.dcsdk.optimizer.engine.OjAlgoEngine;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.ortools.OracleAnswer.Claim;
import io.dcsdk.optimizer.search.MixedIntegerSolver;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.search.SolveResult;
import io.dcsdk.optimizer.search.Termination;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MixedIntegerOracleTest {
    private static final Duration TIME = Duration.ofSeconds(30);

    private static LinearProgram.Builder cover() {
        return LinearProgram.builder()
                .integer("x", 0, 9, Rational.parse("2.5"))
                .integer("y", 0, 9, Rational.of(10, 3))
                .constraint(
                        "compute",
                        Map.of("x", Rational.parse("3e15"), "y", Rational.parse("4e15")),
                        Relation.GE,
                        Rational.parse("17e15"));
    }

    @Test
    void everyOracleFindsTheMinimumOfCoefficientsAboveOneQuadrillion() {
        // 3 x + 4 y >= 17: x = 3, y = 2 cost 7.5 + 20/3; x = 6 costs 15; x = 2, y = 3 costs 15.
        Rational minimum = Rational.of(85, 6);
        for (MixedIntegerOracle oracle :
                List.of(MixedIntegerOracle.scip(), MixedIntegerOracle.highs(), MixedIntegerOracle.cpSat())) {
            OracleAnswer answer = oracle.ask(cover().build(), TIME);
            assertEquals(Claim.OPTIMAL, answer.claim());
            assertEquals(Optional.of(minimum), answer.objective());
            assertEquals(Optional.of(List.of(Rational.of(3), Rational.of(2))), answer.point());
        }
    }

    @Test
    void theContinuousRestIsCompletedExactly() {
        LinearProgram program = cover().continuous("flow", Rational.ZERO, Rational.of(5), Rational.ONE)
                .constraint("thirds", Map.of("flow", Rational.of(3), "x", Rational.ONE), Relation.GE, Rational.of(10))
                .build();
        for (MixedIntegerOracle oracle : List.of(MixedIntegerOracle.scip(), MixedIntegerOracle.highs())) {
            OracleAnswer answer = oracle.ask(program, TIME);
            // x = 3, y = 2 leave 7/3 of flow: 85/6 + 7/3 = 16.5; x = 6 costs 15 + 4/3 = 16.33.
            assertEquals(Optional.of(Rational.of(49, 3)), answer.objective());
            assertEquals(Rational.of(4, 3), answer.point().orElseThrow().get(2));
        }
        assertEquals(
                Claim.UNKNOWN, MixedIntegerOracle.cpSat().ask(program, TIME).claim());
    }

    @Test
    void infeasibleIsAClaimWithoutAPoint() {
        LinearProgram program = cover().constraint(
                        "most", Map.of("x", Rational.ONE, "y", Rational.ONE), Relation.LE, Rational.of(4))
                .constraint("parity", Map.of("x", Rational.of(2)), Relation.EQ, Rational.of(5))
                .build();
        for (MixedIntegerOracle oracle :
                List.of(MixedIntegerOracle.scip(), MixedIntegerOracle.highs(), MixedIntegerOracle.cpSat())) {
            OracleAnswer answer = oracle.ask(program, TIME);
            assertEquals(Claim.INFEASIBLE, answer.claim());
            assertEquals(Optional.empty(), answer.point());
            assertEquals(Optional.empty(), answer.objective());
        }
    }

    @Test
    void aPointOfAnOracleStartsTheSearchThatProvesIt() {
        LinearProgram program = cover().build();
        List<Rational> point =
                MixedIntegerOracle.scip().ask(program, TIME).point().orElseThrow();
        SolveResult result = new MixedIntegerSolver(new OjAlgoEngine())
                .solveFrom(program, SolveLimits.defaults().withRelativeGap(Rational.ZERO), point);
        assertEquals(Termination.GAP_CLOSED, result.termination());
        assertEquals(result.objective(), result.bound());
        assertEquals(Optional.of(Rational.of(85, 6)), result.objective());
    }

    @Test
    void aWrongClaimOfOptimalityDoesNotSurviveTheSearch() {
        // Found by brute force: SCIP 10.0.0 calls (2, 0, 0) optimal at -76.4; with the row need doubled it finds (1, 0,
        // 1).
        LinearProgram program = LinearProgram.builder()
                .integer("x0", 0, 3, Rational.parse("-38.2"))
                .integer("x1", 0, 3, Rational.parse("-25.1"))
                .integer("x2", 0, 1, Rational.parse("-49.5"))
                .constraint(
                        "budget",
                        Map.of("x0", Rational.of(22), "x1", Rational.of(22), "x2", Rational.of(28)),
                        Relation.LE,
                        Rational.of(56))
                .constraint(
                        "need",
                        Map.of("x0", Rational.of(2), "x1", Rational.of(7, 2), "x2", Rational.ONE),
                        Relation.GE,
                        Rational.of(5, 2))
                .build();
        OracleAnswer claimed = MixedIntegerOracle.scip().ask(program, TIME);
        assertEquals(Claim.OPTIMAL, claimed.claim());
        for (List<Rational> start :
                List.of(claimed.point().orElseThrow(), List.of(Rational.of(2), Rational.ZERO, Rational.ZERO))) {
            SolveResult result = new MixedIntegerSolver(new OjAlgoEngine())
                    .solveFrom(program, SolveLimits.defaults().withRelativeGap(Rational.ZERO), start);
            assertEquals(Optional.of(Rational.parse("-87.7")), result.objective());
            assertEquals(result.objective(), result.bound());
        }
    }

    @Test
    void aStartingPointThatBreaksARowIsRefused() {
        IllegalArgumentException thrown =
                assertThrows(IllegalArgumentException.class, () -> new MixedIntegerSolver(new OjAlgoEngine())
                        .solveFrom(cover().build(), SolveLimits.defaults(), List.of(Rational.ONE, Rational.ONE)));
        assertEquals(
                "Starting point (2 values) of the search: it breaks a bound or a constraint of the program\n"
                        + "Maybe round its whole numbers and complete the rest exactly, or search without it.",
                thrown.getMessage());
    }
}
