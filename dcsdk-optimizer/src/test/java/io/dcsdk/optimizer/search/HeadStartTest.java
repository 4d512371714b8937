package io.dcsdk.optimizer.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.certificate.CertificateChecker;
import io.dcsdk.optimizer.engine.OjAlgoEngine;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.linear.Variable;
import io.dcsdk.optimizer.relaxation.LpAnswer;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.relaxation.LpMatrix;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is said to be known before a search makes it shorter, and is never trusted. */
final class HeadStartTest {
    private static final LpEngine SILENT = matrix -> (lower, upper, fresh) -> LpAnswer.unknown();
    private static final List<SmallProblems> FAMILIES = List.of(SmallProblems.values());
    private static final int PROBLEMS = 1000;

    /** 3 x + 5 y with x + 2 y at least 7: the relaxation is 17.5, the minimum 18. */
    private static LinearProgram sizes() {
        return LinearProgram.builder()
                .integer("x", 0, 10, Rational.of(3))
                .integer("y", 0, 10, Rational.of(5))
                .constraint("need", Map.of("x", Rational.ONE, "y", Rational.of(2)), Relation.GE, Rational.of(7))
                .build();
    }

    private static SolveResult solved(LpEngine engine, LinearProgram program, SolveLimits limits, HeadStart known) {
        return new MixedIntegerSolver(engine)
                .searchFrom(program, limits, progress -> {}, known)
                .result();
    }

    @Test
    void multipliersGiveABoundWhereTheEngineGivesNone() {
        SolveLimits oneNode = SolveLimits.defaults().withNodes(1).withRelativeGap(Rational.of(1, 10));
        List<Rational> point = List.of(Rational.of(1), Rational.of(3));
        HeadStart known = HeadStart.none().withPoint(point).withMultipliers(new double[] {2.5});
        SolveResult result = solved(SILENT, sizes(), oneNode, known);
        assertEquals(Termination.GAP_CLOSED, result.termination());
        assertEquals(Optional.of(point), result.point());
        assertTrue(result.bound().orElseThrow().compareTo(Rational.of(17)) > 0, result::toString);
        assertTrue(new CertificateChecker(sizes())
                .check(result.certificate(sizes()).orElseThrow())
                .isAccepted());
    }

    @Test
    void whatIsSaidWronglyCostsNoTruth() {
        SolveLimits exact = SolveLimits.defaults().withRelativeGap(Rational.ZERO);
        int points = 0;
        for (int k = 0; k < PROBLEMS; k++) {
            LinearProgram program = FAMILIES.get(k % FAMILIES.size()).of(new Random(k));
            Random random = new Random(k);
            double[] noise = random.doubles(program.constraints().size(), -100, 100)
                    .map(value -> random.nextInt(20) == 0 ? Double.NaN : value)
                    .toArray();
            double[] dual = relaxed(program);
            HeadStart known = HeadStart.none()
                    .withMultipliers(random.nextBoolean() && dual.length == noise.length ? dual : noise)
                    .withMoreMultipliers(random.nextBoolean() && dual.length == noise.length ? dual : noise)
                    .withMoreMultipliers(noise);
            // Far from the best one, so that the multipliers have something to narrow.
            SolveLimits rough = exact.withRelativeGap(Rational.of(9, 10)).withKeepProof(false);
            Optional<List<Rational>> point = new MixedIntegerSolver(new OjAlgoEngine())
                    .solve(program, rough)
                    .point();
            points += point.isPresent() ? 1 : 0;
            HeadStart all = point.map(known::withPoint).orElse(known);
            SolveResult result = solved(new OjAlgoEngine(), program, exact, all);
            assertEquals(BruteForce.minimum(program), result.objective(), program::toString);
            assertEquals(result.objective(), result.bound(), program::toString);
            assertTrue(
                    new CertificateChecker(program)
                            .check(result.certificate(program).orElseThrow())
                            .isAccepted(),
                    program::toString);
        }
        int found = points;
        assertTrue(found > PROBLEMS / 3, () -> "points: " + found);
    }

    private static double[] relaxed(LinearProgram program) {
        double[] lower = program.variables().stream()
                .mapToDouble(variable -> variable.lower().doubleValue())
                .toArray();
        double[] upper = program.variables().stream()
                .map(Variable::upper)
                .mapToDouble(Rational::doubleValue)
                .toArray();
        return new OjAlgoEngine()
                .open(LpMatrix.of(program))
                .solve(lower, upper, true)
                .multipliers();
    }

    @Test
    void refusesMultipliersOfAnotherProgram() {
        MixedIntegerSolver solver = new MixedIntegerSolver(SILENT);
        HeadStart known = HeadStart.none().withMultipliers(new double[] {1, 2});
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> solver.searchFrom(sizes(), SolveLimits.defaults(), progress -> {}, known));
        assertEquals(
                "Multipliers (2) of the search: the program has 1 constraints\nMaybe they belong to another program.",
                refusal.getMessage());
        HeadStart more = HeadStart.none().withMultipliers(new double[] {1}).withMoreMultipliers(new double[] {1, 2});
        assertThrows(
                IllegalArgumentException.class,
                () -> solver.searchFrom(sizes(), SolveLimits.defaults(), progress -> {}, more));
    }

    @Test
    void keepsWhatIsLeftOfASmallerProgram() {
        HeadStart known = HeadStart.none()
                .withPoint(List.of(Rational.of(4), Rational.ZERO, Rational.of(6)))
                .withMultipliers(new double[] {1, 2, 3});
        HeadStart few = known.narrowed(List.of(0, 2), List.of(2));
        assertEquals(Optional.of(List.of(Rational.of(4), Rational.of(6))), few.point());
        assertEquals(1, few.multipliers().length);
        assertEquals(3, few.multipliers()[0]);
        assertEquals(0, HeadStart.none().narrowed(List.of(0), List.of(0)).multipliers().length);
    }
}
