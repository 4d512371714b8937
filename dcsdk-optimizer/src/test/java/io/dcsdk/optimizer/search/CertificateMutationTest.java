package io.dcsdk.optimizer.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.dcsdk.optimizer.certificate.Certificate;
import io.dcsdk.optimizer.certificate.Certificate.Verdict;
import io.dcsdk.optimizer.certificate.CertificateChecker;
import io.dcsdk.optimizer.certificate.CheckResult;
import io.dcsdk.optimizer.certificate.Multiplier;
import io.dcsdk.optimizer.certificate.ProofNode;
import io.dcsdk.optimizer.certificate.ProofTree;
import io.dcsdk.optimizer.engine.OjAlgoEngine;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import io.dcsdk.optimizer.linear.Variable;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Certificates that were tampered with. Some changes make every certificate wrong and must be rejected; after the others
 * the checker may accept only what enumeration shows to be true, leaf by leaf.
 */
final class CertificateMutationTest {
    private enum Mutation {
        BOUND_RAISED(true),
        LEAF_REMOVED(true),
        LEAF_REPEATED(true),
        INEQUALITY_SIGN_CHANGED(true),
        DIGEST_CHANGED(true),
        VERDICT_CHANGED(true),
        PROGRAM_CHANGED(true),
        POINT_CHANGED(false),
        MULTIPLIER_CHANGED(false),
        MULTIPLIERS_DROPPED(false),
        CUT_MOVED(false),
        BRANCH_VARIABLE_CHANGED(false),
        TIGHTENING_REMOVED(false),
        LEAF_KIND_CHANGED(false);

        private final boolean isAlwaysWrong;

        Mutation(boolean isAlwaysWrong) {
            this.isAlwaysWrong = isAlwaysWrong;
        }
    }

    private static final List<SmallProblems> FAMILIES = List.of(
            SmallProblems.SIZING,
            SmallProblems.EQUATIONS,
            SmallProblems.TIGHT_COVER,
            SmallProblems.TIGHT_BUDGET,
            SmallProblems.TIES,
            SmallProblems.INFEASIBLE);

    private final Random random = new Random(20261123);

    @Test
    void noMutationOfACertificateIsAcceptedUnlessWhatItSaysIsTrue() {
        Map<Mutation, Integer> tried = new EnumMap<>(Mutation.class);
        Map<Mutation, Integer> rejected = new EnumMap<>(Mutation.class);
        for (int k = 0; k < 300; k++) {
            LinearProgram program = FAMILIES.get(k % FAMILIES.size()).of(new Random(77L * k));
            Certificate certificate = solved(program);
            CertificateChecker checker = new CertificateChecker(program);
            assertTrue(checker.check(certificate).isAccepted(), program::toString);
            assertTrue(isTrue(program, certificate), program::toString);
            for (Mutation mutation : Mutation.values()) {
                Optional<Certificate> mutated = mutate(mutation, program, certificate);
                if (mutated.isEmpty() || (mutated.get().equals(certificate) && mutation != Mutation.PROGRAM_CHANGED)) {
                    continue;
                }
                CertificateChecker judge =
                        mutation == Mutation.PROGRAM_CHANGED ? new CertificateChecker(changed(program)) : checker;
                CheckResult judged = judge.check(mutated.get());
                assertEquals(judged, judge.check(mutated.get(), 2, followed -> false));
                boolean accepted = judged.isAccepted();
                tried.merge(mutation, 1, Integer::sum);
                rejected.merge(mutation, accepted ? 0 : 1, Integer::sum);
                String context = mutation + " of\n" + program + "\n" + mutated.get();
                assertFalse(accepted && mutation.isAlwaysWrong, context);
                if (accepted) {
                    assertTrue(isTrue(program, mutated.get()), context);
                }
            }
        }
        int all = tried.values().stream().mapToInt(Integer::intValue).sum();
        int allRejected = rejected.values().stream().mapToInt(Integer::intValue).sum();
        System.out.println("mutations: " + tried + ", rejected: " + rejected);
        assertEquals(Mutation.values().length, tried.size(), () -> "kinds tried: " + tried);
        assertTrue(all >= 1000, () -> "only " + all + " mutations");
        for (Mutation mutation : Mutation.values()) {
            assertTrue(
                    rejected.getOrDefault(mutation, 0) >= 10,
                    () -> "hardly ever rejected: " + mutation + " " + rejected);
        }
        assertTrue(allRejected > all / 2, () -> rejected.toString());
    }

    private static Certificate solved(LinearProgram program) {
        return new MixedIntegerSolver(new OjAlgoEngine())
                .solve(program, SolveLimits.defaults().withRelativeGap(Rational.ZERO))
                .certificate(program)
                .orElseThrow();
    }

