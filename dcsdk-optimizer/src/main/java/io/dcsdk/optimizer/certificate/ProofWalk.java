package io.dcsdk.optimizer.certificate;

import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.RationalSum;
import io.dcsdk.optimizer.linear.Term;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Walks a proof tree with the box of each node and checks every leaf.
 *
 * <p>Formula: for multipliers y of the right sign, every x in the box {@code [l, u]} that satisfies the constraints has
 *
 * <pre>  c'x >= b'y + Σ_j min(l_j r_j, u_j r_j),   r = c - A'y</pre>
 *
 * which needs no optimality of y (weak duality; Neumaier and Shcherbina 2004). With the zero objective a positive right
 * side says that there is no such x. If all costs belong to whole-number variables, feasible objectives lie on the
 * lattice {@code constant + step × whole number}, with step the greatest common divisor of the costs, so a bound may be
 * rounded up to it.
 */
final class ProofWalk {
    private final LinearProgram program;
    private final Optional<Rational> claimedBound;
    private final Optional<Rational> step;

    ProofWalk(LinearProgram program, Optional<Rational> claimedBound) {
        this.program = program;
        this.claimedBound = claimedBound;
        this.step = objectiveStep(program);
    }

    Optional<String> flawOf(ProofTree tree) {
        Deque<Box> waiting = new ArrayDeque<>();
        waiting.push(Box.of(program));
        for (ProofNode node : tree.nodes()) {
            if (waiting.isEmpty()) {
                return Optional.of("Proof tree: nodes follow after its end\nMaybe two files were joined.");
            }
            Box box = waiting.pop();
            Optional<String> flaw =
                    node instanceof ProofNode.Branch branch ? cut(branch, box, waiting) : flawOfLeaf(node, box);
            if (flaw.isPresent()) {
                return flaw;
            }
        }
        return waiting.isEmpty()
                ? Optional.empty()
                : Optional.of("Proof tree: " + waiting.size()
                        + " pieces of the box have no leaf\nMaybe a part of the file is missing.");
    }

    private Optional<String> cut(ProofNode.Branch branch, Box box, Deque<Box> waiting) {
        int j = branch.variable();
        Rational atMost = Rational.of(branch.atMost());
        if (j < 0
                || j >= program.variables().size()
                || !program.variables().get(j).integer()) {
            return Optional.of("Variable (" + j + ") of a branch: it is no whole-number variable of the program\n"
                    + "Maybe the proof tree was changed.");
        }
        if (atMost.compareTo(box.lower(j)) < 0 || atMost.compareTo(box.upper(j)) >= 0) {
            return Optional.of("Cut (" + atMost + ") of a branch on "
                    + program.variables().get(j).name() + ": it is outside " + box.lower(j) + " to " + box.upper(j)
                    + "\nMaybe the proof tree was changed.");
        }
        waiting.push(box.from(j, atMost.plus(Rational.ONE)));
        waiting.push(box.upTo(j, atMost));
        return Optional.empty();
    }

    private Optional<String> flawOfLeaf(ProofNode leaf, Box box) {
        boolean provesInfeasible = leaf instanceof ProofNode.Infeasible;
        List<Multiplier> multipliers = leaf instanceof ProofNode.Infeasible infeasible
                ? infeasible.multipliers()
                : ((ProofNode.Bounded) leaf).multipliers();
        for (Multiplier multiplier : multipliers) {
            int row = multiplier.row();
            if (row < 0
                    || row >= program.constraints().size()
                    || !program.constraints().get(row).relation().admits(multiplier.value())) {
                return Optional.of("Multiplier (" + multiplier.value() + ") of constraint " + row
                        + ": there is no such constraint, or the sign is wrong\nMaybe the proof tree was changed.");
            }
        }
        Rational proven = weakDuality(box, multipliers, !provesInfeasible);
        if (provesInfeasible) {
            return proven.signum() > 0
                    ? Optional.empty()
                    : Optional.of("Leaf that should be infeasible: its multipliers prove only " + proven.doubleValue()
                            + ", not a positive number\nMaybe the proof tree was changed.");
        }
        if (claimedBound.isEmpty()) {
            return Optional.of("Leaf with a bound in a proof of infeasibility: it may hold feasible points\n"
                    + "Maybe the verdict was changed.");
        }
        return roundedUp(proven).compareTo(claimedBound.get()) >= 0
                ? Optional.empty()
                : Optional.of("Leaf of the proof tree: its multipliers prove "
                        + roundedUp(proven).doubleValue() + ", less than the claimed bound "
                        + claimedBound.get().doubleValue() + "\nMaybe the bound or the proof tree was changed.");
    }

    private Rational weakDuality(Box box, List<Multiplier> multipliers, boolean withCosts) {
        RationalSum[] residuals = new RationalSum[program.variables().size()];
        for (int j = 0; j < residuals.length; j++) {
            residuals[j] = new RationalSum();
            if (withCosts) {
                residuals[j].add(program.costs().get(j));
            }
        }
        RationalSum bound = new RationalSum();
        if (withCosts) {
            bound.add(program.constant());
        }
        for (Multiplier multiplier : multipliers) {
            Constraint constraint = program.constraints().get(multiplier.row());
            bound.addProduct(multiplier.value(), constraint.rightHandSide());
            Rational negated = multiplier.value().negate();
            for (Term term : constraint.terms()) {
                residuals[term.variable()].addProduct(negated, term.coefficient());
            }
        }
        for (int j = 0; j < residuals.length; j++) {
            Rational residual = residuals[j].value();
            bound.addProduct(residual, residual.signum() >= 0 ? box.lower(j) : box.upper(j));
        }
        return bound.value();
    }

    private Rational roundedUp(Rational bound) {
        return step.map(size -> {
                    Rational steps = bound.minus(program.constant()).dividedBy(size);
                    return program.constant().plus(size.times(Rational.of(steps.ceiling())));
                })
                .orElse(bound);
    }

    /** The greatest common divisor of all costs, if they all belong to whole-number variables and there are any. */
    private static Optional<Rational> objectiveStep(LinearProgram program) {
        Rational step = Rational.ZERO;
        for (int j = 0; j < program.costs().size(); j++) {
            Rational cost = program.costs().get(j);
            if (!cost.isZero()) {
                if (!program.variables().get(j).integer()) {
                    return Optional.empty();
                }
                // gcd(a/b, c/d) = gcd(a d, c b) / (b d)
                step = Rational.of(
                        step.numerator()
                                .multiply(cost.denominator())
                                .gcd(cost.numerator().multiply(step.denominator())),
                        step.denominator().multiply(cost.denominator()));
            }
        }
        return step.isZero() ? Optional.empty() : Optional.of(step);
    }
}
