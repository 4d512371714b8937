package io.dcsdk.optimizer.decomposition;

import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.certificate.Multiplier;
import io.dcsdk.optimizer.certificate.ProofNode;
import io.dcsdk.optimizer.certificate.ProofTree;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.search.Termination;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes what was searched as a certificate. A piece of the tree is bounded by a lemma for each block, that its cost less the prices
 * is at least so much, and by the joint rows times the prices; what the blocks' choices cost are lemmas, too.
 */
final class DecomposedProof {
    private final Decomposition decomposition;
    private final List<BlockOracle> oracles;
    private final List<Rational> point;
    private final Rational relativeGap;
    private final LemmaBook book;
    private final List<ProofNode> nodes = new ArrayList<>();
    private @Nullable Rational least;
    private boolean isComplete = true;

    DecomposedProof(
            Decomposition decomposition, List<BlockOracle> oracles, List<Rational> point, Rational relativeGap) {
        this.decomposition = decomposition;
        this.oracles = oracles;
        this.point = point;
        this.relativeGap = relativeGap;
        this.book = new LemmaBook(decomposition.program);
    }

    /** A certificate, and whether it closes the gap. */
    record Written(Termination termination, Certificate certificate) {}

    /** The certificate of a tree; empty if it could not be proven after all. */
    Optional<Written> write(SearchedBox root, Termination otherwise) {
        double claim = claim(root);
        add(root, claim);
        Rational objective = decomposition.program.objective(point);
        if (!isComplete || least == null) {
            return Optional.empty();
        }
        Rational bound = least.min(objective);
        boolean isClosed = objective.minus(bound).compareTo(relativeGap.times(objective.abs())) <= 0;
        return Optional.of(new Written(
                isClosed ? Termination.GAP_CLOSED : otherwise,
                new Certificate(
                        decomposition.program.digest(),
                        Certificate.Verdict.BOUNDED,
                        Optional.of(point),
                        Optional.of(bound),
                        book.lemmas(),
                        new ProofTree(nodes))));
    }

    /** The least bound of what is not cut any more. */
    static double claim(SearchedBox box) {
        SearchedBox below = box.atMost;
        SearchedBox above = box.atLeast;
        return below == null || above == null ? box.bound : Math.max(box.bound, Math.min(claim(below), claim(above)));
    }

    private void add(SearchedBox box, double claim) {
        SearchedBox below = box.atMost;
        SearchedBox above = box.atLeast;
        if (below != null && above != null && box.bound < claim) {
            int variable = oracles.get(box.block).model.block.choices().get(box.choice);
            nodes.add(new ProofNode.Branch(variable, BigInteger.valueOf(box.cut)));
            add(below, claim);
            add(above, claim);
        } else {
            leaf(box);
        }
    }

    private void leaf(SearchedBox box) {
        List<Multiplier> multipliers = new ArrayList<>();
        Rational bound = decomposition.program.constant();
        for (int r = 0; r < box.multipliers.length; r++) {
            if (box.multipliers[r] != 0) {
                Rational multiplier = Rational.ofExactly(box.multipliers[r]);
                JointRow row = decomposition.jointRows.get(r);
                multipliers.add(new Multiplier(row.row(), multiplier));
                bound = bound.plus(multiplier.times(row.rightHandSide()));
            }
        }
        for (int s = 0; s < oracles.size(); s++) {
            Optional<LemmaBook.Stated> lemma = book.lemma(oracles.get(s), box.multipliers, box.least[s], box.most[s]);
            if (lemma.isEmpty()) {
                isComplete = false;
                return;
            }
            Multiplier one = new Multiplier(lemma.get().row(), Rational.ONE);
            if (lemma.get().least() == Double.POSITIVE_INFINITY) {
                nodes.add(new ProofNode.Infeasible(List.of(one)));
                return;
            }
            multipliers.add(one);
            bound = bound.plus(Rational.ofExactly(lemma.get().least()));
        }
        nodes.add(new ProofNode.Bounded(multipliers));
        least = least == null ? bound : least.min(bound);
    }
}