    private Optional<Certificate> mutate(Mutation mutation, LinearProgram program, Certificate old) {
        List<ProofNode> nodes = new ArrayList<>(old.proof().nodes());
        return switch (mutation) {
            case BOUND_RAISED ->
                old.bound()
                        .map(bound -> copy(
                                old,
                                old.point(),
                                Optional.of(bound.plus(Rational.of(1, 1 + random.nextInt(9999)))),
                                nodes));
            case LEAF_REMOVED -> change(old, nodes, ProofNode.class, CertificateMutationTest::isLeaf, nodes::remove);
            case LEAF_REPEATED ->
                change(
                        old,
                        nodes,
                        ProofNode.class,
                        CertificateMutationTest::isLeaf,
                        at -> nodes.add(at, nodes.get(at)));
            case INEQUALITY_SIGN_CHANGED ->
                change(
                        old,
                        nodes,
                        ProofNode.class,
                        node -> node.multipliers().stream().anyMatch(m -> isInequality(program, m)),
                        at -> replaceMultiplier(nodes, at, m -> isInequality(program, m), Rational.of(-1)));
            case DIGEST_CHANGED ->
                Optional.of(new Certificate(
                        old.digest().substring(1) + "x", old.verdict(), old.point(), old.bound(), old.proof()));
            case VERDICT_CHANGED ->
                Optional.of(new Certificate(
                        old.digest(),
                        old.verdict() == Verdict.INFEASIBLE ? Verdict.BOUNDED : Verdict.INFEASIBLE,
                        old.point(),
                        old.bound(),
                        old.proof()));
            case PROGRAM_CHANGED -> Optional.of(old);
            case POINT_CHANGED ->
                old.point().map(point -> {
                    List<Rational> moved = new ArrayList<>(point);
                    int j = random.nextInt(moved.size());
                    Rational step = Rational.of(random.nextBoolean() ? 1 : -1, random.nextInt(4) == 0 ? 2 : 1);
                    moved.set(j, moved.get(j).plus(step));
                    return copy(old, Optional.of(moved), old.bound(), nodes);
                });
            case MULTIPLIER_CHANGED ->
                change(
                        old,
                        nodes,
                        ProofNode.class,
                        node -> !node.multipliers().isEmpty(),
                        at -> replaceMultiplier(
                                nodes, at, m -> true, Rational.of(1 + random.nextInt(40), 1 + random.nextInt(40))));
            case MULTIPLIERS_DROPPED ->
                change(
                        old,
                        nodes,
                        ProofNode.class,
                        node -> !node.multipliers().isEmpty(),
                        at -> nodes.set(at, withMultipliers(nodes.get(at), List.of())));
            case CUT_MOVED ->
                change(old, nodes, ProofNode.Branch.class, node -> true, at -> {
                    ProofNode.Branch branch = (ProofNode.Branch) nodes.get(at);
                    BigInteger step = random.nextBoolean() ? BigInteger.ONE : BigInteger.ONE.negate();
                    nodes.set(
                            at,
                            new ProofNode.Branch(
                                    branch.variable(), branch.atMost().add(step)));
                });
            case BRANCH_VARIABLE_CHANGED ->
                change(old, nodes, ProofNode.Branch.class, node -> true, at -> {
                    ProofNode.Branch branch = (ProofNode.Branch) nodes.get(at);
                    int other = random.nextInt(program.variables().size() + 2) - 1;
                    nodes.set(at, new ProofNode.Branch(other, branch.atMost()));
                });
            case TIGHTENING_REMOVED -> change(old, nodes, ProofNode.Tightened.class, node -> true, nodes::remove);
            case LEAF_KIND_CHANGED ->
                change(
                        old,
                        nodes,
                        ProofNode.class,
                        CertificateMutationTest::isLeaf,
                        at -> nodes.set(
                                at,
                                nodes.get(at) instanceof ProofNode.Bounded bounded
                                        ? new ProofNode.Infeasible(bounded.multipliers())
                                        : new ProofNode.Bounded(nodes.get(at).multipliers())));
        };
    }

    /** Applies {@code edit} to a random node that matches, if there is one. */
    private Optional<Certificate> change(
            Certificate old,
            List<ProofNode> nodes,
            Class<? extends ProofNode> kind,
            java.util.function.Predicate<ProofNode> matches,
            java.util.function.IntConsumer edit) {
        List<Integer> places = new ArrayList<>();
        for (int at = 0; at < nodes.size(); at++) {
            if (kind.isInstance(nodes.get(at)) && matches.test(nodes.get(at))) {
                places.add(at);
            }
        }
        if (places.isEmpty()) {
            return Optional.empty();
        }
        edit.accept(places.get(random.nextInt(places.size())));
        return Optional.of(copy(old, old.point(), old.bound(), nodes));
    }

