package io.dcsdk.optimizer.sizing;

/**
 * One end of an activity.
 *
 * @param node the node it takes from or gives to
 * @param coefficient what the node gets for one MW of the activity: 1 for a source, -1 at the entry of a link, its
 *     efficiency at the exit; not zero
 */
public record Port(String node, double coefficient) {
    /**
     * Checks the coefficient.
     *
     * @throws IllegalArgumentException if it is zero or not finite
     */
    public Port {
        if (coefficient == 0 || !Double.isFinite(coefficient)) {
            throw new IllegalArgumentException("Coefficient (" + coefficient + ") at node " + node
                    + ": it must be finite and not zero\nMaybe an efficiency is missing.");
        }
    }
}
