package io.dcsdk.optimizer.uncertainty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.certificate.CertificateChecker;
import io.dcsdk.optimizer.certificate.Multiplier;
import io.dcsdk.optimizer.certificate.ProofNode;
import io.dcsdk.optimizer.certificate.ProofTree;
import io.dcsdk.optimizer.engine.OjAlgoEngine;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.plan.CertificateDocument;
import io.dcsdk.optimizer.relaxation.LpAnswer;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.relaxation.LpMatrix;
import io.dcsdk.optimizer.search.HeadStart;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.search.StrengthenedProgram;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Lemmas of blocks at any prices, and what is proven with them, against all points. */
final class PricedBlocksTest {
    private static final int PROBLEMS = 40;
    private static final int BLOCKS = 3;
    private static final int EACH = 2;
    private static final int MOST = 3;
    private static final LpEngine ENGINE = new OjAlgoEngine();
    private static final SolveLimits EXACT = SolveLimits.defaults()
            .withRelativeGap(Rational.ZERO)
            .withDeadline(Duration.ofHours(1))
            .withThreads(2);

    /** Units that cost, in blocks that need them; from block to block no more than there were, and not too many of all. */
    private static LinearProgram program(Random random) {
        LinearProgram.Builder builder = LinearProgram.builder().constant(Rational.of(random.nextInt(50)));
        Map<String, Rational> together = new LinkedHashMap<>();
        for (int t = 0; t < BLOCKS; t++) {
            Map<String, Rational> need = new LinkedHashMap<>();
            for (int k = 0; k < EACH; k++) {
                builder.integer(name(t, k), 0, MOST, Rational.of(1 + random.nextInt(20)));
                need.put(name(t, k), Rational.of(2 + random.nextInt(5)));
                together.put(name(t, k), Rational.of(1 + random.nextInt(3)));
                if (t > 0) {
                    builder.constraint(
                            "kept " + name(t, k),
                            Map.of(name(t, k), Rational.ONE, name(t - 1, k), Rational.of(-1)),
                            Relation.LE,
                            Rational.of(random.nextInt(2)));
                }
            }
            builder.constraint("need " + t, need, Relation.GE, Rational.of(3 + random.nextInt(9)));
        }
        builder.constraint("together", together, Relation.LE, Rational.of(8 + random.nextInt(20)));
        return builder.build();
    }

    private static String name(int block, int unit) {
        return "x" + block + "." + unit;
    }

    private static YearBlocks blocks(LinearProgram program) {
        int[] blockOf = new int[program.variables().size()];
        for (int j = 0; j < blockOf.length; j++) {
            blockOf[j] = j / EACH;
        }
        return YearBlocks.of(program, blockOf);
    }

    private static Optional<Rational> least(LinearProgram program) {
        Optional<Rational> best = Optional.empty();
        int size = BLOCKS * EACH;
        for (int code = 0; code < Math.pow(MOST + 1, size); code++) {
            List<Rational> point = new ArrayList<>();
            for (int j = 0, rest = code; j < size; j++, rest /= MOST + 1) {
                point.add(Rational.of(rest % (MOST + 1)));
            }
            if (program.isFeasible(point)) {
                Rational value = program.objective(point);
                best = Optional.of(best.map(value::min).orElse(value));
            }
        }
        return best;
    }

    private static LpAnswer relaxed(LinearProgram program) {
        double[] lower = new double[program.variables().size()];
        double[] upper = new double[lower.length];
        java.util.Arrays.fill(upper, MOST);
        return ENGINE.open(LpMatrix.of(program)).solve(lower, upper, true);
    }

    private static double[] prices(YearBlocks blocks, double[] proposed) {
        double[] prices = new double[proposed.length];
        for (int row : blocks.joint()) {
            prices[row] = Math.min(0, (double) (float) proposed[row]); // short, and all joint rows are at most
        }
        return prices;
    }

    private static Certificate certificate(LinearProgram program, PricedBlocks.Answer answer, Rational bound) {
        List<Multiplier> multipliers = new ArrayList<>();
        double[] all = answer.multipliers();
        for (int i = 0; i < all.length; i++) {
            if (all[i] != 0) {
                multipliers.add(new Multiplier(i, Rational.ofExactly(all[i])));
            }
        }
        return new Certificate(
                program.digest(),
                Certificate.Verdict.BOUND_ONLY,
                Optional.empty(),
                Optional.of(bound),
                answer.lemmas(),
                new ProofTree(List.of(new ProofNode.Bounded(multipliers))));
    }

