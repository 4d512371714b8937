package io.dcsdk.optimizer.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.certificate.Certificate.Verdict;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.linear.Term;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two parts that share one row: min 3a + 2b + f with 2a + y >= 3/2, 2b >= 1 + z and y + z >= 1; each part is proven by itself. */
final class LemmaTest {
    private static final Rational HALF = Rational.of(1, 2);

    private final LinearProgram program = LinearProgram.builder()
            .integer("a", 0, 5, Rational.of(3))
            .integer("y", 0, 1, Rational.ZERO)
            .integer("b", 0, 5, Rational.of(2))
            .integer("z", 0, 1, Rational.ZERO)
            .continuous("f", Rational.ZERO, Rational.ONE, Rational.ONE)
            .constraint("first", Map.of("a", Rational.of(2), "y", Rational.ONE), Relation.GE, Rational.of(3, 2))
            .constraint("second", Map.of("b", Rational.of(2), "z", Rational.of(-1)), Relation.GE, Rational.ONE)
            .constraint("joint", Map.of("y", Rational.ONE, "z", Rational.ONE), Relation.GE, Rational.ONE)
            .build();

    private final CertificateChecker checker = new CertificateChecker(program);

    /** a >= 1: twice, by rounding 2a >= 1/2 up to the lattice of the left-hand side. */
    private static Lemma first(Rational rightHandSide) {
        return new Lemma(List.of(), List.of(term(0, 3)), rightHandSide, proof(bounded(0, Rational.of(3, 2))));
    }

    /** With z = 1, b >= 1. */
    private static Lemma second() {
        return new Lemma(
                List.of(condition(3, 1, 1)), List.of(term(2, 2)), Rational.of(2), proof(bounded(1, Rational.ONE)));
    }

    private static Term term(int variable, long coefficient) {
        return new Term(variable, Rational.of(coefficient));
    }

    private static Condition condition(int variable, long lower, long upper) {
        return new Condition(variable, BigInteger.valueOf(lower), BigInteger.valueOf(upper));
    }

    private static ProofTree proof(ProofNode... nodes) {
        return new ProofTree(List.of(nodes));
    }

    private static ProofNode bounded(int row, Rational value) {
        return new ProofNode.Bounded(List.of(new Multiplier(row, value)));
    }

    private Certificate certificate(Rational bound, List<Lemma> lemmas, ProofNode... nodes) {
        List<Rational> point = List.of(Rational.ONE, Rational.ONE, Rational.ONE, Rational.ZERO, Rational.ZERO);
        return new Certificate(
                program.digest(), Verdict.BOUNDED, Optional.of(point), Optional.of(bound), lemmas, proof(nodes));
    }

    private String rejection(Certificate certificate) {
        String alone = reason(checker.check(certificate));
        assertEquals(alone, reason(checker.check(certificate, 3, followed -> false)));
        return alone;
    }

    private static String reason(CheckResult result) {
        return assertInstanceOf(CheckResult.Rejected.class, result).reason();
    }

    private static ProofNode[] split(ProofNode without, ProofNode with) {
        return new ProofNode[] {new ProofNode.Branch(3, BigInteger.ZERO), without, with};
    }

    private static ProofNode both(Rational first, Rational second) {
        return new ProofNode.Bounded(List.of(new Multiplier(3, first), new Multiplier(4, second)));
    }

    @Test
    void whatIsProvenFirstIsUsedLikeARow() {
        // z = 0: 3a >= 3, and half of 2b >= 1 + z leaves 1; z = 1: 3a >= 3 and 2b >= 2.
        ProofNode without =
                new ProofNode.Bounded(List.of(new Multiplier(1, Rational.ONE), new Multiplier(3, Rational.ONE)));
        Certificate good = certificate(
                Rational.of(4),
                List.of(first(Rational.of(3)), second()),
                split(without, both(Rational.ONE, Rational.ONE)));
        CheckResult result = checker.check(good);
        assertTrue(result.isAccepted(), result.toString());
        assertEquals(Optional.of(Rational.of(5)), ((CheckResult.Accepted) result).objective());
    }

    @Test
    void aLemmaThatSaysTooMuchIsNamed() {
        Certificate wrong =
                certificate(Rational.of(3), List.of(second(), first(Rational.of(4))), bounded(4, Rational.ONE));
        assertTrue(
                rejection(wrong).startsWith("Lemma 1: Leaf of the proof tree: its multipliers prove 3"),
                rejection(wrong));
    }

