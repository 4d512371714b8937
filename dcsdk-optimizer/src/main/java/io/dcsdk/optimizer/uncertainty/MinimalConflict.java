package io.dcsdk.optimizer.uncertainty;

import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.certificate.CertificateChecker;
import io.dcsdk.optimizer.certificate.Multiplier;
import io.dcsdk.optimizer.certificate.ProofNode;
import io.dcsdk.optimizer.certificate.ProofTree;
import io.dcsdk.optimizer.explanation.TimeBudget;
import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.relaxation.LpEngine;
import io.dcsdk.optimizer.search.MixedIntegerSolver;
import io.dcsdk.optimizer.search.SolveLimits;
import io.dcsdk.optimizer.search.SolveResult;
import io.dcsdk.optimizer.search.Termination;
import io.dcsdk.optimizer.stochastic.LinearTerms;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes out of an infeasible program what was stated and is not needed for that, until nothing can be left out.
 *
 * <p>Half of what is left is left out at once; if the rest is infeasible, it goes on with what that proof uses, else with each
 * half of the half, down to single ones. One that cannot be left out has a point at which all the others hold: checked
 * exactly, and kept. Anytime: what time did not suffice for stays in, without such a point. Rows that say how data centres
 * work are never left out.
 */
final class MinimalConflict {
    private static final Rational ANY_POINT = Rational.of(1, 2);

    private final LpEngine engine;
    private final LinearProgram whole;
    private final Map<String, Stated> byRow;
    private final TimeBudget time;
    private final Map<Stated, List<Rational>> witnesses = new LinkedHashMap<>();
    private Certificate proof;
    private Set<Stated> kept;

    /**
     * A search.
     *
     * @param infeasible a proof, checked, that the rows cannot hold
     */
    MinimalConflict(LpEngine engine, StatedRows rows, Certificate infeasible, TimeBudget time) {
        this.engine = engine;
        this.whole = rows.program();
        this.byRow = rows.byRow();
        this.time = time;
        this.proof = infeasible;
        this.kept = usedBy(infeasible);
    }

    /**
     * What is left.
     *
     * @param proof that it cannot hold together; checked
     * @param members in the order of the program
     * @param witnesses for members that are known to be needed a point at which all others hold
     */
    record Reduced(Certificate proof, List<Stated> members, Map<Stated, List<Rational>> witnesses) {}

    Reduced run() {
        List<Stated> candidates = inOrder();
        Collections.reverse(candidates);
        candidates.sort((first, second) -> Boolean.compare(second.isOfOneItem(), first.isOfOneItem()));
        Deque<List<Stated>> waiting = new ArrayDeque<>();
        waiting.push(candidates);
        while (!waiting.isEmpty() && !time.isOver()) {
            List<Stated> chunk = new ArrayList<>(waiting.pop());
            chunk.removeIf(member -> !kept.contains(member) || witnesses.containsKey(member));
            if (chunk.isEmpty()) {
                continue;
            }
            boolean isWhole = chunk.size() > 1 && chunk.size() == kept.size();
            int open = waiting.stream().mapToInt(List::size).sum();
            if (isWhole || (!isSettledWithout(chunk, open) && chunk.size() > 1)) {
                int half = (chunk.size() + 1) / 2;
                waiting.push(chunk.subList(half, chunk.size()));
                waiting.push(chunk.subList(0, half));
            }
        }
        witnesses.keySet().retainAll(kept);
        return new Reduced(proof, inOrder(), witnesses);
    }

    private List<Stated> inOrder() {
        Set<Stated> ordered = new LinkedHashSet<>();
        whole.constraints().forEach(row -> owner(row).filter(kept::contains).ifPresent(ordered::add));
        return new ArrayList<>(ordered);
    }

    private Optional<Stated> owner(Constraint row) {
        return Optional.ofNullable(byRow.get(row.name()));
    }

    private Set<Stated> usedBy(Certificate infeasible) {
        Set<Stated> used = new LinkedHashSet<>();
        for (ProofNode node : infeasible.proof().nodes()) {
            if (node instanceof ProofNode.Infeasible leaf) {
                for (Multiplier multiplier : leaf.multipliers()) {
                    owner(whole.constraints().get(multiplier.row())).ifPresent(used::add);
                }
            }
        }
        return used;
    }

    private boolean isSettledWithout(List<Stated> chunk, int open) {
        List<Integer> rows = new ArrayList<>();
        LinearProgram part = without(chunk, rows);
        SolveLimits limits = time.limits(open).withRelativeGap(ANY_POINT);
        SolveResult result = new MixedIntegerSolver(engine).solve(part, limits);
        if (result.termination() == Termination.INFEASIBLE) {
            Certificate moved = inWhole(result.certificate(part).orElseThrow(), rows);
            if (!new CertificateChecker(whole)
                    .check(moved, limits.threads(), followed -> false)
                    .isAccepted()) {
                return false;
            }
            proof = moved;
            kept = usedBy(moved);
            return true;
        }
        result.point().filter(part::isFeasible).ifPresent(this::learn);
        return false;
    }

    /** A point that breaks one member only shows that it is needed. */
    private void learn(List<Rational> point) {
        Set<Stated> broken = new LinkedHashSet<>();
        for (Constraint row : whole.constraints()) {
            owner(row)
                    .filter(member -> kept.contains(member) && row.slack(point).signum() < 0)
                    .ifPresent(broken::add);
        }
        if (broken.size() == 1) {
            witnesses.putIfAbsent(broken.iterator().next(), point);
        }
    }

    /** All that is kept but some; the objective is 1 everywhere, for any point will do. */
    private LinearProgram without(List<Stated> some, List<Integer> rows) {
        LinearProgram.Builder part = LinearProgram.builder();
        whole.variables().forEach(part::variable);
        part.constant(Rational.ONE);
        for (int row = 0; row < whole.constraints().size(); row++) {
            Constraint constraint = whole.constraints().get(row);
            Optional<Stated> owner = owner(constraint);
            if (owner.isEmpty() || (kept.contains(owner.get()) && !some.contains(owner.get()))) {
                part.constraint(
                        constraint.name(),
                        LinearTerms.byName(whole, constraint),
                        constraint.relation(),
                        constraint.rightHandSide());
                rows.add(row);
            }
        }
        return part.build();
    }

    private Certificate inWhole(Certificate part, List<Integer> rows) {
        List<ProofNode> nodes = new ArrayList<>();
        for (ProofNode node : part.proof().nodes()) {
            nodes.add(
                    node instanceof ProofNode.Infeasible leaf
                            ? new ProofNode.Infeasible(leaf.multipliers().stream()
                                    .map(multiplier -> new Multiplier(rows.get(multiplier.row()), multiplier.value()))
                                    .toList())
                            : node);
        }
        return new Certificate(whole.digest(), part.verdict(), part.point(), part.bound(), new ProofTree(nodes));
    }
}