    private static Certificate copy(
            Certificate old, Optional<List<Rational>> point, Optional<Rational> bound, List<ProofNode> nodes) {
        return new Certificate(old.digest(), old.verdict(), point, bound, new ProofTree(nodes));
    }

    private static boolean isLeaf(ProofNode node) {
        return node instanceof ProofNode.Bounded || node instanceof ProofNode.Infeasible;
    }

    private static boolean isInequality(LinearProgram program, Multiplier multiplier) {
        return program.constraints().get(multiplier.row()).relation() != Relation.EQ;
    }

    private static ProofNode withMultipliers(ProofNode node, List<Multiplier> multipliers) {
        if (node instanceof ProofNode.Tightened) {
            return new ProofNode.Tightened(multipliers);
        }
        return node instanceof ProofNode.Bounded
                ? new ProofNode.Bounded(multipliers)
                : new ProofNode.Infeasible(multipliers);
    }

    private static void replaceMultiplier(
            List<ProofNode> nodes, int at, java.util.function.Predicate<Multiplier> matches, Rational factor) {
        List<Multiplier> multipliers = new ArrayList<>(nodes.get(at).multipliers());
        for (int k = 0; k < multipliers.size(); k++) {
            Multiplier multiplier = multipliers.get(k);
            if (matches.test(multiplier)) {
                multipliers.set(
                        k, new Multiplier(multiplier.row(), multiplier.value().times(factor)));
                break;
            }
        }
        nodes.set(at, withMultipliers(nodes.get(at), multipliers));
    }

    private static LinearProgram changed(LinearProgram program) {
        LinearProgram.Builder builder = LinearProgram.builder();
        program.variables().forEach(builder::variable);
        for (int j = 0; j < program.variables().size(); j++) {
            builder.cost(program.variables().get(j).name(), program.costs().get(j));
        }
        return builder.constant(program.constant().plus(Rational.of(1, 1000))).build();
    }

    /** Enumerates all points: the claim is true, and each feasible point ends at a leaf that allows for it. */
    private static boolean isTrue(LinearProgram program, Certificate certificate) {
        List<List<Rational>> points = new ArrayList<>();
        feasiblePoints(program, new ArrayList<>(), points);
        if (certificate.verdict() == Verdict.INFEASIBLE) {
            return points.isEmpty();
        }
        if (certificate.verdict() == Verdict.BOUNDED
                && !points.contains(certificate.point().orElseThrow())) {
            return false;
        }
        Rational bound = certificate.bound().orElseThrow();
        return points.stream().allMatch(point -> {
            return endsAtATrueLeaf(certificate.proof().nodes(), point)
                    && program.objective(point).compareTo(bound) >= 0;
        });
    }

    /** Below a tightening points that are no better than the claim may be missing, so a leaf may be empty there. */
    private static boolean endsAtATrueLeaf(List<ProofNode> nodes, List<Rational> point) {
        int at = 0;
        boolean isTightened = false;
        while (!isLeaf(nodes.get(at))) {
            if (nodes.get(at) instanceof ProofNode.Branch branch) {
                boolean first = point.get(branch.variable()).compareTo(Rational.of(branch.atMost())) <= 0;
                at = first ? at + 1 : end(nodes, at + 1);
            } else {
                isTightened = true;
                at++;
            }
        }
        return isTightened || nodes.get(at) instanceof ProofNode.Bounded;
    }

    /** The position after the subtree that starts at {@code at}. */
    private static int end(List<ProofNode> nodes, int at) {
        if (isLeaf(nodes.get(at))) {
            return at + 1;
        }
        return nodes.get(at) instanceof ProofNode.Branch ? end(nodes, end(nodes, at + 1)) : end(nodes, at + 1);
    }

    private static void feasiblePoints(LinearProgram program, List<Rational> prefix, List<List<Rational>> found) {
        if (prefix.size() == program.variables().size()) {
            if (program.isFeasible(prefix)) {
                found.add(List.copyOf(prefix));
            }
            return;
        }
        Variable variable = program.variables().get(prefix.size());
        for (Rational value = variable.lower();
                value.compareTo(variable.upper()) <= 0;
                value = value.plus(Rational.ONE)) {
            prefix.add(value);
            feasiblePoints(program, prefix, found);
            prefix.remove(prefix.size() - 1);
        }
    }
}
