package io.dcsdk.optimizer.explanation;

import io.dcsdk.optimizer.explanation.Feasibility.Answer;
import io.dcsdk.optimizer.formulation.DesignFormulation;
import io.dcsdk.optimizer.linear.Rational;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes out of an infeasible set of requirements what is not needed, until nothing can be left out.
 *
 * <p>Method: leave out half of the candidates at once; if the rest is infeasible, go on with what its proof uses, else do the
 * same with each half of that half, down to single candidates. Of n candidates with a conflict of c among them that takes
 * about 2 c log2(n / c) + 2 c questions where leaving out one after another takes n. A point that breaks a single candidate
 * settles that one, whatever was asked. What a problem can best do without is left out first: limits of single items.
 *
 * <p>Anytime: a candidate about which the time did not suffice stays in, and is not called needed.
 */
final class ConflictFilter {
    /** Below this many candidates halves save nothing. */
    private static final int FEW = 4;

    /** Answers whether a set of requirements can hold; {@code open} is how many questions wait. */
    interface Question {
        Answer ask(Set<String> requirements, int open);
    }

    private final DesignFormulation formulation;
    private final WitnessAudit audit;
    private final Question question;
    private final Map<String, List<Rational>> witnesses = new LinkedHashMap<>();
    private ConflictProof proof;
    private Set<String> kept;

    ConflictFilter(DesignFormulation formulation, WitnessAudit audit, ConflictProof proof, Question question) {
        this.formulation = formulation;
        this.audit = audit;
        this.proof = proof;
        this.kept = proof.requirements();
        this.question = question;
    }

    /**
     * What is left.
     *
     * @param proof that it is infeasible
     * @param members in the order of the program
     * @param witnesses for members that are known to be needed a point without them
     */
    record Reduced(ConflictProof proof, List<String> members, Map<String, List<Rational>> witnesses) {}

    Reduced run() {
        List<String> candidates = inOrder();
        Collections.reverse(candidates);
        candidates.sort((first, second) -> Boolean.compare(isOfOneItem(second), isOfOneItem(first)));
        Deque<List<String>> waiting = new ArrayDeque<>();
        waiting.push(candidates);
        while (!waiting.isEmpty()) {
            List<String> chunk = new ArrayList<>(waiting.pop());
            chunk.removeIf(name -> !kept.contains(name) || witnesses.containsKey(name));
            if (chunk.isEmpty()) {
                continue;
            }
            boolean isWhole = chunk.size() == kept.size();
            if (chunk.size() > 1 && (isWhole || kept.size() <= FEW)) {
                split(chunk, waiting);
            } else if (!isSettledWithout(
                            chunk, waiting.stream().mapToInt(List::size).sum())
                    && chunk.size() > 1) {
                split(chunk, waiting);
            }
        }
        witnesses.keySet().retainAll(kept);
        return new Reduced(proof, inOrder(), witnesses);
    }

    private static void split(List<String> chunk, Deque<List<String>> waiting) {
        int half = (chunk.size() + 1) / 2;
        waiting.push(chunk.subList(half, chunk.size()));
        waiting.push(chunk.subList(0, half));
    }

    private boolean isSettledWithout(List<String> chunk, int open) {
        Set<String> rest = new LinkedHashSet<>(kept);
        chunk.forEach(rest::remove);
        Answer answer = question.ask(rest, open);
        if (answer instanceof Answer.Impossible impossible) {
            proof = impossible.proof();
            kept = proof.requirements();
            impossible.point().ifPresent(this::learn);
            return true;
        }
        if (answer instanceof Answer.Possible possible) {
            possible.point().ifPresent(this::learn);
        }
        return false;
    }

    private void learn(List<Rational> point) {
        List<Rational> trimmed = audit.trimmed(point);
        Set<String> broken = audit.broken(trimmed);
        broken.retainAll(kept);
        if (broken.size() == 1) {
            witnesses.putIfAbsent(broken.iterator().next(), trimmed);
        }
    }

    private static boolean isOfOneItem(String name) {
        return name.startsWith("available.") || name.startsWith("maximum.");
    }

    private List<String> inOrder() {
        List<String> ordered = new ArrayList<>();
        formulation.program().constraints().forEach(constraint -> {
            String owner = formulation.requirementOfRow().getOrDefault(constraint.name(), "");
            if (kept.contains(owner) && !ordered.contains(owner)) {
                ordered.add(owner);
            }
        });
        return ordered;
    }
}
