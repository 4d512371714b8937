package io.dcsdk.optimizer.search;

import io.dcsdk.optimizer.linear.Rational;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of the search tree. It holds the one bound by which it differs from its parent, and the best multipliers known
 * for it, at first its parent's.
 */
final class SearchNode {
    /** What became of a node. */
    enum State {
        OPEN,
        CUT,
        BOUNDED,
        INFEASIBLE
    }

    final @Nullable SearchNode parent;
    final int variable;
    final boolean isUpperBound;
    final double value;

    /** How far the relaxation of the parent was from this side, for the pseudo-costs; zero if it was not branched on. */
    final double distance;

    State state = State.OPEN;
    double bound;
    double[] multipliers;

    @Nullable
    List<Rational> exactMultipliers;

    /** They hold for everything below this node. */
    final List<Tightening> tightenings = new ArrayList<>(0);

    @Nullable
    SearchNode atMost;

    @Nullable
    SearchNode atLeast;

    long order;

    private SearchNode(
            @Nullable SearchNode parent,
            int variable,
            boolean isUpperBound,
            double value,
            double distance,
            double bound,
            double[] multipliers) {
        this.parent = parent;
        this.variable = variable;
        this.isUpperBound = isUpperBound;
        this.value = value;
        this.distance = distance;
        this.bound = bound;
        this.multipliers = multipliers;
    }

    static SearchNode root(double[] noMultipliers) {
        return new SearchNode(null, 0, false, 0, 0, Double.NEGATIVE_INFINITY, noMultipliers);
    }

    SearchNode below(int cutVariable, double atMostValue, double howFar) {
        return new SearchNode(this, cutVariable, true, atMostValue, howFar, bound, multipliers);
    }

    SearchNode above(int cutVariable, double atMostValue, double howFar) {
        return new SearchNode(this, cutVariable, false, atMostValue + 1, howFar, bound, multipliers);
    }

    /** Writes the box of this node into arrays that hold the box of the root. */
    void narrow(double[] lower, double[] upper) {
        SearchNode node = this;
        while (node.parent != null) {
            if (node.isUpperBound) {
                upper[node.variable] = Math.min(upper[node.variable], node.value);
            } else {
                lower[node.variable] = Math.max(lower[node.variable], node.value);
            }
            node = node.parent;
            node.tightenOwn(lower, upper);
        }
    }

    /** Narrows the box of this node by what was found out at it. */
    void tightenOwn(double[] lower, double[] upper) {
        for (Tightening tightening : tightenings) {
            tightening.narrow(lower, upper);
        }
    }

    void raise(double betterBound, double[] betterMultipliers) {
        if (betterBound > bound) {
            bound = betterBound;
            multipliers = betterMultipliers;
        }
    }
}
