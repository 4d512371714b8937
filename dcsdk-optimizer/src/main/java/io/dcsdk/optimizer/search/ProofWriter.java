package io.dcsdk.optimizer.search;

import io.dcsdk.optimizer.certificate.Multiplier;
import io.dcsdk.optimizer.certificate.ProofNode;
import io.dcsdk.optimizer.certificate.ProofTree;
import io.dcsdk.optimizer.linear.Rational;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;

/** Writes a finished or interrupted search tree as a proof tree; open nodes become leaves with the bound they have. */
final class ProofWriter {
    private ProofWriter() {}

    static ProofTree write(SearchNode root) {
        List<ProofNode> nodes = new ArrayList<>();
        Deque<SearchNode> waiting = new ArrayDeque<>();
        waiting.push(root);
        while (!waiting.isEmpty()) {
            SearchNode node = waiting.pop();
            Tightening tightening = node.tightening;
            if (tightening != null) {
                nodes.add(new ProofNode.Tightened(multipliers(tightening.multipliers)));
            }
            switch (node.state) {
                case CUT -> {
                    SearchNode atMost = Objects.requireNonNull(node.atMost);
                    waiting.push(Objects.requireNonNull(node.atLeast));
                    waiting.push(atMost);
                    nodes.add(new ProofNode.Branch(atMost.variable, whole(atMost.value)));
                }
                case INFEASIBLE -> nodes.add(new ProofNode.Infeasible(multipliers(node)));
                case OPEN, BOUNDED -> nodes.add(new ProofNode.Bounded(multipliers(node)));
            }
        }
        return new ProofTree(nodes);
    }

    private static BigInteger whole(double value) {
        return new BigDecimal(value).toBigIntegerExact();
    }

    private static List<Multiplier> multipliers(SearchNode node) {
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
