package io.dcsdk.optimizer.placement;

import java.util.List;

/**
 * The variables of one location in a placement's program.
 *
 * @param location identifier of the location
 * @param variables the indices of all of them, rising
 * @param choices the indices of those that say whether it is in use, first, and what is placed there
 */
public record LocationVariables(String location, List<Integer> variables, List<Integer> choices) {
    /** Copies the lists. */
    public LocationVariables {
        variables = List.copyOf(variables);
        choices = List.copyOf(choices);
    }
}
