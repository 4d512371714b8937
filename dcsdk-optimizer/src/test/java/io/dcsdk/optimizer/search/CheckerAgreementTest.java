package io.dcsdk.optimizer.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.certificate.CertificateChecker;
import io.dcsdk.optimizer.certificate.CheckResult;
import io.dcsdk.optimizer.certificate.Multiplier;
import io.dcsdk.optimizer.certificate.ProofNode;
import io.dcsdk.optimizer.certificate.ProofTree;
import io.dcsdk.optimizer.certificate.ReferenceChecker;
import io.dcsdk.optimizer.engine.OjAlgoEngine;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The checker against its definition, on proofs of real searches, whole and spoilt, with one thread and with several. */
final class CheckerAgreementTest {
    private final Random random = new Random(20261124);

    @Test
    void agreesWithTheDefinitionOnSmallProofsAndOnWhatIsLeftOfThemWhenTheyAreSpoilt() {
        int accepted = 0;
        int rejected = 0;
        List<SmallProblems> families = List.of(SmallProblems.values());
        for (int k = 0; k < 40 * families.size(); k++) {
            LinearProgram program = families.get(k % families.size()).of(new Random(4001L * k));
            for (Rational gap : List.of(Rational.ZERO, Rational.of(1, 10))) {
                Certificate certificate = certificate(program, gap, Long.MAX_VALUE);
                assertTrue(isAcceptedByBoth(program, certificate), program::toString);
                for (int trial = 0; trial < 6; trial++) {
                    boolean holds = isAcceptedByBoth(program, spoilt(program, certificate));
                    accepted += holds ? 1 : 0;
                    rejected += holds ? 0 : 1;
                }
            }
        }
        int both = Math.min(accepted, rejected);
        assertTrue(both > 300, "accepted " + accepted + ", rejected " + rejected);
    }

    @Test
    void agreesWithTheDefinitionOnLargeProofs() {
        int rejected = 0;
        for (SizingInstances family : SizingInstances.values()) {
            LinearProgram program = family.of(8, 2, 30);
            Certificate certificate = certificate(program, Rational.ZERO, 300);
            assertTrue(isAcceptedByBoth(program, certificate));
            for (int trial = 0; trial < 10; trial++) {
                rejected += isAcceptedByBoth(program, spoilt(program, certificate)) ? 0 : 1;
            }
        }
        assertTrue(rejected > 10, "rejected " + rejected);
    }

    private static Certificate certificate(LinearProgram program, Rational gap, long nodes) {
        return new MixedIntegerSolver(new OjAlgoEngine())
                .solve(program, SolveLimits.defaults().withRelativeGap(gap).withNodes(nodes))
                .certificate(program)
                .orElseThrow();
    }

    private static boolean isAcceptedByBoth(LinearProgram program, Certificate certificate) {
        CertificateChecker checker = new CertificateChecker(program);
        CheckResult result = checker.check(certificate);
        for (int threads : new int[] {2, 5}) {
            assertEquals(result, checker.check(certificate, threads, followed -> false));
        }
        Optional<String> flaw = ReferenceChecker.flaw(program, certificate);
        assertEquals(flaw.isEmpty(), result.isAccepted(), () -> result + " " + flaw + "\n" + program + certificate);
        if (flaw.isPresent()) {
            String reason = assertInstanceOf(CheckResult.Rejected.class, result).reason();
            assertTrue(reason.startsWith(flaw.get()), () -> reason + " and not " + flaw.get());
        }
        return result.isAccepted();
    }

    /** One change, anywhere in the proof or to the claim; what is spoilt may still be a proof. */
    private Certificate spoilt(LinearProgram program, Certificate old) {
        List<ProofNode> nodes = new ArrayList<>(old.proof().nodes());
        Optional<Rational> bound = old.bound();
        int at = random.nextInt(nodes.size());
        switch (random.nextInt(6)) {
            case 0 -> nodes.remove(at);
            case 1 -> nodes.add(at, nodes.get(random.nextInt(nodes.size())));
            case 2 -> nodes.subList(at, nodes.size()).clear();
            case 3 -> bound = bound.map(value -> value.plus(Rational.of(random.nextInt(201) - 100, 7)));
            default -> nodes.set(at, spoilt(program, nodes.get(at)));
        }
        return new Certificate(old.digest(), old.verdict(), old.point(), bound, new ProofTree(nodes));
    }

    private ProofNode spoilt(LinearProgram program, ProofNode node) {
        if (node instanceof ProofNode.Branch branch) {
            return random.nextInt(3) > 0
                    ? new ProofNode.Branch(
                            branch.variable(), branch.atMost().add(BigInteger.valueOf(random.nextInt(5) - 2)))
                    : new ProofNode.Branch(random.nextInt(program.variables().size() + 2) - 1, branch.atMost());
        }
        List<Multiplier> multipliers = new ArrayList<>();
        for (Multiplier multiplier : node.multipliers()) {
            // Factors near one, whose denominators are powers of two or not, keep some of the proofs whole.
            Rational factor =
                    switch (random.nextInt(5)) {
                        case 0 -> Rational.of(1 + random.nextInt(9), 9);
                        case 1 -> Rational.ONE.minus(Rational.ofExactly(Math.scalb(1.0, -random.nextInt(40))));
                        default -> Rational.ONE;
                    };
            multipliers.add(new Multiplier(multiplier.row(), multiplier.value().times(factor)));
        }
        if (random.nextInt(4) == 0 && !program.constraints().isEmpty()) {
            int row = random.nextInt(program.constraints().size() + 1);
            multipliers.add(new Multiplier(row, Rational.of(random.nextInt(7) - 3, 3)));
        }
        return switch (random.nextInt(6)) {
            case 0 -> new ProofNode.Bounded(multipliers);
            case 1 -> new ProofNode.Infeasible(multipliers);
            case 2 -> new ProofNode.Tightened(multipliers);
            default -> sameKind(node, multipliers);
        };
    }

    private static ProofNode sameKind(ProofNode node, List<Multiplier> multipliers) {
        if (node instanceof ProofNode.Tightened) {
            return new ProofNode.Tightened(multipliers);
        }
        return node instanceof ProofNode.Bounded
                ? new ProofNode.Bounded(multipliers)
                : new ProofNode.Infeasible(multipliers);
    }
}
