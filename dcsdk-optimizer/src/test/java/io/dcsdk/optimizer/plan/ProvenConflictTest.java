package io.dcsdk.optimizer.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.design.Outcome.Conflict;
import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.certificate.CertificateChecker;
import io.dcsdk.optimizer.certificate.Lemma;
import io.dcsdk.optimizer.certificate.Multiplier;
import io.dcsdk.optimizer.certificate.ProofNode;
import io.dcsdk.optimizer.certificate.ProofTree;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.linear.Term;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** x >= 3 and x <= 2, beside a row that nothing rests on; x >= 3 is used by way of two lemmas, one upon the other. */
final class ProvenConflictTest {
    private static final Map<String, Rational> X = Map.of("x", Rational.ONE);
    private static final Map<String, String> OWNERS = Map.of("r0", "least", "r1", "most", "r2", "other");

    private final LinearProgram program = LinearProgram.builder()
            .integer("x", 0, 9, Rational.ONE)
            .constraint("r0", X, Relation.GE, Rational.of(3))
            .constraint("r1", X, Relation.LE, Rational.of(2))
            .constraint("r2", X, Relation.GE, Rational.ONE)
            .build();

    private static Lemma lemma(long coefficient, long rightHandSide, int row) {
        Multiplier multiplier = new Multiplier(row, Rational.of(row < 3 ? coefficient : 2));
        return new Lemma(
                List.of(),
                List.of(new Term(0, Rational.of(coefficient))),
                Rational.of(rightHandSide),
                new ProofTree(List.of(new ProofNode.Bounded(List.of(multiplier)))));
    }

    private Certificate certificate() {
        ProofNode empty =
                new ProofNode.Infeasible(List.of(new Multiplier(1, Rational.of(-2)), new Multiplier(5, Rational.ONE)));
        return new Certificate(
                program.digest(),
                Certificate.Verdict.INFEASIBLE,
                Optional.empty(),
                Optional.empty(),
                List.of(lemma(1, 3, 0), lemma(1, 1, 2), lemma(2, 6, 3)),
                new ProofTree(List.of(empty)));
    }

    @Test
    void aProofRestsOnWhatItsLemmasRestOn() {
        assertTrue(new CertificateChecker(program).check(certificate()).isAccepted());
        assertEquals(Set.of("least", "most"), ProvenConflict.requirements(program, OWNERS, certificate()));
        assertEquals(
                List.of(new Conflict("least", program.describe(0)), new Conflict("most", program.describe(1))),
                ProvenConflict.of(program, OWNERS, certificate()));
    }

    @Test
    void aProofWithLemmasIsNotMovedWithoutThem() {
        PartialProgram part = PartialProgram.of(program, OWNERS, Set.of("least", "most"));
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> part.movedTo(certificate(), program.digest(), row -> row));
        assertTrue(String.valueOf(refused.getMessage()).startsWith("Lemmas (3) of the certificate"));
    }
}
