package io.dcsdk.optimizer.certificate;

import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Walks a proof tree with the box of each node and checks every leaf by {@link WeakDuality}. The bound of a leaf is
 * rounded up to the {@link ObjectiveLattice}. Cuts need not hit the box: every whole number is on one side of a cut or
 * the other, and an empty box holds no point.
 */
final class ProofWalk {
    private final LinearProgram program;
    private final Optional<Rational> claimedBound;
    private final WeakDuality weakDuality;
    private final ObjectiveLattice lattice;

    ProofWalk(LinearProgram program, Optional<Rational> claimedBound) {
        this.program = program;
        this.claimedBound = claimedBound;
        this.weakDuality = new WeakDuality(program);
        this.lattice = new ObjectiveLattice(program);
    }

    Optional<String> flawOf(ProofTree tree) {
        Deque<Box> waiting = new ArrayDeque<>();
        waiting.push(Box.of(program));
        for (ProofNode node : tree.nodes()) {
            if (waiting.isEmpty()) {
                return Optional.of("Proof tree: nodes follow after its end\nMaybe two files were joined.");
            }
            Optional<String> flaw = visit(node, waiting.pop(), waiting);
            if (flaw.isPresent()) {
                return flaw;
            }
        }
        return waiting.isEmpty()
                ? Optional.empty()
                : Optional.of("Proof tree: " + waiting.size()
                        + " pieces of the box have no leaf\nMaybe a part of the file is missing.");
    }

    private Optional<String> visit(ProofNode node, Box box, Deque<Box> waiting) {
        if (node instanceof ProofNode.Branch branch) {
            return cut(branch, box, waiting);
        }
        if (node instanceof ProofNode.Tightened tightened) {
            return flawOf(tightened.multipliers()).or(() -> tighten(tightened, box, waiting));
        }
        if (node instanceof ProofNode.Bounded bounded) {
            return flawOf(bounded.multipliers()).or(() -> flawOfBounded(bounded, box));
        }
        ProofNode.Infeasible infeasible = (ProofNode.Infeasible) node;
        return flawOf(infeasible.multipliers()).or(() -> flawOfInfeasible(infeasible, box));
    }

    private Optional<String> cut(ProofNode.Branch branch, Box box, Deque<Box> waiting) {
        int j = branch.variable();
        if (j < 0
                || j >= program.variables().size()
                || !program.variables().get(j).integer()) {
            return Optional.of("Variable (" + j + ") of a branch: it is no whole-number variable of the program\n"
                    + "Maybe the proof tree was changed.");
        }
        Rational atMost = Rational.of(branch.atMost());
        waiting.push(box.from(j, atMost.plus(Rational.ONE)));
        waiting.push(box.upTo(j, atMost));
        return Optional.empty();
    }

    private Optional<String> flawOf(List<Multiplier> multipliers) {
        for (Multiplier multiplier : multipliers) {
            int row = multiplier.row();
            if (row < 0
                    || row >= program.constraints().size()
                    || !program.constraints().get(row).relation().admits(multiplier.value())) {
                return Optional.of("Multiplier (" + multiplier.value() + ") of constraint " + row
                        + ": there is no such constraint, or the sign is wrong\nMaybe the proof tree was changed.");
            }
        }
        return Optional.empty();
    }

    /** Every point below the claimed bound is within so many units of the bound its residual prefers. */
    private Optional<String> tighten(ProofNode.Tightened tightened, Box box, Deque<Box> waiting) {
        if (claimedBound.isEmpty()) {
            return flawOfBoundWithoutClaim();
        }
        Box tighter = box.copy();
        if (!box.isEmpty()) {
            Rational start = weakDuality.bound(box, tightened.multipliers(), true);
            for (int j = 0; j < program.variables().size(); j++) {
                int sign = weakDuality.residualSign(j);
                if (program.variables().get(j).integer() && sign != 0) {
                    Rational price = weakDuality.residual(j).abs();
                    Rational units = lattice.unitsBelow(claimedBound.get(), start, price);
                    tighter = sign > 0
                            ? tighter.narrowedTo(j, box.lower(j), box.lower(j).plus(units))
                            : tighter.narrowedTo(j, box.upper(j).minus(units), box.upper(j));
                }
            }
        }
        waiting.push(tighter);
        return Optional.empty();
    }

    private Optional<String> flawOfInfeasible(ProofNode.Infeasible leaf, Box box) {
        if (box.isEmpty()) {
            return Optional.empty();
        }
        Rational proven = weakDuality.bound(box, leaf.multipliers(), false);
        return proven.signum() > 0
                ? Optional.empty()
                : Optional.of("Leaf that should be infeasible: its multipliers prove only " + proven.doubleValue()
                        + ", not a positive number\nMaybe the proof tree was changed.");
    }

    private Optional<String> flawOfBounded(ProofNode.Bounded leaf, Box box) {
        if (claimedBound.isEmpty()) {
            return flawOfBoundWithoutClaim();
        }
        if (box.isEmpty()) {
            return Optional.empty();
        }
        Rational proven = lattice.roundedUp(weakDuality.bound(box, leaf.multipliers(), true));
        return proven.compareTo(claimedBound.get()) >= 0
                ? Optional.empty()
                : Optional.of("Leaf of the proof tree: its multipliers prove " + proven.doubleValue()
                        + ", less than the claimed bound " + claimedBound.get().doubleValue()
                        + "\nMaybe the bound or the proof tree was changed.");
    }

    private static Optional<String> flawOfBoundWithoutClaim() {
        return Optional.of("Leaf with a bound in a proof of infeasibility: it may hold feasible points\n"
                + "Maybe the verdict was changed.");
    }
}
