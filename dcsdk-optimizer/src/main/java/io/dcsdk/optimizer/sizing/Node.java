package io.dcsdk.optimizer.sizing;

import java.util.Optional;

/**
 * A place where power must balance in every step: what activities bring is the demand plus what the level gains.
 *
 * @param name unique in its system
 * @param demand MW in each step
 * @param reservoir what keeps energy here, if anything does
 */
public record Node(String name, Profile demand, Optional<Reservoir> reservoir) {
    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException if it is blank
     */
    public Node {
        if (name.isBlank()) {
            throw new IllegalArgumentException(
                    "Name () of a node: it is blank\nMaybe name it after its carrier, such as electricity.");
        }
    }
}
