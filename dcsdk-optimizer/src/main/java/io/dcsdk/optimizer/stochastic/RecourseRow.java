package io.dcsdk.optimizer.stochastic;

import com.google.common.collect.ImmutableSortedMap;
import io.dcsdk.optimizer.linear.Rational;
import io.dcsdk.optimizer.linear.Relation;
import java.util.Map;

/**
 * A constraint of a scenario, over variables of both stages.
 *
 * @param name its name, unique in the scenario
 * @param terms coefficient by name of variable; of a first-stage variable and one of the scenario that share a name, the
 *     scenario's is meant
 * @param relation how the two sides relate
 * @param rightHandSide the constant on the right
 */
public record RecourseRow(String name, Map<String, Rational> terms, Relation relation, Rational rightHandSide) {
    /** Copies the terms, in the order of their names. */
    public RecourseRow {
        terms = ImmutableSortedMap.copyOf(terms);
    }
}
