package io.dcsdk.optimizer.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.certificate.Lemma;
import io.dcsdk.optimizer.engine.OjAlgoEngine;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.linear.Term;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What lemmas say of a block whose prices and minima are worked out by hand. */
final class BlockLemmasTest {
    private static final double CLOSE = 1e-4;
    private static final SolveLimits LIMITS =
            SolveLimits.defaults().withDeadline(Duration.ofHours(1)).withRelativeGap(Rational.ZERO);

    /**
     * 13 are needed, in units of 7 for 7 USD or of 5 for 5 USD; ten units share a cooler of 10 USD. In parts of a cooler each unit
     * pays 1 USD for it, and in the frame of the best point, where there is one cooler, none does.
     */
    private final LinearProgram program = LinearProgram.builder()
            .integer("large", 0, 9, Rational.of(7))
            .integer("small", 0, 9, Rational.of(5))
            .integer("cooler", 0, 5, Rational.of(10))
            .constraint("need", Map.of("large", Rational.of(7), "small", Rational.of(5)), Relation.GE, Rational.of(13))
            .constraint(
                    "cooled",
                    Map.of("large", Rational.ONE, "small", Rational.ONE, "cooler", Rational.of(-10)),
                    Relation.LE,
                    Rational.ZERO)
            .build();

    private final List<Rational> best = List.of(Rational.of(2), Rational.ZERO, Rational.ONE);

    private Rational leastOfBlock(Lemma lemma) {
        Rational least = Rational.of(1000);
        for (int large = 0; large <= 9; large++) {
            for (int small = 0; small <= 9; small++) {
                if (7 * large + 5 * small >= 13) {
                    Rational sum = Rational.ZERO;
                    for (Term term : lemma.terms()) {
                        sum = sum.plus(term.coefficient().times(Rational.of(term.variable() == 0 ? large : small)));
                    }
                    least = least.min(sum);
                }
            }
        }
        return least;
    }

    private static void assertSays(double large, double small, double least, Lemma lemma) {
        assertEquals(List.of(0, 1), lemma.terms().stream().map(Term::variable).toList());
        assertEquals(large, lemma.terms().get(0).coefficient().doubleValue(), CLOSE);
        assertEquals(small, lemma.terms().get(1).coefficient().doubleValue(), CLOSE);
        assertEquals(least, lemma.rightHandSide().doubleValue(), CLOSE);
    }

    /** The prices are those of all rows but the block's own, lemmas of the block included: these pay for nothing but the block. */
    @Test
    void aBlockIsPricedByWhatAllOtherRowsPay() {
        assertTrue(program.isFeasible(best));
        BlockLemmas lemmas = new BlockLemmas(program, CoveringBlocks.of(program), new OjAlgoEngine(), LIMITS, best);
        lemmas.find(Double.NEGATIVE_INFINITY);
        List<Lemma> found = lemmas.strengthened().lemmas();
        assertEquals(2, found.size(), found::toString);
        assertSays(8, 6, 16, found.get(0));
        assertSays(7, 5, 14, found.get(1));
        for (Lemma lemma : found) {
            assertEquals(leastOfBlock(lemma), lemma.rightHandSide());
        }
    }

    @Test
    void nothingIsAskedWhereThePointIsGoodEnough() {
        BlockLemmas lemmas = new BlockLemmas(program, CoveringBlocks.of(program), new OjAlgoEngine(), LIMITS, best);
        lemmas.find(program.objective(best).doubleValue());
        assertTrue(lemmas.isEmpty());
        assertEquals(0, lemmas.nodes());
    }
}
