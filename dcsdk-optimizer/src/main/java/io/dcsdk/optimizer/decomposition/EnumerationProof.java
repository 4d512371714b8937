package io.dcsdk.optimizer.decomposition;

import io.dcsdk.optimizer.certificate.Multiplier;
import io.dcsdk.optimizer.certificate.ProofNode;
import io.dcsdk.optimizer.linear.Rational;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The boxes of an {@link Enumeration} as a proof tree, in the indices of the whole program. */
final class EnumerationProof {
    private static final int MOST_NODES = 200_000;

    private final BlockOracle oracle;
    private final double[] prices;
    private final double target;
    private final LemmaBook book;
    private final List<ProofNode> nodes = new ArrayList<>();

    EnumerationProof(BlockOracle oracle, double[] prices, double target, LemmaBook book) {
        this.oracle = oracle;
        this.prices = prices;
        this.target = target;
        this.book = book;
    }

    Optional<List<ProofNode>> of(int[] least, int[] most) {
        return add(least.clone(), most.clone()) ? Optional.of(nodes) : Optional.empty();
    }

    /** Whether the box was closed. */
    private boolean add(int[] least, int[] most) {
        BlockModel model = oracle.model;
        Optional<DualVector> empty = oracle.emptiness(least, most);
        if (empty.isPresent()) {
            nodes.add(new ProofNode.Infeasible(empty.get().inWhole(model)));
            return true;
        }
        DualVector vector = oracle.best(prices, least, most);
        if (vector.bound(prices, least, most) >= target) {
            nodes.add(new ProofNode.Bounded(vector.inWhole(model)));
            return true;
        }
        int choice = Enumeration.next(vector, prices, least, most);
        if (choice < 0) {
            return close(oracle.at(least));
        }
        if (nodes.size() > MOST_NODES) {
            return false;
        }
        int low = least[choice];
        int high = most[choice];
        int cut = Enumeration.cut(low, high, vector.rate(choice, prices[choice]) < 0);
        nodes.add(new ProofNode.Branch(model.block.choices().get(choice), BigInteger.valueOf(cut)));
        most[choice] = cut;
        boolean isClosed = add(least, most);
        most[choice] = high;
        least[choice] = cut + 1;
        isClosed = isClosed && add(least, most);
        least[choice] = low;
        return isClosed;
    }

    private boolean close(Configuration configuration) {
        if (configuration.lowerLess(prices) < target) {
            return false;
        }
        if (configuration.proven().isPresent()) {
            List<Multiplier> one = List.of(new Multiplier(book.rowOf(configuration), Rational.ONE));
            boolean isEmpty = configuration.proven().get().bound().isEmpty();
            nodes.add(isEmpty ? new ProofNode.Infeasible(one) : new ProofNode.Bounded(one));
        } else if (configuration.lower() == Double.POSITIVE_INFINITY) {
            nodes.add(new ProofNode.Infeasible(configuration.vector.inWhole(configuration.model)));
        } else {
            nodes.add(new ProofNode.Bounded(configuration.vector.inWhole(configuration.model)));
        }
        return true;
    }
}
