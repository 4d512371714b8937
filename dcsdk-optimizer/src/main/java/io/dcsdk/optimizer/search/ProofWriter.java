package io.dcsdk.optimizer.search;

import io.dcsdk.optimizer.certificate.Multiplier;
import io.dcsdk.optimizer.certificate.ProofNode;
import io.dcsdk.optimizer.certificate.ProofTree;
import io.dcsdk.optimizer.linear.Rational;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Predicate;

/** Writes a finished or interrupted search tree as a proof tree; open nodes become leaves with the bound they have. */
final class ProofWriter {
    private ProofWriter() {}

    /** A proof and the bound of its leaves. */
    record Shortened(ProofTree tree, double bound) {}

    static ProofTree write(SearchNode root) {
        return write(root, node -> node.state == SearchNode.State.CUT);
    }

    /**
     * The proof that the search had when it had so many leaves: the nodes of least bound are cut, best first, and what is
     * below the others is left out. Its bound is smaller, and it is checked sooner.
     */
    static Shortened shortened(SearchNode root, long leaves) {
        Set<SearchNode> cut = Collections.newSetFromMap(new IdentityHashMap<>());
        PriorityQueue<SearchNode> ends = new PriorityQueue<>(Comparator.comparingDouble(node -> node.bound));
        ends.add(root);
        double bound = Double.POSITIVE_INFINITY;
        long count = 1;
        while (!ends.isEmpty()) {
            SearchNode node = ends.poll();
            if (node.state == SearchNode.State.CUT && count < leaves) {
                cut.add(node);
                ends.add(Objects.requireNonNull(node.atMost));
                ends.add(Objects.requireNonNull(node.atLeast));
                count++;
            } else if (node.state != SearchNode.State.INFEASIBLE) {
                bound = Math.min(bound, node.bound);
            }
        }
        return new Shortened(write(root, cut::contains), bound);
    }

    private static ProofTree write(SearchNode root, Predicate<SearchNode> isCut) {
        List<ProofNode> nodes = new ArrayList<>();
        Deque<SearchNode> waiting = new ArrayDeque<>();
        waiting.push(root);
        while (!waiting.isEmpty()) {
            SearchNode node = waiting.pop();
            for (Tightening tightening : node.tightenings) {
                nodes.add(new ProofNode.Tightened(multipliers(tightening.multipliers)));
            }
            if (isCut.test(node)) {
                SearchNode atMost = Objects.requireNonNull(node.atMost);
                waiting.push(Objects.requireNonNull(node.atLeast));
                waiting.push(atMost);
                nodes.add(new ProofNode.Branch(atMost.variable, whole(atMost.value)));
            } else if (node.state == SearchNode.State.INFEASIBLE) {
                nodes.add(new ProofNode.Infeasible(multipliers(node)));
            } else {
                nodes.add(new ProofNode.Bounded(multipliers(node)));
            }
        }
        return new ProofTree(nodes);
    }

    private static BigInteger whole(double value) {
        return new BigDecimal(value).toBigIntegerExact();
    }

    static List<Multiplier> multipliers(SearchNode node) {
        List<Rational> exact = node.exactMultipliers;
        if (exact != null) {
            List<Multiplier> multipliers = new ArrayList<>();
            for (int i = 0; i < exact.size(); i++) {
                if (!exact.get(i).isZero()) {
                    multipliers.add(new Multiplier(i, exact.get(i)));
                }
            }
            return multipliers;
        }
        return multipliers(node.multipliers);
    }

    private static List<Multiplier> multipliers(double[] values) {
        List<Multiplier> multipliers = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (values[i] != 0) {
                multipliers.add(new Multiplier(i, Rational.ofExactly(values[i])));
            }
        }
        return multipliers;
    }
}
