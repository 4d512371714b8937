package io.dcsdk.optimizer.certificate;

import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Term;
import io.dcsdk.optimizer.linear.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Follows a proof as its definition reads, one fraction at a time: slow, and the oracle of {@link CertificateChecker}. It
 * judges the proof alone; digest, verdict and point are not looked at.
 */
public final class ReferenceChecker {
    private record Bounds(List<Rational> lower, List<Rational> upper) {
        boolean isEmpty() {
            for (int j = 0; j < lower.size(); j++) {
                if (lower.get(j).compareTo(upper.get(j)) > 0) {
                    return true;
                }
            }
            return false;
        }

        Bounds narrowed(int j, Rational least, Rational most) {
            Bounds copy = new Bounds(new ArrayList<>(lower), new ArrayList<>(upper));
            copy.lower.set(j, lower.get(j).max(least));
            copy.upper.set(j, upper.get(j).min(most));
            return copy;
        }
    }

    private final LinearProgram program;
    private final Optional<Rational> claim;
    private final Rational step;
    private final Deque<Bounds> waiting = new ArrayDeque<>();

    private ReferenceChecker(LinearProgram program, Optional<Rational> claim) {
        this.program = program;
        this.claim = claim;
        this.step = step(program);
    }

    /** How the reason of a rejection begins, or empty if the proof holds. */
    public static Optional<String> flaw(LinearProgram program, Certificate certificate) {
        return new ReferenceChecker(program, certificate.bound())
                .flaw(certificate.proof().nodes());
    }

    private Optional<String> flaw(List<ProofNode> nodes) {
        waiting.push(new Bounds(
                program.variables().stream().map(Variable::lower).toList(),
                program.variables().stream().map(Variable::upper).toList()));
        for (ProofNode node : nodes) {
            if (waiting.isEmpty()) {
                return Optional.of("Proof tree: nodes follow after its end");
            }
            Optional<String> flaw = visit(node, waiting.pop());
            if (flaw.isPresent()) {
                return flaw;
            }
        }
        return waiting.isEmpty()
                ? Optional.empty()
                : Optional.of("Proof tree: " + waiting.size() + " pieces of the box have no leaf");
    }

    private Optional<String> visit(ProofNode node, Bounds box) {
        if (node instanceof ProofNode.Branch branch) {
            int j = branch.variable();
            if (j < 0
                    || j >= program.variables().size()
                    || !program.variables().get(j).integer()) {
                return Optional.of("Variable (" + j + ") of a branch");
            }
            Rational atMost = Rational.of(branch.atMost());
            waiting.push(box.narrowed(j, atMost.plus(Rational.ONE), box.upper.get(j)));
            waiting.push(box.narrowed(j, box.lower.get(j), atMost));
            return Optional.empty();
        }
        List<Multiplier> multipliers = node instanceof ProofNode.Tightened tightened
                ? tightened.multipliers()
                : node instanceof ProofNode.Bounded bounded
                        ? bounded.multipliers()
                        : ((ProofNode.Infeasible) node).multipliers();
        for (Multiplier multiplier : multipliers) {
            int row = multiplier.row();
            if (row < 0
                    || row >= program.constraints().size()
                    || !program.constraints().get(row).relation().admits(multiplier.value())) {
                return Optional.of("Multiplier (" + multiplier.value() + ") of constraint " + row);
            }
        }
        boolean isInfeasible = node instanceof ProofNode.Infeasible;
        if (!isInfeasible && claim.isEmpty()) {
            return Optional.of("Leaf with a bound in a proof of infeasibility");
        }
        List<Rational> residuals = residuals(multipliers, !isInfeasible);
        Rational proven = proven(box, multipliers, residuals, !isInfeasible);
        if (node instanceof ProofNode.Tightened) {
            waiting.push(box.isEmpty() ? box : tightened(box, residuals, proven));
            return Optional.empty();
        }
        if (isInfeasible) {
            return box.isEmpty() || proven.signum() > 0
                    ? Optional.empty()
                    : Optional.of(
                            "Leaf that should be infeasible: its multipliers prove only " + proven.doubleValue() + ",");
        }
        Rational rounded = roundedUp(proven);
        return box.isEmpty() || rounded.compareTo(claim.get()) >= 0
                ? Optional.empty()
                : Optional.of(
                        "Leaf of the proof tree: its multipliers prove " + rounded.doubleValue() + ", less than the");
    }

    /** r = c - A'y */
    private List<Rational> residuals(List<Multiplier> multipliers, boolean withCosts) {
        List<Rational> residuals = new ArrayList<>();
        for (Rational cost : program.costs()) {
            residuals.add(withCosts ? cost : Rational.ZERO);
        }
        for (Multiplier multiplier : multipliers) {
            for (Term term : program.constraints().get(multiplier.row()).terms()) {
                Rational part = multiplier.value().times(term.coefficient());
                residuals.set(term.variable(), residuals.get(term.variable()).minus(part));
            }
        }
        return residuals;
    }

    /** b'y + the sum of min(l r, u r), with the constant of the objective if there is one */
    private Rational proven(Bounds box, List<Multiplier> multipliers, List<Rational> residuals, boolean withCosts) {
        Rational sum = withCosts ? program.constant() : Rational.ZERO;
        for (Multiplier multiplier : multipliers) {
            Constraint row = program.constraints().get(multiplier.row());
            sum = sum.plus(multiplier.value().times(row.rightHandSide()));
        }
        for (int j = 0; j < residuals.size(); j++) {
            Rational r = residuals.get(j);
            sum = sum.plus(r.times(r.signum() >= 0 ? box.lower.get(j) : box.upper.get(j)));
        }
        return sum;
    }

    /** Each whole-number variable goes one unit after the other from its best bound while that stays below the claim. */
    private Bounds tightened(Bounds box, List<Rational> residuals, Rational start) {
        Bounds result = box;
        for (int j = 0; j < residuals.size(); j++) {
            Rational price = residuals.get(j).abs();
            if (!program.variables().get(j).integer() || price.isZero()) {
                continue;
            }
            long units = -1;
            Rational width = box.upper.get(j).minus(box.lower.get(j));
            while (Rational.of(units).compareTo(width) < 0
                    && isBelowClaim(start.plus(price.times(Rational.of(units + 1))))) {
                units++;
            }
            result = residuals.get(j).signum() > 0
                    ? result.narrowed(j, box.lower.get(j), box.lower.get(j).plus(Rational.of(units)))
                    : result.narrowed(j, box.upper.get(j).minus(Rational.of(units)), box.upper.get(j));
        }
        return result;
    }

    /** Whether an objective of at least this can be below the claim. */
    private boolean isBelowClaim(Rational objective) {
        return roundedUp(objective).compareTo(claim.orElseThrow()) < 0;
    }

    private Rational roundedUp(Rational objective) {
        if (step.isZero()) {
            return objective;
        }
        Rational steps = objective.minus(program.constant()).dividedBy(step);
        return program.constant().plus(step.times(Rational.of(steps.ceiling())));
    }

    /** The greatest common divisor of the costs if all belong to whole-number variables, by Euclid; else zero. */
    private static Rational step(LinearProgram program) {
        Rational step = Rational.ZERO;
        for (int j = 0; j < program.costs().size(); j++) {
            Rational rest = program.costs().get(j).abs();
            if (!rest.isZero() && !program.variables().get(j).integer()) {
                return Rational.ZERO;
            }
            while (!rest.isZero()) {
                Rational remainder =
                        step.minus(rest.times(Rational.of(step.dividedBy(rest).floor())));
                step = rest;
                rest = remainder;
            }
        }
        return step;
    }
}
