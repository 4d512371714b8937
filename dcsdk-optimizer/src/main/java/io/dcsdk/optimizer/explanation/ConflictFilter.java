package io.dcsdk.optimizer.explanation;

import io.dcsdk.optimizer.linear.Constraint;
import io.dcsdk.optimizer.linear.LinearProgram;
import io.dcsdk.optimizer.linear.Rational;
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
import java.util.function.UnaryOperator;

/**
 * Takes out of an infeasible set of requirements what is not needed, until nothing can be left out.
 *
 * <p>Method: leave out half of the candidates at once; if the rest is infeasible, go on with what its proof uses, else do the
 * same with each half of that half, down to single candidates. Of n candidates with a conflict of c among them that takes
 * about 2 c log2(n / c) + 2 c questions where leaving out one after another takes n. A point that breaks a single candidate
 * settles that one, whatever was asked. What a problem can best do without is left out first: limits of single items.
 *
 * <p>Anytime: a candidate about which the time did not suffice stays in, and is not called needed.
 *
 * @param <P> what proves that a set of requirements cannot hold
 */
public final class ConflictFilter<P extends ConflictFilter.Proof> {
    /** Below this many candidates halves save nothing. */
    private static final int FEW = 4;

    /** A proof that requirements cannot hold together. */
    public interface Proof {
        /**
         * Those that it rests on.
         *
         * @return their names; without any of the others it holds as well
         */
        Set<String> requirements();
    }

    /**
     * What was found about a set of requirements.
     *
     * @param <P> what proves that it cannot hold
     */
    public sealed interface Answer<P extends Proof> {
        /**
         * They can hold: at this point, or, where no point is given, as far as could be told.
         *
         * @param <P> what would have proven that they cannot
         * @param point feasible for them
         */
        record Possible<P extends Proof>(Optional<List<Rational>> point) implements Answer<P> {}

        /**
         * They cannot hold.
         *
         * @param <P> what proves it
         * @param proof checked; it uses rows of these requirements only
         * @param point one that breaks one of them, if known
         */
        record Impossible<P extends Proof>(P proof, Optional<List<Rational>> point) implements Answer<P> {}

        /**
         * It was not settled.
         *
         * @param <P> what would have proven that they cannot
         */
        record Open<P extends Proof>() implements Answer<P> {}
    }

    /**
     * Answers whether a set of requirements can hold.
     *
     * @param <P> what proves that it cannot
     */
    public interface Question<P extends Proof> {
        /**
         * Asks.
         *
         * @param requirements those that shall hold
         * @param open how many questions wait, to share the time with
         * @return the answer
         */
        Answer<P> ask(Set<String> requirements, int open);
    }

    private final LinearProgram program;
    private final Map<String, String> requirementOfRow;
    private final UnaryOperator<List<Rational>> trim;
    private final Question<P> question;
    private final Map<String, List<Rational>> witnesses = new LinkedHashMap<>();
    private P proof;
    private Set<String> kept;

    /**
     * A filter.
     *
     * @param program the whole program
     * @param requirementOfRow which requirement or limit a row belongs to, by the row's name; rows of none are never left out
     * @param trim takes from a point what it does not need, so that it breaks less
     * @param proof that the requirements which it rests on cannot hold; checked
     * @param question asked about some of these
     */
    public ConflictFilter(
            LinearProgram program,
            Map<String, String> requirementOfRow,
            UnaryOperator<List<Rational>> trim,
            P proof,
            Question<P> question) {
        this.program = program;
        this.requirementOfRow = new LinkedHashMap<>(requirementOfRow);
        this.trim = trim;
        this.proof = proof;
        this.kept = proof.requirements();
        this.question = question;
    }

    /**
     * What is left.
     *
     * @param <P> what proves that it cannot hold
     * @param proof that it is infeasible
     * @param members in the order of the program
     * @param witnesses for members that are known to be needed a point without them
     */
    public record Reduced<P extends Proof>(P proof, List<String> members, Map<String, List<Rational>> witnesses) {
        /** Keeps its own copies. */
        public Reduced {
            members = List.copyOf(members);
            witnesses = new LinkedHashMap<>(witnesses);
        }
    }

    /**
     * Runs the filter, once.
     *
     * @return what is left
     */
    public Reduced<P> run() {
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
        return new Reduced<>(proof, inOrder(), witnesses);
    }

    private static void split(List<String> chunk, Deque<List<String>> waiting) {
        int half = (chunk.size() + 1) / 2;
        waiting.push(chunk.subList(half, chunk.size()));
        waiting.push(chunk.subList(0, half));
    }

    private boolean isSettledWithout(List<String> chunk, int open) {
        Set<String> rest = new LinkedHashSet<>(kept);
        chunk.forEach(rest::remove);
        Answer<P> answer = question.ask(rest, open);
        if (answer instanceof Answer.Impossible<P> impossible) {
            proof = impossible.proof();
            kept = proof.requirements();
            impossible.point().ifPresent(this::learn);
            return true;
        }
        if (answer instanceof Answer.Possible<P> possible) {
            possible.point().ifPresent(this::learn);
        }
        return false;
    }

    private void learn(List<Rational> point) {
        List<Rational> trimmed = trim.apply(point);
        Set<String> broken = broken(program, requirementOfRow, trimmed);
        broken.retainAll(kept);
        if (broken.size() == 1) {
            witnesses.putIfAbsent(broken.iterator().next(), trimmed);
        }
    }

    /** The requirements and limits whose rows a point breaks. */
    static Set<String> broken(LinearProgram program, Map<String, String> requirementOfRow, List<Rational> point) {
        Set<String> broken = new LinkedHashSet<>();
        for (Constraint constraint : program.constraints()) {
            String owner = requirementOfRow.getOrDefault(constraint.name(), "");
            if (!owner.isEmpty() && constraint.slack(point).signum() < 0) {
                broken.add(owner);
            }
        }
        return broken;
    }

    private static boolean isOfOneItem(String name) {
        return name.startsWith("available.") || name.startsWith("maximum.");
    }

    private List<String> inOrder() {
        Set<String> ordered = new LinkedHashSet<>();
        program.constraints().forEach(constraint -> {
            String owner = requirementOfRow.getOrDefault(constraint.name(), "");
            if (kept.contains(owner)) {
                ordered.add(owner);
            }
        });
        return new ArrayList<>(ordered);
    }
}
