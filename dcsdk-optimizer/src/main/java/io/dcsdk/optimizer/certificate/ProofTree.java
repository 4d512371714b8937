package io.dcsdk.optimizer.certificate;

import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * A proof tree as a flat list: each {@link ProofNode.Branch} is followed by all of its {@code <=} side and then by all of
 * its {@code >=} side, and each {@link ProofNode.Tightened} by one node for the narrowed box. A flat list has no depth, so reading one from a file cannot exhaust the stack.
 *
 * @param nodes the nodes, the root first
 */
public record ProofTree(List<ProofNode> nodes) {
    /** Copies the list. */
    public ProofTree {
        nodes = List.copyOf(nodes);
    }

    /**
     * The same proof in a program in which variables and rows have other places.
     *
     * @param variableOf where the variable of an index here is there
     * @param rowOf where the row of an index here is there
     * @return the proof there
     */
    public ProofTree moved(IntUnaryOperator variableOf, IntUnaryOperator rowOf) {
        return new ProofTree(
                nodes.stream().map(node -> node.moved(variableOf, rowOf)).toList());
    }

    /**
     * The number of pieces that the box is cut into.
     *
     * @return how many nodes bound a box or prove it empty
     */
    public long leaves() {
        return nodes.stream()
                .filter(node -> node instanceof ProofNode.Bounded || node instanceof ProofNode.Infeasible)
                .count();
    }
}