    @Test
    void aLemmaIsOfNoUseWhereItsConditionsDoNotHold() {
        Certificate wrong =
                certificate(Rational.of(5), List.of(first(Rational.of(3)), second()), both(Rational.ONE, Rational.ONE));
        assertTrue(rejection(wrong).contains("the lemma does not hold in all of the box"), rejection(wrong));
    }

    @Test
    void aLemmaCannotRestOnItselfOrOnALaterOne() {
        Lemma itself = new Lemma(List.of(), List.of(term(0, 3)), Rational.of(9), proof(bounded(3, Rational.ONE)));
        Certificate circle = certificate(Rational.of(9), List.of(itself), bounded(3, Rational.ONE));
        assertTrue(rejection(circle).contains("no such lemma before it"), rejection(circle));
    }

    @Test
    void conditionsAreBoundsOfWholeNumbers() {
        Lemma odd = new Lemma(
                List.of(condition(4, 0, 0)), List.of(term(0, 3)), Rational.of(3), proof(bounded(0, Rational.of(3, 2))));
        assertTrue(rejection(certificate(Rational.of(3), List.of(odd), bounded(3, Rational.ONE)))
                .contains("no whole-number variable"));
        Lemma nothing = new Lemma(
                List.of(condition(3, 2, 1)), List.of(term(0, 3)), Rational.of(3), proof(bounded(0, Rational.of(3, 2))));
        assertTrue(rejection(certificate(Rational.of(3), List.of(nothing), bounded(3, Rational.ONE)))
                .contains("nothing meets it"));
        Lemma absent = new Lemma(
                List.of(condition(9, 0, 0)), List.of(term(0, 3)), Rational.of(3), proof(bounded(0, Rational.of(3, 2))));
        assertTrue(rejection(certificate(Rational.of(3), List.of(absent), bounded(3, Rational.ONE)))
                .contains("no such variable"));
    }

    /** 2a + a >= 3 is proven; read as a row in which the second a replaces the first, a >= 3 would not be. */
    @Test
    void aLemmaNamesAVariableOnce() {
        Lemma twice = new Lemma(
                List.of(), List.of(term(0, 2), term(0, 1)), Rational.of(3), proof(bounded(0, Rational.of(3, 2))));
        assertTrue(rejection(certificate(Rational.of(9), List.of(twice), bounded(3, Rational.of(3))))
                .contains("its variables do not rise"));
    }

    @Test
    void aLemmaCanSayThatNothingIsThere() {
        // y = 0 and a = 0 break the first row: 2a + y >= 3/2 has nothing there.
        Lemma none = new Lemma(
                List.of(condition(0, 0, 0), condition(1, 0, 0)),
                List.of(),
                Rational.ONE,
                proof(new ProofNode.Infeasible(List.of(new Multiplier(0, HALF)))));
        ProofNode empty = new ProofNode.Infeasible(List.of(new Multiplier(3, Rational.ONE)));
        Certificate good = certificate(
                Rational.ZERO,
                List.of(none),
                new ProofNode.Branch(0, BigInteger.ZERO),
                new ProofNode.Branch(1, BigInteger.ZERO),
                empty,
                new ProofNode.Bounded(List.of()),
                new ProofNode.Bounded(List.of()));
        assertTrue(checker.check(good).isAccepted());
        Certificate wrong = certificate(Rational.of(100), List.of(none), empty);
        assertTrue(rejection(wrong).contains("does not hold in all of the box"));
    }

    /** Each figure of a file has its limit; the multiple of all their denominators needs one, too. */
    @Test
    void denominatorsThatTakeTooLongAMultipleAreRejected() {
        Rational tiny = Rational.of(BigInteger.ONE, BigInteger.valueOf(3).pow(640_000));
        Lemma lemma = new Lemma(
                List.of(), List.of(new Term(0, tiny)), Rational.ZERO, proof(new ProofNode.Bounded(List.of())));
        String reason = rejection(certificate(Rational.ZERO, List.of(lemma), bounded(3, Rational.ONE)));
        assertTrue(
                reason.startsWith("Lemma 0: Denominators of the rows that a proof uses: their least common multiple has"
                        + " more than 1000000 bits"),
                reason);
        LinearProgram whole = LinearProgram.builder()
                .integer("a", 0, 5, Rational.ONE)
                .constraint("tiny", Map.of("a", tiny), Relation.GE, Rational.ZERO)
                .build();
        Certificate claim = new Certificate(
                whole.digest(),
                Verdict.BOUND_ONLY,
                Optional.empty(),
                Optional.of(Rational.ZERO),
                proof(new ProofNode.Bounded(List.of())));
        assertTrue(reason(new CertificateChecker(whole).check(claim)).startsWith("Denominators"));
    }
}
