package io.dcsdk.optimizer.formulation;

import io.dcsdk.optimizer.linear.Rational;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How large sums of variables can be in a design from which no unit can be taken away. There is always such a design among
 * the best ones, and among the feasible ones if there are any: a unit less costs no more and loads no limit more.
 *
 * <p>In it every unit in use is needed: one of item j less would break some requirement r, so the capacities c of all items
 * together are below n_r + c_rj, where n_r is the most that is asked for. Over the items that are needed for r, {@code Σ p_i
 * x_i <= max_i (p_i / c_ri) (n_r + min_i c_ri) <= max_i p_i (n_r / c_ri + 1)}, and the whole sum is at most that of these
 * bounds over the requirements. That is far less than what all items would be if each met the demand alone, and how strong
 * the relaxation is depends on it.
 *
 * <p>Of alternatives of which one at most is taken, the largest counts.
 */
final class Largest {
    /**
     * A requirement on the counts of a group of items.
     *
     * @param needed the most that is asked for, above zero
     * @param each what a unit gives, above zero, by the variable of its count
     * @param most how many units can be needed if they are all of one kind, by the variable of their count
     */
    record Cover(Rational needed, Map<String, Rational> each, Map<String, Rational> most) {
        Cover(Rational needed, Map<String, Rational> each) {
            this(needed, each, most(needed, each));
        }

        private static Map<String, Rational> most(Rational needed, Map<String, Rational> each) {
            Map<String, Rational> most = new LinkedHashMap<>();
            each.forEach((variable, unit) ->
                    most.put(variable, needed.dividedBy(unit).plus(Rational.ONE)));
            return most;
        }
    }

    private final Map<String, Rational> upperBounds = new LinkedHashMap<>();
    private final List<List<Cover>> groups = new ArrayList<>();
    private final List<Map<String, Integer>> choices = new ArrayList<>();

    /** Declares a variable; the lower bound is zero. */
    void bound(String variable, Rational upper) {
        upperBounds.put(variable, upper);
    }

    /** The variables in the order of their declaration. */
    List<String> variables() {
        return List.copyOf(upperBounds.keySet());
    }

    Rational upperBound(String variable) {
        Rational bound = upperBounds.get(variable);
        if (bound == null) {
            throw new IllegalStateException("variable %s is not declared".formatted(variable));
        }
        return bound;
    }

    /** Says that the counts of a group of items are there for these requirements only. */
    void covered(List<Cover> covers) {
        groups.add(List.copyOf(covers));
    }

    /** Says that of these sets of variables all but one are zero. */
    void oneOf(List<List<String>> alternatives) {
        Map<String, Integer> placeOf = new HashMap<>();
        for (int k = 0; k < alternatives.size(); k++) {
            for (String variable : alternatives.get(k)) {
                placeOf.put(variable, k);
            }
        }
        choices.add(placeOf);
    }

    /** The largest value of an expression whose coefficients are not negative. */
    Rational of(LinearExpression expression) {
        Map<String, Rational> terms = expression.terms();
        Set<String> done = new HashSet<>();
        Rational sum = expression.constant();
        for (List<Cover> group : groups) {
            sum = sum.plus(ofGroup(group, terms, done));
        }
        for (Map<String, Integer> choice : choices) {
            sum = sum.plus(ofChoice(choice, terms, done));
        }
        for (Map.Entry<String, Rational> term : terms.entrySet()) {
            if (!done.contains(term.getKey())) {
                sum = sum.plus(alone(term));
            }
        }
        return sum;
    }

    private Rational alone(Map.Entry<String, Rational> term) {
        return term.getValue().times(upperBound(term.getKey()));
    }

    private Rational ofGroup(List<Cover> group, Map<String, Rational> terms, Set<String> done) {
        Rational together = Rational.ZERO;
        Set<String> members = new HashSet<>();
        for (Cover cover : group) {
            Rational most = Rational.ZERO;
            for (Map.Entry<String, Rational> unit : cover.most().entrySet()) {
                members.add(unit.getKey());
                Rational weight = terms.getOrDefault(unit.getKey(), Rational.ZERO);
                if (!weight.isZero()) {
                    most = most.max(weight.times(unit.getValue()));
                }
            }
            together = together.plus(most);
        }
        Rational apart = Rational.ZERO;
        for (Map.Entry<String, Rational> term : terms.entrySet()) {
            if (members.contains(term.getKey())) {
                apart = apart.plus(alone(term));
                done.add(term.getKey());
            }
        }
        return together.min(apart);
    }

    private Rational ofChoice(Map<String, Integer> choice, Map<String, Rational> terms, Set<String> done) {
        Map<Integer, Rational> sums = new HashMap<>();
        for (Map.Entry<String, Rational> term : terms.entrySet()) {
            Integer place = choice.get(term.getKey());
            if (place != null) {
                sums.merge(place, alone(term), Rational::plus);
                done.add(term.getKey());
            }
        }
        return sums.values().stream().reduce(Rational.ZERO, Rational::max);
    }
}