    @Test
    void noPricesProveMoreThanTheLeastAndSomeProveMoreThanTheRelaxation() {
        int stronger = 0;
        int solved = 0;
        for (long seed = 0; seed < PROBLEMS; seed++) {
            Random random = new Random(seed);
            LinearProgram program = program(random);
            Optional<Rational> least = least(program);
            if (least.isEmpty()) {
                continue;
            }
            YearBlocks blocks = blocks(program);
            assertEquals(2 * EACH + 1, blocks.joint().size());
            LpAnswer relaxed = relaxed(program);
            double[] some = random.doubles(program.constraints().size(), -5, 0).toArray();
            for (double[] proposed : List.of(relaxed.multipliers(), some)) {
                PricedBlocks.Answer answer = new PricedBlocks(ENGINE, blocks)
                        .at(prices(blocks, proposed), Rational.of(10), EXACT)
                        .orElseThrow();
                assertTrue(answer.bound().compareTo(least.get()) <= 0, seed + ": " + answer + " above " + least);
                Certificate certificate = certificate(program, answer, answer.bound());
                assertTrue(new CertificateChecker(program).check(certificate).isAccepted());
                Rational more = least.get().plus(Rational.of(1, 1000));
                assertFalse(new CertificateChecker(program)
                        .check(certificate(program, answer, more))
                        .isAccepted());
                if (proposed != some) {
                    double bound = program.constant().doubleValue();
                    for (int j = 0; j < relaxed.point().length; j++) {
                        bound += program.costs().get(j).doubleValue() * relaxed.point()[j];
                    }
                    assertTrue(answer.bound().doubleValue() >= bound - 1e-5, seed + ": below the relaxation");
                    stronger += answer.bound().doubleValue() > bound + 1e-3 ? 1 : 0;
                }
            }
            solved++;
        }
        assertTrue(solved > PROBLEMS / 4 && stronger > solved / 4, solved + ", " + stronger);
    }

    @Test
    void aSearchWithTheLemmasFindsTheLeastAndProvesItOfTheWhole() {
        int withLemmas = 0;
        for (long seed = 0; seed < PROBLEMS; seed++) {
            Random random = new Random(seed);
            LinearProgram program = program(random);
            Optional<Rational> least = least(program);
            YearBlocks blocks = blocks(program);
            Optional<PricedBlocks.Answer> answer = new PricedBlocks(ENGINE, blocks)
                    .at(prices(blocks, relaxed(program).multipliers()), Rational.of(10), EXACT);
            if (least.isEmpty() || answer.isEmpty()) {
                continue;
            }
            StrengthenedProgram strengthened =
                    StrengthenedProgram.of(program).with(answer.get().lemmas(), 0);
            CertifiedSolve solve = CertifiedSolve.from(
                    ENGINE,
                    strengthened,
                    EXACT,
                    progress -> {},
                    HeadStart.none().withMultipliers(answer.get().multipliers()));
            assertEquals(program, solve.program());
            assertEquals(least, solve.point().map(program::objective));
            assertEquals(least, solve.bound());
            withLemmas += solve.certificate().lemmas().isEmpty() ? 0 : 1;
            Certificate read =
                    CertificateDocument.of(solve.certificate(), program).read(program);
            assertTrue(new CertificateChecker(program).check(read).isAccepted());
        }
        assertTrue(withLemmas > 0, "none used a lemma");
    }

    @Test
    void threadsDoNotChangeWhatIsProvenInTime() {
        int answers = 0;
        for (long seed = 0; seed < PROBLEMS; seed++) {
            LinearProgram program = program(new Random(seed));
            YearBlocks blocks = blocks(program);
            double[] prices = prices(blocks, relaxed(program).multipliers());
            List<Optional<PricedBlocks.Answer>> found = new ArrayList<>();
            for (int threads = 1; threads <= BLOCKS; threads++) {
                found.add(new PricedBlocks(ENGINE, blocks)
                        .at(prices, Rational.of(10), EXACT.withNodes(1).withThreads(threads)));
            }
            for (Optional<PricedBlocks.Answer> answer : found) {
                assertEquals(found.get(0).map(PricedBlocks.Answer::bound), answer.map(PricedBlocks.Answer::bound));
                assertEquals(found.get(0).map(PricedBlocks.Answer::lemmas), answer.map(PricedBlocks.Answer::lemmas));
                assertEquals(found.get(0).map(PricedBlocks.Answer::points), answer.map(PricedBlocks.Answer::points));
            }
            answers += found.get(0).isPresent() ? 1 : 0;
        }
        assertTrue(answers > PROBLEMS / 4, answers + " answers");
    }
}
