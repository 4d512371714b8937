package io.dcsdk.optimizer.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.dcsdk.optimizer.certificate.Certificate.Verdict;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** One small program, min 3x + 2y with 2x + y >= 5/2, whose proof can be followed by hand. */
final class CertificateCheckerTest {
    private final LinearProgram program = LinearProgram.builder()
            .integer("x", 0, 3, Rational.of(3))
            .integer("y", 0, 3, Rational.of(2))
            .constraint("need", Map.of("x", Rational.of(2), "y", Rational.ONE), Relation.GE, Rational.of(5, 2))
            .build();

    private final CertificateChecker checker = new CertificateChecker(program);

    private Certificate certificate(List<Rational> point, Rational bound, ProofNode... nodes) {
        return new Certificate(
                program.digest(),
                Verdict.BOUNDED,
                Optional.of(point),
                Optional.of(bound),
                new ProofTree(List.of(nodes)));
    }

    private static ProofNode bounded(String multiplier) {
        return new ProofNode.Bounded(List.of(new Multiplier(0, Rational.parse(multiplier))));
    }

    private static List<Rational> point(String x, String y) {
        return List.of(Rational.parse(x), Rational.parse(y));
    }

    private String rejection(Certificate certificate) {
        return assertInstanceOf(CheckResult.Rejected.class, checker.check(certificate))
                .reason();
    }

    @Test
    void roundsTheRelaxedBoundUpToTheLatticeOfTheObjective() {
        // y = 3/2: 15/4 + min over x of (3 - 3) x + (2 - 3/2) y = 15/4, and objectives are whole: at least 4.
        CheckResult result = checker.check(certificate(point("1", "1"), Rational.of(4), bounded("3/2")));
        CheckResult.Accepted accepted = assertInstanceOf(CheckResult.Accepted.class, result);
        assertEquals(Optional.of(Rational.of(5)), accepted.objective());
        assertEquals(Optional.of(Rational.of(1, 5)), accepted.relativeGap());
    }

    @Test
    void followsBothSidesOfABranch() {
        // x <= 0 forces y >= 5/2: with y = 2, 5 + (3 - 4) 0 = 5. x >= 1 leaves 3 + 2 (5/2 - 2) = 4 with y = 2 at x = 1
        // only by 5 - 1 * 3 = 2, so it is cut again: x <= 1 gives 4 by y = 2, and lattice 4; claim 4 holds.
        Certificate good = certificate(
                point("1", "1"),
                Rational.of(4),
                new ProofNode.Branch(0, BigInteger.ZERO),
                bounded("2"),
                new ProofNode.Branch(0, BigInteger.ONE),
                bounded("2"),
                bounded("0"));
        assertInstanceOf(CheckResult.Accepted.class, checker.check(good));
    }

    @Test
    void narrowsTheBoxToWherePointsBelowTheClaimCanBe() {
        // y = 3/2 starts at 15/4 and leaves (2 - 3/2) for each unit of y: below 5 means at most 4, so y must be 0.
        // Then 2x >= 5/2 has nothing with x <= 1, and x >= 2 costs 6.
        ProofNode tightened = new ProofNode.Tightened(List.of(new Multiplier(0, Rational.of(3, 2))));
        ProofNode empty = new ProofNode.Infeasible(List.of(new Multiplier(0, Rational.ONE)));
        ProofNode branch = new ProofNode.Branch(0, BigInteger.ONE);
        CheckResult result =
                checker.check(certificate(point("1", "1"), Rational.of(5), tightened, branch, empty, bounded("0")));
        assertEquals(
                Optional.of(Rational.ZERO),
                assertInstanceOf(CheckResult.Accepted.class, result).relativeGap());
        assertEquals(
                "Leaf that should be infeasible: its multipliers prove only -2.5, not a positive number\n"
                        + "Maybe the proof tree was changed.",
                rejection(certificate(point("1", "1"), Rational.of(5), branch, empty, bounded("0"))));
    }

    @Test
    void saysWhatIsWrong() {
        assertEquals(
                "Left-hand side (2) of constraint need: it breaks need: 2 x + y >= 2.5\n"
                        + "Maybe the point was changed after it was certified.",
                rejection(certificate(point("1", "0"), Rational.of(4), bounded("3/2"))));
        assertEquals(
                "Value (0.5) of variable x: it breaks 0 <= x <= 3, whole\n"
                        + "Maybe the point was changed after it was certified.",
                rejection(certificate(point("1/2", "2"), Rational.of(4), bounded("3/2"))));
        assertEquals(
                "Leaf of the proof tree: its multipliers prove 4.0, less than the claimed bound 5.0\n"
                        + "Maybe the bound or the proof tree was changed.",
                rejection(certificate(point("1", "1"), Rational.of(5), bounded("3/2"))));
        assertEquals(
                "Multiplier (-3/2) of constraint 0: there is no such constraint, or the sign is wrong\n"
                        + "Maybe the proof tree was changed.",
                rejection(certificate(point("1", "1"), Rational.of(4), bounded("-3/2"))));
        assertEquals(
                "Proof tree: 1 pieces of the box have no leaf\nMaybe a part of the file is missing.",
                rejection(certificate(
                        point("1", "1"), Rational.of(4), new ProofNode.Branch(0, BigInteger.ZERO), bounded("3/2"))));
        assertEquals(
                "Leaf that should be infeasible: its multipliers prove only -6.5, not a positive number\n"
                        + "Maybe the proof tree was changed.",
                rejection(certificate(
                        point("1", "1"),
                        Rational.of(4),
                        new ProofNode.Infeasible(List.of(new Multiplier(0, Rational.ONE))))));
    }

