package io.dcsdk.optimizer.certificate;

import io.dcsdk.optimizer.linear.Rational;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** Checks one node of a proof tree with its box, leaves by {@link WeakDuality}. Not for use by several threads. */
final class NodeCheck {
    private final ScaledProgram scaled;
    private final Optional<Claim> claim;
    private final WeakDuality weakDuality;

    NodeCheck(ScaledProgram scaled, Optional<Claim> claim) {
        this.scaled = scaled;
        this.claim = claim;
        this.weakDuality = new WeakDuality(scaled);
    }

    /** What is wrong with a node; the box is narrowed if the node says so and it is right. */
    Optional<String> flawOf(ProofNode node, Box box) {
        if (node instanceof ProofNode.Branch branch) {
            return flawOfBranch(branch);
        }
        if (node instanceof ProofNode.Tightened tightened) {
            return flawOf(tightened.multipliers(), box).or(() -> tighten(tightened, box));
        }
        if (node instanceof ProofNode.Bounded bounded) {
            return flawOf(bounded.multipliers(), box).or(() -> flawOfBounded(bounded, box));
        }
        ProofNode.Infeasible infeasible = (ProofNode.Infeasible) node;
        return flawOf(infeasible.multipliers(), box).or(() -> flawOfInfeasible(infeasible, box));
    }

    private Optional<String> flawOfBranch(ProofNode.Branch branch) {
        int j = branch.variable();
        return j >= 0 && j < scaled.isWhole.length && scaled.isWhole[j]
                ? Optional.empty()
                : Optional.of("Variable (" + j + ") of a branch: it is no whole-number variable of the program\n"
                        + "Maybe the proof tree was changed.");
    }

    private Optional<String> flawOf(List<Multiplier> multipliers, Box box) {
        for (Multiplier multiplier : multipliers) {
            int row = multiplier.row();
            if (row < 0
                    || row >= scaled.rows.length
                    || !scaled.program.constraints().get(row).relation().admits(multiplier.value())) {
                return Optional.of("Multiplier (" + multiplier.value() + ") of constraint " + row
                        + ": there is no such constraint, or the sign is wrong\nMaybe the proof tree was changed.");
            }
            for (Condition condition : scaled.conditions.get(row)) {
                if (!box.isEmpty() && !condition.holdsIn(box)) {
                    return Optional.of(
                            "Multiplier (" + multiplier.value()
                                    + ") of a lemma: the lemma does not hold in all of the box that it is used for\nMaybe the proof tree was changed.");
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Every point below the claimed bound is within {@code floor(room / |r_j|)} units of the bound that r_j prefers. That is
     * less than the width of the box exactly if {@code room < width × |r_j|}, so only bounds that move take a division.
     */
    private Optional<String> tighten(ProofNode.Tightened tightened, Box box) {
        if (claim.isEmpty()) {
            return flawOfBoundWithoutClaim();
        }
        if (box.isEmpty()) {
            return Optional.empty();
        }
        weakDuality.evaluate(box, tightened.multipliers(), true);
        BigInteger room = claim.get().room(weakDuality.bound(), weakDuality.boundDenominator(), scaled.boundScale);
        for (int j = 0; j < scaled.isWhole.length; j++) {
            BigInteger residual = weakDuality.residual(j);
            if (!scaled.isWhole[j] || residual.signum() == 0) {
                continue;
            }
            BigInteger price = residual.abs();
            BigInteger width = box.upper(j).subtract(box.lower(j));
            if (isBelowProduct(room, width, price)) {
                BigInteger units = Claim.floor(room, price);
                if (residual.signum() > 0) {
                    box.lowerTo(j, box.lower(j).add(units));
                } else {
                    box.raiseTo(j, box.upper(j).subtract(units));
                }
            }
        }
        return Optional.empty();
    }

    /** {@code value < first × second} for factors that are not negative; mostly the lengths alone tell. */
    private static boolean isBelowProduct(BigInteger value, BigInteger first, BigInteger second) {
        return value.signum() < 0
                || (value.bitLength() <= first.bitLength() + second.bitLength()
                        && value.compareTo(first.multiply(second)) < 0);
    }

    private Optional<String> flawOfInfeasible(ProofNode.Infeasible leaf, Box box) {
        if (box.isEmpty()) {
            return Optional.empty();
        }
        weakDuality.evaluate(box, leaf.multipliers(), false);
        return weakDuality.bound().signum() > 0
                ? Optional.empty()
                : Optional.of("Leaf that should be infeasible: its multipliers prove only "
                        + provenValue().doubleValue()
                        + ", not a positive number\nMaybe the proof tree was changed.");
    }

    private Optional<String> flawOfBounded(ProofNode.Bounded leaf, Box box) {
        if (claim.isEmpty()) {
            return flawOfBoundWithoutClaim();
        }
        if (box.isEmpty()) {
            return Optional.empty();
        }
        weakDuality.evaluate(box, leaf.multipliers(), true);
        if (claim.get().isReachedBy(weakDuality.bound(), weakDuality.boundDenominator())) {
            return Optional.empty();
        }
        Rational proven = claim.get().roundedUp(provenValue().plus(scaled.program.constant()));
        return Optional.of("Leaf of the proof tree: its multipliers prove " + proven.doubleValue()
                + ", less than the claimed bound " + claim.get().bound().doubleValue()
                + "\nMaybe the bound or the proof tree was changed.");
    }

    private Rational provenValue() {
        return Rational.of(weakDuality.bound(), weakDuality.boundDenominator());
    }

    private static Optional<String> flawOfBoundWithoutClaim() {
        return Optional.of("Leaf with a bound in a proof of infeasibility: it may hold feasible points\n"
                + "Maybe the verdict was changed.");
    }
}