    @Test
    void aBoundInAProofOfInfeasibilityIsNoProof() {
        Certificate claim = new Certificate(
                program.digest(),
                Verdict.INFEASIBLE,
                Optional.empty(),
                Optional.empty(),
                new ProofTree(List.of(bounded("3/2"))));
        assertEquals(
                "Leaf with a bound in a proof of infeasibility: it may hold feasible points\n"
                        + "Maybe the verdict was changed.",
                rejection(claim));
    }

    private Certificate threePieces(ProofNode last) {
        return certificate(
                point("1", "1"),
                Rational.of(4),
                new ProofNode.Branch(0, BigInteger.ZERO),
                bounded("2"),
                new ProofNode.Branch(0, BigInteger.ONE),
                bounded("2"),
                last);
    }

    @Test
    void aCancelledCheckIsNeitherAcceptedNorRejected() {
        for (ProofNode last : List.of(bounded("0"), bounded("-1"))) {
            for (int polls = 0; polls < 5; polls++) {
                int allowed = polls;
                AtomicInteger asked = new AtomicInteger();
                CheckResult result = checker.check(threePieces(last), 1, followed -> asked.incrementAndGet() > allowed);
                assertEquals(new CheckResult.Cancelled(), result);
                assertFalse(result.isAccepted());
                assertEquals(allowed + 1, asked.get(), "nodes were followed after the token said stop");
            }
            // The token is asked before each of the five nodes: with the sixth answer it comes too late.
            AtomicInteger asked = new AtomicInteger();
            assertEquals(
                    checker.check(threePieces(last)),
                    checker.check(threePieces(last), 1, followed -> asked.incrementAndGet() > 5));
        }
    }

    /** The claim x >= 2^15 for x >= 2^15 by halving the box again and again: a full tree of 2^10 leaves. */
    private static List<ProofNode> halved(long from, long to, int depth) {
        if (depth == 0) {
            return List.of(new ProofNode.Bounded(List.of(new Multiplier(0, Rational.ONE))));
        }
        long middle = (from + to) / 2;
        List<ProofNode> nodes = new ArrayList<>();
        nodes.add(new ProofNode.Branch(0, BigInteger.valueOf(middle)));
        nodes.addAll(halved(from, middle, depth - 1));
        nodes.addAll(halved(middle + 1, to, depth - 1));
        return nodes;
    }

    @Test
    void severalThreadsNameTheSameFirstFlawAndAreCancelledToo() {
        LinearProgram large = LinearProgram.builder()
                .integer("x", 0, 1 << 16, Rational.ONE)
                .constraint("need", Map.of("x", Rational.ONE), Relation.GE, Rational.of(1 << 15))
                .build();
        CertificateChecker judge = new CertificateChecker(large);
        List<ProofNode> nodes = halved(0, 1 << 16, 10);
        Random random = new Random(5);
        for (int trial = 0; trial < 60; trial++) {
            List<ProofNode> spoilt = new ArrayList<>(nodes);
            for (int flaw = 0; flaw < trial % 4; flaw++) {
                spoilt.set(
                        random.nextInt(spoilt.size()),
                        new ProofNode.Bounded(List.of(new Multiplier(0, Rational.of(-1 - random.nextInt(9999))))));
            }
            Certificate certificate = new Certificate(
                    large.digest(),
                    Verdict.BOUND_ONLY,
                    Optional.empty(),
                    Optional.of(Rational.of(1 << 15)),
                    new ProofTree(spoilt));
            CheckResult one = judge.check(certificate);
            assertEquals(trial % 4 == 0, one.isAccepted());
            for (int threads : new int[] {2, 3, 8}) {
                assertEquals(one, judge.check(certificate, threads, followed -> false));
            }
            AtomicInteger asked = new AtomicInteger();
            assertEquals(
                    new CheckResult.Cancelled(), judge.check(certificate, 3, followed -> asked.incrementAndGet() > 0));
        }
    }

    @Test
    void aTokenThatFailsIsNotLost() {
        assertThrows(
                IllegalArgumentException.class,
                () -> checker.check(threePieces(bounded("0")), 1, followed -> {
                    throw new IllegalArgumentException("token");
                }));
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> checker.check(threePieces(bounded("0")), 0, followed -> false));
        assertEquals(
                "Threads (0) of the check: fewer than one\nMaybe use Runtime.getRuntime().availableProcessors().",
                refused.getMessage());
    }
}
